// Whatever is passed, the answer is an answer: never an exception, never nonsense, never a secret.

import assert from "node:assert/strict";
import test from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as onshi from "onshi-check";
import { CONTRACT, PARTS } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { longTexts, objects, texts, values } from "./hostile.mjs";
import { freshEntry } from "./package-files.mjs";
import { watching } from "./platform.mjs";
import { readCases } from "./read-cases.mjs";
import { assertAssembled, assertIssues, assertReport, assertVerdict } from "./shape.mjs";
import { FIELDS, FORMS, KINDS, LINE_FIELDS } from "./tables.mjs";
import { checkParts } from "./together.mjs";

const { assemble, check, checkTogether, form, is, lineIssues, lineOptions, message, schema, split } = onshi;

const OPTION_NAMES = ["locale", "mode", "strict", "prefecture", "feeSchedule", "customerIdKind", "lineType", "today", "only"];
const MODES = [
  undefined,
  { mode: "typing" },
  { strict: true, locale: "en" },
  { mode: "typing", strict: true, prefecture: "27", feeSchedule: "3", customerIdKind: "caf", lineType: "1", locale: "en" },
  { prefecture: "13", feeSchedule: "6", customerIdKind: "cop", lineType: "ip-vpn-ipv4" },
];
const forms = FORMS.map(([name]) => form(name));

/** Says which value was asked about when an assertion fails. */
function asking(question, ask) {
  try {
    return ask();
  } catch (cause) {
    throw new Error(`${question}: ${cause?.message ?? String(cause)}`, { cause });
  }
}

function checkBothWays(kind, input, options, locale = "ja") {
  const verdict = check(kind, input, options);
  assertVerdict(verdict, { kind, input, locale });
  assert.equal(is(kind, input, options), verdict.status === "valid", "is agrees with check");
  return verdict;
}

function checkFormBothWays(form, values, options, { judged = form.fields, locale = "ja" } = {}) {
  const report = form.check(values, options);
  assertReport(report, { form, values, judged, locale });
  assert.equal(form.is(values, options), report.status === "valid", "is agrees with check");
  return report;
}

function goldenCases() {
  return readCases().flatMap(([, cases]) => cases);
}

for (const kind of KINDS) {
  test(`${kind}: every value gets a verdict`, () => {
    for (const [name, value] of [...values, ...longTexts()]) {
      for (const options of MODES) {
        asking(`${name}, ${JSON.stringify(options)}`, () => checkBothWays(kind, value, options, options?.locale));
      }
    }
  });

  test(`${kind}: what is not text is said not to be text`, () => {
    for (const [name, value] of Object.entries(objects)) {
      const codes = check(kind, value).issues.map((issue) => issue.code);
      assert.deepEqual(codes, ["type.not-text"], name);
    }
  });

  test(`${kind}: 10,000 units are read, 10,001 are not`, () => {
    const codes = (units) => check(kind, "0".repeat(units)).issues.map((issue) => issue.code);
    assert.ok(!codes(10000).includes("input.too-long"));
    assert.deepEqual(codes(10001), ["input.too-long"]);
  });
}

test("every text of the golden cases gets a verdict of every kind, whatever the options", () => {
  const inputs = new Set(goldenCases().map((one) => one.input).filter((input) => typeof input === "string"));
  for (const input of inputs) {
    for (const kind of KINDS) {
      for (const options of MODES) {
        const question = `${kind} ${JSON.stringify([input, options])}`;
        asking(question, () => checkBothWays(kind, input, options, options?.locale));
      }
    }
  }
});

test("every form of the golden cases gets a report, whatever the options", () => {
  for (const { form: name, values } of goldenCases().filter((one) => "form" in one)) {
    for (const options of MODES) {
      const locale = options?.locale;
      asking(JSON.stringify([name, values, options]), () => checkFormBothWays(form(name), values, options, { locale }));
    }
  }
});

