/**
 * Everything of `onshi-check`, codes found in any text, and whole files checked.
 *
 * @example
 * import { bulk, find } from "onshi-check/bulk";
 *
 * const [hit] = find("お客さまID：ＣＡＦ０１２３-４５６-７８９");
 * hit.value; // → "CAF0123456789"
 *
 * const report = await bulk("お客さまID,電話\nCAF0123456789,312345678\n");
 * report.invalid; // → 1
 * report.issues[0].code; // → "csv.lost-zeros"
 * report.issues[0].fix?.value; // → "0312345678"
 *
 * @module
 */

import type { FieldName, Fix, FormName, Issue, IssueCode, Kind, Locale, Severity, Verdict } from "./types.js";

export * from "./types.js";

/** What can be found in a text. */
export type FindKind = "customer-id" | "institution-code" | "institution-number" | "email" | "phone";

/** Options of {@link find}. */
export interface FindOptions {
  /** Only these; otherwise all. */
  readonly kinds?: readonly FindKind[];
  /** The language of the verdicts' messages. */
  readonly locale?: Locale;
}

/** One hit. */
export interface Found {
  readonly kind: FindKind;
  /** The canonical value; where the verdict is not valid, the text as it stands. */
  readonly value: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The word before it that says what it is, as it stands. */
  readonly label?: string;
  /** `"high"`: the text says what it is, by its letters or by a label. `"low"`: digits that could be something else. */
  readonly confidence: "high" | "low";
  /** What `check` says of it. */
  readonly verdict: Verdict;
}

/**
 * Customer IDs, institution codes and numbers, e-mail addresses and phone numbers in a letter, a mail or what was copied from
 * a PDF: in full width, with hyphens, over broken lines. In the order of the text, without overlaps; in time linear in it.
 */
export declare function find(text: string, options?: FindOptions | null): readonly Found[];

/** Where a file comes from. */
export type BulkSource = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array | string;

/** How a file is read: what is not said is found out. */
export interface BulkOptions {
  /**
   * What columns hold, by index from 0 or by header: a kind, or with `form` the name of a field; `null` is not checked. A
   * number that is an index is one, even where a header is the same number. The others as their headers say.
   */
  readonly columns?: Readonly<Record<string | number, Kind | FieldName | null>>;
  /** Rows are checked as a whole form. Only fields that have a column are asked for. */
  readonly form?: FormName;
  readonly encoding?: "auto" | "utf-8" | "shift_jis";
  readonly delimiter?: "auto" | "," | "\t" | ";";
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  /** Told after every piece. Bytes are those of the source. */
  readonly onProgress?: (progress: BulkProgress) => void;
  /** Stops; what was counted so far is the report, with `aborted`. */
  readonly signal?: AbortSignal;
  /** How many issues are kept; 1000 unless told. All of them are counted. */
  readonly maxIssues?: number;
  /**
   * `"auto"`: in a worker where there are workers and the source is not a stream. A page's Content-Security-Policy allows it
   * with `worker-src blob:`; otherwise, and with `false`, the page gets a turn after every few milliseconds.
   */
  readonly worker?: "auto" | false;
  readonly locale?: Locale;
  /** The day that rules about time go by, `YYYY-MM-DD`; today in Tokyo unless told. */
  readonly today?: string;
}

/** How far it is. */
export interface BulkProgress {
  readonly bytes: number;
  /** Unknown of streams. */
  readonly totalBytes?: number;
  readonly rows: number;
}

/** One column of a file. */
export interface BulkColumn {
  /** From 0. */
  readonly index: number;
  /** What stands above it; `""` without a header. */
  readonly header: string;
  /** What its cells are checked as; `null`: not checked, or a field that is of no kind. */
  readonly kind: Kind | null;
  /** With `form`: the field of it. */
  readonly field?: FieldName;
}

/** The beginning of a file, and how it would be read. */
export interface BulkPreview {
  readonly encoding: "utf-8" | "shift_jis";
  readonly delimiter: "," | "\t" | ";";
  readonly header: boolean;
  readonly columns: readonly BulkColumn[];
  /** The first ten rows, without the header. Cells of secret columns are masked. */
  readonly rows: readonly (readonly string[])[];
}

/** What a column came to. */
export interface BulkColumnReport extends BulkColumn {
  /** Cells that say something. */
  readonly filled: number;
  readonly valid: number;
  readonly invalid: number;
  /** How often each code was found. */
  readonly codes: Readonly<Partial<Record<IssueCode, number>>>;
}

/** A finding in a file. */
export type BulkIssue<C extends IssueCode = IssueCode> = {
  [Name in C]: Pick<Issue<Name>, "code" | "severity" | "params" | "message"> & {
    /** From 1, without the header. */
    readonly row: number;
    /** The line of the file on which the row begins, from 1. */
    readonly line: number;
    /** From 0; -1: the row as a whole. */
    readonly column: number;
    /** The number with its lost zeros. Never safe: whoever has the papers decides. */
    readonly fix?: Fix;
  };
}[C];

/** What a file came to. Holds nothing of its cells but fixes. */
export interface BulkReport {
  /** Without the header and empty lines: the sum of the next three. */
  readonly rows: number;
  /** Rows without an error. */
  readonly valid: number;
  /** Rows with one. */
  readonly invalid: number;
  /** Rows that could not be read. */
  readonly malformed: number;
  readonly columns: readonly BulkColumnReport[];
  /** The first `maxIssues`, in the order of the file. Those of secret columns are counted, but never here. */
  readonly issues: readonly BulkIssue[];
  /** Whether there were more issues. */
  readonly truncated: boolean;
  readonly encoding: "utf-8" | "shift_jis";
  readonly delimiter: "," | "\t" | ";";
  readonly header: boolean;
  /** Whether the signal stopped it. */
  readonly aborted: boolean;
}

/**
 * Checks a file of rows: CSV or TSV, of any size, in bounded memory. Rejects with `OnshiUnavailable` where WebAssembly cannot
 * run, with a `TypeError` for a source that is none, and with the error of a source that fails.
 */
export declare function bulk(source: BulkSource, options?: BulkOptions | null): Promise<BulkReport>;

/** How a file would be read, from its first 64 KiB: for a page that asks before it begins. A stream is used up by it. */
export declare function preview(source: BulkSource, options?: BulkOptions | null): Promise<BulkPreview>;

/**
 * The same file with three columns behind: the result, the findings in words, their codes; empty for a right row. UTF-8 with
 * byte order mark and CRLF; a cell that a spreadsheet would run as a formula gets an apostrophe in front. Runs on the thread
 * that reads the stream, which gets a turn after every few milliseconds.
 */
export declare function annotate(source: BulkSource, options?: BulkOptions | null): ReadableStream<Uint8Array>;
