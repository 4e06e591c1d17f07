// The day of the application: as the caller says it, otherwise today in Tokyo, whatever the clock and the time zone.

import assert from "node:assert/strict";
import test from "node:test";
import { checkTogether, form, schema } from "onshi-check";
import { CONTRACT, PARTS } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { freshEntry } from "./package-files.mjs";
import { readCases } from "./read-cases.mjs";

/** Runs `work` with the clock standing at this instant. */
function at(instant, work) {
  const { now } = Date;
  Date.now = () => new Date(instant).getTime();
  try {
    return work();
  } finally {
    Date.now = now;
  }
}

/** The day that an entry takes for today: the last one that is not in its future. */
function dayOf({ form }, days, options) {
  const isPast = (day) => form("operation-start").check({ operationStartDate: day }, options).issues.length === 0;
  const past = days.filter(isPast);
  assert.deepEqual(past, days.slice(0, past.length), "the days are in order");
  return past.at(-1);
}

/** Midnights in Tokyo, each with the day that ends and the day that begins. */
const MIDNIGHTS = [
  ["2026-11-21T15:00:00.000Z", "2026-11-21", "2026-11-22"],
  ["2026-12-31T15:00:00.000Z", "2026-12-31", "2027-01-01"],
  ["2028-02-28T15:00:00.000Z", "2028-02-28", "2028-02-29"],
  ["2028-02-29T15:00:00.000Z", "2028-02-29", "2028-03-01"],
  ["2027-02-28T15:00:00.000Z", "2027-02-28", "2027-03-01"],
];

function before(instant) {
  return new Date(Date.parse(instant) - 1).toISOString();
}

for (const [midnight, last, first] of MIDNIGHTS) {
  test(`${last} becomes ${first} at midnight in Tokyo, for an entry that has just been loaded and for one that has not`, async () => {
    const entry = await freshEntry("index");
    assert.equal(at(before(midnight), () => dayOf(entry, [last, first])), last);
    assert.equal(at(midnight, () => dayOf(entry, [last, first])), first);
    assert.equal(at(midnight, () => dayOf({ form }, [last, first])), first);
    assert.equal(await freshEntry("index").then((fresh) => at(midnight, () => dayOf(fresh, [last, first]))), first);
  });

  test(`when the clock goes back over the midnight after ${last}, today goes back with it`, async () => {
    const entry = await freshEntry("index");
    for (const [instant, day] of [[midnight, first], [before(midnight), last], [midnight, first], [before(midnight), last]]) {
      assert.equal(at(instant, () => dayOf(entry, [last, first])), day, instant);
    }
  });
}

test("the clock may jump by years, both ways", () => {
  const days = ["2020-02-29", "2024-10-31", "2026-11-21", "2098-12-31"];
  for (const day of [...days, ...[...days].reverse()]) {
    assert.equal(at(`${day}T03:00:00Z`, () => dayOf({ form }, days)), day);
  }
});

