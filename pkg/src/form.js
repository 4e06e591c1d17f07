// Whole forms: one frozen object a form, its fields read from a plain object.

import { FIELDS, readField } from "#tables";
import { isEnglish, NO_CONTEXT, readContext } from "./context.js";
import { issues, next, open, verdict } from "./decode.js";
import { begin, core, LONGEST_INPUT, skip, start, write } from "./engine.js";
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
  const { number, fields } = table;
  const readOnly = onlyReader(table);

  function is(values, options) {
    let context = NO_CONTEXT;
    let only = ALL;
    if (options !== undefined) {
      context = readContext(options);
      only = readOnly(options);
    }
    if (core === undefined) start();
    const judge = () => {
      writeFields(values, fields);
      return core.form_is(number, only[0], only[1], context) !== 0;
    };
    try {
      return judge();
    } catch {
      return recover(judge, no);
    }
  }

  function check(values, options) {
    const context = readContext(options);
    const english = isEnglish(options);
    const only = readOnly(options);
    return recover(
      () => {
        const inputs = writeFields(values, fields);
        const keys = writeUnknownKeys(values, table);
        open(core.form_check(number, keys.length, only[0], only[1], context));
        return readReport(table, only, inputs, keys, english);
      },
      () => ({ status: "invalid", values: {}, fields: {}, issues: [internalIssue(english)], missing: [] }),
    );
  }

  return Object.freeze({ name, fields: Object.freeze([...table.names]), is, check });
}

function no() {
  return false;
}

/** Reads the option `only` as bits of the fields to judge, two words. The last answer is kept: lists repeat. */
function onlyReader(table) {
  let lastNames = [];
  let lastBits = [0, 0];
  return (options) => {
    const names = readProperty(options, "only");
    if (!Array.isArray(names)) return ALL;
    if (names.length !== lastNames.length || names.some((name, index) => name !== lastNames[index])) {
      lastNames = [...names];
      lastBits = [0, 0];
      for (const name of names) {
        const index = table.names.indexOf(name);
        if (index >= 0) lastBits[index >> 5] |= 1 << (index & 31);
      }
    }
    return lastBits;
  };
}

/** Writes every field into its slot and returns what was read. */
function writeFields(values, fields) {
  const inputs = [];
  begin();
  if (isPlain(values)) {
    try {
      for (let slot = 0; slot < fields.length; slot++) {
        const value = readField(values, fields[slot]);
        inputs.push(value);
        writeInput(slot, value);
      }
      return inputs;
    } catch {
      // A getter throws: read the long way.
      inputs.length = 0;
      begin();
    }
  }
  for (const field of fields) {
    const value = readProperty(values, FIELDS[field]);
    writeInput(inputs.length, value);
    inputs.push(value);
  }
  return inputs;
}

/** An object whose named properties are its own: nothing is inherited from Object.prototype unless it was polluted. */
function isPlain(values) {
  if (typeof values !== "object" || values === null) return false;
  const prototype = Object.getPrototypeOf(values);
  return prototype === null || (prototype === Object.prototype && !isPolluted());
}

function isPolluted() {
  for (const _ in Object.prototype) return true;
  return false;
}

function writeInput(slot, value) {
  if (typeof value === "string") write(slot, value);
  else if (value === undefined || value === null || value === false) skip(slot);
  else write(slot, value === true ? "true" : value);
}

/** Writes the names of keys that are no fields behind the fields, and returns them. */
function writeUnknownKeys(values, table) {
  const keys = [];
  if (typeof values !== "object" || values === null) return keys;
  for (const key of Object.keys(values)) {
    if (keys.length < MOST_KEYS && key.length <= LONGEST_KEY && key !== "" && !table.slots.has(key)) {
      write(table.fields.length + keys.length, key);
      keys.push(key);
    }
  }
  return keys;
}

function readReport(table, [low, high], inputs, keys, english) {
  const report = { status: "", values: {}, fields: {}, issues: [], missing: [] };
  for (let index = 0; index < table.names.length; index++) {
    if (!((index < 32 ? low : high) & (1 << (index & 31)))) continue;
    const name = table.names[index];
    const result = verdict(shown(table, table.fields[index], inputs[index]));
    report.fields[name] = result;
    if (result.value !== null) report.values[name] = result.value;
  }
  report.issues = issues(english, keys);
  report.status = STATUSES[next()];
  const missing = [next(), next()];
  report.missing = table.names.filter((_, index) => missing[index >> 5] & (1 << (index & 31)));
  for (const issue of report.issues) {
    const field = report.fields[issue.path[0]];
    if (field === undefined) continue;
    if (field.issues.length === 0) field.issues = [issue];
    else field.issues.push(issue);
  }
  return report;
}

/** What of an input may be repeated. */
function shown(table, field, input) {
  if (input === true) return "true";
  return typeof input === "string" && input.length <= LONGEST_INPUT && !table.secret.has(field) ? input : "";
}
