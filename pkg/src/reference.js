// onshi-check/reference: what there is to say about kinds, forms and issue codes, as plain data without WebAssembly.
//
// `cargo xtask pack` writes the data from the Rust tables (src/reference.rs), with both languages side by side as
// { ja, en }.

import { forms, kinds, rules as written } from "#reference";

/**
 * Label, hint, example, choices, pattern and sources of a kind, or of a form with its fields, in one language: English
 * for "en", otherwise Japanese. Every call makes a new object, which is the caller's to change. An unknown name is a
 * RangeError.
 */
export function describe(name, locale) {
  const known = [...kinds, ...forms];
  const found = known.find((description) => description.name === name);
  if (found) return inLanguage(found, locale === "en" ? "en" : "ja");
  throw new RangeError(`onshi-check: there is no kind or form of this name. There are ${known.map((it) => it.name).join(", ")}.`);
}

/** Version, date, documents, every issue code with its words in both languages, and what is undecided. Frozen. */
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
