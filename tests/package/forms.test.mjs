// Whole forms: their fields, what applies when, months of two boxes, lists, and what a report keeps to itself.

import assert from "node:assert/strict";
import test from "node:test";
import { form, schema } from "onshi-check";
import { CONTRACT } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { readCases } from "./read-cases.mjs";
import { assertReport } from "./shape.mjs";
import { FORMS } from "./tables.mjs";

const eligibility = form("eligibility-application");
const paper = form("eligibility-paper");
const claims = form("claims-application");
const deferral = form("deferral-notice");

/** The form's right example with some values changed. */
function example(name, changed) {
  return { ...EXAMPLES[name].values, ...changed };
}

/** The report on the right example with some values changed, held to its shape. */
function reportOn(name, changed, options) {
  const values = example(name, changed);
  const report = form(name).check(values, { today: EXAMPLES[name].today, ...options });
  assertReport(report, { form: form(name), values });
  return report;
}

function codes(issues) {
  return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

// Names.

test("there are the forms of the contract, each with its fields in their order", () => {
  assert.deepEqual(FORMS.map(([name]) => name), Object.keys(CONTRACT));
  for (const [name, { fields }] of Object.entries(CONTRACT)) assert.deepEqual(form(name).fields, fields, name);
});

test("a form is one frozen object a name", () => {
  for (const name of Object.keys(CONTRACT)) {
    const one = form(name);
    assert.equal(form(name), one);
    assert.ok(Object.isFrozen(one) && Object.isFrozen(one.fields), name);
    assert.deepEqual([one.name, Object.keys(one)], [name, ["name", "fields", "is", "check"]]);
  }
});

test("check and is need not be called as methods", () => {
  for (const [name, { values, today }] of Object.entries(EXAMPLES)) {
    const { check, is } = form(name);
    assert.equal(check(values, { today }).status, "valid", name);
    assert.equal(is(values, { today }), true, name);
  }
});

// Right examples.

for (const [name, { values, output, today }] of Object.entries(EXAMPLES)) {
  const { secrets, optional, when, list, ticked } = CONTRACT[name];

  test(`${name}: the right example is valid, its values are canonical and without secrets`, () => {
    const report = form(name).check(values, { today });
    assertReport(report, { form: form(name), values });
    const shown = Object.fromEntries(Object.entries(output).filter(([field]) => !secrets.includes(field)));
    assert.deepEqual([report.status, report.issues, report.missing, report.values], ["valid", [], [], shown]);
    assert.equal(form(name).is(values, { today }), true);
  });

  test(`${name}: canonical values are right again and stay as they are`, () => {
    const again = form(name).check(output, { today });
    assert.deepEqual([again.status, again.issues], ["valid", []]);
    assert.deepEqual({ ...again.values, ...Object.fromEntries(secrets.map((field) => [field, output[field]])) }, output);
  });

  test(`${name}: without any one of its required fields the example lacks just that`, () => {
    for (const field of Object.keys(output).filter((field) => !optional.includes(field))) {
      const { [field]: _, ...rest } = output;
      const report = form(name).check(rest, { today });
      assertReport(report, { form: form(name), values: rest });
      assert.deepEqual([report.status, report.missing], ["invalid", [field]], field);
      assert.deepEqual(codes(report.fields[field].issues), [`required ${field}`]);
      assert.equal(form(name).is(rest, { today }), false, field);
      assert.equal(form(name).check(rest, { today, mode: "typing" }).status, "incomplete", field);
    }
  });

  test(`${name}: without its optional fields the example is right`, () => {
    const rest = Object.fromEntries(Object.entries(output).filter(([field]) => !optional.includes(field)));
    assert.equal(form(name).is(rest, { today }), true);
    for (const nothing of ["", " \u3000", null, undefined]) {
      const blank = { ...rest, ...Object.fromEntries(optional.map((field) => [field, nothing])) };
      assert.equal(form(name).is(blank, { today }), true, String(nothing));
    }
  });

  test(`${name}: a field that hangs on another is not in the report once that rules it out`, () => {
    const report = form(name).check(output, { today });
    for (const [field, [other, answers]] of Object.entries(when)) {
      const isRuledOut = other in output ? !answers.includes(output[other]) : true;
      assert.equal(field in report.fields, !isRuledOut, field);
      if (isRuledOut) assert.ok(!(field in report.values) && !report.missing.includes(field), field);
    }
  });

  test(`${name}: every verdict says what was typed, but not of a secret`, () => {
    const { fields } = form(name).check(values, { today });
    for (const [field, verdict] of Object.entries(fields)) {
      if (secrets.includes(field)) assert.deepEqual([verdict.value, verdict.text, verdict.changes], [null, "", []], field);
      else if (ticked.includes(field)) assert.equal(verdict.text, "true");
      else if (verdict.status === "valid" && field !== list) assert.notEqual(verdict.text, "", field);
    }
  });
}

// What applies when.

test("a value that does not apply is neither judged nor handed on", () => {
  const secrets = { secretNumber: "12", secretNumberConfirm: "34x" };
  const report = reportOn("eligibility-application", { applicationType: "change", ...secrets });
  assert.equal(report.status, "valid");
  for (const field of Object.keys(secrets)) assert.ok(!(field in report.fields), field);
  const { value } = schema("eligibility-application", { today: "2026-05-12" })["~standard"].validate(
    example("eligibility-application", { applicationType: "change", ...secrets }),
  );
  assert.ok(value && !("secretNumber" in value) && !("secretNumberConfirm" in value));
});

test("what hangs on a field that does not apply does not apply either", () => {
  const changed = { ground: "5", closureDate: "2025-01-31", networkReady: "2", networkReadyDate: "never" };
  const report = reportOn("deferral-notice", changed);
  assert.equal(report.status, "valid");
  for (const field of ["networkReady", "networkReadyDate"]) assert.ok(!(field in report.fields), field);
});

test("every ground of the notice asks for its own fields, and for none of the others", () => {
  const own = {
    1: ["reason"], 2: ["contractDate", "completionMonth"], 3: ["networkReady"], 4: ["workStartDate", "workEndDate"],
    5: ["closureDate"], 6: ["groundDetail"],
  };
  for (const [ground, fields] of Object.entries(own)) {
    const { missing } = deferral.check({ ground }, { today: "2024-10-15" });
    assert.deepEqual(missing.filter((name) => name in CONTRACT["deferral-notice"].when), fields, ground);
  }
  const { missing } = deferral.check({ ground: "6", groundDetail: "age" }, { today: "2024-10-15" });
  assert.ok(missing.includes("youngestBirthDate") && !missing.includes("detail"));
});

test("a field that does not apply is there only to say that something else is wrong", () => {
  const { fields, values, missing } = eligibility.check({ lineType: "3", v6Option: "contracted" }, { today: "2026-05-12" });
  assert.deepEqual([fields.v6Option.status, fields.v6Option.value], ["invalid", null]);
  assert.deepEqual(codes(fields.v6Option.issues), ["line.v6-not-applicable v6Option"]);
  assert.ok(!("v6Option" in values) && !missing.includes("v6Option"));
  assert.ok(!("customerIdSource" in fields) && !("customerId" in fields));
});

test("an info about a field that does not apply is among the issues, and the field is not in the report", () => {
  const { fields, issues } = claims.check({ lineType: "isdn", customerId: "CAF1111111111" }, { today: "2026-05-10" });
  assert.ok(codes(issues).includes("customer-id.not-asked customerId"));
  assert.ok(!("customerId" in fields));
});

test("as long as it is open whether a field applies, it may be filled and is judged", () => {
  for (const lineType of [undefined, "1", "5"]) {
    const { fields, missing } = eligibility.check({ lineType, customerId: "CAF12" }, { today: "2026-05-12" });
    assert.deepEqual(codes(fields.customerId.issues), ["customer-id.too-short customerId"]);
    assert.ok(!missing.includes("customerIdConfirm"));
    assert.equal(fields.customerIdConfirm.status, "empty");
  }
});

test("the number is not required of a workplace clinic, whatever the form", () => {
  const names = Object.keys(CONTRACT).filter((name) => CONTRACT[name].fields.includes("institutionNumber"));
  assert.equal(names.length, 5);
  for (const name of names) {
    for (const institutionNumber of [undefined, null, "", " ", "\u3000\u200b"]) {
      const report = reportOn(name, { feeSchedule: "7", institutionNumber });
      assert.deepEqual([report.status, report.fields.institutionNumber.status], ["valid", "empty"], name);
    }
    assert.deepEqual(reportOn(name, { institutionNumber: " " }).missing, ["institutionNumber"], name);
  }
});

// Months of two boxes.

const BOXES = CONTRACT["eligibility-application"].months;
const NO_MONTH = { startMonth: "", startYear: "", startMonthOfYear: "" };
const NO_TEST = { testMonth: "", testYear: "", testMonthOfYear: "" };

/** Every form with this month and its two boxes, and what takes all months out of its example but another it requires. */
function withMonth(month) {
  const names = Object.keys(CONTRACT).filter((name) => month in CONTRACT[name].months);
  return names.map((name) => {
    const start = month === "startMonth" ? "" : EXAMPLES[name].output.startMonth;
    return { name, boxes: BOXES[month], rest: { ...NO_TEST, ...NO_MONTH, startMonth: start } };
  });
}

for (const month of Object.keys(BOXES)) {
  test(`${month} may come in two boxes, as the box or the form writes it`, () => {
    for (const { name, boxes: [year, ofYear], rest } of withMonth(month)) {
      const canonical = EXAMPLES[name].output[month];
      const [typedYear, typedMonth] = canonical.split("-");
      const short = String(Number(typedMonth));
      for (const typed of [[typedYear, typedMonth], [typedYear, short], [`${typedYear}年`, `${short}月`]]) {
        const report = reportOn(name, { ...rest, [year]: typed[0], [ofYear]: typed[1] });
        assert.equal(report.status, "valid", `${name} ${typed}`);
        assert.equal(report.values[month], canonical);
        assert.ok(!(year in report.fields) && !(ofYear in report.fields), "the verdict is that of the month");
        assert.ok(!(year in report.values) && !(ofYear in report.values));
      }
    }
  });

  test(`${month}: where the month itself is given, its boxes do not count`, () => {
    for (const { name, boxes: [year, ofYear], rest } of withMonth(month)) {
      const canonical = EXAMPLES[name].output[month];
      const report = reportOn(name, { ...rest, [month]: canonical, [year]: "x", [ofYear]: "13" });
      assert.deepEqual([report.status, report.values[month]], ["valid", canonical], name);
    }
  });

  test(`${month}: one box without the other is said at the empty one, and its verdict is that of the month`, () => {
    for (const { name, boxes: [year, ofYear], rest } of withMonth(month)) {
      for (const [given, empty, text] of [[year, ofYear, "2026"], [ofYear, year, "7"]]) {
        const { status, fields, issues, missing } = reportOn(name, { ...rest, [given]: text });
        assert.equal(status, "invalid");
        assert.deepEqual(codes(issues), [`month.half-given ${empty}`], name);
        assert.deepEqual(fields[month].issues, issues);
        assert.deepEqual([fields[month].status, fields[month].value, missing], ["invalid", null, []]);
        const typing = form(name).check(example(name, { ...rest, [given]: text }), { mode: "typing", today: EXAMPLES[name].today });
        assert.deepEqual([typing.status, typing.fields[month].status, typing.issues], ["incomplete", "incomplete", []]);
      }
    }
  });

  test(`${month}: what is wrong with a box is said at that box`, () => {
    for (const { name, boxes: [year, ofYear], rest } of withMonth(month)) {
      for (const [typed, wrong] of [[["twenty", "7"], [year]], [["2026", "13"], [ofYear]], [["x", "y"], [year, ofYear]]]) {
        const { issues, fields } = reportOn(name, { ...rest, [year]: typed[0], [ofYear]: typed[1] });
        assert.deepEqual(codes(issues), wrong.map((box) => `year-month.bad-format ${box}`), `${name} ${typed}`);
        assert.deepEqual(fields[month].issues, issues);
      }
      const { issues } = reportOn(name, { ...rest, [year]: 2026, [ofYear]: "7" });
      assert.deepEqual(codes(issues), [`type.not-text ${year}`], name);
    }
  });
}

test("a misspelt box is told the name of the box", () => {
  const { issues } = eligibility.check({ startYaer: "2026" }, { today: "2026-05-12" });
  const [issue] = issues.filter(({ code }) => code === "form.unknown-field");
  assert.deepEqual([issue.path, issue.params], [["startYaer"], { name: "startYear" }]);
});

// Only some fields.

test("`only` may name a month by itself or by either of its boxes", () => {
  for (const [month, boxes] of Object.entries(BOXES)) {
    for (const { name, rest } of withMonth(month)) {
      const today = EXAMPLES[name].today;
      const values = example(name, { ...rest, [boxes[0]]: "2026", [boxes[1]]: "7" });
      for (const only of [[month], [boxes[0]], [boxes[1]], boxes, [month, ...boxes]]) {
        const report = form(name).check(values, { only, today });
        assert.deepEqual([Object.keys(report.fields), report.values], [[month], { [month]: "2026-07" }], `${name} ${only}`);
        const nothing = form(name).check({}, { only, today });
        assert.deepEqual(nothing.missing, month === "startMonth" ? ["startMonth"] : [], `${name} ${only}`);
        assert.equal(form(name).is(values, { only, today }), report.status === "valid");
      }
    }
  }
});

test("`only` with any one field judges that field with the others as context", () => {
  for (const [name, { values, today }] of Object.entries(EXAMPLES)) {
    const whole = form(name).check(values, { today });
    for (const field of form(name).fields) {
      const report = form(name).check(values, { today, only: [field] });
      assertReport(report, { form: form(name), values, judged: [field] });
      const own = Object.entries(whole.fields).filter(([key]) => key.split(".")[0] === field);
      assert.deepEqual(report.fields, Object.fromEntries(own), `${name} ${field}`);
      assert.equal(form(name).is(values, { today, only: [field] }), true, `${name} ${field}`);
    }
  }
});

test("a name in `only` that is no field of the form judges nothing", () => {
  for (const name of Object.keys(CONTRACT)) {
    for (const only of [[], ["constructor"], ["__proto__"], ["terminalNames.0"], [0], [undefined]]) {
      const report = form(name).check(EXAMPLES[name].values, { only });
      assert.deepEqual([report.status, report.fields, report.missing], ["valid", {}, []], `${name} ${only}`);
    }
  }
});

// Lists.

/** The issues about terminal names, and their values. */
function terminals(terminalNames, options) {
  const values = example("eligibility-paper", { terminalNames });
  const report = paper.check(values, { today: "2024-01-15", ...options });
  assertReport(report, { form: paper, values });
  assert.equal(paper.is(values, { today: "2024-01-15", ...options }), report.status === "valid", "is agrees with check");
  return { ...report, codes: codes(report.issues), names: report.values.terminalNames };
}

const ten = Array.from({ length: 10 }, (_, index) => `端末${index + 1}`);

test("ten names are right, eleven are too many", () => {
  assert.deepEqual([terminals(ten).status, terminals(ten).names], ["valid", ten]);
  const eleven = terminals([...ten, "端末11"]);
  assert.deepEqual([eleven.status, eleven.codes], ["invalid", ["terminal-names.too-many terminalNames"]]);
  assert.deepEqual(eleven.issues[0].params, { limit: 10 });
  assert.deepEqual([eleven.fields.terminalNames.status, eleven.fields.terminalNames.issues], ["invalid", eleven.issues]);
  assert.deepEqual(eleven.names, ten, "the ten are right by themselves");
});

test("one text is a list of one", () => {
  assert.deepEqual([terminals(" 端末1 ").status, terminals(" 端末1 ").names], ["valid", ["端末1"]]);
  assert.deepEqual(Object.keys(terminals("端末1").fields).filter((key) => key.startsWith("terminal")), ["terminalNames.0"]);
});

test("a list without a name is missing as any other field is", () => {
  for (const nothing of [undefined, null, "", " ", [], [""], [null, undefined, " "], Array(10), Array(1000)]) {
    const { status, missing, fields, codes, names } = terminals(nothing);
    assert.deepEqual([status, missing, codes, names], ["invalid", ["terminalNames"], ["required terminalNames"], undefined]);
    assert.equal(fields.terminalNames.status, "empty");
    assert.equal(terminals(nothing, { mode: "typing" }).status, "incomplete");
  }
});

test("blanks, holes, null and undefined between the names are passed over, and the names keep their places", () => {
  for (const list of [["a", "", "b"], ["a", , "b"], ["a", null, "b"], ["a", undefined, "b"], ["a", " \u3000", "b"]]) {
    const { status, names, fields } = terminals(list);
    assert.deepEqual([status, names], ["valid", ["a", "b"]]);
    assert.deepEqual(Object.keys(fields).filter((key) => key.startsWith("terminal")), ["terminalNames.0", "terminalNames.2"]);
  }
});

test("what is wrong with a name is said at its place", () => {
  const { status, issues, fields, names } = terminals(["a", 5, "b", "c".repeat(10001), {}]);
  assert.deepEqual([status, names], ["invalid", ["a", "b"]]);
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [
    ["type.not-text", ["terminalNames", 1]],
    ["input.too-long", ["terminalNames", 3]],
    ["type.not-text", ["terminalNames", 4]],
  ]);
  assert.deepEqual(fields["terminalNames.1"].issues, [issues[0]]);
});

