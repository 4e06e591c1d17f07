// The findings as files: CSV for a spreadsheet, JSON for a program. What is in them is what the list shows, and no more.

import { columnName } from "./bulk-column.js";
import { messageOf } from "./bulk-package.js";
import { toneOf, toneWord } from "./message.js";
import { language, say } from "./words.js";

/** Excel takes a file for UTF-8 only with it. */
const BYTE_ORDER_MARK = "\ufeff";

/** What a spreadsheet would calculate, and blanks that it skips before it does. */
const FORMULA = /^[\s=+\-@]/;

export function issuesAsCsv(report) {
  const heads = ["row", "line", "column", "severity", "code", "what", "fix"].map((name) => say(`issues.${name}`));
  const rows = report.issues.map((issue) => [
    issue.row,
    issue.line,
    columnName(report.columns, issue.column),
    toneWord(toneOf(issue)),
    issue.code,
    messageOf(issue, language()),
    issue.fix?.value ?? "",
  ]);
  return BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value) {
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The report as the package makes it, with its sentences in the language of the page. */
export function reportAsJson(report, file) {
  const issues = report.issues.map((issue) => ({ ...issue, message: messageOf(issue, language()) }));
  return `${JSON.stringify({ file, ...report, issues }, null, 2)}\n`;
}
