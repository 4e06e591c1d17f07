// What every answer must look like, whatever was asked. The words come from the tables of the package.

import assert from "node:assert/strict";
import { CHANGES, CODES, FIELDS, SEVERITIES } from "./tables.mjs";

const STATUSES = ["empty", "incomplete", "invalid", "valid"];
const CHECK_DIGITS = ["ok", "mismatch", "unverified"];
const SECRET_KINDS = ["password", "secret-number"];
const PARTS = {
  "institution-code": ["prefecture", "feeSchedule", "institutionNumber"],
  "customer-id": ["prefix", "digits"],
};
const VERDICT_KEYS = ["status", "value", "text", "changes", "issues", "remaining", "parts", "checkDigit"];
const ISSUE_KEYS = ["code", "severity", "path", "message", "params", "source", "range", "fix"];
const REPORT_KEYS = ["fields", "issues", "missing", "status", "values"];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const MOST_UNITS = 10000;

const codes = new Map(CODES.map((code) => [code.name, code]));

/** Checks a verdict on `input` of this kind. `locale` is the one asked for. */
export function assertVerdict(verdict, { kind, input, locale = "ja", secret = SECRET_KINDS.includes(kind) }) {
  assertAnswer(verdict, { length: lengthOf(input), locale, secret });
  if (secret || typeof input !== "string" || input.length > MOST_UNITS) assert.equal(verdict.text, "");
  if (verdict.status === "valid") assertParts(verdict, kind);
  // That a field is required is said beside its verdict, which stays "empty".
  assertStatus(verdict, (issue) => issue.severity === "error" && issue.code !== "required");
}

/** Checks the verdict on three boxes. */
export function assertAssembled(verdict, { locale = "ja" } = {}) {
  assertAnswer(verdict, { length: MOST_UNITS, locale, secret: false });
  assertStatus(verdict, (issue) => issue.severity === "error");
}

/** The parts and the check digit that the types promise of a valid text of this kind. */
function assertParts({ parts, checkDigit, value }, kind) {
  const names = PARTS[kind];
  if (names) assert.deepEqual(names.map((name) => parts[name]).join(""), value);
  if (kind !== undefined) assert.deepEqual(Object.keys(parts ?? {}), names ?? []);
  if (kind === "institution-code") assert.notEqual(checkDigit, undefined);
  else if (kind !== undefined && kind !== "institution-number") assert.equal(checkDigit, undefined);
}

function assertStatus({ status, issues }, refuses) {
  assert.equal(status === "invalid", issues.some(refuses), `${status}, but ${issues.map((issue) => issue.code)}`);
}

function assertAnswer(verdict, { length, locale, secret }) {
  assertKeys(verdict, VERDICT_KEYS);
  const { status, value, text, changes, issues, remaining, parts, checkDigit } = verdict;
  assert.ok(STATUSES.includes(status), status);
  if (status === "valid" && !secret) assert.equal(typeof value, "string");
  else assert.equal(value, null);
  assert.equal(typeof text, "string");
  assert.ok(text.length <= MOST_UNITS * 3, "three boxes at the most");
  assert.ok(Array.isArray(changes));
  if (secret) assert.equal(changes.length, 0);
  for (const change of changes) assertChange(change, length);
  assertIssues(issues, { length, locale });
  if (secret) for (const issue of issues) assert.equal(issue.fix, undefined, issue.code);
  if (remaining !== undefined) {
    assert.equal(status, "incomplete");
    assert.ok(Number.isInteger(remaining) && remaining > 0, `remaining ${remaining}`);
  }
  if (parts !== undefined) {
    assert.ok(status === "valid" || status === "incomplete", status);
    assert.ok(!secret);
    for (const part of Object.values(parts)) assert.ok(typeof part === "string" && part !== "");
  }
  if (checkDigit !== undefined) {
    assert.ok(CHECK_DIGITS.includes(checkDigit), checkDigit);
    assert.ok(status === "valid" || status === "invalid", status);
  }
}

