// Many at once: hits in a text, and files with the types of a platform that has blobs and streams.

import {
  annotate,
  bulk,
  check,
  find,
  preview,
  type BulkColumn,
  type BulkColumnReport,
  type BulkIssue,
  type BulkOptions,
  type BulkPreview,
  type BulkProgress,
  type BulkReport,
  type BulkSource,
  type FieldName,
  type FindKind,
  type FindOptions,
  type Fix,
  type Found,
  type IssueCode,
  type Kind,
  type Severity,
  type Verdict,
} from "onshi-check/bulk";
import type * as whole from "onshi-check";
import * as everything from "onshi-check/bulk";
import { typeOf } from "./expect.js";

// The entry has everything that the first one has.
const same: typeof whole = everything;
same.check("email", "");
typeOf(check("email", "")).is<Verdict<"email">>();

// find

const options: FindOptions = { kinds: ["customer-id", "institution-code", "institution-number", "email", "phone"], locale: "en" };
typeOf(find("", options)).is<readonly Found[]>();
find("");
find("", null);
// @ts-expect-error passwords are not looked for
find("", { kinds: ["password"] });
// @ts-expect-error a text
find(5);

for (const hit of find("")) {
  typeOf(hit.kind).is<FindKind>();
  typeOf(hit.value).is<string>();
  typeOf(hit.range).is<readonly [start: number, end: number]>();
  typeOf(hit.label).is<string | undefined>();
  typeOf(hit.confidence).is<"high" | "low">();
  typeOf(hit.verdict).is<Verdict>();
  "".slice(...hit.range);
  const kind: Kind = hit.kind;
  check(kind, hit.value);
  // @ts-expect-error answers are read-only
  hit.value = "";
}

// Sources

declare const stream: ReadableStream<Uint8Array>;
async function* pieces(): AsyncGenerator<Uint8Array> {}
const sources: BulkSource[] = [new Blob([]), stream, pieces(), new Uint8Array(0), ""];
for (const source of sources) bulk(source), preview(source), annotate(source);
// @ts-expect-error no bytes
bulk([1, 2]);
// @ts-expect-error an address is no source
bulk(new URL("https://example.jp/a.csv"));
// @ts-expect-error nothing
preview(undefined);

// Options

const all: BulkOptions = {
  columns: { お客さまID: "customer-id", 3: "phone", 備考: null, 4: "customerId" },
  form: "eligibility-paper",
  encoding: "shift_jis",
  delimiter: "\t",
  header: true,
  onProgress: (progress) => {
    typeOf(progress).is<BulkProgress>();
    typeOf(progress.bytes, progress.rows).is<number>();
    typeOf(progress.totalBytes).is<number | undefined>();
  },
  signal: new AbortController().signal,
  maxIssues: 10,
  worker: false,
  locale: "ja",
  today: "2026-04-01",
};
bulk("", all);
preview("", null);
annotate("", all);
bulk("", { encoding: "auto", delimiter: "auto", worker: "auto" });
// @ts-expect-error no kind and no field
bulk("", { columns: { a: "customer_id" } });
// @ts-expect-error no form
bulk("", { form: "eligibility" });
// @ts-expect-error not an encoding that is read
bulk("", { encoding: "utf-16" });
// @ts-expect-error a worker of one's own is none
bulk("", { worker: true });
// @ts-expect-error no such option
bulk("", { kinds: [] });

// Answers

typeOf(annotate("")).is<ReadableStream<Uint8Array>>();

const seen = await preview("");
typeOf(seen).is<BulkPreview>();
typeOf(seen.encoding).is<"utf-8" | "shift_jis">();
typeOf(seen.delimiter).is<"," | "\t" | ";">();
typeOf(seen.header).is<boolean>();
typeOf(seen.columns).is<readonly BulkColumn[]>();
typeOf(seen.rows).is<readonly (readonly string[])[]>();

const report = await bulk("");
typeOf(report).is<BulkReport>();
typeOf(report.rows, report.valid, report.invalid, report.malformed).is<number>();
typeOf(report.truncated, report.aborted, report.header).is<boolean>();
typeOf(report.encoding).is<"utf-8" | "shift_jis">();
typeOf(report.delimiter).is<"," | "\t" | ";">();
typeOf(report.columns).is<readonly BulkColumnReport[]>();
typeOf(report.issues).is<readonly BulkIssue[]>();
// @ts-expect-error answers are read-only
report.issues.push(report.issues[0]);

for (const column of report.columns) {
  typeOf(column.index, column.filled, column.valid, column.invalid).is<number>();
  typeOf(column.header).is<string>();
  typeOf(column.kind).is<Kind | null>();
  typeOf(column.field).is<FieldName | undefined>();
  typeOf(column.codes["csv.lost-zeros"]).is<number | undefined>();
  // @ts-expect-error there is no such code
  column.codes["csv.lost-zeroes"];
  const plain: BulkColumn = column;
  plain.index;
}

for (const issue of report.issues) {
  typeOf(issue.row, issue.line, issue.column).is<number>();
  typeOf(issue.code).is<IssueCode>();
  typeOf(issue.severity).is<Severity>();
  typeOf(issue.message).is<string>();
  typeOf(issue.fix).is<Fix | undefined>();
  // @ts-expect-error only some codes have it
  issue.params.expected;
  // @ts-expect-error a place in a file is no path in a form
  issue.path;
  switch (issue.code) {
    case "csv.lost-zeros":
      typeOf(issue.params).is<{ readonly remaining: number; readonly expected: number }>();
      typeOf(issue.severity).is<"error">();
      break;
    case "csv.too-few-cells":
      typeOf(issue.params.actual + issue.params.expected).is<number>();
      typeOf(issue.severity).is<"warning">();
      break;
    case "csv.too-many-cells":
      typeOf(issue.params.actual).is<number>();
      break;
    case "csv.row-too-long":
      typeOf(issue.params.limit).is<number>();
      break;
    case "csv.open-quote":
    case "csv.broken-text":
    case "csv.exponent":
      // @ts-expect-error has no parameters
      issue.params.limit;
      break;
    case "customer-id.too-short":
      typeOf(issue.params.remaining).is<number>();
      break;
    // @ts-expect-error there is no such code
    case "csv.no-such":
      break;
  }
}

// One code has a type of its own.
declare const lost: BulkIssue<"csv.lost-zeros">;
typeOf(lost.params.remaining).is<number>();
const some: BulkIssue = lost;
some.code;
