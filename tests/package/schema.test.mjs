// Standard Schema: what form libraries see.

import assert from "node:assert/strict";
import test from "node:test";
import { form, schema } from "onshi-check";
import { CONTRACT } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { FORMS, KINDS } from "./tables.mjs";

const registration = EXAMPLES["user-registration"].values;
const REQUIRED_JA = form("user-registration").check({}).issues[0].message;
const REQUIRED_EN = form("user-registration").check({}, { locale: "en" }).issues[0].message;

function validate(name, value, options) {
  return schema(name, options)["~standard"].validate(value);
}

test("every kind and every form has a schema of version 1", () => {
  for (const name of [...KINDS, ...FORMS.map(([name]) => name)]) {
    const made = schema(name);
    assert.ok(Object.isFrozen(made) && Object.isFrozen(made["~standard"]));
    const { version, vendor, validate } = made["~standard"];
    assert.deepEqual([version, vendor, typeof validate], [1, "onshi-check", "function"]);
  }
});

test("success is the canonical value and has no issues key", () => {
  assert.deepEqual(validate("phone", "０３-1234-5678"), { value: "0312345678" });
  assert.deepEqual(validate("prefecture", "13: 東京都"), { value: "13" });
});

test("failure is the errors, with message and path, and has no value", () => {
  const result = validate("phone", "12", { locale: "en" });
  assert.deepEqual(Object.keys(result), ["issues"]);
  assert.deepEqual(result.issues.map((issue) => [Object.keys(issue).sort(), issue.path]), [[["message", "path"], []]]);
  assert.match(result.issues[0].message, /^Phone numbers start with 0/);
});

test("the empty text and blanks are required, in the locale asked for", () => {
  for (const empty of ["", "  ", "\u3000"]) {
    assert.deepEqual(validate("email", empty), { issues: [{ message: REQUIRED_JA, path: [] }] });
    assert.deepEqual(validate("email", empty, { locale: "en" }), { issues: [{ message: REQUIRED_EN, path: [] }] });
  }
  assert.deepEqual(validate("password", ""), { issues: [{ message: REQUIRED_JA, path: [] }] });
});

test("what is not text fails", () => {
  for (const value of [undefined, null, 312345678, ["0312345678"]]) assert.equal(validate("phone", value).issues.length, 1);
});

test("warnings and infos refuse nothing", () => {
  assert.deepEqual(validate("institution-code", "1331234567"), { value: "1331234567" });
  assert.deepEqual(validate("email", "kikin@gmial.com"), { value: "kikin@gmial.com" });
});

test("a secret comes back as it was typed, and not when it is wrong", () => {
  assert.deepEqual(validate("password", "Abcdef 1"), { value: "Abcdef 1" });
  assert.deepEqual(validate("secret-number", "４７１１"), { value: "４７１１" });
  const wrong = validate("password", "abcdefg1");
  assert.deepEqual(Object.keys(wrong), ["issues"]);
  assert.ok(!JSON.stringify(wrong).includes("abcdefg1"));
});

test("options are those of check", () => {
  assert.ok("issues" in validate("phone", "03-1234-5678", { strict: true }));
  assert.ok("issues" in validate("customer-id", "COP12345678", { prefecture: "27" }));
  assert.deepEqual(validate("customer-id", "1111111111", { customerIdKind: "caf" }), { value: "CAF1111111111" });
});

test("while typing, a text that can still become valid is no failure and stays as it is", () => {
  assert.deepEqual(validate("customer-id", "CAF12", { mode: "typing" }), { value: "CAF12" });
});

test("while typing, a field of a form that can still become valid stays as it is", () => {
  const { value } = validate("user-registration", { ...registration, phone: "03-12" }, { mode: "typing" });
  assert.equal(value?.phone, "03-12");
});

test("every form gives its canonical values and the secrets that were typed", () => {
  for (const [name, { values, output, today }] of Object.entries(EXAMPLES)) {
    assert.deepEqual(validate(name, values, { today }), { value: output }, name);
    assert.deepEqual(validate(name, output, { today }), { value: output }, name);
  }
});

test("what every form hands on is its report's values and its secrets, and nothing else", () => {
  for (const [name, { values, today }] of Object.entries(EXAMPLES)) {
    const more = { ...values, newsletter: true, [Symbol("x")]: 1 };
    const { value } = validate(name, more, { today });
    const { values: shown } = form(name).check(more, { today });
    const secrets = Object.fromEntries(CONTRACT[name].secrets.map((field) => [field, values[field]]));
    assert.deepEqual(value, { ...shown, ...secrets }, name);
  }
});