/** Checks the report of a form on `values`. `fields` are the fields that were to be judged. */
export function assertReport(report, { form, values = {}, fields = form.fields, locale = "ja", secrets = [] }) {
  assert.deepEqual(Object.keys(report).sort(), REPORT_KEYS);
  assert.ok(STATUSES.includes(report.status), report.status);
  assertIssues(report.issues, { length: MOST_UNITS, locale });
  if (report.issues.some((issue) => issue.code === "internal")) {
    assert.equal(report.status, "empty", "what could not be checked is not accused");
    return;
  }
  assert.notEqual(report.status, "empty");
  assert.deepEqual(Object.keys(report.fields), fields);
  for (const field of fields) {
    const verdict = report.fields[field];
    const secret = secrets.includes(field);
    assertVerdict(verdict, { input: ownText(values, field), locale, secret });
    assert.equal(report.values[field] ?? null, verdict.value);
    assert.deepEqual(verdict.issues, report.issues.filter((issue) => issue.path[0] === field));
  }
  for (const name of report.missing) assert.ok(fields.includes(name), name);
  for (const issue of report.issues) assert.equal(issue.path.length, 1, issue.code);
  const refused = report.issues.some((issue) => issue.severity === "error");
  if (report.status === "valid") assert.ok(!refused && report.missing.length === 0);
}

/** Checks a list of issues: complete ones, errors first. */
export function assertIssues(issues, { length = MOST_UNITS, locale = "ja" } = {}) {
  assert.ok(Array.isArray(issues));
  for (const issue of issues) assertIssue(issue, length, locale);
  const weights = issues.map((issue) => SEVERITIES.indexOf(issue.severity));
  assert.deepEqual(weights, [...weights].sort(), "errors first, then warnings, then infos");
}

function assertIssue(issue, length, locale) {
  assertKeys(issue, ISSUE_KEYS);
  const code = codes.get(issue.code);
  assert.ok(code, issue.code);
  assert.equal(issue.severity, code.severity, issue.code);
  assert.ok(Array.isArray(issue.path));
  assertMessage(issue.message, locale);
  assert.deepEqual(Object.keys(issue.params), code.params, issue.code);
  for (const [name, value] of Object.entries(issue.params)) assertParam(name, value);
  assert.deepEqual(Object.keys(issue.source).sort(), ["asOf", "document", "section"]);
  if (issue.range !== undefined) assertRange(issue.range, length);
  if (issue.fix !== undefined) {
    assert.deepEqual(Object.keys(issue.fix).sort(), ["label", "safe", "value"]);
    assert.equal(typeof issue.fix.value, "string");
    assert.equal(typeof issue.fix.safe, "boolean");
    assertMessage(issue.fix.label, locale);
  }
}

function assertMessage(message, locale) {
  assert.equal(typeof message, "string");
  assert.notEqual(message, "");
  assert.doesNotMatch(message, /[{}]|undefined|null|NaN/);
  const own = message.replace(/“[^”]*”/g, ""); // An English sentence may quote what the portal accepts.
  assert.equal(JAPANESE.test(own), locale === "ja", `${locale}: ${message}`);
}

function assertParam(name, value) {
  if (name === "prefecture") assert.match(value, /^(0[1-9]|[1-3][0-9]|4[0-7])$/);
  else if (name === "feeSchedule") assert.match(value, /^[13467]$/);
  else if (name === "prefix") assert.match(value, /^(CAF|COP)$/);
  else if (name === "name") assert.ok(FIELDS.includes(value), value);
  else assert.ok(Number.isInteger(value) && value > 0 && value <= MOST_UNITS, `${name} ${value}`);
}

function assertChange(change, length) {
  assert.deepEqual(Object.keys(change).sort(), ["from", "index", "kind", "to"]);
  assert.ok(CHANGES.includes(change.kind), change.kind);
  assert.ok(typeof change.from === "string" && change.from !== "");
  assert.equal(typeof change.to, "string");
  assert.ok(Number.isInteger(change.index) && change.index >= 0 && change.index < length, `index ${change.index}`);
}

function assertRange(range, length) {
  assert.equal(range.length, 2);
  const [start, end] = range;
  assert.ok(Number.isInteger(start) && Number.isInteger(end));
  assert.ok(0 <= start && start <= end && end <= length, `range ${start} to ${end} of ${length}`);
}

function assertKeys(object, known) {
  for (const key of Object.keys(object)) {
    assert.ok(known.includes(key), key);
    assert.notEqual(object[key], undefined, `${key} is left out, not undefined`);
  }
}

function lengthOf(input) {
  return typeof input === "string" ? input.length : 0;
}

/** What stands in a field, as far as it is text; `true` is read as the text "true". */
function ownText(values, field) {
  try {
    const value = Object.getOwnPropertyDescriptor(values, field)?.value;
    return value === true ? "true" : value;
  } catch {
    return undefined;
  }
}