test("a box may be ticked with true or with a text, and its value is the text true", () => {
  const registration = form("user-registration");
  for (const ticked of [true, "true"]) {
    const { status, value, text, changes } = registration.check({ termsAccepted: ticked }).fields.termsAccepted;
    assert.deepEqual([status, value, text, changes], ["valid", "true", "true", []], String(ticked));
  }
  for (const ticked of ["on", "1", "yes", "同意する"]) {
    const { status, value } = registration.check({ termsAccepted: ticked }).fields.termsAccepted;
    assert.deepEqual([status, value], ["valid", "true"], ticked);
  }
});

test("an unknown kind is an issue, whatever it is", () => {
  for (const [name, kind] of [...values, ["another case", "Email"], ["a number", 5]]) {
    asking(name, () => {
      const verdict = check(kind, "kikin@example.jp");
      assertVerdict(verdict, { kind, input: undefined });
      assert.deepEqual(verdict.issues.map((issue) => issue.code), ["kind.unknown"]);
      assert.equal(is(kind, "kikin@example.jp"), false);
    });
  }
});

test("options of any sort, and any value of every option, are no reason to throw", () => {
  for (const [name, value] of values) {
    asking(`options are ${name}`, () => checkBothWays("customer-id", "caf012345678", value));
    for (const option of OPTION_NAMES) {
      asking(`${option} is ${name}`, () => {
        const options = Object.defineProperty({}, option, { value, enumerable: true });
        checkBothWays("customer-id", "caf012345678", options);
        checkBothWays("institution-number", "1234567", options);
        assertAssembled(assemble({ prefecture: "13" }, options));
        for (const form of forms) if (option !== "only") checkFormBothWays(form, { email: "a" }, options);
        assertIssues(lineIssues({ lineType: "2", prefecture: "27" }, options));
        lineOptions({}, options);
      });
    }
  }
});

test("options whose getters throw are options not given", () => {
  for (const option of OPTION_NAMES) {
    const options = Object.defineProperty({}, option, { get: () => assert.fail("a getter"), enumerable: true });
    assert.deepEqual(check("customer-id", "CAF12", options), check("customer-id", "CAF12"), option);
    for (const form of forms) assert.deepEqual(form.check({}, options), form.check({}), option);
  }
});

function isList(value) {
  try {
    return Array.isArray(value) && [...value].length >= 0;
  } catch {
    return false;
  }
}

test("any value of `only` is a list of fields, or as good as none", () => {
  for (const [name, only] of values) {
    for (const form of forms) {
      const judged = isList(only) ? [] : form.fields;
      asking(name, () => checkFormBothWays(form, { email: "a" }, { only }, { judged }));
    }
  }
});

test("every value may stand in every field of a form", () => {
  const boxes = ["startYear", "startMonthOfYear", "testYear", "testMonthOfYear"];
  for (const form of forms) {
    for (const [name, value] of values) {
      const all = Object.fromEntries(form.fields.map((field) => [field, value]));
      asking(`${name} in all fields`, () => checkFormBothWays(form, all));
      asking(`${name} in all boxes`, () => checkFormBothWays(form, Object.fromEntries(boxes.map((box) => [box, value]))));
      for (const field of [...form.fields, ...boxes]) {
        asking(`${name} in ${field} of ${form.name}`, () => checkFormBothWays(form, { [field]: value }));
      }
    }
  }
});

test("what is not text in a text field of a form is said not to be text", () => {
  for (const [name, value] of Object.entries(objects)) {
    if (value === undefined || value === null) continue;
    const codes = form("user-registration").check({ familyName: value }).fields.familyName.issues.map((issue) => issue.code);
    assert.deepEqual(codes, ["type.not-text"], name);
  }
});

test("any value may stand for the values of a form", () => {
  for (const form of forms) {
    for (const [name, value] of values) asking(`${name} for ${form.name}`, () => checkFormBothWays(form, value));
  }
});

test("only own properties are values of a form", () => {
  for (const form of forms) {
    const nothing = form.check({});
    assert.deepEqual(form.check(objects["object with a prototype"]).missing, nothing.missing);
    assert.deepEqual(form.check(JSON.parse('{"__proto__": {"email": "kikin@example.jp"}}')).missing, nothing.missing);
  }
});

