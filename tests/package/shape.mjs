// What every answer must look like, whatever was asked. The words come from the tables of the package.

import assert from "node:assert/strict";
import { applies, CONTRACT } from "./contract.mjs";
import { CHANGES, CODES, FIELDS, LINE_SERVICES, SEVERITIES } from "./tables.mjs";

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
/** Parameters that are a day or a month. */
const DATES = ["earliest", "latest", "since"];
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

/**
 * Checks the report of a form on `values`. `judged` are the fields that were to be judged, where `only` says so; `locale`
 * is the one asked for.
 */
export function assertReport(report, { form, values = {}, judged = form.fields, locale = "ja" }) {
  const { secrets, months, list, when } = CONTRACT[form.name];
  assert.deepEqual(Object.keys(report).sort(), REPORT_KEYS);
  assert.ok(STATUSES.includes(report.status), report.status);
  assertIssues(report.issues, { length: MOST_UNITS, locale });
  if (report.issues.some((issue) => issue.code === "internal")) {
    assert.equal(report.status, "empty", "what could not be checked is not accused");
    return;
  }
  assert.notEqual(report.status, "empty");
  assertKeysOfReport(report, { form, judged });
  for (const [key, verdict] of Object.entries(report.fields)) {
    const [field, item] = key.split(".");
    const secret = secrets.includes(field);
    const input = ownText(values, field, item);
    // A month that was composed of two boxes has a text, although nothing was typed into it. And what is wrong with a
    // repetition too was said about the first entry.
    const saidOfTheFirst = field === "customerIdConfirm" && verdict.status === "invalid" && report.fields.customerId?.status === "invalid";
    if (saidOfTheFirst || (months[field] && typeof input !== "string")) assertAnswer(verdict, { length: MOST_UNITS, locale, secret });
    else assertVerdict(verdict, { input, locale, secret });
    if (item === undefined && field !== list) assert.equal(report.values[field] ?? null, verdict.value, key);
    assert.deepEqual(verdict.issues, report.issues.filter((issue) => keyOf(issue, months) === key), key);
    // What does not apply is there only to say that something else is wrong.
    if (judged === form.fields && applies(form.name, field, report) === false) assert.equal(verdict.status, "invalid", key);
  }
  assertList(report, list);
  for (const field of judged) {
    if (field in report.fields || field === list) continue;
    assert.ok(field in when, `${field} always applies`);
    if (judged === form.fields) assert.notEqual(applies(form.name, field, report), true, `${field} applies`);
  }
  const inOrder = form.fields.filter((field) => report.missing.includes(field));
  assert.deepEqual(report.missing, inOrder, "in the order of the form");
  for (const field of report.missing) {
    assert.equal(report.fields[field].status, "empty", field);
    assert.ok(report.fields[field].issues.some((issue) => issue.code === "required"), field);
  }
  for (const issue of report.issues) assertPath(issue, list);
  for (const field of secrets) assert.ok(!(field in report.values), field);
  assert.deepEqual(JSON.parse(JSON.stringify(report.values)), report.values);
  assertStatusOfReport(report);
}

/** Every key is a field that was to be judged, or an item of the list; in the order of the form. */
function assertKeysOfReport({ fields, values }, { form, judged }) {
  const { list } = CONTRACT[form.name];
  const owners = Object.keys(fields).map((key) => {
    const [field, item] = key.split(".");
    assert.ok(judged.includes(field), key);
    if (item !== undefined) assert.ok(field === list && /^[0-9]$/.test(item), key);
    return form.fields.indexOf(field);
  });
  assert.deepEqual(owners, [...owners].sort((a, b) => a - b), "in the order of the form");
  for (const field of Object.keys(values)) {
    assert.ok(Object.keys(fields).some((key) => key.split(".")[0] === field), field);
  }
}

/** The values of a list are those of its valid items; what is wrong with it as a whole stands beside them. */
function assertList({ fields, values }, list) {
  const items = Object.entries(fields).filter(([key]) => key.startsWith(`${list}.`));
  const valid = items.filter(([, { status }]) => status === "valid").map(([, { value }]) => value);
  assert.deepEqual(values[list] ?? [], valid);
  if (list in fields) assert.notEqual(fields[list].status, "valid");
}

function assertStatusOfReport({ status, fields, issues, missing }) {
  const statuses = Object.values(fields).map((verdict) => verdict.status);
  if (status === "invalid") assert.ok(statuses.includes("invalid") || missing.length > 0);
  else assert.ok(!statuses.includes("invalid"));
  if (status === "incomplete") assert.ok(statuses.includes("incomplete") || missing.length > 0);
  if (status !== "valid") return;
  assert.ok(issues.every((issue) => issue.severity !== "error") && missing.length === 0);
  assert.ok(statuses.every((status) => status === "valid" || status === "empty"));
}

/** The key of the verdict that an issue belongs to: its path, or the month of a box; none of an unknown key. */
function keyOf({ code, path }, months) {
  if (code === "form.unknown-field") return undefined;
  const month = Object.keys(months).find((name) => months[name].includes(path[0]));
  return month ?? path.join(".");
}

function assertPath({ path, code }, list) {
  assert.equal(typeof path[0], "string", code);
  if (path.length === 1) return;
  assert.deepEqual(path, [list, path[1]], code);
  assert.ok(Number.isInteger(path[1]) && path[1] >= 0 && path[1] < 10, code);
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
  else if (name === "lineService") assert.ok(LINE_SERVICES.includes(value), value);
  else if (DATES.includes(name)) assert.match(value, /^(19|20)[0-9]{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$/);
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

/** What stands in a field, or in an item of it, as far as it is text; `true` is read as the text "true". */
function ownText(values, field, item) {
  const value = ownValue(values, field);
  if (item !== undefined) return typeof value === "string" ? value : ownValue(value, item);
  return value === true ? "true" : value;
}

function ownValue(object, name) {
  try {
    return Object.getOwnPropertyDescriptor(object, name)?.value;
  } catch {
    return undefined;
  }
}
