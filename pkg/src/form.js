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

  function is(values, options) {
    let context = NO_CONTEXT;
    let low = -1;
    let high = -1;
    if (options !== undefined) {
      context = readContext(options);
      [low, high] = readOnly(table, options);
    }
    if (core === undefined) start();
    try {
      writeFields(values, fields);
      return core.form_is(number, low, high, context) !== 0;
    } catch {
      return recover(
        () => {
          writeFields(values, fields);
          return core.form_is(number, low, high, context) !== 0;
        },
        () => false,
      );
    }
  }

  function check(values, options) {
    const context = readContext(options);
    const english = isEnglish(options);
    const only = readOnly(table, options);
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

/** Bits of the fields to judge, as two words. */
function readOnly(table, options) {
  const only = readProperty(options, "only");
  if (!Array.isArray(only)) return [-1, -1];
  const bits = [0, 0];
  table.names.forEach((name, index) => {
    if (only.includes(name)) bits[index >> 5] |= 1 << (index & 31);
  });
  return bits;
}

/** Writes every field into its slot and returns what was read. */
function writeFields(values, fields) {
  begin();
  const inputs = readInputs(values, fields);
  for (let slot = 0; slot < inputs.length; slot++) writeInput(slot, inputs[slot]);
  return inputs;
}

function readInputs(values, fields) {
  const inputs = [];
  if (isPlain(values)) {
    try {
      for (let slot = 0; slot < fields.length; slot++) inputs.push(readField(values, fields[slot]));
      return inputs;
    } catch {
      // A getter throws: read the long way.
    }
  }
  return fields.map((field) => readProperty(values, FIELDS[field]));
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