test("the time zone of the machine does not matter", () => {
  const zone = process.env.TZ;
  try {
    for (const elsewhere of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles", "Asia/Tokyo", "UTC"]) {
      process.env.TZ = elsewhere;
      for (const [midnight, last, first] of MIDNIGHTS) {
        assert.equal(at(before(midnight), () => dayOf({ form }, [last, first])), last, elsewhere);
        assert.equal(at(midnight, () => dayOf({ form }, [last, first])), first, elsewhere);
      }
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("the caller's day counts before the clock, and the clock is not asked then", () => {
  const days = ["2024-02-28", "2024-02-29", "2024-03-01", "2030-01-01"];
  const { now } = Date;
  Date.now = () => assert.fail("the clock");
  try {
    for (const today of days) assert.equal(dayOf({ form }, days, { today }), today);
  } finally {
    Date.now = now;
  }
});

test("a day that is none counts as not given", () => {
  const noDays = [
    undefined, null, "", "today", "2026", "2026-11", "2026-11-31", "2027-02-29", "2026-13-01", "2026-00-10", "2026-11-00",
    "2026/11/25", "2026-11-25 ", " 2026-11-25", "2026-11-25\n", "２０２６-11-25", "2026-11-25T00:00:00Z", "26-11-25", "1899-12-31",
    "12026-11-25", "-2026-11-25", 20261125, NaN, true, {}, [], new Date("2026-11-25T00:00:00Z"), Symbol("2026-11-25"),
    () => "2026-11-25", ["2026-11-25"], { toString: () => "2026-11-25" }, new String("2026-11-25"),
  ];
  const days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-25", "2026-11-30", "2026-12-01", "2026-12-31"];
  at("2026-11-21T14:59:59Z", () => {
    for (const today of noDays) {
      assert.equal(dayOf({ form }, days, { today }), "2026-11-21", String(today));
      for (const [name, { values }] of Object.entries(EXAMPLES)) {
        assert.deepEqual(form(name).check(values, { today }), form(name).check(values), `${name}, ${String(today)}`);
      }
    }
  });
});

test("a getter for today that throws is a day not given", () => {
  const options = { get today() { throw new Error("hostile"); } };
  at("2026-11-21T14:59:59Z", () => assert.equal(dayOf({ form }, ["2026-11-21", "2026-11-22"], options), "2026-11-21"));
});

// Rules that depend on it.

function codes(name, values, options) {
  return form(name).check(values, { only: Object.keys(values), ...options }).issues.map(({ code, params }) => [code, params]);
}

test("a claims application may start two months after the 20th of its month, three months after the 21st", () => {
  const start = (startMonth, today) => codes("claims-application", { applicationType: "start", startMonth }, { today });
  assert.deepEqual(start("2026-07", "2026-05-20"), []);
  assert.deepEqual(start("2026-06", "2026-05-20"), [["claims.start-too-early", { earliest: "2026-07" }]]);
  assert.deepEqual(start("2026-07", "2026-05-21"), [["claims.start-too-early", { earliest: "2026-08" }]]);
  assert.deepEqual(start("2027-02", "2026-11-30"), []);
  assert.deepEqual(start("2027-01", "2026-11-30"), [["claims.start-too-early", { earliest: "2027-02" }]]);
  assert.deepEqual(start("2027-05", "2026-05-20"), []);
  assert.deepEqual(start("2027-06", "2026-05-20"), [["claims.start-too-late", { latest: "2027-05" }]]);
});

test("the same rules hold by the clock of Tokyo", () => {
  const start = () => codes("claims-application", { applicationType: "start", startMonth: "2026-07" });
  assert.deepEqual(at("2026-05-20T14:59:59.999Z", start), []);
  assert.deepEqual(at("2026-05-20T15:00:00.000Z", start), [["claims.start-too-early", { earliest: "2026-08" }]]);
  const change = () => codes("claims-application", { applicationType: "change" });
  assert.deepEqual(at("2026-05-19T14:59:59.999Z", change), [["claims.change-before-20th", {}]]);
  assert.deepEqual(at("2026-05-19T15:00:00.000Z", change), []);
  const past = () => codes("eligibility-application", { applicationType: "new", startMonth: "2026-05" });
  assert.deepEqual(at("2026-05-31T14:59:59.999Z", past), []);
  assert.deepEqual(at("2026-05-31T15:00:00.000Z", past), [["month.in-past", {}]]);
  const filed = () => codes("deferral-notice", { ground: "2" });
  assert.deepEqual(at("2024-10-31T14:59:59.999Z", filed), []);
  assert.deepEqual(at("2024-10-31T15:00:00.000Z", filed), [["deferral.filing-ended", { latest: "2024-10-31" }]]);
});

test("both applications together, and a schema, go by the same day", () => {
  const values = { applicationType: "start", startMonth: "2026-07" };
  const isEarly = ({ code }) => code === "claims.start-too-early";
  const early = (options) => checkTogether({ claims: values }, options).issues.filter(isEarly);
  assert.equal(early({ today: "2026-05-20" }).length, 0);
  assert.equal(early({ today: "2026-05-21" }).length, 1);
  assert.equal(at("2026-05-20T15:00:00Z", () => early().length), 1);
  const late = { applicationType: "start", startMonth: "2027-06" };
  const validate = (options) => schema(PARTS.claims, { only: Object.keys(late), ...options })["~standard"].validate(late);
  assert.deepEqual(Object.keys(validate({ today: "2026-05-21" })), ["issues"]);
  assert.deepEqual(Object.keys(validate({ today: "2026-06-01" })), ["value"]);
});

test("a schema asks the clock at every validation, not when it is made", () => {
  const { validate } = schema(PARTS.claims, { only: ["applicationType", "startMonth"] })["~standard"];
  const late = { applicationType: "start", startMonth: "2027-06" };
  assert.deepEqual(at("2026-05-31T14:59:59Z", () => Object.keys(validate(late))), ["issues"]);
  assert.deepEqual(at("2026-05-31T15:00:00Z", () => Object.keys(validate(late))), ["value"]);
});

test("a form none of whose rules depends on the day gives the same report on every day", () => {
  for (const { form: name, values, options } of readCases().flatMap(([, cases]) => cases).filter((one) => "form" in one)) {
    if (CONTRACT[name].needsToday) continue;
    const report = form(name).check(values, options);
    for (const today of ["1900-01-01", "2099-12-31"]) assert.deepEqual(form(name).check(values, { ...options, today }), report);
  }
});