test("a great many keys that are no fields are no trouble", () => {
  const values = Object.fromEntries(Array.from({ length: 20000 }, (_, index) => [`key${index}`, index]));
  for (const form of forms) checkFormBothWays(form, { ...values, "": 1, [`${"é".repeat(32)}`]: 1, [Symbol("email")]: 1 });
});

test("assemble takes anything for its parts", () => {
  for (const [name, value] of values) {
    asking(name, () => {
      assertAssembled(assemble(value));
      assertAssembled(assemble({ prefecture: value }));
      assertAssembled(assemble({ prefecture: "13", feeSchedule: value }));
      assertAssembled(assemble({ prefecture: "13", feeSchedule: "3", institutionNumber: value }));
    });
  }
});

test("split takes anything and answers null", () => {
  for (const [name, value] of values) assert.equal(asking(name, () => split(value)), null, name);
});

test("checkTogether takes anything for both applications, for one of them, and for each field", () => {
  const fields = [...new Set(Object.values(PARTS).flatMap((name) => form(name).fields))];
  for (const [name, value] of values) {
    asking(name, () => {
      const parts = [value, { eligibility: value }, { claims: value }, { eligibility: value, claims: value }];
      for (const field of fields) parts.push({ eligibility: { [field]: value }, claims: { [field]: value } });
      for (const both of parts) checkParts(both);
    });
  }
});

test("checkTogether takes any options", () => {
  const both = { eligibility: { lineType: "3", emial: "" }, claims: { lineType: "isdn" } };
  for (const [name, value] of values) {
    asking(name, () => {
      checkParts(both, value);
      for (const option of OPTION_NAMES.filter((option) => option !== "only")) {
        const options = Object.defineProperty({}, option, { value, enumerable: true });
        checkParts(both, options);
      }
    });
  }
});

test("line choices take anything for a selection and for each choice", () => {
  for (const [name, value] of values) {
    asking(name, () => {
      for (const selection of [value, ...["application", ...LINE_FIELDS].map((field) => ({ [field]: value }))]) {
        assertIssues(lineIssues(selection));
        const options = lineOptions(selection);
        assert.deepEqual(Object.keys(options), LINE_FIELDS);
        for (const option of Object.values(options).flat()) {
          assert.ok(["allowed", "forbidden", "unknown"].includes(option.state));
          assert.ok(option.value !== "" && option.label !== "");
          if (option.issue) assertIssues([option.issue]);
        }
      }
    });
  }
});

test("message takes anything for an issue, a parameter or a locale", () => {
  const issue = check("customer-id", "CAF1").issues[0];
  for (const [name, value] of values) {
    asking(name, () => {
      assert.equal(typeof message(value, "en"), "string");
      assert.equal(typeof message({ code: value, message: value }, "en"), "string");
      assert.equal(typeof message({ ...issue, params: value }, "en"), "string");
      for (const param of Object.keys(issue.params)) {
        assert.equal(typeof message({ ...issue, params: { ...issue.params, [param]: value } }, "en"), "string");
      }
      assert.equal(message(issue, value), message(issue, "ja"));
    });
  }
});

test("a message made from odd parameters does not change the messages of others", () => {
  const { params, code } = check("phone", "0".repeat(12)).issues[0];
  message({ code, params: { limit: params.limit - 1, actual: params.actual + 16384 } }, "en");
  assert.match(message({ code, params }, "en"), /12 digits/);
  assert.match(message({ code, params }, "en"), /or 11,/);
});

test("form and schema refuse an unknown name with a RangeError and nothing else", () => {
  for (const [name, value] of values) {
    assert.throws(() => form(value), RangeError, name);
    assert.throws(() => schema(value), RangeError, name);
  }
  for (const name of ["Login", "customer_id", "toString"]) assert.throws(() => schema(name), RangeError);
});

test("a schema answers any value, synchronously", () => {
  for (const name of [...KINDS, ...FORMS.map(([name]) => name)]) {
    const { validate } = schema(name)["~standard"];
    for (const [what, value] of values) {
      const result = asking(`${name}, ${what}`, () => validate(value));
      assert.ok("issues" in result ? result.issues.length > 0 : "value" in result, `${name}, ${what}`);
      for (const issue of result.issues ?? []) assert.ok(typeof issue.message === "string" && Array.isArray(issue.path));
    }
  }
});

