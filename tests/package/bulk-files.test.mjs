// The files of tests/files: from every source, cut anywhere, the same report and the same annotated file.

import assert from "node:assert/strict";
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { annotate, bulk, message, preview } from "onshi-check/bulk";
import { told } from "./bulk-report.mjs";
import { CODES } from "./tables.mjs";

const folder = new URL("../files/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const severities = new Map(CODES.map(({ name, severity }) => [name, severity]));
const SIZES = [1, 2, 3, 7, 4096];

function* pieces(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* asynchronous(bytes, size) {
  yield* pieces(bytes, size);
}

/** A file as whoever has it may hand it over. */
function* sources(path, bytes) {
  yield ["bytes", bytes];
  yield ["a blob", new Blob([bytes])];
  for (const size of SIZES) {
    yield [`a stream of ${size}`, ReadableStream.from(pieces(bytes, size))];
    yield [`an iterable of ${size}`, asynchronous(bytes, size)];
    yield [`a Node stream of ${size}`, createReadStream(path, { highWaterMark: size })];
  }
}

const cases = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

test("every code of a file has a file, but for the row of more than a mebibyte", () => {
  const codes = [...severities.keys()].filter((code) => code.startsWith("csv.") && code !== "csv.row-too-long");
  const found = new Set(cases.flatMap(({ report }) => report.issues.map(({ code }) => code)));
  assert.deepEqual(codes.filter((code) => !found.has(code)), []);
});

for (const { note, file, options, report, annotated } of cases) {
  const path = fileURLToPath(new URL(file, folder));
  const bytes = new Uint8Array(readFileSync(path));

  test(`${file}: ${note}`, async () => {
    for (const [source, given] of sources(path, bytes)) {
      assert.deepEqual(told(await bulk(given, options)), report, source);
    }
  });

  test(`${file}: as a text, decoded by the caller`, async () => {
    const text = new TextDecoder(report.encoding, { ignoreBOM: true }).decode(bytes);
    // Whoever has decoded it has the encoding behind him.
    for (const encoding of ["auto", "shift_jis"]) {
      assert.deepEqual(told(await bulk(text, { ...options, encoding })), { ...report, encoding: "utf-8" });
    }
  });

  test(`${file}: each issue says what its code says`, async () => {
    const { issues, columns } = await bulk(bytes, options);
    assert.deepEqual(columns.map(({ index }) => index), [...columns.keys()]);
    for (const issue of issues) {
      assert.equal(issue.severity, severities.get(issue.code));
      assert.equal(issue.message, message(issue, options?.locale ?? "ja"));
      if (issue.fix) assert.ok(issue.fix.safe === false && issue.fix.label.includes(issue.fix.value));
    }
  });

  test(`${file}: the preview reads it in the same way`, async () => {
    const seen = await preview(bytes, options);
    const { encoding, delimiter, header } = report;
    assert.deepEqual({ ...seen, columns: undefined, rows: undefined }, { encoding, delimiter, header, columns: undefined, rows: undefined });
    const columns = report.columns.map(({ header, kind, field }, index) => ({ index, header, kind, ...(field && { field }) }));
    assert.deepEqual(seen.columns, columns);
  });

  if (annotated === undefined) continue;
  test(`${file}: the annotated file`, async () => {
    const expected = readFileSync(new URL(annotated, folder));
    for (const [source, given] of sources(path, bytes)) {
      const output = Buffer.from(await new Response(annotate(given, options)).arrayBuffer());
      assert.ok(output.equals(expected), `${source}\n${output}`);
    }
  });
}
