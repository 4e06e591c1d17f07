// Words into verdicts, issues and reports. The layout is written by src/wasm/hot.rs.

import { CHANGES, FIELDS, FIXES, LINE_SERVICES } from "#tables";
import { packDate } from "./context.js";
import { core, memory, string } from "./engine.js";
import { codes } from "./names.js";

export const STATUSES = ["empty", "incomplete", "invalid", "valid"];
const CHECK_DIGITS = [undefined, "ok", "mismatch", "unverified"];
/** The one field that is a list. */
const LIST = "terminalNames";
const NO_REMAINING = 255;
/** Stands behind the last verdict of a report. */
export const END = 0xffffffff;
/** Shared by the verdicts that have none: most of them. */
const NONE = Object.freeze([]);

let read;
let at;

/** Begins to read an answer. */
export function open(address) {
  read = memory();
  at = address >>> 2;
}

export function next() {
  return read[at++];
}

export function nextString() {
  const start = (core.strings() >>> 0) + read[at++];
  return string(start, read[at++]);
}

/** A verdict without its issues. `input` is what was typed; "" for secrets. */
export function verdict(head, input) {
  const text = head & 4 ? nextString() : (head & 3) === 0 ? "" : input;
  const own = (head >> 3) & 3;
  const value = own === 0 ? null : own === 1 ? text : nextString();
  const result = { status: STATUSES[head & 3], value, text, changes: NONE, issues: NONE };
  if (head & 0x200) result.changes = changes();
  const remaining = (head >> 10) & 255;
  if (remaining !== NO_REMAINING) result.remaining = remaining;
  if (head & 0x180) result.parts = parts((head >> 7) & 3, value ?? text);
  const checkDigit = CHECK_DIGITS[(head >> 5) & 3];
  if (checkDigit !== undefined) result.checkDigit = checkDigit;
  return result;
}

function changes() {
  return Array.from({ length: next() }, () => {
    const kind = CHANGES[next()];
    const index = next();
    return { kind, from: nextString(), to: nextString(), index };
  });
}

function parts(layout, read) {
  const pieces =
    layout === 1
      ? { prefecture: read.slice(0, 2), feeSchedule: read.slice(2, 3), institutionNumber: read.slice(3) }
      : layout === 2
        ? { prefix: read.slice(0, 3), digits: read.slice(3) }
        : customerIdParts(read);
  for (const name in pieces) if (pieces[name] === "") delete pieces[name];
  return pieces;
}

/** Digits typed beside a chosen kind: the value has the prefix, the text has not. */
function customerIdParts(read) {
  return /^C/.test(read) ? { prefix: read.slice(0, 3), digits: read.slice(3) } : { digits: read };
}

/** The issues of an answer. `keys` are the unknown keys of a form. */
export function issues(english, keys) {
  const count = read[at++];
  if (count === 0) return NONE;
  const list = [];
  for (let index = 0; index < count; index++) list.push(issue(english, keys));
  return list;
}

function issue(english, keys) {
  const head = read[at++];
  const number = head & 255;
  const first = read[at++];
  const second = read[at++];
  const third = read[at++];
  const place = (head >> 8) & 3;
  const name = (head >> 10) & 255;
  const path = place === 0 ? [] : place === 3 ? [LIST, name] : [place === 1 ? FIELDS[name] : keys[name]];
  const result = makeIssue(number, first, second, third, path, english);
  if (head & 0x40000) result.range = [read[at++], read[at++]];
  if (head & 0x80000) {
    const value = nextString();
    result.fix = { value, label: fixLabel((head >> 20) & 15, english), safe: (head & 0x1000000) !== 0 };
  }
  return result;
}

/** An issue from its numbers. */
export function makeIssue(number, first, second, third, path, english) {
  const code = codes[number];
  return {
    code: code.name,
    severity: code.severity,
    path,
    message: sentence(number, first, second, third, english),
    params: code.makeParams(first, second, third),
    source: (code.source ??= makeSource(number)),
  };
}

/** Where the rule stands. The module has the section of the first of neighbouring codes that share one. */
function makeSource(number) {
  const [document, asOf] = codes[number].document;
  let section = "";
  for (let first = number; section === ""; first--) section = makeSentence(codes.length + FIXES.length + first, 0, 0, 0, false);
  return Object.freeze({ document, section, asOf });
}

/** The way back, for issues that come from elsewhere. */
export function hide(name, value) {
  if (name === "prefix") return value === "COP" ? 2 : 1;
  if (name === "name") return Math.max(0, FIELDS.indexOf(value));
  if (name === "lineService") return Math.max(0, LINE_SERVICES.indexOf(value));
  if (name === "earliest" || name === "latest" || name === "since") return packDate(value);
  return Number(value) >>> 0;
}

/** Sentences that were made before, by code and language; those with parameters also by their values. */
const plain = [];
const filled = new Map();
const MOST_FILLED = 1000;

export function sentence(number, first, second, third, english) {
  const code = english ? number + 256 : number;
  if (codes[number].params.length === 0) return (plain[code] ??= makeSentence(number, 0, 0, 0, english));
  // Nearly all values are small. What is not, among it what somebody else made up, is not kept.
  if ((first | second) >>> 0 > 255 || third > 15) return makeSentence(number, first, second, third, english);
  const key = (code << 20) | (first << 12) | (second << 4) | third;
  let text = filled.get(key);
  if (text === undefined) {
    text = makeSentence(number, first, second, third, english);
    if (filled.size >= MOST_FILLED) filled.clear();
    filled.set(key, text);
  }
  return text;
}

/** Making a sentence may move the memory that an answer is read from. */
function makeSentence(number, first, second, third, english) {
  const length = core.message(number, first, second, third, english);
  const text = string(core.sentence() >>> 0, length);
  read = memory();
  return text;
}

const labels = [];

function fixLabel(kind, english) {
  return (labels[english ? kind + FIXES.length : kind] ??= makeSentence(codes.length + kind, 0, 0, 0, english));
}
