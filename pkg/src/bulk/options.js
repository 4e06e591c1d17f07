// Options of bulk, annotate and preview, read once.

import { FIELDS, KINDS } from "#tables";
import { isEnglish, readToday } from "../context.js";
import { forms } from "../names.js";
import { readProperty } from "../property.js";

const DELIMITERS = [",", "\t", ";"];
const ENCODINGS = ["utf-8", "shift_jis"];
/** Added to the number of a field, as src/wasm/many.rs does. */
export const FIELD = 256;
export const NONE = 0xffffffff;
const MOST_ISSUES = 1000;

/** Everything in it can be sent to a worker. */
export function readOptions(options) {
  const read = (name) => readProperty(options, name);
  const [encoding, delimiter, header, most] = ["encoding", "delimiter", "header", "maxIssues"].map(read);
  const form = forms.get(read("form"));
  return {
    form: form?.number ?? NONE,
    encoding: ENCODINGS.includes(encoding) ? encoding : undefined,
    delimiter: DELIMITERS.includes(delimiter) ? delimiter.charCodeAt(0) : 0,
    header: header === true ? 1 : header === false ? 0 : 2,
    targets: readTargets(read("columns"), form !== undefined),
    mostIssues: typeof most === "number" && most >= 0 ? Math.min(Math.floor(most), 1 << 20) : MOST_ISSUES,
    english: isEnglish(options),
    today: readToday(options),
  };
}

/** What stops the work. A thing that only has its name stops nothing. */
export function readSignal(options) {
  const signal = readProperty(options, "signal");
  try {
    return typeof signal.aborted === "boolean" && typeof signal.addEventListener === "function" ? signal : undefined;
  } catch {
    return undefined;
  }
}

/** What the caller says about columns, by header or index. */
function readTargets(columns, isForm) {
  const targets = [];
  for (const key of keysOf(columns)) {
    const name = readProperty(columns, key);
    const number = name === null ? NONE : isForm ? FIELDS.indexOf(name) : KINDS.indexOf(name);
    if (number >= 0) targets.push([key, isForm && name !== null ? FIELD + number : number]);
  }
  return targets;
}

function keysOf(object) {
  try {
    return Object.keys(object);
  } catch {
    // Nothing that has properties, or a proxy.
    return [];
  }
}
