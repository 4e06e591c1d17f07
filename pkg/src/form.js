// Whole forms: one frozen object a form, its fields read from an object's own data properties.

import { writeField } from "#tables";
import { isEnglish, NO_CONTEXT, NO_DAY, readContext, readToday } from "./context.js";
import { END, issues, next, open, STATUSES, verdict } from "./decode.js";
import { core, LONGEST_INPUT, start, write, writeForm } from "./engine.js";
import { forms } from "./names.js";
import { internalIssue, recover } from "./recover.js";

/** Unknown keys looked at, and how long one may be to be taken for a misspelt field. */
const MOST_KEYS = 16;
const LONGEST_KEY = 32;

/** The bits of all fields. */
const ALL = -1;

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
  const { number, needsToday } = table;
  const readOnly = onlyReader(table);

  function is(values, options) {
    let context = NO_CONTEXT;
    let only = ALL;
    if (options !== undefined) {
      context = readContext(options);
      only = readOnly(options);
    }
    const today = needsToday ? readToday(options) : NO_DAY;
    if (core === undefined) start();
    try {
      writeForm(values, table, only);
      return core.form_is(number, only, context, today) !== 0;
    } catch {
      return isAgain(values, only, context, today);
    }
  }

  /** Apart, because a closure in `is` would cost every call. */
  function isAgain(values, only, context, today) {
    return recover(
      () => {
        writeForm(values, table, only);
        return core.form_is(number, only, context, today) !== 0;
      },
      () => false,
    );
  }

  function check(values, options) {
    const context = readContext(options);
    const english = isEnglish(options);
    const only = readOnly(options);
    const today = needsToday ? readToday(options) : NO_DAY;
    return recover(
      () => {
        const inputs = [];
        writeForm(values, table, only, inputs);
        const keys = writeUnknownKeys(values, table, only, inputs);
        open(core.form_check(number, keys.length, only, context, today));
        return readReport(table, inputs, keys, english);
      },
      () => ({ status: "empty", values: {}, fields: {}, issues: [internalIssue(english)], missing: [] }),
    );
  }

  return Object.freeze({ name, fields: Object.freeze([...table.fields]), is, check });
}

/** Reads the option `only` as bits of the inputs to judge. The last answer is kept: lists repeat. */
function onlyReader(table) {
  let lastNames;
  let lastBits = ALL;
  return (options) => {
    try {
      const names = options?.only;
      if (!Array.isArray(names)) return ALL;
      if (!isSame(names, lastNames)) {
        const copy = [...names];
        lastBits = 0;
        for (const name of copy) {
          const index = table.names.indexOf(name);
          if (index >= 0) lastBits |= 1 << index;
        }
        lastNames = copy;
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

/** Writes the names of keys that are no fields behind the fields, and returns them. */
function writeUnknownKeys(values, { names, slots }, only, inputs) {
  let own;
  try {
    own = Object.keys(values);
  } catch {
    // Nothing that has keys.
    return NO_KEYS;
  }
  // Every key is a field that was read: the usual case.
  let given = 0;
  for (let slot = 0; slot < names.length; slot++) if (inputs[slot] !== undefined) given++;
  if (own.length === given) return NO_KEYS;
  const keys = [];
  for (const key of own) {
    if (keys.length < MOST_KEYS && key.length <= LONGEST_KEY && key !== "" && !names.includes(key)) {
      write(slots + keys.length, key);
      keys.push(key);
    }
  }
  return keys;
}

const NO_KEYS = Object.freeze([]);

/** The report in the words of an answer. `inputs` are what was read, `keys` the unknown ones. */
export function readReport(table, inputs, keys, english) {
  const { numbers, names, secret, box, owners, list } = table;
  const report = { status: "", values: {}, fields: {}, issues: NO_KEYS, missing: NO_KEYS };
  const { fields, values } = report;
  for (let head = next(); head !== END; head = next()) {
    const slot = head >>> 18;
    if (slot < numbers.length) {
      const result = verdict(head, secret[slot] ? "" : shown(inputs[slot], box[slot]));
      writeField(fields, numbers[slot], result);
      if (result.value !== null) writeField(values, numbers[slot], result.value);
    } else {
      const item = slot - numbers.length;
      const result = verdict(head, shown(inputs[list][item], false));
      fields[names[list] + "." + item] = result;
      if (result.value === null) continue;
      if (Object.hasOwn(values, names[list])) values[names[list]].push(result.value);
      else values[names[list]] = [result.value];
    }
  }
  report.issues = issues(english, keys);
  report.status = STATUSES[next()];
  const missing = next();
  report.missing = missing === 0 ? [] : names.filter((_, index) => missing & (1 << index));
  for (const issue of report.issues) {
    const { path } = issue;
    const [name] = path;
    // An unknown key may be called like an item of the list, or like something that every object inherits.
    if (!names.includes(name)) continue;
    const key = path.length > 1 ? path.join(".") : (owners.get(name) ?? name);
    if (!Object.hasOwn(fields, key)) continue;
    const field = fields[key];
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
