// Writes api.md, the overview of what can be imported, from the types of the package: `node docs/guide/api.mjs`.
// A test fails when the file is not what this writes, or when an entry has an export that is not in it.

import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { entriesOf, firstSentence, packageName, readTypes, subpaths, typesOf } from "./declarations.mjs";
import { readDocument, require, root } from "./documents.mjs";
import { escapeCell, writeRows } from "./tables.mjs";

const { describe } = require("onshi-check/reference");

const TOP = `<!-- Written by docs/guide/api.mjs. Change the types or the rules and pack the package, then run it again. -->

# API overview

Every export of every entry, each with the first sentence of its reference. The reference is written into the types: editors show
it beside the name, and the names below lead to it. That of the Rust crate is its [rustdoc](#rust). What can be imported is there as
ES module and as CommonJS, without a default export. Exports, issue codes, and names of kinds, forms and fields keep to semantic
versioning; sentences and labels may be reworded in any version.
`;

/** What has no types: it is not imported for a value. */
const FILES = {
  "./widget.css": "The looks of the widget. Optional; see [own styles](recipes.md#own-styles).",
  "./onshi_check.wasm": "The module, for `init` of `onshi-check/slim`.",
  "./package.json": "The manifest.",
};

/** The whole of api.md. */
export function writeOverview() {
  const entries = Object.keys(subpaths).filter(typesOf);
  return [TOP, writeEntries(), ...entries.map(writeEntry), writeNames(), writeCrate()].join("\n");
}

function importName(subpath) {
  return packageName + subpath.slice(1);
}

function address(file, name) {
  return `../../pkg/${file}${name ? `#${name}` : ""}`;
}

function writeEntries() {
  const rows = Object.keys(subpaths).map((subpath) => {
    const file = typesOf(subpath);
    const about = file ? escapeCell(firstSentence(readTypes(file).about.text)) : FILES[subpath];
    if (!about) throw new Error(`${subpath}: say in FILES what it is`);
    return [`\`${importName(subpath)}\``, about, file ? `[${file}](${address(file)})` : ""];
  });
  return writeRows(["entry", "what it is", "reference"], rows);
}

function writeEntry(subpath) {
  const file = typesOf(subpath);
  const { about, declarations, handsOn } = readTypes(file);
  const named = declarations.filter(({ isGlobal }) => !isGlobal);
  const write = (head, isValue) => {
    const found = named.filter((declaration) => declaration.isValue === isValue);
    const rows = found.map(({ name, comment }) => [`[\`${name}\`](${address(file, name)})`, escapeCell(firstSentence(comment.text || about.text))]);
    return rows.length === 0 ? "" : writeRows([head, "what it is"], rows);
  };
  const rest = handsOn ? `All of \`${entriesOf(handsOn)[0]}\`, and besides:\n` : "";
  return [`## \`${importName(subpath)}\`\n`, rest, write("value", true), write("type", false)].filter(Boolean).join("\n");
}

// The reference lists what it can describe when it is asked for what it cannot.
function namesOfReference() {
  try {
    return describe("");
  } catch (error) {
    return error.message.match(/There are (.*)\.$/)[1].split(", ");
  }
}

function writeNames() {
  const described = namesOfReference().map((name) => ({ name, ja: describe(name, "ja"), en: describe(name, "en") }));
  const write = (head, found) =>
    writeRows([head, "Japanese", "English"], found.map(({ name, ja, en }) => [`\`${name}\``, escapeCell(ja.label), escapeCell(en.label)]));
  const kinds = described.filter(({ ja }) => !("fields" in ja));
  const forms = described.filter(({ ja }) => "fields" in ja);
  return `## Kinds\n\nFor \`check\`, \`is\` and \`data-onshi\`.\n\n${write("kind", kinds)}
## Forms\n\nFor \`form\`, \`resolver\` and \`data-onshi-form\`. The fields of each are in the type [\`Forms\`](${address("types.d.ts", "Forms")}), and with their rules in
\`describe(name)\` of \`onshi-check/reference\`.\n\n${write("form", forms)}`;
}

function writeCrate() {
  const library = readDocument("src/lib.rs");
  const uses = [...library.matchAll(/^pub use [^;]*?(?:\{([^}]+)\}|::(\w+));/gm)];
  const names = uses.flatMap(([, several, one]) => (several ?? one).split(",")).map((name) => name.trim()).filter(Boolean);
  // What is compiled for the module or with a feature only is not what a program on a server sees.
  const modules = [...library.matchAll(/^(#\[.*\]\n)?pub mod (\w+);/gm)].filter(([, attribute = ""]) => !/feature|cfg\(target_arch/.test(attribute));
  const rows = modules.map(([, , name]) => [`\`${name}\``, escapeCell(firstSentence(aboutModule(name)))]);
  return `## Rust

The crate \`onshi-check\`, library \`onshi_check\`, is what the module is made of. Its reference is its rustdoc: \`cargo doc --no-deps --open\`.
At its root: ${names.toSorted().map((name) => `\`${name}\``).join(" ")}.

${writeRows(["module", "what it is"], rows)}`;
}

function aboutModule(name) {
  const paths = [`src/${name}.rs`, `src/${name}/mod.rs`];
  const path = paths.find((path) => existsSync(new URL(path, root)));
  return readDocument(path).match(/^(\/\/!.*\n)+/)[0].replace(/^\/\/! ?/gm, "").replace(/\[(`.+?`)\](\(.+?\))?/g, "$1");
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("api.md", import.meta.url), writeOverview());
}