test("a list is handed on as an array of its names, whether it was given as one text or as many", () => {
  const { values, today } = EXAMPLES["eligibility-paper"];
  for (const [terminalNames, names] of [[" a ", ["a"]], [["a"], ["a"]], [["", " a", null, "b "], ["a", "b"]]]) {
    assert.deepEqual(validate("eligibility-paper", { ...values, terminalNames }, { today }).value.terminalNames, names);
  }
  const { issues } = validate("eligibility-paper", { ...values, terminalNames: ["a", 5] }, { today });
  assert.deepEqual(issues.map(({ path }) => path), [["terminalNames", 1]]);
});

test("an optional field that holds nothing but blanks is not handed on", () => {
  for (const [name, { values, today }] of Object.entries(EXAMPLES)) {
    const { fields, optional } = CONTRACT[name];
    const workplace = fields.includes("institutionNumber") ? { feeSchedule: "7", institutionNumber: " " } : {};
    const blanks = Object.fromEntries(optional.map((field) => [field, " \u3000"]));
    const boxes = name === "eligibility-paper" ? { testYear: " ", testMonthOfYear: "" } : {};
    const { value } = validate(name, { ...values, ...workplace, ...blanks, ...boxes }, { today });
    assert.ok(value, name);
    for (const field of [...optional, ...Object.keys(workplace).slice(1)]) assert.ok(!(field in value), `${name} ${field}`);
  }
});

test("a month of two boxes is handed on as the month, without its boxes", () => {
  const { value } = validate("claims-application", EXAMPLES["claims-application"].values, { today: "2026-05-10" });
  assert.equal(value.startMonth, "2026-07");
  assert.ok(!("startYear" in value) && !("startMonthOfYear" in value));
});

test("the issues of a form are errors of its report, with message and path, for every form and locale", () => {
  for (const [name, { values, today }] of Object.entries(EXAMPLES)) {
    for (const field of Object.keys(values)) {
      for (const locale of ["ja", "en"]) {
        const broken = { ...values, [field]: field === "terminalNames" ? [5] : 5 };
        const { issues } = form(name).check(broken, { today, locale });
        const errors = issues.filter(({ severity }) => severity === "error").map(({ message, path }) => ({ message, path }));
        assert.ok(errors.length > 0, `${name} ${field}`);
        assert.deepEqual(validate(name, broken, { today, locale }), { issues: errors });
      }
    }
  }
});

test("a form leaves its input alone", () => {
  const input = Object.freeze({ ...registration });
  validate("user-registration", input);
  assert.deepEqual(input, registration);
});

test("a form fails with the path of each field, in the order of the form", () => {
  const result = validate("user-registration", { ...registration, phone: "12", email: "", termsAccepted: false });
  assert.deepEqual(Object.keys(result), ["issues"]);
  assert.deepEqual(result.issues.map((issue) => issue.path), [["phone"], ["email"], ["termsAccepted"]]);
  assert.equal(result.issues[1].message, REQUIRED_JA);
});

test("a warning about a form refuses nothing", () => {
  const { issues, value } = validate("user-registration", { ...registration, institutionNumber: "1234567", emial: "" });
  assert.equal(issues, undefined);
  assert.equal(value.institutionNumber, "1234567");
});

test("`only` leaves the other fields out of the result too", () => {
  const only = ["phone"];
  assert.deepEqual(validate("user-registration", { phone: "03-1234-5678" }, { only }), { value: { phone: "0312345678" } });
  assert.deepEqual(validate("user-registration", registration, { only }), { value: { phone: "0312345678" } });
});

test("of every form the issues are the errors of its report, in their order", () => {
  for (const [name] of FORMS) {
    for (const locale of ["ja", "en"]) {
      const { issues } = form(name).check({}, { locale });
      const errors = issues.filter(({ severity }) => severity === "error").map(({ message, path }) => ({ message, path }));
      assert.deepEqual(validate(name, {}, { locale }), { issues: errors });
    }
  }
});

test("an unknown name is a RangeError when the schema is made", () => {
  for (const name of ["registration", "e-mail", "", undefined]) assert.throws(() => schema(name), RangeError);
});

test("values of a form that are no object fail as an empty form does", () => {
  const nothing = validate("user-registration", {});
  for (const value of [undefined, null, "text", 5, []]) assert.deepEqual(validate("user-registration", value), nothing);
});
