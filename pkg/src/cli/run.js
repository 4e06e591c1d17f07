// One call of the command, from what was typed to the exit status:
//
// | status | |
// |---|---|
// | 0 | no errors were found; warnings alone are no errors |
// | 1 | errors, or rows that cannot be read |
// | 2 | could not run, or some of the files could not be read |
// | 130 | stopped by the user |

import util from "node:util";
import { version } from "#bulk";
import { FORM_NAMES, KIND_NAMES, readArguments, readLocale } from "./arguments.js";
import { CannotRun } from "./cannot-run.js";
import { checkFile } from "./check.js";
import { findInFile, writeFound } from "./find.js";
import { writeHelp } from "./help.js";
import { plain, writeJson } from "./plain.js";
import { writeReport } from "./table.js";
import { wordsOf } from "./words.js";

const RIGHT = 0;
const FINDINGS = 1;
export const COULD_NOT_RUN = 2;
const STOPPED = 130;

/** `typed` are the words behind the command, `signal` is aborted when the user stops it. */
export async function run({ typed, environment, stdin, stdout, stderr, signal }) {
  const locale = readLocale(typed, environment);
  const around = { environment, stdin, stdout, stderr, signal, words: wordsOf(locale) };
  let asked;
  try {
    asked = readArguments(typed, { environment, isPiped: !stdin.isTTY });
    if (asked.command === "help") stdout.write(writeHelp({ locale, version, kinds: KIND_NAMES, forms: FORM_NAMES }));
    else if (asked.command === "version") stdout.write(`${version}\n`);
    else return await (asked.command === "find" ? runFind : runCheck)(asked, { ...around, ...lookOf(stdout, environment) });
    return RIGHT;
  } catch (error) {
    complain(error, around);
    if (asked === undefined) stderr.write(`${around.words.seeHelp}\n`);
    return COULD_NOT_RUN;
  }
}

/** How wide the output is, and whether it has colours. What goes into a file is not broken into lines. */
function lookOf(stream, environment) {
  // Node 20.11 has no `styleText` yet.
  const isColoured = stream.isTTY && !environment.NO_COLOR && environment.TERM !== "dumb" && util.styleText !== undefined;
  const said = Number(environment.COLUMNS);
  const width = stream.isTTY ? stream.columns || 80 : said > 0 ? said : Infinity;
  // The stream was looked at here: Node would look at its own.
  const paint = isColoured ? (style, text) => util.styleText(style, text, { validateStream: false }) : (_, text) => text;
  return { width: Math.max(width, 20), paint };
}

function complain(error, { stderr, words }) {
  stderr.write(`onshi-check: ${sentenceOf(error, words)}\n`);
}

function sentenceOf(error, words) {
  if (error instanceof CannotRun) return error.message;
  const reason = plain(error?.message ?? error);
  return error?.name === "OnshiUnavailable" ? words.unavailable(reason) : words.failed(reason);
}

async function runCheck(asked, around) {
  const { stdout, stderr, signal, environment, words } = around;
  const showsProgress = Boolean(stderr.isTTY) && !asked.isQuiet && environment.TERM !== "dumb";
  const reports = [];
  let status = RIGHT;
  for (const file of asked.files) {
    if (signal.aborted) break;
    try {
      const { name, report, copy } = await checkFile(file, asked, { ...around, showsProgress });
      reports.push({ file, report });
      if (report.invalid + report.malformed > 0) status = Math.max(status, FINDINGS);
      if (asked.isJson || asked.isQuiet) continue;
      const lines = writeReport({ ...report, aborted: signal.aborted }, { ...around, name, form: asked.form });
      if (copy !== undefined) lines.push(words.annotated(plain(copy)));
      if (reports.length > 1) lines.unshift("");
      stdout.write(lines.map((line) => `${line}\n`).join(""));
    } catch (error) {
      complain(error, around);
      status = COULD_NOT_RUN;
    }
  }
  if (asked.isJson && reports.length > 0) {
    const several = reports.map(({ file, report }) => ({ file, ...report }));
    stdout.write(`${writeJson(asked.files.length > 1 ? several : reports[0].report)}\n`);
  }
  return signal.aborted ? STOPPED : status;
}

async function runFind(asked, around) {
  const { stdout, signal } = around;
  const { text, found } = await findInFile(asked.files[0], asked, around);
  if (signal.aborted) return STOPPED;
  if (asked.isJson) stdout.write(`${writeJson(found)}\n`);
  else if (!asked.isQuiet) stdout.write(writeFound({ text, found }, around).map((line) => `${line}\n`).join(""));
  return found.some(({ verdict }) => verdict.status === "invalid") ? FINDINGS : RIGHT;
}
