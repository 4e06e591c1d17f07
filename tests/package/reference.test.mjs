// `onshi-check/reference`: the data agrees with what the checks say.

import assert from "node:assert/strict";
import test from "node:test";
import { check, form, is, message } from "onshi-check";
import { describe, rules } from "onshi-check/reference";
import { readCases } from "./read-cases.mjs";
import { CODES, FORMS, KINDS } from "./tables.mjs";

test("every kind and form is described in both languages, with an example that is valid", () => {
  for (const kind of KINDS) {
    const [ja, en] = [describe(kind), describe(kind, "en")];
    for (const text of [ja.label, ja.hint, en.label, en.hint]) assert.notEqual(text, "", kind);
    assert.notEqual(ja.hint, en.hint, kind);
    assert.equal(is(kind, ja.example), true, `${kind}: ${ja.example}`);
  }
  for (const [name] of FORMS) {
    const fields = describe(name).fields.map((field) => field.name);
    assert.deepEqual(fields, form(name).fields);
  }
});

test("the pattern of a kind matches the canonical values of the golden cases, and no other text of theirs", () => {
  let compared = 0;
  for (const [, cases] of readCases()) {
    for (const { kind, input, note } of cases) {
      if (!KINDS.includes(kind) || typeof input !== "string") continue;
      const { pattern, minLength = 0, maxLength = Infinity, secret } = describe(kind);
      const length = [...input].length;
      const matches = new RegExp(pattern, "v").test(input) && length >= minLength && length <= maxLength;
      const verdict = check(kind, input);
      const isCanonical = verdict.status === "valid" && (secret ? is(kind, input, { strict: true }) : verdict.value === input);
      assert.equal(matches, isCanonical, `${kind}: ${note}`);
      compared++;
    }
  }
  assert.ok(compared > 400, `only ${compared} texts compared`);
});

const EDITS = [..."019aezAFZCOP@@..--_+ /\u3000１ａＡ－ー漢é\u200b\ufeff\u00a0\n\t"];

