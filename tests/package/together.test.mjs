// Both applications of one place: the two reports side by side, and what they say about each other.

import assert from "node:assert/strict";
import test from "node:test";
import { checkTogether, form } from "onshi-check";
import { CONTRACT, PARTS } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { readCases } from "./read-cases.mjs";
import { checkParts } from "./together.mjs";

const today = "2026-05-10";
const eligibility = { ...EXAMPLES[PARTS.eligibility].output, startMonth: "2026-08" };
const claims = EXAMPLES[PARTS.claims].output;

/** The report on the right examples of both with some values changed. */
function both(changed = {}, options) {
  const values = { eligibility: { ...eligibility, ...changed.eligibility }, claims: { ...claims, ...changed.claims } };
  return checkParts(values, { today, ...options });
}

function together(issues) {
  return issues.filter(({ code }) => code.startsWith("together.")).map(({ code, path }) => [code, path]);
}

test("two right applications that go together are valid, with the values of each", () => {
  const report = both();
  assert.deepEqual([report.status, report.issues, report.missing], ["valid", [], []]);
  const { secretNumber, secretNumberConfirm, ...shown } = eligibility;
  assert.deepEqual(report.values, { eligibility: shown, claims });
});

test("every golden case about both is the two reports, with their parts in front", () => {
  for (const { together, options } of readCases().flatMap(([, cases]) => cases).filter((one) => "together" in one)) {
    for (const mode of ["final", "typing"]) for (const locale of ["ja", "en"]) checkParts(together, { ...options, mode, locale });
  }
});

test("the golden cases of either form go through as parts", () => {
  const cases = readCases().flatMap(([, cases]) => cases);
  for (const [part, name] of Object.entries(PARTS)) {
    for (const { values, options: { only, ...options } = {} } of cases.filter((one) => one.form === name)) {
      checkParts({ [part]: values }, options);
      checkParts({ eligibility, claims, [part]: values }, options);
    }
  }
});

test("a warning about both stands among the issues of its field and refuses nothing", () => {
  const internet = { lineType: "3", customerIdSource: "", customerId: "", customerIdConfirm: "", v6Option: "", lineService: "" };
  const { status, issues, fields } = both({ eligibility: internet });
  assert.equal(status, "valid");
  assert.deepEqual(together(issues), [["together.line-type", ["claims", "lineType"]]]);
  const verdict = fields["claims.lineType"];
  assert.deepEqual([verdict.status, verdict.value, verdict.issues], ["valid", "ip-vpn-ipv6", issues]);
});

test("another institution is said once, at the first field that differs", () => {
  const others = { prefecture: "14", feeSchedule: "1", institutionNumber: "0110049" };
  const fields = Object.keys(others);
  for (const [place, field] of fields.entries()) {
    const changed = Object.fromEntries(fields.slice(place).map((name) => [name, others[name]]));
    assert.deepEqual(together(both({ claims: changed }).issues), [["together.institution", ["claims", field]]], field);
  }
});

test("one customer ID in two notations is one, two are a warning", () => {
  for (const customerId of ["CAF1111111111", "1111111111", "ｃａｆ-11111-11111"]) {
    assert.deepEqual(together(both({ claims: { customerId } }).issues), [], customerId);
  }
  for (const other of [{ customerId: "CAF1111111112" }, { customerIdSource: "cop", customerId: "11111111" }]) {
    assert.deepEqual(together(both({ claims: other }).issues), [["together.customer-id", ["claims", "customerId"]]]);
  }
  assert.deepEqual(together(both({ claims: { customerId: "CAF111" } }).issues), [], "what is wrong by itself is not compared");
});

test("when each application takes the customer ID from the other, both are told", () => {
  const report = both({
    eligibility: { customerIdSource: "same-as-claims", customerId: "", customerIdConfirm: "" },
    claims: { customerIdSource: "same-as-eligibility", customerId: "" },
  });
  assert.ok(together(report.issues).some(([code, path]) => code === "together.no-customer-id" && path[0] === "eligibility"));
});

test("warnings stand behind errors and before infos, those of the claims application behind those of the other", () => {
  const { issues } = both({
    eligibility: { customerIdSource: "same-as-claims", customerId: "", customerIdConfirm: "", testMonth: "2026-09" },
    claims: { customerIdSource: "same-as-eligibility", customerId: "", prefecture: "14", startMonth: "2026-06", paymentMethod: "5" },
  });
  assert.deepEqual(issues.map(({ severity, code, path }) => [severity, code, path.join(".")]), [
    ["error", "payment-method.unknown", "claims.paymentMethod"],
    ["warning", "together.no-customer-id", "eligibility.customerIdSource"],
    ["warning", "month.test-after-start", "eligibility.testMonth"],
    ["warning", "together.institution", "claims.prefecture"],
    ["warning", "claims.start-too-early", "claims.startMonth"],
    ["info", "customer-id.same-line-may-lag", "eligibility.customerIdSource"],
  ]);
});

