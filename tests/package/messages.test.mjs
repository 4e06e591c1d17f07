// The sentence of an issue in the other language is the one that the check itself would have given.

import assert from "node:assert/strict";
import test from "node:test";
import * as onshi from "onshi-check";
import { EXAMPLES } from "./examples.mjs";
import { readCases } from "./read-cases.mjs";
import { CODES, LINE_SERVICES } from "./tables.mjs";

const { assemble, check, checkTogether, form, lineIssues, lineOptions, message } = onshi;

/** The issues that a golden case has in this language. */
function issuesOf(one, locale) {
  const options = { ...one.options, locale };
  if ("assemble" in one) return assemble(one.assemble, options).issues;
  if ("selection" in one) return lineIssues(one.selection, options);
  if ("form" in one) return form(one.form).check(one.values, options).issues;
  if ("together" in one) return checkTogether(one.together, options).issues;
  return check(one.kind, one.input, options).issues;
}

/** Issues in Japanese and in English: of every golden case, of a text that is too long, and of every line service. */
function* pairs() {
  const tooLong = { kind: "text", input: "0".repeat(10001), note: "too long" };
  for (const one of [...readCases().flatMap(([, cases]) => cases), tooLong]) {
    const [japanese, english] = ["ja", "en"].map((locale) => issuesOf(one, locale));
    for (const [place, issue] of japanese.entries()) yield [issue, english[place], one.note];
  }
  for (const lineService of LINE_SERVICES) {
    for (const application of ["eligibility", "claims"]) {
      for (const prefecture of ["13", "27"]) {
        const selection = { application, prefecture, lineService };
        const [japanese, english] = ["ja", "en"].map((locale) => lineOptions(selection, { locale }));
        for (const field of Object.keys(japanese)) {
          for (const [place, { issue, value }] of japanese[field].entries()) {
            if (issue) yield [issue, english[field][place].issue, `${lineService} ${field} ${value}`];
          }
        }
      }
    }
  }
}

test("message gives every issue of every golden case its sentence in either language, also after storing it", () => {
  const seen = new Set();
  for (const [japanese, english, note] of pairs()) {
    assert.deepEqual({ ...japanese, message: "", fix: undefined }, { ...english, message: "", fix: undefined }, note);
    const stored = JSON.parse(JSON.stringify(japanese));
    for (const issue of [japanese, english, stored, { code: english.code, params: english.params }]) {
      assert.equal(message(issue, "ja"), japanese.message, note);
      assert.equal(message(issue, "en"), english.message, note);
    }
    seen.add(japanese.code);
  }
  // What is the matter with a file is said of none of its values.
  const unseen = CODES.map(({ name }) => name).filter((name) => !seen.has(name) && !name.startsWith("csv."));
  assert.deepEqual(unseen, ["internal"], "no golden case can make the module fail");
});

test("a parameter that may have several values stands in the sentence: another value is another sentence", () => {
  const values = {
    prefecture: ["13", "27"], prefix: ["CAF", "COP"], name: ["email", "startYear"], remaining: [3, 5],
    lineService: ["bbiq", "hikari-cross"], earliest: ["2026-07", "2026-08"], latest: ["2024-10-31", "2024-11-30"],
    since: ["2025-03-31", "2026-01-31"],
  };
  for (const [{ code, params }] of pairs()) {
    for (const name of Object.keys(params).filter((name) => name in values)) {
      for (const locale of ["ja", "en"]) {
        const sentences = values[name].map((value) => message({ code, params: { ...params, [name]: value } }, locale));
        assert.notEqual(sentences[0], sentences[1], `${code} ${name}`);
      }
    }
  }
});

test("days and months keep apart in sentences, as they do in parameters", () => {
  const sentence = (params) => message({ code: "date.too-late", params }, "en");
  const dates = ["1900-01", "2024-10", "2024-10-01", "2024-10-31", "2024-02-29", "2099-12-31"];
  assert.equal(new Set(dates.map((latest) => sentence({ latest }))).size, dates.length);
});

test("a date that is none, and a service that is none, make a sentence without a trace of them", () => {
  const odd = [undefined, null, "", "never", "2024-13", "2024-02-30", "1899-01", "2100-01-01", 20241031, {}, ["2024-10"], "<b>"];
  for (const value of odd) {
    for (const locale of ["ja", "en"]) {
      const params = { latest: value, earliest: value, since: value, lineService: value, prefecture: value };
      for (const code of ["date.too-late", "claims.start-too-early", "line.service-discontinued", "line.service-not-offered"]) {
        const sentence = message({ code, params }, locale);
        assert.ok(typeof sentence === "string" && sentence !== "", code);
        assert.doesNotMatch(sentence, /never|undefined|null|NaN|object|<b>|\{/, code);
      }
    }
  }
});

test("labels of fixes are in the language of the check", () => {
  const { values, today } = EXAMPLES["eligibility-application"];
  const changed = { ...values, lineType: "3", customerIdSource: "", customerId: "", customerIdConfirm: "" };
  const fixes = ["ja", "en"].map((locale) => {
    const { fields } = form("eligibility-application").check(changed, { today, locale });
    return fields.v6Option.issues[0].fix;
  });
  assert.notEqual(fixes[0].label, fixes[1].label);
  assert.deepEqual(fixes.map(({ value, safe }) => [value, safe]), [["", true], ["", true]]);
});
