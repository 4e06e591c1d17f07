// Whole forms: one frozen object a form, its fields read from a plain object.

import { FIELDS, readField, writeField } from "#tables";
import { isEnglish, NO_CONTEXT, readContext } from "./context.js";
import { issues, next, open, verdict } from "./decode.js";
import { core, LONGEST_INPUT, start, write, writeForm } from "./engine.js";
import { forms } from "./names.js";
import { internalIssue, readProperty, recover } from "./recover.js";

const STATUSES = ["empty", "incomplete", "invalid", "valid"];
/** Unknown keys looked at, and how long one may be to be taken for a misspelt field. */
const MOST_KEYS = 16;
const LONGEST_KEY = 32;

/** Bits of all fields, as two words. */
const ALL = [-1, -1];

const made = new Map();

/** The form of this name. */
export function form(name) {
  let found = made.get(name);
  if (found === undefined) {
    const table = forms.get(name);
    if (table === undefined) throw new RangeError("onshi-check: there is no form of this name");
    found = makeForm(name, table);
    made.set(name, found);
  }
  return found;
}

function makeForm(name, table) {
  const { number } = table;
  const readOnly = onlyReader(table);

  function is(values, options) {
    let context = NO_CONTEXT;
    let only = ALL;
    if (options !== undefined) {
      context = readContext(options);
      only = readOnly(options);
    }
    if (core === undefined) start();
    try {
      writeFields(values, table);
      return core.form_is(number, only[0], only[1], context) !== 0;
    } catch {
      return isAgain(values, only, context);
    }
  }

  /** Apart, because a closure in `is` would cost every call. */
  function isAgain(values, only, context) {
    return recover(
      () => {
        writeFields(values, table);
        return core.form_is(number, only[0], only[1], context) !== 0;
      },
      () => false,
    );
  }

  function check(values, options) {
    const context = readContext(options);
    const english = isEnglish(options);
    const only = readOnly(options);
    return recover(
      () => {
        const inputs = [];
        writeFields(values, table, inputs);
        const keys = writeUnknownKeys(values, table, inputs);
        open(core.form_check(number, keys.length, only[0], only[1], context));
        return readReport(table, only, inputs, keys, english);
      },
      () => ({ status: "empty", values: {}, fields: {}, issues: [internalIssue(english)], missing: [] }),
    );
  }

  return Object.freeze({ name, fields: Object.freeze([...table.names]), is, check });
}

/** Reads the option `only` as bits of the fields to judge, two words. The last answer is kept: lists repeat. */
function onlyReader(table) {
  let lastNames;
  let lastBits = ALL;
  return (options) => {
    try {
      const names = options?.only;
      if (!Array.isArray(names)) return ALL;
      if (!isSame(names, lastNames)) {
        const bits = [0, 0];
        const copy = [...names];
        for (const name of copy) {
          const index = table.names.indexOf(name);
          if (index >= 0) bits[index >> 5] |= 1 << (index & 31);
        }
        lastNames = copy;
        lastBits = bits;
      }
      return lastBits;
    } catch {
      // A list that throws is no list.
      return ALL;
    }
  };
}

function isSame(names, others) {
  if (names.length !== others?.length) return false;
  for (let index = 0; index < names.length; index++) if (names[index] !== others[index]) return false;
  return true;
}

/** Writes every field into its slot, and keeps what was read in `inputs` where somebody wants it. */
function writeFields(values, table, inputs) {
  if (isPlain(values)) {
    try {
      return writeForm(values, table, readField, inputs);
    } catch {
      // A getter throws: read the long way.
    }
  }
  writeForm(values, table, readOwnField, inputs);
}

function readOwnField(values, field) {
  return readProperty(values, FIELDS[field]);
}

/** An object that inherits nothing but what every object does. */
function isPlain(values) {
  try {
    if (typeof values !== "object" || values === null) return false;
    const prototype = Object.getPrototypeOf(values);
    return prototype === Object.prototype || prototype === null;
  } catch {
    // A proxy.
    return false;
  }
}

/** Writes the names of keys that are no fields behind the fields, and returns them. */
function writeUnknownKeys(values, table, inputs) {
  let own;
  try {
    own = Object.keys(values);
  } catch {
    // Nothing that has keys.
    return NO_KEYS;
  }
  // Every key is a field that was read: the usual case.
  let given = 0;
  for (const input of inputs) if (input !== undefined) given++;
  if (own.length === given) return NO_KEYS;
  const keys = [];
  for (const key of own) {
    if (keys.length < MOST_KEYS && key.length <= LONGEST_KEY && key !== "" && !table.names.includes(key)) {
      write(table.fields.length + keys.length, key);
      keys.push(key);
    }
  }
  return keys;
}

const NO_KEYS = Object.freeze([]);

function readReport(table, [low, high], inputs, keys, english) {
  const { fields, names, secret, box } = table;
  const report = { status: "", values: {}, fields: {}, issues: NO_KEYS, missing: [] };
  for (let index = 0; index < fields.length; index++) {
    if (!((index < 32 ? low : high) & (1 << (index & 31)))) continue;
    const field = fields[index];
    const result = verdict(secret[index] ? "" : shown(inputs[index], box[index]));
    writeField(report.fields, field, result);
    if (result.value !== null) writeField(report.values, field, result.value);
  }
  report.issues = issues(english, keys);
  report.status = STATUSES[next()];
  const missing = [next(), next()];
  if (missing[0] !== 0 || missing[1] !== 0) {
    report.missing = names.filter((_, index) => missing[index >> 5] & (1 << (index & 31)));
  }
  for (const issue of report.issues) {
    const field = report.fields[issue.path[0]];
    if (field === undefined) continue;
    if (field.issues.length === 0) field.issues = [issue];
    else field.issues.push(issue);
  }
  return report;
}

/** What of an input may be repeated: text, and that a box is ticked. */
function shown(input, isBox) {
  if (isBox) return input === true || typeof input === "string" ? "true" : "";
  return typeof input === "string" && input.length <= LONGEST_INPUT ? input : "";
}
