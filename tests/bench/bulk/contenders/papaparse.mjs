/** Rows by papaparse, judged by a schema: what is common to the contenders with zod and with valibot. */
import Papa from "papaparse";
import { COLUMNS, Tally } from "../rules.mjs";

const FORMAT = { delimiter: ",", newline: "\n", skipEmptyLines: true };
const NAMES = COLUMNS.map((_, column) => `column${column}`);

/** The names of the fields of a row, in the order of the columns. */
export function entries(make) {
  return Object.fromEntries(COLUMNS.map((column, index) => [NAMES[index], make(column)]));
}

/** `issuesOf(text)` gives the issues of an ID, each with code and message; nothing for a right one. */
export async function judgeIds(bytes, issuesOf) {
  const tally = new Tally(1);
  for (const [text] of Papa.parse(new TextDecoder().decode(bytes), FORMAT).data) {
    const issues = issuesOf(text);
    if (issues === undefined) tally.valid += 1;
    else {
      for (const { code, message } of issues) tally.report(0, code, message);
      tally.invalid += 1;
    }
  }
  return tally;
}

/** `issuesOf(row)` gives the issues of a row, each with code, path and message; nothing for a right one. */
export function judgeApplications(file, issuesOf) {
  const tally = new Tally(COLUMNS.length);
  let isHeader = true;
  return new Promise((resolve, reject) => {
    Papa.parse(file.source(), {
      ...FORMAT,
      chunk({ data }) {
        for (const cells of data) {
          if (isHeader) isHeader = false;
          else judge(cells, issuesOf, tally);
        }
      },
      complete: () => resolve(tally),
      error: reject,
    });
  });
}

/** An object literal: quicker than the `header` option, which sets one property after the other. */
function judge([column0, column1, column2, column3, column4, column5, column6, column7], issuesOf, tally) {
  const issues = issuesOf({ column0, column1, column2, column3, column4, column5, column6, column7 });
  if (issues === undefined) {
    tally.valid += 1;
    return;
  }
  for (const { path, code, message } of issues) tally.report(NAMES.indexOf(path), code, message);
  tally.invalid += 1;
}