test("what is no list and no text is said to be no text", () => {
  const objects = { number: 5, boolean: true, object: {}, "an object like an array": { 0: "a", length: 1 }, set: new Set(["a"]) };
  for (const [name, value] of Object.entries(objects)) {
    assert.deepEqual(terminals(value).codes, ["type.not-text terminalNames"], name);
    assert.equal(terminals(value).names, undefined, name);
  }
});

test("a getter in a list, or what an array inherits, is no name", () => {
  let runs = 0;
  const list = Object.defineProperty(["a", "b"], 1, { get: () => ++runs, enumerable: true });
  assert.deepEqual(terminals(list).names, ["a"]);
  const inherited = Object.setPrototypeOf(["a", , "c"], { 1: "b", __proto__: Array.prototype });
  assert.deepEqual(terminals(inherited).names, ["a", "c"]);
  class Names extends Array {
    get [1]() {
      return ++runs;
    }
    *[Symbol.iterator]() {
      yield ++runs;
    }
  }
  assert.deepEqual(terminals(Names.from({ length: 1 }).fill("a")).names, ["a"]);
  assert.equal(runs, 0);
});

test("a million names are too many, and are not all read", () => {
  const million = Array(1e6).fill("端末");
  assert.deepEqual(terminals(million).codes, ["terminal-names.too-many terminalNames"]);
  let read = 0;
  const getOwnPropertyDescriptor = (target, name) => (read++, Reflect.getOwnPropertyDescriptor(target, name));
  paper.check({ terminalNames: new Proxy(million, { getOwnPropertyDescriptor }) });
  paper.check({ terminalNames: new Proxy(Array(2 ** 32 - 1), { getOwnPropertyDescriptor }) });
  assert.ok(read < 5000, `${read} reads`);
});

