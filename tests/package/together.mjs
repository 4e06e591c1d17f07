// Both applications checked together, beside each of them checked alone.

import assert from "node:assert/strict";
import { checkTogether, form } from "onshi-check";
import { PARTS } from "./contract.mjs";
import { assertIssues } from "./shape.mjs";
import { SEVERITIES } from "./tables.mjs";

const STATUSES = ["invalid", "incomplete", "valid"];

/** The report on both, held to be the two reports with their parts in front, and warnings about what does not fit. */
export function checkParts(both, options) {
  const report = checkTogether(both, options);
  const own = Object.entries(PARTS).map(([part, name]) => [part, form(name).check(ownValue(both, part), options)]);
  assertIssues(report.issues, { locale: localeOf(options) });
  const found = report.issues.filter(({ code }) => code.startsWith("together."));
  const prefixed = (part, list) => list.map((issue) => ({ ...issue, path: [part, ...issue.path] }));

  assert.deepEqual(Object.keys(report), ["status", "values", "fields", "issues", "missing"]);
  assert.deepEqual(report.values, Object.fromEntries(own.map(([part, { values }]) => [part, values])));
  assert.deepEqual(report.missing, own.flatMap(([part, { missing }]) => missing.map((name) => `${part}.${name}`)));
  const statuses = own.map(([, { status }]) => STATUSES.indexOf(status));
  assert.equal(report.status, STATUSES[Math.min(...statuses)]);

  // Errors of both, then warnings of both, then infos.
  const issues = SEVERITIES.flatMap((severity) =>
    own.flatMap(([part, { issues }]) => prefixed(part, issues.filter((issue) => issue.severity === severity))));
  assert.deepEqual(report.issues.filter((issue) => !found.includes(issue)), issues);

  const fields = own.flatMap(([part, { fields }]) => Object.entries(fields).map(([key, verdict]) => [`${part}.${key}`, verdict]));
  assert.deepEqual(Object.keys(report.fields), fields.map(([key]) => key));
  for (const [key, verdict] of fields) {
    const own = prefixed(key.split(".")[0], verdict.issues);
    const added = found.filter(({ path }) => path.join(".") === key);
    const all = SEVERITIES.flatMap((severity) => [...own, ...added].filter((issue) => issue.severity === severity));
    assert.deepEqual(report.fields[key], { ...verdict, issues: all }, key);
  }
  for (const { severity, path } of found) {
    assert.equal(severity, "warning");
    assert.ok(path.join(".") in report.fields, path.join("."));
  }
  return report;
}

function ownValue(object, name) {
  try {
    return Object.getOwnPropertyDescriptor(object, name)?.value;
  } catch {
    return undefined;
  }
}

function localeOf(options) {
  try {
    return options?.locale === "en" ? "en" : "ja";
  } catch {
    return "ja";
  }
}
