// A text that somebody puts into a control with `data-onshi-paste` is looked through, and what it holds goes into the empty
// fields of the form. What is said about it is src/dom/paste.rs. `find` comes from another edition of the module, which
// knows the patterns: a page that wants none of this does not load them. The text itself is kept nowhere.

import * as glue from "#glue";
import { check } from "./api.js";
import { textOf, writeText } from "./control.js";

const PLACE = "textarea[data-onshi-paste],input[data-onshi-paste]:not([type=password])";
const WATCHED = "[data-onshi-state]:not([data-onshi-paste],[type=hidden],[type=password],[type=checkbox])";
/** The fields that may be filled, with the kind of each; a field of another name is not. */
const KINDS = {
  customerId: "customer-id",
  institutionCode: "institution-code",
  prefecture: "prefecture",
  feeSchedule: "fee-schedule",
  institutionNumber: "institution-number",
  email: "email",
  phone: "phone",
};
/** The end of a composition is typing in Safari, too. */
const PASTED = /^insertFrom(?!Composition)/;

/** By control that a text was put into: what became of it. */
const places = new WeakMap();
/** By control that was filled: from where. */
const fills = new WeakMap();

/** Filling moves the focus, which is nobody leaving a field. */
export let isFilling = false;

/**
 * Hears of every event. A pasted text is looked through at once; a typed one when it is left, since on the way to its end
 * a number is another number. records: what is attached.
 */
export function lookThrough(event, records) {
  const { target: control, type } = event;
  if (isFilling || (type !== "input" && type !== "change") || event.isComposing || !control.matches?.(PLACE)) return;
  const isPasted = type === "input" && PASTED.test(event.inputType);
  const text = textOf(control) ?? "";
  if (type === "input" && !isPasted && text !== "") return;
  const known = places.get(control);
  // A field of the form says what is to be said about itself.
  if (known === undefined && control.hasAttribute("data-onshi-state")) return;
  const area = areaOf(control, records);
  const find = findFor(control, area, records);
  if (area === undefined || find === undefined || questionsIn(area).size === 0) return;

  const found = text === "" ? new Map() : collect(find(text));
  const { ready, doubts } = choose(questionsIn(area), found);
  const before = known ?? { fills: [], doubts: [] };
  if (ready.length + doubts.length === 0 && !isPasted && known === undefined) return;
  const state = { area, fills: before.fills.filter(isUntouched), doubts, isInVain: isPasted && ready.length === 0 };
  places.set(control, state);
  state.fills.push(...fillIn(control, ready, isPasted));
  const isKnown = (doubt) => before.doubts.some(({ controls, count }) => controls[0] === doubt.controls[0] && count === doubt.count);
  glue.widget_paste(control, isPasted || ready.length > 0 || !doubts.every(isKnown));
}

/** The part of the page that a text is for, with a control of it; `isLoose`: only what belongs to no form. */
function areaOf(control, records) {
  const name = control.getAttribute("data-onshi-paste");
  const root = control.getRootNode();
  if (name !== "") {
    const element = root.querySelector(name);
    if (element === null) throw new RangeError(`onshi-check: there is no data-onshi-paste of the name "${name}"`);
    return { root, element, isLoose: false };
  }
  const form = control.form ?? control.closest("[data-onshi-form]");
  if (form !== null) return { root, element: form, isLoose: false };
  const around = records.filter(({ target }) => target.contains(control));
  const [record] = around.sort((one, other) => (one.target.contains(other.target) ? 1 : -1));
  return record && { root, element: record.target, isLoose: record.options[0] === "" };
}

/** The `find` of whoever attached it; otherwise what a script of the page brought. */
function findFor(control, area, records) {
  const touches = ({ target }) => target.contains(control) || target.contains(area?.element ?? null);
  const find = records.find((record) => record.find !== undefined && touches(record))?.find ?? globalThis.OnshiBulk?.find;
  return typeof find === "function" ? find : undefined;
}

