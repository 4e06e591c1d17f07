// What a file came to: from words to the object of the contract.

import { makeIssue, next, nextString, open } from "../decode.js";
import { core } from "../engine.js";
import { codes } from "../names.js";
import { NONE } from "./options.js";

/** The report on a file as far as it was read. */
export function readReport(handle, plan, english) {
  open(core.bulk_report(handle));
  const [rows, valid, invalid, malformed, truncated] = Array.from({ length: 5 }, next);
  const columns = Array.from({ length: next() }, (_, index) => readColumn(plan.columns[index]));
  const kept = Array.from({ length: next() }, () => readIssue());
  // Sentences are made in the memory that the words stand in, so they come last.
  const issues = kept.map((issue) => withSentence(issue, english));
  const { encoding, delimiter, header } = plan;
  return { rows, valid, invalid, malformed, columns, issues, truncated: truncated === 1, encoding, delimiter, header, aborted: false };
}

function readColumn(column) {
  const [filled, valid, invalid] = [next(), next(), next()];
  const counts = {};
  for (let rest = next(); rest > 0; rest--) counts[codes[next()].name] = next();
  return { ...column, filled, valid, invalid, codes: counts };
}

function readIssue() {
  const issue = { row: next(), line: next(), column: next(), number: next(), values: [next(), next(), next()] };
  if (next() === 1) issue.fix = nextString();
  return issue;
}

function withSentence({ row, line, column, number, values, fix }, english) {
  const { code, severity, params, message } = makeIssue(number, ...values, [], english);
  const issue = { row, line, column: column === NONE ? -1 : column, code, severity, params, message };
  if (fix !== undefined) issue.fix = { value: fix, label: english ? `Use ${fix}` : `${fix}\u306b\u3059\u308b`, safe: false };
  return issue;
}