test("a polluted Object.prototype changes no answer", () => {
  const questions = () => [
    ...KINDS.map((kind) => check(kind, "ｃａｆ012")),
    assemble({ prefecture: "13" }),
    ...forms.map((form) => form.check({ phone: "03-1234-5678", terminalNames: ["端末1"], emial: "" })),
    ...forms.map((form) => form.is({})),
    checkTogether({ eligibility: { lineType: "3" }, claims: { lineType: "isdn" } }),
    ...FORMS.map(([name]) => schema(name)["~standard"].validate({})),
    lineIssues({ prefecture: "27", lineType: "2" }),
    lineOptions({ prefecture: "27" }),
    split("1310110049"),
  ];
  const others = ["application", "eligibility", "emial", "value", "get", "issues", "then", "code", "params", "length"];
  const names = [...new Set([...FIELDS, ...OPTION_NAMES, ...LINE_FIELDS, ...others])];
  const before = questions().map((answer) => JSON.stringify(answer));
  for (const name of names) {
    assert.equal(Object.hasOwn(Object.prototype, name), false);
    Object.defineProperty(Object.prototype, name, { value: "01", enumerable: true, configurable: true, writable: true });
    let during;
    try {
      during = questions().map((answer) => JSON.stringify(answer));
    } finally {
      delete Object.prototype[name];
    }
    for (const [place, answer] of before.entries()) assert.equal(during[place] === answer, true, `${name}: question ${place}`);
  }
});

test("texts keep their meaning at every length of the buffer, also in fields behind them", async () => {
  for (const [name, text] of longTexts()) {
    if (text.length > 10000) continue;
    const { check, form } = await freshEntry("index");
    asking(name, () => {
      const whole = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
      assert.equal(check("text", text).value?.replace(/[\ud800-\udfff]/gu, "\ufffd"), whole);
      const values = { familyName: text, givenName: text, institutionName: text, founderName: text, phone: "0312345678" };
      const read = form("user-registration").check(values).values;
      assert.equal(read.phone, "0312345678");
      for (const field of ["familyName", "givenName", "institutionName", "founderName"]) {
        assert.equal(read[field]?.replace(/[\ud800-\udfff]/gu, "\ufffd"), whole, field);
      }
    });
  }
});

test("a secret is in no answer, whatever is wrong with it", () => {
  const SECRET = "xK9sEcReT";
  const variants = [
    SECRET, `${SECRET} `, `${SECRET}\ud800`, `あ${SECRET}`, SECRET.toUpperCase(), SECRET.toLowerCase(), SECRET.slice(0, 7),
    SECRET.repeat(12), SECRET.repeat(2000), `${SECRET}ｘ`,
  ];
  const shown = (answer) => JSON.stringify(answer).toLowerCase();
  for (const typed of variants) {
    for (const options of MODES) {
      for (const kind of ["password", "secret-number"]) {
        assert.ok(!shown(check(kind, typed, options)).includes(SECRET.slice(0, 7).toLowerCase()), `${kind} ${typed.length}`);
      }
      for (const answer of answersWithSecrets(typed, `${typed}1`, options)) {
        assert.ok(!shown(answer).includes(SECRET.slice(0, 7).toLowerCase()));
      }
    }
  }
  for (const typed of ["4711", "471", "47119", "４７１１", "47-11", "47x1", "4711\ud800"]) {
    for (const options of MODES) {
      assert.doesNotMatch(shown(check("secret-number", typed, options)), /471|４７１|47-1|47x/);
      for (const confirm of [typed, "4710", ` ${typed}`]) {
        for (const answer of answersWithSecrets(typed, confirm, options)) {
          assert.doesNotMatch(shown(answer), /471|４７１|47-1|47x/);
        }
      }
    }
  }
});

