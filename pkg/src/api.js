// check, is, assemble, split, line choices and messages: what an author calls for single values.

import { KINDS, LINE_FIELDS, kindNumber } from "#tables";
import { isEnglish, NO_CONTEXT, readContext } from "./context.js";
import { hide, issues, next, nextString, open, sentence, verdict } from "./decode.js";
import { begin, core, LONGEST_INPUT, start, write, writeOrSkip, writeText } from "./engine.js";
import { codeNumbers, codes } from "./names.js";
import { readProperty } from "./property.js";
import { internalIssue, internalVerdict, recover } from "./recover.js";

const SECRETS = new Set([KINDS.indexOf("password"), KINDS.indexOf("secret-number")]);

/** True exactly when `check` says "valid". */
export function is(kind, input, options) {
  const number = kindNumber(kind);
  if (typeof input !== "string" || number < 0 || input.length > LONGEST_INPUT) return false;
  const context = options === undefined ? NO_CONTEXT : readContext(options);
  if (core === undefined) start();
  try {
    return core.is(number, writeText(input), context) !== 0;
  } catch {
    return isAgain(number, input, context);
  }
}

/** Apart, because a closure in `is` would cost every call. */
function isAgain(number, input, context) {
  return recover(
    () => core.is(number, writeText(input), context) !== 0,
    () => false,
  );
}

/** The verdict on one text. */
export function check(kind, input, options) {
  const number = kindNumber(kind);
  const context = readContext(options);
  const english = isEnglish(options);
  return recover(
    () => {
      begin();
      write(0, input);
      open(core.check(number, context));
      return withIssues(verdict(next(), isShown(number, input) ? input : ""), english);
    },
    () => internalVerdict(english),
  );
}

/** Whether the text was read and may be repeated. */
export function isShown(number, input) {
  return number >= 0 && !SECRETS.has(number) && typeof input === "string" && input.length <= LONGEST_INPUT;
}

function withIssues(result, english) {
  result.issues = issues(english);
  return result;
}

/** The ten digits of prefecture, fee schedule and number. */
export function assemble(parts, options) {
  const context = readContext(options);
  const english = isEnglish(options);
  const values = ["prefecture", "feeSchedule", "institutionNumber"].map((name) => readProperty(parts, name));
  return recover(
    () => {
      begin();
      values.forEach(writeOrSkip);
      open(core.assemble(context));
      return withIssues(verdict(next(), ""), english);
    },
    () => internalVerdict(english),
  );
}

/** The three parts of a canonical 10-digit code, or null. */
export function split(code) {
  const result = check("institution-code", code);
  return result.status === "valid" && result.value === code ? result.parts : null;
}

/** What is wrong with a combination of line choices. */
export function lineIssues(selection, options) {
  const english = isEnglish(options);
  return recover(
    () => {
      open(core.line_issues(writeSelection(selection)));
      return [...issues(english)];
    },
    () => [internalIssue(english)],
  );
}

const STATES = ["allowed", "forbidden", "unknown"];

/** Which choices still fit what is chosen, and why not. */
export function lineOptions(selection, options) {
  const english = isEnglish(options);
  return recover(
    () => {
      open(core.line_options(writeSelection(selection), english));
      return Object.fromEntries(LINE_FIELDS.map((field) => [field, Array.from({ length: next() }, () => lineOption(english))]));
    },
    () => Object.fromEntries(LINE_FIELDS.map((field) => [field, []])),
  );
}

function lineOption(english) {
  const option = { value: nextString(), label: nextString(), state: STATES[next()] };
  const [issue] = issues(english);
  if (issue !== undefined) option.issue = issue;
  return option;
}

function writeSelection(selection) {
  begin();
  LINE_FIELDS.forEach((field, slot) => writeOrSkip(readProperty(selection, field), slot));
  return readProperty(selection, "application") === "claims";
}

/** The sentence of an issue in another language. An issue of another version keeps its own words. */
export function message(issue, locale) {
  try {
    const number = codeNumbers.get(issue.code);
    if (number === undefined) return String(issue.message ?? "");
    const [first = 0, second = 0, third = 0] = codes[number].params.map((name) => hide(name, issue.params?.[name]));
    const english = locale === "en";
    return recover(
      () => sentence(number, first, second, third, english),
      () => String(issue.message ?? ""),
    );
  } catch (error) {
    if (error?.name === "OnshiUnavailable") throw error;
    return "";
  }
}
