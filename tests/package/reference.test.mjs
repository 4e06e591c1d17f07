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