/** By kind: the first question of an area that is of it. Of several nobody knows which one a text is for. */
function questionsIn({ root, element, isLoose }) {
  const questions = new Map();
  for (const control of root.querySelectorAll(WATCHED)) {
    const form = control.form ?? control.closest("[data-onshi-form]");
    if (isLoose ? form !== null || !element.contains(control) : !element.contains(control) && form !== element) continue;
    const own = control.getAttribute("data-onshi-field") ?? control.name;
    const kind = control.getAttribute("data-onshi") ?? KINDS[own];
    const known = questions.get(kind);
    if (known === undefined) questions.set(kind, { kind, controls: [control] });
    else if (control.type === "radio" && control.name === known.controls[0].name) known.controls.push(control);
  }
  return questions;
}

/** By kind: the different texts that were found, each with the first label that it has. */
function collect(found) {
  const byKind = new Map();
  for (const hit of found) {
    if (typeof hit.value === "string" && hit.value !== "") byKind.set(hit.kind, [...(byKind.get(hit.kind) ?? []), hit]);
  }
  return new Map([...byKind].map(([kind, hits]) => [kind, [...chooseHits(hits)]]));
}

/** What may be filled in: what says itself what it is; otherwise the only guess, if it is right. */
function chooseHits(hits) {
  const sure = hits.filter((hit) => hit.confidence === "high");
  if (sure.length > 0) return tellApart(sure);
  const guesses = tellApart(hits);
  return guesses.size === 1 && hits[0].verdict.status === "valid" ? guesses : [];
}

function tellApart(hits) {
  const labels = new Map();
  for (const { value, label } of hits) {
    labels.set(value, labels.get(value) || (typeof label === "string" ? label.replace(/\s+/g, " ") : ""));
  }
  return labels;
}

/** Which empty question gets which text, and of which the text says different things. */
function choose(questions, found) {
  const ready = [];
  const doubts = [];
  const take = (kind, hits = []) => {
    const question = questions.get(kind);
    if (question === undefined || hits.length === 0 || !isOpen(question)) return;
    if (hits.length > 1) doubts.push({ ...question, count: hits.length });
    else add(question, ...hits[0]);
  };
  const add = (question, value, label) => {
    const words = wordsFor(question, value);
    if (words !== undefined) ready.push({ ...question, words, label });
  };
  for (const kind of ["customer-id", "institution-code", "email", "phone"]) take(kind, found.get(kind));

  takeInstitution();
  return { ready, doubts };

  /** The number of seven digits; or a code of ten for prefecture, fee schedule and number, if none of them says otherwise. */
  function takeInstitution() {
    const numbers = found.get("institution-number") ?? [];
    const codes = found.get("institution-code") ?? [];
    const parts = ["prefecture", "fee-schedule", "institution-number"].map((kind) => questions.get(kind));
    const number = parts[2];
    if (codes.length === 0 || parts.includes(undefined) || !isOpen(number)) return take("institution-number", numbers);
    if (codes.length > 1) return take("institution-number", codes);
    const [code, label] = codes[0];
    const values = [code.slice(0, 2), code[2], code.slice(3)];
    if (check("institution-code", code).status !== "valid") return take("institution-number", numbers);
    const different = new Map([...numbers, [values[2], label]]);
    if (different.size > 1) return take("institution-number", [...different]);
    if (!parts.every((part, index) => agrees(part, values[index]))) return take("institution-number", numbers);
    parts.forEach((part, index) => isOpen(part) && add(part, values[index], label));
    return undefined;
  }
}

/** Whether somebody could answer a question, and nobody has. */
function isOpen({ controls }) {
  return answerOf({ controls })?.trim() === "" && controls.some((control) => !control.readOnly && !control.matches(":disabled"));
}

/** Whether it says the same already, or can say it. */
function agrees(question, value) {
  return isOpen(question) ? wordsFor(question, value) !== undefined : means(question.kind, answerOf(question), value);
}

