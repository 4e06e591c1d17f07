// One field of a guided application: label, mark, hint and example, controls, and the place of the widget's message. What is
// wrong with it, and why it is not asked for, is the widget's to say.

import { createControl } from "./guide-controls.js";
import { withJapanese } from "./japanese.js";
import { element } from "./message.js";
import { say } from "./words.js";

/** form: its name; field: as the reference describes it. `speak` has to be called before it is shown. */
export function createField(form, field) {
  const id = `${form}-${field.name}`;
  const control = createControl(id, field);
  const root = element(control.isGroup ? "fieldset" : "div", control.isGroup ? "choices" : "field");
  root.dataset.field = field.name;
  const name = control.isTickBox ? control.name : element("span");
  const mark = element("span", "mark");
  const hint = element("p", "hint");
  hint.id = `${id}-hint`;
  const carried = element("p", "carried");
  carried.id = `${id}-carried`;
  const message = element("div", "message");
  message.id = `${id}-message`;
  message.dataset.onshiMessage = field.name;

  if (control.isTickBox) {
    name.parentNode.append(mark);
    root.classList.add("tick");
    root.append(...control.parts, hint, message);
  } else {
    const label = element(control.isGroup ? "legend" : "label");
    if (!control.isGroup) label.htmlFor = id;
    label.append(name, " ", mark);
    root.append(label, hint, carried, ...control.parts, message);
  }
  const described = control.isGroup ? root : control.controls[0];
  described.setAttribute("aria-describedby", [hint.id, carried.id, ...(control.describedBy ?? [])].join(" "));

  let description = field;

  return {
    name: field.name,
    isSecret: field.secret,
    root,
    controls: control.controls,
    read: control.read,

    get description() {
      return description;
    },

    get isGiven() {
      return Object.values(control.read()).some(Boolean);
    },

    /** quiet, reading, understood, look, wrong or off, as the widget left it. */
    get state() {
      return control.controls[0].dataset.onshiState ?? "quiet";
    },

    /** Enters values and tells the widget, as if they had been typed and left. */
    write(values) {
      control.write(values);
      for (const it of control.controls) {
        it.dispatchEvent(new Event("input", { bubbles: true }));
        it.dispatchEvent(new Event("change", { bubbles: true }));
      }
      control.controls.at(-1).dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    },

    /** Empties it and tells nobody. */
    clear() {
      control.write({});
    },

    /** Says where its value was copied from; "" where it was not. */
    sayCarried(text) {
      carried.replaceChildren(...withJapanese(text));
    },

    /** Marks whether it has to be filled, with the choices that are made. */
    paintNeed(isRequired) {
      const { required } = description;
      const isOfSomeOnly = typeof required === "object" && required.isNot;
      mark.textContent = say(isRequired ? "guide.required" : isOfSomeOnly ? "guide.no-number" : "guide.optional");
      mark.dataset.need = isRequired ? "required" : "optional";
      // A radio button is never required itself; its group is.
      const needs = control.isGroup ? (control.controls[0].matches("select") ? control.controls : []) : control.controls;
      for (const it of needs) it.setAttribute("aria-required", String(isRequired));
    },

    speak(described) {
      description = described;
      name.textContent = described.label;
      hint.replaceChildren(...withJapanese(described.hint));
      if (hasExample(described)) hint.append(" ", example(described));
      if (described.kind === "password") hint.append(" ", say("password.try"));
      control.speak(described);
    },

    focus() {
      (control.controls.find((it) => it.checked) ?? control.controls[0]).focus();
    },
  };
}

/** What is typed has an example, unless it is a secret: somebody might take it over. */
function hasExample({ kind, choices, boxes, secret }) {
  return !secret && !choices.length && !boxes && kind !== "checkbox" && kind !== "repeat";
}

function example({ example: text }) {
  const made = element("span", "example");
  made.append(...withJapanese(say("guide.example", { example: text })));
  return made;
}
