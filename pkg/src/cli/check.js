// `onshi-check check`: one file, its report, and what is shown of it.

import { annotate, bulk, preview } from "#bulk";
import { planCopy, writeCopy } from "./annotated-file.js";
import { CannotRun } from "./cannot-run.js";
import { openInput } from "./input.js";
import { plain } from "./plain.js";
import { startProgress } from "./progress.js";
import { share } from "./share.js";
import { suggest } from "./suggest.js";
import { columnName, isChecked } from "./table.js";

/** The report on one file. Writes the annotated copy where one was asked for. */
export async function checkFile(path, asked, { stdin, stderr, signal, words, showsProgress }) {
  const input = await openInput(path, { stdin, signal, words });
  try {
    const options = await planReading(input, asked, words);
    const copy = asked.annotate === undefined ? undefined : await planCopy(asked.annotate, input, words);
    const progress = startProgress({ stream: stderr, isOn: showsProgress, name: input.name, size: input.size, words });
    try {
      const onProgress = progress.report;
      if (copy === undefined) return { name: input.name, report: await bulk(input, { ...options, signal, onProgress }) };
      const [first, second] = share(input, 2);
      const [report] = await Promise.all([
        bulk(first, { ...options, signal, onProgress }).finally(first.leave),
        writeCopy(annotate(second, { ...options, signal }), copy, { signal, words }).finally(second.leave),
      ]);
      return { name: input.name, report, copy: signal.aborted ? undefined : copy.path };
    } finally {
      progress.end();
    }
  } finally {
    input.close();
  }
}

/** How the file is read, found out from its beginning, with what was asked for instead. */
async function planReading(input, { form, columns, delimiter, header, encoding, maxIssues, locale, today }, words) {
  const asked = { form, delimiter, encoding, header, locale, today, worker: false };
  const found = await preview(new Uint8Array(input.head), asked);
  const targets = new Map();
  for (const { column, target } of columns) for (const index of findColumns(column, found, words)) targets.set(index, target);
  const planned = found.columns.map((column) => (targets.has(column.index) ? { kind: targets.get(column.index) } : column));
  if (found.columns.length > 0 && !planned.some(isChecked)) {
    const headers = found.header ? found.columns.map((column) => columnName(column, words)) : [];
    throw new CannotRun(words.nothingChecked(plain(input.name), headers));
  }
  return { ...asked, columns: Object.fromEntries(targets), maxIssues };
}

/** The columns of a header; by its number only where none has that name. */
function findColumns(name, { columns }, words) {
  const wanted = fold(name);
  const named = columns.filter(({ header }) => header !== "" && fold(header) === wanted).map(({ index }) => index);
  if (named.length > 0) return named;
  const index = /^[1-9]\d{0,5}$/.test(name) ? Number(name) - 1 : -1;
  if (index >= 0 && index < columns.length) return [index];
  const headers = columns.map((column) => columnName(column, words));
  throw new CannotRun(words.noSuchColumn(plain(name), suggest(name, headers), headers));
}

/** Headers are compared as people read them. */
function fold(header) {
  return plain(header).normalize("NFKC").toLowerCase();
}
