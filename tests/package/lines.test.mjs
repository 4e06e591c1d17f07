// Line choices: what is wrong with a combination, and what may still be chosen, never disagree.

import assert from "node:assert/strict";
import test from "node:test";
import { form, lineIssues, lineOptions } from "onshi-check";
import { assertIssues } from "./shape.mjs";
import { LINE_FIELDS, LINE_SERVICES } from "./tables.mjs";

const APPLICATIONS = {
  eligibility: {
    lineType: ["1", "2", "3"],
    customerIdSource: ["same-as-claims", "caf", "cop"],
    v6Option: ["contracted", "not-needed"],
  },
  claims: {
    lineType: ["isdn", "ip-vpn-ipv4", "ip-vpn-ipv6", "internet"],
    customerIdSource: ["same-as-eligibility", "caf", "cop"],
    v6Option: ["contracted", "not-needed"],
  },
};
/** East and west, Nagano and Aichi and Mie for CTC, Fukuoka and Okinawa for QTnet. */
const PREFECTURES = ["01", "13", "20", "22", "23", "24", "27", "40", "47"];

/** Every `step`-th of all combinations in which everything is chosen. */
function* selections(step) {
  let count = 0;
  for (const [application, choices] of Object.entries(APPLICATIONS)) {
    for (const lineService of LINE_SERVICES) {
      for (const prefecture of PREFECTURES) {
        for (const lineType of choices.lineType) {
          for (const customerIdSource of choices.customerIdSource) {
            for (const v6Option of choices.v6Option) {
              const selection = { application, prefecture, lineType, customerIdSource, v6Option, lineService };
              if (count++ % step === 0) yield selection;
            }
          }
        }
      }
    }
  }
}

function withoutField(selection, field) {
  const { [field]: _, ...rest } = selection;
  return rest;
}

const errors = (issues) => issues.filter(({ severity }) => severity === "error");
const openQuestions = (issues) => issues.filter(({ code }) => code === "line.service-unknown");

test("every field answers with all its choices, whatever is chosen", () => {
  const expected = (application) => ({
    prefecture: Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0")),
    ...APPLICATIONS[application],
    lineService: LINE_SERVICES,
  });
  const selections = [{}, { application: "claims" }, { application: "claims", lineService: "ins-net" }, { lineService: "bbiq" }];
  for (const selection of selections) {
    for (const locale of ["ja", "en"]) {
      const options = lineOptions(selection, { locale });
      assert.deepEqual(Object.keys(options), LINE_FIELDS);
      for (const [field, values] of Object.entries(expected(selection.application ?? "eligibility"))) {
        assert.deepEqual(options[field].map(({ value }) => value), values, field);
        assert.equal(new Set(options[field].map(({ label }) => label)).size, values.length, `${field}: labels tell choices apart`);
      }
    }
  }
});

test("when everything is chosen, a choice is forbidden exactly for an error that it brings", () => {
  for (const selection of selections(7)) {
    const options = lineOptions(selection, { locale: "en" });
    for (const field of LINE_FIELDS) {
      const others = withoutField(selection, field);
      const isRightBefore = errors(lineIssues(others)).length === 0;
      const wasDecided = openQuestions(lineIssues(others)).length === 0;
      for (const { value, state, issue } of options[field]) {
        const issues = lineIssues({ ...others, [field]: value }, { locale: "en" });
        const question = `${JSON.stringify(others)} ${field} ${value}`;
        const same = issues.find(({ code, path }) => code === issue?.code && path[0] === issue.path[0]);
        assert.deepEqual(same, issue, question);
        if (state === "forbidden") assert.equal(issue?.severity, "error", question);
        else if (isRightBefore) assert.deepEqual(errors(issues), [], question);
        if (state === "unknown") assert.equal(issue?.code, "line.service-unknown", question);
        if (state === "allowed") assert.notEqual(issue?.severity, "error", question);
        if (state === "allowed" && wasDecided) assert.deepEqual(openQuestions(issues), [], question);
      }
    }
  }
});