/** Numbers below `limit`, the same ones every time (Lehmer). */
function dice() {
  let state = 20261121;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

test("the pattern of a kind matches exactly the canonical ones of texts that are nearly right", () => {
  const roll = dice();
  for (const kind of KINDS) {
    const { pattern, minLength = 0, maxLength = Infinity, secret, example, choices } = describe(kind);
    const regex = new RegExp(pattern, "v");
    const bases = [example, ...choices.map((choice) => choice.value)];
    const seen = { true: 0, false: 0 };
    for (let round = 0; round < 400; round++) {
      const text = [...bases[roll(bases.length)]];
      for (let edits = roll(4); edits > 0; edits--) text.splice(roll(text.length + 1), roll(2), ...(roll(2) ? [EDITS[roll(EDITS.length)]] : []));
      const typed = text.join("");
      const matches = regex.test(typed) && text.length >= minLength && text.length <= maxLength;
      const verdict = check(kind, typed);
      const isCanonical = secret ? is(kind, typed, { strict: true }) : verdict.value === typed;
      assert.equal(matches, isCanonical, `${kind}: ${JSON.stringify(typed)}`);
      seen[matches]++;
    }
    assert.ok(Math.min(seen.true, seen.false) > 20, `${kind}: ${JSON.stringify(seen)}`);
  }
});

test("the pattern of a field matches what the golden cases of its form call canonical, and no other text of theirs", () => {
  let compared = 0;
  for (const { form: name, values, options } of readCases().flatMap(([, cases]) => cases)) {
    if (name === undefined) continue;
    const { fields, rules } = describe(name);
    const report = form(name).check(values, { today: options?.today });
    for (const { name: field, kind, pattern, minLength = 0, maxLength = Infinity, secret } of fields) {
      const verdict = report.fields[field];
      const typed = values[field];
      const saysRule = verdict?.issues.some((issue) => rules.some((rule) => rule.code === issue.code));
      if (verdict === undefined || typeof typed !== "string" || typed === "" || secret || saysRule) continue;
      if (kind === "checkbox" || kind === "repeat") continue;
      const length = [...typed].length;
      const matches = new RegExp(pattern, "v").test(typed) && length >= minLength && length <= maxLength;
      assert.equal(matches, verdict.value === typed, `${name}, ${field}: ${typed}`);
      compared++;
    }
  }
  assert.ok(compared > 3000, `only ${compared} texts compared`);
});

test("fields say when they are required, what they hold, and where a month may come from, in both languages", () => {
  const field = (name, field, locale) => describe(name, locale).fields.find((it) => it.name === field);
  assert.deepEqual(field("claims-application", "isdnNumber", "en").required, {
    when: "when “Line type” is “ISDN”",
    field: "lineType",
    is: ["isdn"],
  });
  assert.deepEqual(field("eligibility-paper", "institutionNumber").required, {
    when: "「点数表」が「職域診療所等」以外のとき",
    field: "feeSchedule",
    isNot: ["7"],
  });
  assert.equal(field("claims-application", "remarks").required, "never");
  assert.equal(field("operation-start", "operationStartDate").required, "always");
  assert.deepEqual(field("eligibility-application", "testMonth").boxes, ["testYear", "testMonthOfYear"]);
  assert.deepEqual(field("eligibility-paper", "terminalNames").items, { max: 10 });
  assert.deepEqual(
    field("deferral-notice", "ground").choices.map((choice) => choice.value),
    ["1", "2", "3", "4", "5", "6"],
  );
  for (const suggestion of describe("internet-provider").suggestions) {
    assert.deepEqual(check("internet-provider", suggestion).issues, [], suggestion);
  }
});

test("the examples of a form fill it validly, as far as they apply", () => {
  for (const [name] of FORMS) {
    const { fields } = describe(name);
    const values = Object.fromEntries(fields.map(({ name, kind, example }) => [name, kind === "list" ? [example] : example]));
    // Examples are of their time: an application of April 2026, a notice of October 2024.
    const today = name === "deferral-notice" ? "2024-10-15" : "2026-04-01";
    const report = form(name).check(values, { today });
    assert.equal(report.status, "valid", `${name}: ${report.issues.map((issue) => issue.code)}`);
    assert.ok(!report.issues.some((issue) => issue.severity === "warning"), name);
  }
});

test("the tables of lines and providers are there, and every open question says why it is open", () => {
  const { lineServices, lineNotes, providers, undecided } = rules;
  assert.deepEqual(lineServices.map((it) => it.value), describe("line-service").choices.map((choice) => choice.value));
  for (const { value, claims, eligibility, notes } of lineServices) {
    for (const cell of [claims.east, claims.west, eligibility.east, eligibility.west]) {
      assert.ok(["ok", "ok-ipv6", "no", "not-offered", "unknown"].includes(cell), value);
    }
    for (const number of notes) assert.ok(lineNotes.some((note) => note.number === number), value);
  }
  assert.deepEqual(lineServices.find((it) => it.value === "hikari-light").ended, { west: "2025-03-31" });
  assert.deepEqual(lineServices.find((it) => it.value === "commufa-business").area, ["20", "21", "22", "23", "24"]);
  assert.equal(providers.filter((it) => it.claims).length, describe("internet-provider").suggestions.length);
  for (const kind of ["contradiction", "silent", "unreadable"]) {
    assert.ok(undecided.filter((it) => it.kind === kind).length >= 5, kind);
  }
  assert.ok(undecided.every((it) => ["contradiction", "silent", "unreadable"].includes(it.kind)));
});

test("the rules name every code with its severity, and the sentences that messages are made of", () => {
  assert.deepEqual(rules.codes.map(({ code, severity }) => [code, severity]), CODES.map(({ name, severity }) => [name, severity]));
  const plain = rules.codes.filter(({ params }) => params.length === 0);
  for (const { code, ja, en } of plain) {
    assert.equal(message({ code, params: {} }, "ja"), ja);
    assert.equal(message({ code, params: {} }, "en"), en);
  }
});

test("the rules are frozen, a description is the caller's own, and an unknown name is a RangeError", () => {
  assert.ok(Object.isFrozen(rules));
  describe("email").label = "changed";
  assert.notEqual(describe("email").label, "changed");
  assert.throws(() => describe("e-mail"), RangeError);
});
