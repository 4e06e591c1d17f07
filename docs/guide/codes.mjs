// Writes codes.md, the complete list of issue codes, from the rules of the package: `node docs/guide/codes.mjs`.
// A test fails when the file is not what this writes.

import { realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { require } from "./documents.mjs";
import { escapeCell, writeRows } from "./tables.mjs";

const { rules } = require("onshi-check/reference");

const TOP = `<!-- Written by docs/guide/codes.mjs. Change the rules and pack the package, then run it again. -->

# Every issue code

What a program compares, logs and translates: codes, severities and parameters are stable, sentences are not. An **error** makes
a value invalid; a **warning** and an **info** never do. Parameters stand in braces and are numbers or codes, never what was
typed. The sentence of a stored issue in another language is \`message(issue, "en")\`; your own sentences are a
[recipe](recipes.md#say-it-in-your-own-words). As data the list is \`rules.codes\` of \`onshi-check/reference\`.
`;

/** The whole of codes.md. */
export function writeList() {
  return `${TOP}\n${writeCodes()}\n## Sources\n\n${writeDocuments()}`;
}

function writeCodes() {
  const rows = rules.codes.map(({ code, severity, ja, en, params, source }) => [
    `\`${code}\``,
    severity,
    `${escapeCell(ja)}<br>${escapeCell(en)}`,
    params.map((name) => `\`${name}\``).join(" "),
    `${source.document}, ${escapeCell(source.section)}`,
  ]);
  return writeRows(["code", "severity", "says", "params", "source"], rows);
}

function writeDocuments() {
  const rows = rules.documents.map(({ name, title, publisher, asOf }) => [name, escapeCell(title), escapeCell(publisher), asOf]);
  return writeRows(["name", "title", "publisher", "as of"], rows);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("codes.md", import.meta.url), writeList());
}
