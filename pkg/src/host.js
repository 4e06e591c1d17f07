// What the widget in the module asks of JavaScript (src/dom/host.rs): texts on their way in, the day, and events out.

import { isShown } from "./api.js";
import { readToday } from "./context.js";
import { textOf, writeText } from "./control.js";
import { issues, next, open, STATUSES, verdict } from "./decode.js";
import { begin, write, writeOrSkip } from "./engine.js";
import { readReport } from "./form.js";
import { codes, formTables } from "./names.js";
import { pasted } from "./paste.js";

/** What was written in this call, by slot, for the report that is read from the answer. */
let inputs = [];
let collected = [];
/** The report that was made last. */
export let lastReport = null;

export function forgetReport() {
  lastReport = null;
}

const told = new Set();

export const host = {
  begin() {
    begin();
    inputs = [];
  },

  put(slot, control, isBox) {
    const value = isBox ? "true" : textOf(control);
    if (value === undefined) {
      writeOrSkip(undefined, slot);
      return false;
    }
    inputs[slot] = value;
    write(slot, value);
    return true;
  },

  skip(slot) {
    writeOrSkip(undefined, slot);
  },

  text: (control) => textOf(control) ?? "",

  hasText: (control) => (textOf(control) ?? "").trim() !== "",

  write: writeText,

  ...pasted,

  label: (control, group) => labelOf(control, group),

  today: () => readToday(),

  unknown(attribute, name) {
    const message = `onshi-check: there is no ${attribute} of the name "${name}"`;
    if (told.has(message)) return;
    told.add(message);
    // Seen by the developer of the page, and by nobody else.
    globalThis.reportError?.(new RangeError(message));
  },

  field(control, name, state, form, words, english) {
    const report = reportAt(form, words, english);
    dispatch(control, "onshi:verdict", { name, state, verdict: report.fields[name] ?? null });
  },

  alone(control, name, state, kind, words, english) {
    dispatch(control, "onshi:verdict", { name, state, verdict: verdictAt(kind, words, english) });
  },

  collect(name, kind, words, english) {
    collected.push({ name, verdict: verdictAt(kind, words, english) });
  },

  report(element, form, words, english) {
    const report =
      form === undefined ? { status: "valid", values: {}, fields: {}, issues: [], missing: [] } : reportAt(form, words, english);
    for (const { name, verdict } of collected) addAlone(report, name, verdict);
    collected = [];
    lastReport = report;
    dispatch(element, "onshi:report", report);
  },

  fix(control, name, code, value) {
    return dispatch(control, "onshi:fix", { name, code: codes[code].name, value }, true);
  },
};

// \u203b ※, \u5fc5\u9808 必須, \u4efb\u610f 任意, \uff0a ＊: the packed file is ASCII.
const MARKS = /[\s\u203b*\uff0a]*(?:\u5fc5\u9808|\u4efb\u610f|required|optional|\((?:required|optional)\))?[\s\u203b*\uff0a]*$/;

/** What the page calls a control, or the buttons of a group. */
function labelOf(control, group) {
  const places = group ? [group.querySelector("legend"), named(group)] : [];
  places.push(named(control), control.labels?.[0]);
  const words = [...places.filter(Boolean).map(wordsOf), control.getAttribute("aria-label") ?? ""];
  return words.find((text) => text !== "") ?? "";
}

function named(element) {
  const [id] = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/);
  return id === "" ? null : element.ownerDocument.getElementById(id);
}

/** The text of a label without the control it may hold, and without what is beside the name. */
function wordsOf(label) {
  const copy = label.cloneNode(true);
  const others = "input,select,textarea,button,[data-onshi-made],[aria-hidden=true]";
  for (const other of copy.querySelectorAll(others)) other.remove();
  return copy.textContent.trim().replace(MARKS, "").replace(/\s+/g, " ");
}

function reportAt(form, words, english) {
  const table = formTables[form];
  open(words);
  const { list } = table;
  const read = [...inputs];
  if (list >= 0) read[list] = inputs.slice(list);
  inputs = [];
  return readReport(table, read, [], english);
}

function verdictAt(kind, words, english) {
  open(words);
  const [input = ""] = inputs;
  inputs = [];
  const result = verdict(next(), isShown(kind, input) ? input : "");
  result.issues = issues(english);
  return result;
}

/** Puts the verdict on a control by itself into a report. */
function addAlone(report, name, verdict) {
  report.fields[name] = verdict;
  if (verdict.value !== null) report.values[name] = verdict.value;
  report.issues = [...report.issues, ...verdict.issues.map((issue) => ({ ...issue, path: [name] }))];
  if (verdict.status === "invalid") report.status = STATUSES[2];
}

function dispatch(target, type, detail, cancelable = false) {
  return target.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
}

export function sayUnavailable(targets, error) {
  for (const target of targets) dispatch(target, "onshi:unavailable", { error });
}
