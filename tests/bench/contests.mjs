/**
 * The contests. This module and all it imports run unchanged in Node and in Chromium;
 * there the contenders come bundled, one file each.
 */
import {
  ROTATION,
  mixedCustomerIds,
  oneWrongField,
  threeWrongFields,
  validCustomerIds,
  validEightFields,
  validWholeForms,
} from "./inputs.mjs";
import { weightOf } from "./rules.mjs";
import { race } from "./stopwatch.mjs";

export const CONTENDERS = [
  "onshi-check",
  "floor",
  "regex",
  "zod",
  "zod-compiled",
  "valibot",
  "ajv",
  "arktype",
  "typebox",
  "validator",
];

/** `make` names a contender's function that prepares its judge; `also` are cases that are verified and not timed. */
export const CONTESTS = {
  "field-valid": { make: "customerId", cases: validCustomerIds, also: mixedCustomerIds },
  "field-mixed": { make: "customerId", cases: mixedCustomerIds, also: () => [] },
  "eight-valid": { make: "eightFields", cases: validEightFields, also: () => oneWrongField(validEightFields) },
  "whole-valid": { make: "wholeForm", cases: validWholeForms, also: () => oneWrongField(validWholeForms) },
  "eight-issues": { make: "eightFieldIssues", cases: threeWrongFields, also: validEightFieldsWithoutIssues },
};

/**
 * Verifies and then races all contenders.
 * @returns {Promise<{ contender: string, nanoseconds?: number, impossible?: string }[]>} a row for each contender that
 *   takes part; `impossible` says why one cannot run here
 */
export async function runContest(contestName, options) {
  const contest = CONTESTS[contestName];
  const cases = contest.cases();
  const inputs = cases.map(({ input }) => input);
  const rows = [];
  const runners = [];
  for (const contender of CONTENDERS) {
    const library = await import(`./contenders/${contender}.mjs`);
    if (library[contest.make] === undefined) continue;
    let judge;
    try {
      judge = library[contest.make]();
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      rows.push({ contender, impossible: "needs unsafe-eval" });
      continue;
    }
    if (library.hasRules !== false) verify(contender, judge, [...cases, ...contest.also()]);
    const run = judge.weigh ?? judge;
    const { laps } = await import(`./laps.mjs?${contestName}-${contender}`);
    runners.push({ run: (count) => laps(run, inputs, count), expected: laps(run, inputs, ROTATION) });
    rows.push({ contender });
  }
  const nanoseconds = race(runners, { ...options, rotation: ROTATION });
  for (const row of rows) if (row.impossible === undefined) row.nanoseconds = nanoseconds.shift();
  return rows;
}

/** Throws at the first difference: a contender that judges otherwise is not measured. */
function verify(contender, judge, cases) {
  for (const { input, expected } of cases) {
    const problem =
      judge.explain === undefined ? wrongVerdict(judge(input), expected) : wrongIssues(judge, input, expected);
    if (problem !== null) throw new Error(`${contender}: ${problem} for ${JSON.stringify(input)}`);
  }
}

function wrongVerdict(verdict, expected) {
  return verdict === expected ? null : `${verdict} instead of ${expected}`;
}

/** Every wrong field is reported once, with a code and a Japanese message, and `weigh` has read all of it. */
function wrongIssues({ weigh, explain }, input, expected) {
  const issues = explain(input);
  const fields = issues.filter(({ severity = "error" }) => severity === "error").map(({ path }) => path);
  if (fields.sort().join() !== [...expected].sort().join()) return `errors in [${fields}] instead of [${expected}]`;
  for (const { code, message } of issues) {
    if (typeof code !== "string" || code === "") return "an issue without a code";
    if (!/[\u3041-\u30ff\u4e00-\u9fff]/.test(message)) return `no Japanese message but "${message}"`;
  }
  const weight = issues.reduce((sum, issue) => sum + weightOf(issue), 0);
  return weigh(input) === weight ? null : `read ${weigh(input)} of ${weight}`;
}

function validEightFieldsWithoutIssues() {
  return validEightFields().map(({ input }) => ({ input, expected: [] }));
}
