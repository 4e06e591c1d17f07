// Of a foreign object only own data properties are read. No getter, setter or conversion of its ever runs, and what is
// inherited is nobody's answer.

import assert from "node:assert/strict";
import test from "node:test";
import * as onshi from "onshi-check";
import { CONTRACT, PARTS } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";

const { assemble, check, checkTogether, form, is, lineIssues, lineOptions, schema, split } = onshi;
const MONTH_BOXES = ["startYear", "startMonthOfYear", "testYear", "testMonthOfYear"];
const selection = { application: "claims", prefecture: "27", lineType: "ip-vpn-ipv4", lineService: "hikari-next-hayabusa" };
const institution = { prefecture: "13", feeSchedule: "3", institutionNumber: "3246295" };
const both = { eligibility: EXAMPLES[PARTS.eligibility].values, claims: EXAMPLES[PARTS.claims].values };

/** Every function that takes an object, with an object that it has an answer to. */
const takers = {
  ...Object.fromEntries(Object.entries(EXAMPLES).flatMap(([name, { today, values }]) => [
    [`form("${name}").check`, { ask: (object) => form(name).check(object, { today }), values }],
    [`form("${name}").is`, { ask: (object) => form(name).is(object, { today }), values }],
    [`schema("${name}")`, { ask: (object) => schema(name, { today })["~standard"].validate(object), values }],
  ])),
  assemble: { ask: (object) => assemble(object), values: institution },
  lineIssues: { ask: (object) => lineIssues(object), values: selection },
  lineOptions: { ask: (object) => lineOptions(object), values: selection },
  checkTogether: { ask: (object) => checkTogether(object, { today: "2026-05-10" }), values: both },
  "checkTogether, eligibility": {
    ask: (eligibility) => checkTogether({ eligibility, claims: both.claims }, { today: "2026-05-10" }),
    values: both.eligibility,
  },
  "checkTogether, claims": {
    ask: (claims) => checkTogether({ eligibility: both.eligibility, claims }, { today: "2026-05-10" }),
    values: both.claims,
  },
};

/** The same names, each with a getter that gives the value and a setter; `runs` counts their calls. */
function withAccessors(values) {
  const object = {};
  const runs = [];
  for (const [name, value] of Object.entries(values)) {
    const get = () => (runs.push(name), value);
    Object.defineProperty(object, name, { get, set: () => runs.push(name), enumerable: true, configurable: true });
  }
  return { object, runs };
}

for (const [name, { ask, values }] of Object.entries(takers)) {
  test(`${name}: a getter is never called, and what it would give is not there`, () => {
    const { object, runs } = withAccessors(values);
    assert.deepEqual(ask(object), ask({}));
    assert.deepEqual(runs, []);
  });

  test(`${name}: beside a getter the other properties count as they do without it`, () => {
    for (const field of Object.keys(values)) {
      const { object, runs } = withAccessors({ [field]: values[field] });
      const { [field]: _, ...rest } = values;
      assert.deepEqual(ask(Object.defineProperties({ ...rest }, Object.getOwnPropertyDescriptors(object))), ask(rest), field);
      assert.deepEqual(runs, [], field);
    }
  });

  test(`${name}: what is inherited is not there`, () => {
    const empty = ask({});
    assert.notDeepEqual(ask(values), empty);
    assert.deepEqual(ask(Object.create(values)), empty);
    assert.deepEqual(ask({ __proto__: values }), empty);
    assert.deepEqual(ask(JSON.parse(JSON.stringify({ constructor: 1, x: values }).replace('"x"', '"__proto__"'))), empty);
    class Values {}
    Object.assign(Values.prototype, values);
    assert.deepEqual(ask(new Values()), empty);
  });

  test(`${name}: symbols are no names, and properties that cannot be enumerated are properties`, () => {
    assert.deepEqual(ask(Object.fromEntries(Object.entries(values).map(([field, value]) => [Symbol(field), value]))), ask({}));
    const hidden = {};
    for (const [field, value] of Object.entries(values)) Object.defineProperty(hidden, field, { value });
    assert.deepEqual(ask(hidden), ask(values));
    assert.deepEqual(ask(Object.freeze({ __proto__: null, ...values })), ask(values));
  });

  test(`${name}: a proxy is asked for its own properties and for nothing else`, () => {
    const asked = new Set();
    const watch = (trap) => (...parts) => (asked.add(trap), Reflect[trap](...parts));
    const proxy = new Proxy(values, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, watch(trap)])));
    assert.deepEqual(ask(proxy), ask(values));
    for (const trap of asked) assert.ok(["getOwnPropertyDescriptor", "ownKeys"].includes(trap), trap);
  });

  test(`${name}: asking changes nothing about what is asked`, () => {
    const frozen = deepFreeze(structuredClone(values));
    ask(frozen);
    assert.deepEqual(frozen, values);
  });
}

test("nothing that a field holds is converted to text", () => {
  const runs = [];
  const count = (name) => () => (runs.push(name), "13");
  const stubborn = () => ({
    toString: count("toString"),
    valueOf: count("valueOf"),
    toJSON: count("toJSON"),
    [Symbol.toPrimitive]: count("toPrimitive"),
    [Symbol.iterator]: count("iterator"),
    get length() {
      return count("length")();
    },
  });
  for (const [name, { fields }] of Object.entries(CONTRACT)) {
    const values = Object.fromEntries([...fields, ...MONTH_BOXES].map((field) => [field, stubborn()]));
    form(name).check(values);
    form(name).is(values);
    schema(name)["~standard"].validate(values);
    const eligibility = { ...values };
    checkTogether({ eligibility, claims: values });
  }
  check("prefecture", stubborn());
  is("prefecture", stubborn());
  schema("prefecture")["~standard"].validate(stubborn());
  split(stubborn());
  assemble({ prefecture: stubborn(), feeSchedule: stubborn(), institutionNumber: stubborn() });
  for (const field of Object.keys(selection)) {
    lineIssues({ [field]: stubborn() });
    lineOptions({ [field]: stubborn() });
  }
  assert.deepEqual(runs, []);
});

test("a getter under a name that looks misspelt is not called either; only its name is looked at", () => {
  const { object, runs } = withAccessors({ emial: "kikin@example.jp" });
  const { issues } = form("user-registration").check(object);
  assert.deepEqual(issues.filter(({ code }) => code === "form.unknown-field").map(({ path }) => path), [["emial"]]);
  assert.deepEqual(runs, []);
});

function deepFreeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
