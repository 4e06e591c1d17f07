// Reads the types of the packed package: what each entry exports, and what is written above it.

import { readFileSync } from "node:fs";
import { require } from "./documents.mjs";

/** What the manifest says: the name of the package, where its source is, and by entry what is exported. */
export const { name: packageName, repository, exports: subpaths } = require("onshi-check/package.json");

/** The file of `pkg` with the types of an entry; undefined of an entry that is a plain file. */
export function typesOf(subpath) {
  const target = subpaths[subpath];
  return (target.types ?? target.import?.types)?.replace("./", "");
}

/** What is imported to get what a file of types declares. */
export function entriesOf(file) {
  return Object.keys(subpaths).filter((subpath) => typesOf(subpath) === file).map((subpath) => packageName + subpath.slice(1));
}

/** Every file with types, in the order of the entries. */
export const TYPE_FILES = [...new Set(Object.keys(subpaths).map(typesOf))].filter(Boolean);

/**
 * A file of types: what it says about itself, the file whose exports it hands on, and its exports. Of each export its name,
 * whether it is there at run time, its text, and what is written above it.
 */
export function readTypes(file) {
  const text = readFileSync(require.resolve("onshi-check/package.json").replace(/package\.json$/, file), "utf8");
  const [top] = text.match(/^\/\*\*[^]*?\*\//);
  // A declaration goes on until a blank line with something in the first column after it.
  const blocks = text.slice(top.length).split(/\n\n(?=\S)/);
  return {
    about: readComment(top),
    handsOn: text.match(/^export \* from "\.\/(\w+)\.js";/m)?.[1].concat(".d.ts"),
    declarations: blocks.map(readDeclaration).filter(Boolean),
  };
}

function readDeclaration(block) {
  const [, comment = "", code] = block.trim().match(/^(\/\*\*[^]*?\*\/\n)?([^]*)$/);
  const [, declare, word, name] = code.match(/^export (declare )?(type|interface|function|class|const) (\w+)/) ?? [];
  if (name) return { name, isValue: Boolean(declare) && word !== "interface" && word !== "type", code, comment: readComment(comment) };
  // A classic script exports nothing: it has a global variable.
  const [, variable] = code.match(/^declare global \{\n {2}const (\w+):/) ?? [];
  if (variable) return { name: variable, isValue: true, code, comment: readComment(comment) };
  if (code.startsWith("declare global")) return { name: "global", isValue: false, isGlobal: true, code, comment: readComment(comment) };
  return undefined;
}

/** A comment in the form of JSDoc: its text, and its tags in their order. */
function readComment(comment) {
  const lines = comment.replace(/^\/\*\*\s?|\s*\*\/\n?$/g, "").replace(/^ ?\* ?/gm, "");
  const [text, ...tags] = lines.split(/^@(?=\w)/m);
  return {
    text: text.trim(),
    tags: tags.map((tag) => tag.match(/^(\w+)\s*([^]*)$/).slice(1).map((part) => part.trimEnd())).map(([name, body]) => ({ name, body })),
  };
}

/** The first sentence of a text, on one line, with names for links. */
export function firstSentence(text) {
  const [paragraph] = text.split("\n\n");
  const [sentence] = paragraph.replaceAll("\n", " ").match(/^.*?[.?](?=\s|$)|^.*$/);
  return sentence.replace(/\{@link (.+?)\}/g, "`$1`");
}