function means(kind, text, value) {
  return check(kind, text).value === value;
}

function answerOf({ controls }) {
  const [first] = controls;
  return first.type === "radio" ? (controls.find((control) => control.checked)?.value ?? "") : textOf(first);
}

/** What a question calls a value: of a choice its own button or option, of a box that is too small nothing. */
function wordsFor({ kind, controls }, value) {
  const [first] = controls;
  const choices = first.type === "radio" ? controls : first.options;
  if (choices) return [...choices].find((choice) => !choice.disabled && means(kind, choice.value, value))?.value;
  return first.maxLength >= 0 && first.maxLength < value.length ? undefined : value;
}

/** hasHistory: the focus is in the control, and what is typed elsewhere from there can be taken back with Ctrl+Z. */
function fillIn(place, ready, hasHistory) {
  const made = ready.map((question) => ({ ...question, place, before: answerOf(question), after: "" }));
  enterAll(place, made.map((fill) => [fill, fill.words]), hasHistory);
  const filled = made.filter((fill) => answerOf(fill)?.trim());
  for (const fill of filled) {
    // Only now: the page may have written it in its own way when it was left.
    fill.after = answerOf(fill);
    for (const control of fill.controls) fills.set(control, fill);
  }
  for (const { controls } of filled) glue.widget_left(controls[0]);
  return filled;
}

/** Enters texts, and comes back to where they came from with the same in view. */
function enterAll(place, entries, hasHistory) {
  const view = { left: scrollX, top: scrollY };
  isFilling = true;
  try {
    for (const [question, words] of entries) enter(question, words, hasHistory);
    if (!hasHistory) return;
    place.focus({ preventScroll: true });
    scrollTo({ ...view, behavior: "instant" });
  } finally {
    isFilling = false;
  }
}

function enter({ controls }, words, hasHistory) {
  const [first] = controls;
  if (first.type === "radio") {
    for (const control of controls.filter((control) => control.checked !== (control.value === words))) {
      control.checked = control.value === words;
      tellChanged(control);
    }
  } else if (first.options || !hasHistory) {
    if (writeText(first, words)) tellChanged(first);
  } else {
    glue.widget_type(first, words);
  }
}

function tellChanged(control) {
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Whether a question still says what was filled in. */
function isUntouched(fill) {
  return fills.get(fill.controls[0]) === fill && answerOf(fill) === fill.after;
}

/** What is to be said about a text, in the order of the page: what was filled and still is, and what is in doubt and open. */
function concerned(place) {
  const { fills, doubts } = places.get(place);
  const order = ({ controls: [one] }, { controls: [other] }) => (one.compareDocumentPosition(other) & one.DOCUMENT_POSITION_PRECEDING ? 1 : -1);
  return [...fills.filter(isUntouched), ...doubts.filter(isOpen)].sort(order);
}

/** What the module asks. */
export const pasted = {
  pastedLabel(control) {
    const fill = fills.get(control);
    return fill && isUntouched(fill) ? fill.label : undefined;
  },

  pastedInto(place) {
    const state = places.get(place);
    if (state === undefined) return undefined;
    for (const { controls } of questionsIn(state.area).values()) return controls[0];
    // Nothing is watched there any more.
    for (const { controls } of state.fills) for (const control of controls) fills.delete(control);
    places.delete(place);
    return undefined;
  },

  pastedField: (place, index) => concerned(place)[index]?.controls[0],

  pastedCount: (place, index) => concerned(place)[index]?.count ?? 1,

  pastedInVain: (place) => places.get(place).isInVain,

  unpaste(place) {
    const state = places.get(place);
    // Backwards, so that Ctrl+Z meets the same order.
    const filled = state.fills.filter(isUntouched).reverse();
    state.fills = [];
    for (const { controls } of filled) for (const control of controls) fills.delete(control);
    enterAll(place, filled.map((fill) => [fill, fill.before]), true);
    for (const { controls } of filled) glue.widget_left(controls[0]);
  },
};
