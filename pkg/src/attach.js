// Listens at the root of the document and hands every event to the widget in the module (src/dom.rs). Whatever fails
// there fails here, once: the form of the page goes on.

import * as glue from "#glue";
import { packDate } from "./context.js";
import { OnshiUnavailable, restart, start, whenRestarted } from "./engine.js";
import { forgetReport, host, lastReport, sayUnavailable } from "./host.js";
import { isFilling, lookThrough } from "./paste.js";

const EVENTS = ["input", "change", "compositionstart", "compositionend", "focusout", "click", "submit", "formdata", "reset"];
const WATCHED = "[data-onshi-form],[data-onshi]";
/** A press longer than this is no click. */
const LONGEST_PRESS = 1000;
/** How often the module may be made anew before the page is left alone. */
const MOST_RESTARTS = 3;

/** By target: what was attached. */
const attached = new Map();
/** By root: what stops listening there. */
const listening = new Map();
let isStarted = false;
let restarts = 0;

/** Watches a form, a control, an element or a document. */
export function attach(target, options) {
  if (!isNode(target)) return inert(new TypeError("onshi-check: attach takes an element or a document"));
  const known = attached.get(target);
  if (known !== undefined) return known.handle;
  const record = { target, options: readOptions(options), find: readFind(options), id: undefined, handle: undefined };
  record.handle = Object.freeze({ ready: begin(record), check: () => check(record), detach: () => detach(record) });
  return record.handle;
}

function isNode(target) {
  return typeof Node === "function" && target instanceof Node;
}

function inert(error) {
  const ready = Promise.reject(error);
  ready.catch(() => {});
  return Object.freeze({ ready, check: () => null, detach() {} });
}

function readOptions(options) {
  const text = (name) => {
    try {
      return typeof options?.[name] === "string" ? options[name] : "";
    } catch {
      // A getter that throws says nothing.
      return "";
    }
  };
  const [form, locale, report, normalize] = ["form", "locale", "report", "normalize"].map(text);
  return [form, locale, report, normalize, packDate(text("today"))];
}

function readFind(options) {
  try {
    const find = options?.find;
    return typeof find === "function" ? find : undefined;
  } catch {
    return undefined;
  }
}

/** Begins now, or in a page that has nothing to watch yet when something comes. */
function begin(record) {
  attached.set(record.target, record);
  listen(record.target.getRootNode());
  const ready = open(record);
  // Waiting for it is optional.
  ready.catch(() => {});
  return ready;
}

async function open(record) {
  if (record.id !== undefined || isEmpty(record)) return;
  try {
    start();
    if (!isStarted) glue.widget_start(host);
    isStarted = true;
  } catch (error) {
    giveUp(error instanceof OnshiUnavailable ? error : new OnshiUnavailable("onshi-check: the widget cannot start", { cause: error }));
    throw error;
  }
  guard(() => {
    record.id = glue.widget_attach(record.target, ...record.options);
  });
}

function isEmpty({ target, options }) {
  if (options[0] !== "" || target instanceof HTMLFormElement) return false;
  return !target.matches?.(WATCHED) && target.querySelector?.(WATCHED) === null;
}

/** Where WebAssembly cannot run nothing is watched, and whoever wants to know is told. */
function giveUp(error) {
  for (const record of attached.values()) {
    const { target } = record;
    const targets = target.matches?.(WATCHED) || target instanceof HTMLFormElement ? [target] : target.querySelectorAll(WATCHED);
    sayUnavailable(targets, error);
  }
  attached.clear();
  for (const stop of listening.values()) stop();
  listening.clear();
}

function check(record) {
  if (record.id === undefined || !isStarted) return null;
  forgetReport();
  guard(() => glue.widget_check(record.id));
  return lastReport;
}

function detach(record) {
  if (attached.get(record.target) !== record) return;
  attached.delete(record.target);
  if (record.id !== undefined) guard(() => glue.widget_detach(record.id));
  const root = record.target.getRootNode();
  if ([...attached.keys()].some((target) => target.getRootNode() === root)) return;
  listening.get(root)?.();
  listening.delete(root);
}

