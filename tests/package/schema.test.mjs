// Standard Schema: what form libraries see.

import assert from "node:assert/strict";
import test from "node:test";
import { form, schema } from "onshi-check";
import { FORMS, KINDS } from "./tables.mjs";

const registration = {
  familyName: " 基金 ", givenName: "太郎", feeSchedule: "3: 歯科", prefecture: "東京都", institutionNumber: "32,4629,5",
  institutionName: "基金歯科クリニック", locationConfirmed: true, founderName: "基金　太郎", phone: "03-1234-5678",
  email: "kikin@example.jp", password: "Abcdefg1", passwordConfirm: "Abcdefg1", termsAccepted: "on",
};
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

test("a form gives its canonical values and the secrets that were typed", () => {
  assert.deepEqual(validate("user-registration", registration), {
    value: {
      ...registration, familyName: "基金", feeSchedule: "3", prefecture: "13", institutionNumber: "3246295", phone: "0312345678",
      locationConfirmed: "true", termsAccepted: "true",
    },
  });
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

test("values of a form that are no object fail as an empty form does", () => {
  const nothing = validate("user-registration", {});
  for (const value of [undefined, null, "text", 5, []]) assert.deepEqual(validate("user-registration", value), nothing);
});
