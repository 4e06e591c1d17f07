// onshi-check/reference: what there is to say about kinds, forms and issue codes, as plain data without WebAssembly.
//
// `cargo xtask pack` writes the data from the Rust tables (src/reference.rs), with both languages side by side as
// { ja, en }. Its parts are imported by name, so that a bundler leaves out what a page does not ask for.

import { forms, kinds, rules as written, schemas } from "#reference";

/**
 * Label, hint, example, choices, pattern and sources of a kind, or of a form with its fields, in one language: English
 * for "en", otherwise Japanese. Every call makes a new object, which is the caller's to change. An unknown name is a
 * RangeError.
 */
export function describe(name, locale) {
  const known = [...kinds, ...forms];
  const found = known.find((description) => description.name === name);
  if (found) return inLanguage(found, locale === "en" ? "en" : "ja");
  throw unknown("kind or form", known.map((it) => it.name));
}

/**
 * A form as JSON Schema (draft 2020-12) of its canonical values, for servers. Every call makes a new object, which is the
 * caller's to change. An unknown name is a RangeError.
 */
export function jsonSchema(formName) {
  const names = schemas.map(({ $id }) => $id.split(":").at(-1));
  const place = names.indexOf(formName);
  if (place < 0) throw unknown("form", names);
  return structuredClone(schemas[place]);
}

function unknown(what, names) {
  return new RangeError(`onshi-check: there is no ${what} of this name. There are ${names.join(", ")}.`);
}

/** Version, date, documents, every issue code with its words in both languages, the tables of lines, and what is undecided. Frozen. */
export const rules = /* @__PURE__ */ freeze(written);

/** A copy in which every { ja, en } is the text in that language. */
function inLanguage(value, language) {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (typeof value !== "object") return value;
  if ("ja" in value) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]));
}

function freeze(value) {
  if (typeof value === "object") Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