/** Hears everything of a document or shadow root, before the page does. */
function listen(root) {
  if (listening.has(root)) return;
  const pointer = watchPointer(root);
  const hear = (event) => {
    if (event.type === "focusout" && isFilling) return;
    if (event.type === "focusout") pointer.rest(() => tell(event));
    // The fields are emptied after the event.
    else if (event.type === "reset") setTimeout(() => event.defaultPrevented || tell(event));
    else tell(event);
  };
  for (const type of EVENTS) root.addEventListener(type, hear, true);
  const observer = new MutationObserver(look);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["lang", "data-onshi", "data-onshi-form", "data-onshi-field", "data-onshi-locale", "disabled", "name", "type"],
  });
  listening.set(root, () => {
    for (const type of EVENTS) root.removeEventListener(type, hear, true);
    observer.disconnect();
    pointer.stop();
  });
}

function tell(event) {
  if (!isStarted) return;
  guard(() => glue.widget_event(event));
  guard(() => lookThrough(event, [...attached.values()]));
}

/** Something came, went, or speaks another language. */
function look() {
  for (const record of attached.values()) {
    if (record.id === undefined) open(record).catch(() => {});
  }
  if (isStarted) guard(() => glue.widget_scan());
}

/** A message that appears while a button is pressed moves the target away from under the pointer, and the click is lost:
 * what a field says when it is left waits until then. */
function watchPointer(root) {
  const waiting = [];
  let isDown = false;
  let timer;
  const down = () => {
    isDown = true;
    clearTimeout(timer);
    timer = setTimeout(up, LONGEST_PRESS);
  };
  const up = () => {
    isDown = false;
    clearTimeout(timer);
    // After the click that follows.
    if (waiting.length > 0) setTimeout(() => waiting.splice(0).forEach((task) => task()));
  };
  root.addEventListener("pointerdown", down, true);
  for (const type of ["pointerup", "pointercancel"]) root.addEventListener(type, up, true);
  return {
    rest: (task) => (isDown ? waiting.push(task) : task()),
    stop() {
      root.removeEventListener("pointerdown", down, true);
      for (const type of ["pointerup", "pointercancel"]) root.removeEventListener(type, up, true);
      up();
    },
  };
}

/** Runs what may fail: an error of the page is told to its developer, a trap makes the module anew. */
function guard(work) {
  try {
    work();
  } catch (error) {
    globalThis.reportError?.(error);
    if (error instanceof WebAssembly.RuntimeError) recover(error);
  }
}

function recover(error) {
  restarts++;
  forget();
  try {
    if (restarts > MOST_RESTARTS) throw error;
    restart();
  } catch (cause) {
    giveUp(new OnshiUnavailable("onshi-check: the widget stopped", { cause }));
  }
}

/** Removes what the lost module had written into the page, as far as it can be told. */
function forget() {
  isStarted = false;
  for (const root of listening.keys()) {
    for (const made of root.querySelectorAll("[data-onshi-made]")) made.remove();
    for (const control of root.querySelectorAll("[data-onshi-state]")) {
      control.setCustomValidity?.("");
      for (const name of ["data-onshi-state", "aria-invalid"]) control.removeAttribute(name);
    }
    for (const choice of root.querySelectorAll("[data-onshi-choice]")) {
      for (const name of ["data-onshi-choice", "label"]) choice.removeAttribute(name);
    }
    for (const described of root.querySelectorAll("[aria-describedby]")) {
      const ids = described.getAttribute("aria-describedby").split(/\s+/);
      const rest = ids.filter((id) => !/^onshi-\d+$/.test(id));
      if (rest.length === 0) described.removeAttribute("aria-describedby");
      else if (rest.length < ids.length) described.setAttribute("aria-describedby", rest.join(" "));
    }
  }
}

whenRestarted(() => {
  forget();
  for (const record of attached.values()) {
    record.id = undefined;
    open(record).catch(() => {});
  }
});