test("an array that lies about itself is answered", () => {
  const throwing = new Proxy(["a"], { getOwnPropertyDescriptor: () => assert.fail("hostile") });
  assert.deepEqual(terminals(throwing).missing, ["terminalNames"]);
  const { proxy, revoke } = Proxy.revocable(["a"], {});
  revoke();
  assert.deepEqual(terminals(proxy).codes, ["type.not-text terminalNames"]);
  for (const length of [-1, NaN, Infinity, "2", null, undefined, 2 ** 53, 0.5]) {
    const getOwnPropertyDescriptor = (target, name) => {
      const own = Reflect.getOwnPropertyDescriptor(target, name);
      return name === "length" ? { ...own, value: length } : own;
    };
    const values = { terminalNames: new Proxy(["a"], { getOwnPropertyDescriptor }) };
    assertReport(paper.check(values), { form: paper, values });
  }
});

test("a list may be judged alone, and left out", () => {
  const { values, today } = EXAMPLES["eligibility-paper"];
  const alone = paper.check(values, { today, only: ["terminalNames"] });
  assert.deepEqual(alone.values, { terminalNames: ["端末1", "端末2"] });
  const without = paper.check({ ...values, terminalNames: 5 }, { today, only: paper.fields.slice(0, -1) });
  assert.deepEqual([without.status, "terminalNames" in without.values], ["valid", false]);
});

// What a report is made of.

test("the values of every report are plain data: they come through JSON as they are", () => {
  for (const { form: name, values, options } of readCases().flatMap(([, cases]) => cases).filter((one) => "form" in one)) {
    const report = form(name).check(values, options);
    assert.deepEqual(JSON.parse(JSON.stringify(report.values)), report.values);
    assert.deepEqual(JSON.parse(JSON.stringify(report)).fields, report.fields);
    assert.deepEqual(JSON.parse(JSON.stringify(report.issues)), report.issues);
  }
});

test("one report does not change with the next", () => {
  const first = reportOn("eligibility-paper", { terminalNames: ["a", "b"], emial: "" });
  const copy = structuredClone(first);
  reportOn("eligibility-paper", { terminalNames: ["c"], phnoe: "" });
  eligibility.check({});
  assert.deepEqual(first, copy);
});

test("keys that look like items of a list do not pass for them", () => {
  const report = reportOn("eligibility-paper", { terminalNames: ["a"], "terminalNames.0": "b" });
  assert.deepEqual(report.values.terminalNames, ["a"]);
  assert.deepEqual(report.fields["terminalNames.0"].issues, []);
});