test("a combination without an error forbids none of its own choices, and one with an error forbids one of them", () => {
  for (const selection of selections(3)) {
    const options = lineOptions(selection);
    const own = LINE_FIELDS.map((field) => options[field].find(({ value }) => value === selection[field]));
    const isWrong = errors(lineIssues(selection)).length > 0;
    assert.equal(own.some(({ state }) => state === "forbidden"), isWrong, JSON.stringify(selection));
    const isOpen = !isWrong && openQuestions(lineIssues(selection)).length > 0;
    assert.equal(!isWrong && own.some(({ state }) => state === "unknown"), isOpen, JSON.stringify(selection));
  }
});

test("a service narrows the line types, and a line type the services", () => {
  const states = (options, field) => Object.fromEntries(options[field].map(({ value, state }) => [value, state]));
  const isdn = states(lineOptions({ application: "claims", prefecture: "13", lineService: "otoline-isdn" }), "lineType");
  assert.deepEqual(isdn, { isdn: "allowed", "ip-vpn-ipv4": "forbidden", "ip-vpn-ipv6": "forbidden", internet: "forbidden" });
  const qtnet = states(lineOptions({ prefecture: "40", lineType: "2" }), "lineService");
  assert.deepEqual(Object.keys(qtnet).filter((value) => qtnet[value] !== "forbidden"), ["bbiq"]);
  const bbiq = states(lineOptions({ lineService: "bbiq" }), "prefecture");
  assert.deepEqual(Object.keys(bbiq).filter((value) => bbiq[value] === "allowed"), ["40", "41", "42", "43", "44", "45", "46", "47"]);
});

test("what no source tells is unknown, and the issue says of which service", () => {
  const selection = { application: "claims", prefecture: "13", lineType: "ip-vpn-ipv4" };
  const { state, issue } = lineOptions(selection).lineService.find(({ value }) => value === "hikari-collaboration");
  assert.deepEqual([state, issue.code, issue.params], ["unknown", "line.service-unknown", { lineService: "hikari-collaboration" }]);
  assert.deepEqual(lineIssues({ ...selection, lineService: "hikari-collaboration" }), [issue]);
});

test("a service may be given by its name as well, and one that is none is said to be none", () => {
  for (const { value, label } of lineOptions().lineService) {
    const selection = { prefecture: "13", lineType: "1" };
    assert.deepEqual(lineIssues({ ...selection, lineService: label }), lineIssues({ ...selection, lineService: value }), label);
  }
  const [issue] = lineIssues({ lineService: "hikari" });
  assert.deepEqual([issue.code, issue.path], ["line-service.unknown", ["lineService"]]);
});

test("parameters of a service are its value, its prefecture and a day", () => {
  const [ended] = lineIssues({ prefecture: "27", lineService: "hikari-light" }, { locale: "en" });
  assert.deepEqual([ended.code, ended.params], ["line.service-discontinued", { lineService: "hikari-light", since: "2025-03-31" }]);
  const [notSold] = lineIssues({ prefecture: "13", lineService: "bbiq" }, { locale: "en" });
  assert.deepEqual([notSold.code, notSold.params], ["line.service-not-offered", { lineService: "bbiq", prefecture: "13" }]);
  assertIssues([ended, notSold], { locale: "en" });
});

test("in a form the choices of a line have the issues that they have alone", () => {
  const eligibility = form("eligibility-application");
  for (const { application, ...selection } of selections(23)) {
    if (application === "claims") continue;
    const alone = lineIssues(selection).map(({ code, params }) => ({ code, params }));
    const { issues } = eligibility.check(selection, { only: LINE_FIELDS, today: "2026-05-12" });
    const own = issues.filter(({ path }) => LINE_FIELDS.includes(path[0])).map(({ code, params }) => ({ code, params }));
    assert.deepEqual(own, alone, JSON.stringify(selection));
  }
});