/** Every report on secrets, in an example that is right otherwise, alone, and on what they do not apply to. */
function answersWithSecrets(typed, confirm, options) {
  return Object.entries(CONTRACT).flatMap(([name, { secrets }]) => {
    const own = Object.fromEntries(secrets.map((field) => [field, field.endsWith("Confirm") ? confirm : typed]));
    const example = { ...EXAMPLES[name].values, ...own };
    const change = { ...example, applicationType: "change" };
    const reports = [own, example, change].map((values) => form(name).check(values, { ...options, today: "2026-05-12" }));
    return name === PARTS.eligibility ? [...reports, checkTogether({ eligibility: example, claims: example }, options)] : reports;
  });
}

test("a secret leaves no copy in the memory of the module", async () => {
  const SECRET = "xK9sEcReT";
  const { entry, memory } = await entryWithMemory();
  for (const typed of [SECRET, `${SECRET}あ`, `ｘ${SECRET}`, SECRET.repeat(20)]) {
    entry.check("password", typed, { strict: true });
    entry.is("password", typed);
    entry.form("user-registration").check({ password: typed, passwordConfirm: typed, familyName: "あ".repeat(5000) });
    entry.form("user-registration").is({ password: typed, passwordConfirm: `${typed}1` });
    entry.schema("user-registration")["~standard"].validate({ password: typed });
    entry.form("login").check({ userId: "あ".repeat(5000), password: typed });
    entry.form("login").is({ userId: "kikin", password: typed });
  }
  for (const typed of ["４７１１８２９", "4711829"]) {
    const secrets = { secretNumber: typed, secretNumberConfirm: `${typed} ` };
    for (const name of ["eligibility-application", "eligibility-paper"]) {
      const values = { applicationType: "new", contactName: "あ".repeat(5000), ...secrets };
      entry.form(name).check(values);
      entry.form(name).is({ ...EXAMPLES[name].values, ...secrets }, { today: EXAMPLES[name].today });
      entry.form(name).check({ ...values, secretNumber: undefined, secretNumbre: typed, applicationType: "change" });
    }
    entry.checkTogether({ eligibility: { ...EXAMPLES["eligibility-application"].values, ...secrets }, claims: {} });
  }
  entry.check("secret-number", "４７１１８２９");
  const bytes = Buffer.from(memory().buffer);
  assert.equal(bytes.indexOf(SECRET), -1);
  assert.equal(bytes.indexOf("４７１１"), -1);
  assert.equal(bytes.indexOf("4711829"), -1);
});

test("memory stays flat over 200,000 checks", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const { entry, memory } = await entryWithMemory();
  const { form } = entry;
  const work = (times) => {
    for (let index = 0; index < times; index++) {
      entry.check("customer-id", `ｃａｆ ０１２３-${index}`, { locale: index % 2 ? "en" : "ja" });
      if (index % 100 === 0) {
        form("user-registration").check({ familyName: `　${index}`, phone: `０３-${index}`, emial: "", password: `${index}` });
        entry.lineOptions({ prefecture: "27", lineType: "1" });
        entry.form("eligibility-paper").check({ terminalNames: Array(index % 20).fill(`端末${index}`), startYear: `${index}` });
        entry.checkTogether({ eligibility: { customerId: `caf${index}` }, claims: { lineType: "isdn", remarks: `${index}` } });
        entry.check("phone", "0".repeat(index % 10001));
      }
    }
  };
  const settle = () => {
    collect();
    return { heap: process.memoryUsage().heapUsed, external: process.memoryUsage().external };
  };
  work(20000);
  const [before, module] = [settle(), memory().buffer.byteLength];
  work(200000);
  const after = settle();
  assert.equal(memory().buffer.byteLength, module, "the memory of the module does not grow");
  const MEGABYTE = 1 << 20;
  assert.ok(after.heap - before.heap < 2 * MEGABYTE, `heap grew by ${after.heap - before.heap} bytes`);
  assert.ok(after.external - before.external < 2 * MEGABYTE, `buffers grew by ${after.external - before.external} bytes`);
});

/** A package of its own and the memory of its module, seen where the platform makes it. */
async function entryWithMemory() {
  const { result: entry, made } = await watching("Instance", async () => {
    const entry = await freshEntry("index");
    entry.check("text", "");
    return entry;
  });
  return { entry, memory: () => made.at(-1).object.exports.memory };
}
