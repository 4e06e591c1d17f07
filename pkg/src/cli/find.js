// `onshi-check find`: what a text holds.

import { find } from "#bulk";
import { CannotRun } from "./cannot-run.js";
import { openInput } from "./input.js";
import { plain } from "./plain.js";
import { writeTable } from "./table.js";
import { wrap } from "./width.js";

/** What is found in a file, and its text. */
export async function findInFile(path, { encoding, locale }, { stdin, signal, words }) {
  const input = await openInput(path, { stdin, signal, words });
  const chunks = [];
  for await (const chunk of input) chunks.push(chunk);
  const text = decode(Buffer.concat(chunks), encoding, input.name, words);
  return { text, found: find(text, { locale }) };
}

function decode(bytes, encoding, name, words) {
  for (const candidate of encoding === "auto" ? ["utf-8", "shift_jis"] : [encoding]) {
    try {
      return new TextDecoder(candidate, { fatal: true }).decode(bytes);
    } catch {
      // The next one, or none.
    }
  }
  throw new CannotRun(words.brokenText(plain(name)));
}

/** The lines that show it. */
export function writeFound({ text, found }, { words, width, paint }) {
  if (found.length === 0) return wrap(words.nothingFound, width);
  const lineOf = makeLineCounter(text);
  const columns = [{ title: words.line, isRight: true }, { title: words.found, most: Math.floor(width * 0.4) }, { title: words.value }];
  const rows = found.map(({ kind, value, range, confidence, verdict }) => {
    const sentences = verdict.issues.filter(({ severity }) => severity !== "info").map(({ message }) => message);
    const isWrong = verdict.status === "invalid";
    return [
      { text: words.count(lineOf(range[0])) },
      { text: confidence === "low" ? `${words.kinds[kind]} ${words.unsure}` : words.kinds[kind] },
      { text: [plain(value), ...sentences].join("\n"), style: isWrong ? "red" : sentences.length > 0 ? "yellow" : undefined },
    ];
  });
  return writeTable(columns, rows, width, paint);
}

/** Counts lines as far as is asked for, in ascending order. */
function makeLineCounter(text) {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++) {
      const unit = text[at];
      if (unit === "\n" || (unit === "\r" && text[at + 1] !== "\n")) line++;
    }
    return line;
  };
}
