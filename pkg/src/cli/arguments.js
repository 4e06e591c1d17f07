// The command line as it was typed, into what is to be done.

import { parseArgs } from "node:util";
import { FIELDS, FORMS, KINDS } from "#tables";
import { CannotRun } from "./cannot-run.js";
import { STANDARD_INPUT } from "./input.js";
import { plain } from "./plain.js";
import { suggest } from "./suggest.js";
import { localeOf, wordsOf } from "./words.js";

export const FORM_NAMES = FORMS.map(([name]) => name);
export const KIND_NAMES = KINDS;
const COMMANDS = ["check", "find"];

const flag = { type: "boolean" };
const value = { type: "string" };
/** The options, and what only one of the commands takes. */
const OPTIONS = {
  form: value,
  column: { ...value, multiple: true },
  delimiter: value,
  header: flag,
  "no-header": flag,
  annotate: value,
  "max-issues": value,
  today: value,
  encoding: value,
  json: flag,
  locale: value,
  quiet: { ...flag, short: "q" },
  help: { ...flag, short: "h" },
  version: flag,
};
const OF_CHECK = new Set(["form", "column", "delimiter", "header", "no-header", "annotate", "max-issues", "today"]);

const DELIMITERS = new Map([["auto", "auto"], [",", ","], [";", ";"], ["tab", "\t"], ["\\t", "\t"], ["\t", "\t"]]);
const ENCODINGS = new Map([
  ["auto", "auto"],
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["shift_jis", "shift_jis"],
  ["shift-jis", "shift_jis"],
  ["sjis", "shift_jis"],
  ["cp932", "shift_jis"],
  ["windows-31j", "shift_jis"],
]);

/** How many findings are listed where nobody says. Nobody reads more on a terminal. */
const MOST_LISTED = 100;
const MOST_IN_JSON = 1000;

/** The language that was asked for, even when the rest of the line cannot be understood. */
export function readLocale(typed, environment) {
  const { tokens } = parse(typed);
  const said = tokens.findLast((token) => token.kind === "option" && token.name === "locale")?.value;
  return said === "ja" || said === "en" ? said : localeOf(environment);
}

// Not strict: Node's own messages are in English only and suggest nothing.
function parse(typed) {
  return parseArgs({ args: typed, options: OPTIONS, strict: false, allowPositionals: true, tokens: true });
}

/**
 * What is to be done: `command` ("check", "find", "help", "version"), `files`, and the options. `isPiped` says that standard
 * input is not a terminal.
 */
export function readArguments(typed, { environment, isPiped }) {
  const locale = readLocale(typed, environment);
  const words = wordsOf(locale);
  const { tokens, positionals } = parse(typed);
  const given = tokens.filter(({ kind }) => kind === "option");
  for (const token of given) verify(token, words);
  const values = Object.fromEntries(given.map(({ name, value = true }) => [name, value]));
  const has = (name) => Object.hasOwn(values, name);

  if (has("help")) return { command: "help", locale };
  if (has("version")) return { command: "version", locale };
  const [command, ...named] = positionals;
  verifyCommand(command, named, words);
  const foreign = given.find(({ name }) => command === "find" && OF_CHECK.has(name));
  if (foreign) throw new CannotRun(words.optionOfOther(foreign.rawName, command));
  if (has("header") && has("no-header")) throw new CannotRun(words.contradiction("--header", "--no-header"));

  const files = named.length === 0 && isPiped ? [STANDARD_INPUT] : named;
  if (files.length === 0) throw new CannotRun(words.noInput);
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) throw new CannotRun(words.standardInputTwice);
  if (files.length > 1 && has("annotate")) throw new CannotRun(words.oneFile("--annotate"));
  if (files.length > 1 && command === "find") throw new CannotRun(words.oneFile("find"));

  if (has("form")) choose("--form", values.form, FORM_NAMES, words);
  if (has("locale")) choose("--locale", values.locale, ["ja", "en"], words);
  if (has("today")) verifyDate("--today", values.today, words);
  const isJson = has("json");
  return {
    command,
    files,
    locale,
    form: values.form,
    columns: given.filter(({ name }) => name === "column").map((token) => readColumn(token.value, values.form, words)),
    delimiter: has("delimiter") ? DELIMITERS.get(choose("--delimiter", values.delimiter, [...DELIMITERS.keys()], words, [",", ";", "tab"])) : "auto",
    header: has("header") ? true : has("no-header") ? false : undefined,
    annotate: values.annotate,
    maxIssues: has("max-issues") ? readNumber("--max-issues", values["max-issues"], words) : isJson ? MOST_IN_JSON : MOST_LISTED,
    today: values.today,
    encoding: has("encoding") ? ENCODINGS.get(choose("--encoding", values.encoding.toLowerCase(), [...ENCODINGS.keys()], words, ["utf-8", "shift_jis"])) : "auto",
    isJson,
    isQuiet: has("quiet"),
  };
}

function verify({ name, rawName, value, inlineValue }, words) {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (option === undefined) {
    const names = Object.keys(OPTIONS).map((known) => `--${known}`);
    throw new CannotRun(words.unknownOption(plain(rawName), suggest(rawName, names)));
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new CannotRun(words.unexpectedValue(rawName));
    // The next option is no value, unless it was written with the sign of equality.
  } else if (value === undefined || value === "" || (!inlineValue && /^--?[a-z]/.test(value))) {
    throw new CannotRun(words.missingValue(rawName));
  }
}

function verifyCommand(command, named, words) {
  if (command === undefined) throw new CannotRun(words.noCommand);
  if (COMMANDS.includes(command)) return;
  const name = plain(command);
  if (named.length === 0 && /[./\\]/.test(command)) throw new CannotRun(words.fileAsCommand(name));
  throw new CannotRun(words.unknownCommand(name, suggest(command, COMMANDS)));
}

/** One of a list. `shown` are those that a message names. */
function choose(option, said, choices, words, shown = choices) {
  if (choices.includes(said)) return said;
  throw new CannotRun(words.badChoice(option, plain(said), shown, suggest(said, shown)));
}

function readNumber(option, said, words) {
  if (/^\d{1,9}$/.test(said)) return Number(said);
  throw new CannotRun(words.badNumber(option, plain(said)));
}

function verifyDate(option, said, words) {
  const [, year, month, day] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(said) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!(date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day))) throw new CannotRun(words.badDate(option, plain(said)));
}

/** `名前=phone`: a header may hold the sign of equality itself, a kind does not. */
function readColumn(text, form, words) {
  const at = text.lastIndexOf("=");
  if (at <= 0) throw new CannotRun(words.badColumn(plain(text)));
  const target = text.slice(at + 1);
  return { column: text.slice(0, at), target: target === "" ? null : chooseTarget(target, form, words) };
}

function chooseTarget(target, form, words) {
  const option = "--column";
  if (form !== undefined) return choose(option, target, fieldsOf(form), words);
  // A name that is both (phone, email) is a kind.
  if (!KIND_NAMES.includes(target) && FIELDS.includes(target)) throw new CannotRun(words.needsForm(target, formsWith(target)));
  return choose(option, target, KIND_NAMES, words);
}

/** The boxes of months included: a file may have them. */
function fieldsOf(form) {
  const [, numbers] = FORMS.find(([name]) => name === form);
  return numbers.map((number) => FIELDS[number]);
}

function formsWith(field) {
  return FORM_NAMES.filter((form) => fieldsOf(form).includes(field));
}
