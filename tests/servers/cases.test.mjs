// The golden cases of tests/cases/*.json through both servers: as JSON and, where a browser could send them, as it would.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { askAll, BROWSER_TYPE } from "./ask.mjs";
import { withServers } from "./servers.mjs";

const folder = new URL("../cases/", import.meta.url);

/** The fields that a browser sends as `on` when they are ticked, and not at all when they are not. */
const BOXES = ["locationConfirmed", "termsAccepted", "feeAccepted", "eligibilityApplied"];
/** The field that may be sent more than once. */
const LIST = "terminalNames";
/** The day for forms that have no rule about time. */
const ANY_DAY = "2026-11-21";

const cases = readFormCases();
// A server checks what is submitted: a whole form, not while it is typed, and folded.
const isSubmitted = ({ options = {} }) => !["mode", "strict", "only"].some((name) => name in options);
const submitted = cases.filter(isSubmitted);

function readFormCases() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const all = files.flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  return all.filter(({ form }) => form !== undefined);
}

test("a submission can say all that the cases give beside the values", () => {
  assert.ok(submitted.length >= 590, `only ${submitted.length} of ${cases.length} cases`);
  for (const { note, options = {} } of submitted) assert.deepEqual(Object.keys(options).filter((name) => name !== "today"), [], note);
});

// A server goes by one day.
for (const day of new Set(submitted.map(dayOf))) {
  const ofDay = submitted.filter((one) => dayOf(one) === day);
  test(`on ${day}: ${ofDay.length} cases`, () =>
    withServers({ TODAY: day }, async (servers) => {
      for (const expected of ofDay) await replay(servers, expected);
    }));
}

function dayOf({ options }) {
  return options?.today ?? ANY_DAY;
}

async function replay(servers, expected) {
  const { note, form, status, codes, paths } = expected;
  const values = unfold(expected.values);
  const answer = await askAll(servers, `/${form}`, { body: JSON.stringify(values) });
  const { values: canonical, issues } = answer.body;

  assert.equal(answer.status, status === "valid" ? 200 : 422, note);
  assert.deepEqual(issues.map((issue) => issue.code), codes, note);
  if (paths !== undefined) assert.deepEqual(issues.map((issue) => issue.path), paths, note);
  assert.equal(canonical === undefined, answer.status === 422, note);
  for (const [name, value] of Object.entries(canonical ? (expected.canonical ?? {}) : {})) {
    assert.deepEqual(canonical[name] ?? null, value, `${note} (${name})`);
  }

  const pairs = asPairs(values);
  if (pairs === undefined) return;
  const ofBrowser = await askAll(servers, `/${form}`, { type: BROWSER_TYPE, body: String(new URLSearchParams(pairs)) });
  assert.deepEqual(ofBrowser, answer, `${note} (as a browser sends it)`);
}

/** `{"repeat": "9", "times": 10001}` stands for the long text. */
function unfold(values) {
  const text = (value) => (typeof value === "object" && value !== null && "repeat" in value ? value.repeat.repeat(value.times) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
}

/** What a browser sends; undefined for values that no form of a page can have. */
function asPairs(values) {
  const pairs = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === null || (value === false && BOXES.includes(name))) continue;
    const texts = name === LIST && Array.isArray(value) ? value : [value === true && BOXES.includes(name) ? "on" : value];
    if (!texts.every((text) => typeof text === "string")) return undefined;
    for (const text of texts) pairs.push([name, text]);
  }
  return pairs;
}