test("a box of a month stands in the place of its month", () => {
  const { issues, fields } = both({
    eligibility: { startMonth: "", startYear: "2026" },
    claims: { startMonth: "", startMonthOfYear: "7", applicationType: "x", paymentMethod: "x" },
  });
  assert.deepEqual(issues.map(({ code, path }) => [code, path.join(".")]), [
    ["month.half-given", "eligibility.startMonthOfYear"],
    ["application-type.unknown", "claims.applicationType"],
    ["month.half-given", "claims.startYear"],
    ["payment-method.unknown", "claims.paymentMethod"],
  ]);
  assert.deepEqual(fields["claims.startMonth"].issues, [issues[2]]);
});

test("a misspelt key is said behind the fields of its part", () => {
  const { issues } = both({ eligibility: { prefekture: "13" }, claims: { remark: "" } });
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [
    ["form.unknown-field", ["eligibility", "prefekture"]],
    ["form.unknown-field", ["claims", "remark"]],
  ]);
});

test("a part that is nothing, or no object, is an empty form", () => {
  const empty = checkParts({}, { today });
  const missing = Object.entries(PARTS).flatMap(([part, name]) =>
    form(name).check({}, { today }).missing.map((field) => `${part}.${field}`));
  assert.deepEqual([empty.status, empty.missing, empty.values], ["invalid", missing, { eligibility: {}, claims: {} }]);
  const map = new Map([["eligibility", eligibility]]);
  for (const nothing of [undefined, null, "", "text", 5, true, [], () => {}, Symbol("part"), map]) {
    assert.deepEqual(checkTogether(nothing, { today }), empty, String(nothing));
    assert.deepEqual(checkTogether({ eligibility: nothing, claims: nothing }, { today }), empty, String(nothing));
    assert.deepEqual(checkTogether({ eligibility, claims: nothing }, { today }), checkTogether({ eligibility }, { today }));
  }
});

test("the status is the worse of the two", () => {
  const { paymentMethod, ...open } = claims;
  assert.equal(checkTogether({ eligibility, claims: open }, { today }).status, "invalid");
  assert.equal(checkTogether({ eligibility, claims: open }, { today, mode: "typing" }).status, "incomplete");
  assert.equal(checkTogether({ eligibility: {}, claims }, { today, mode: "typing" }).status, "incomplete");
  assert.equal(both({ claims: { paymentMethod: "5" } }, { mode: "typing" }).status, "invalid");
});

test("a month, a customer ID or a choice that differs only in its notation is no difference", () => {
  const typed = { eligibility: EXAMPLES[PARTS.eligibility].values, claims: EXAMPLES[PARTS.claims].values };
  assert.deepEqual(together(checkParts(typed, { today }).issues), []);
});

test("context in the options does not make two institutions of one", () => {
  const contexts = [{ prefecture: "27" }, { feeSchedule: "1" }, { customerIdKind: "cop" }, { lineType: "3" }, { lineType: "isdn" }];
  for (const options of contexts) {
    assert.deepEqual(together(both({}, options).issues), [], JSON.stringify(options));
  }
  const nothing = checkTogether({}, { prefecture: "27", feeSchedule: "1", lineType: "3", today });
  assert.deepEqual(together(nothing.issues), []);
});

test("one report does not change with the next, and asking changes nothing", () => {
  const values = { eligibility: Object.freeze({ ...eligibility, prefecture: "14" }), claims: Object.freeze({ ...claims }) };
  const first = checkTogether(Object.freeze(values), { today });
  const copy = structuredClone(first);
  assert.deepEqual(checkTogether(values, { today }), copy);
  form(PARTS.claims).check({});
  assert.deepEqual(first, copy);
});

test("no secret is in the report on both, wherever it was typed", () => {
  const secrets = { secretNumber: "9371", secretNumberConfirm: "93719" };
  const report = checkTogether({ eligibility: { ...eligibility, ...secrets }, claims: { ...claims, ...secrets } }, { today });
  assert.doesNotMatch(JSON.stringify(report), /937/);
  for (const name of Object.keys(secrets)) assert.ok(!(name in report.values.eligibility));
  assert.deepEqual(CONTRACT[PARTS.claims].secrets, []);
});
