// A page in Node that React draws on: what a person does to it, and what there is to see.

import { Window } from "happy-dom";

// React and the form libraries look for a browser when they are loaded: this module is imported before them.
const window = new Window({ url: "http://localhost/" });
const { document, HTMLElement, HTMLInputElement } = window;
Object.assign(globalThis, { window, document, HTMLElement, IS_REACT_ACT_ENVIRONMENT: true });
// Node 20 has none; the one of later versions cannot be replaced, and serves.
globalThis.navigator ??= window.navigator;

const { act } = await import("react");
const { createRoot } = await import("react-dom/client");

let root;

/** Draws an element on an empty page. */
export async function show(element) {
  await act(async () => root?.unmount());
  document.body.replaceChildren(document.createElement("main"));
  root = createRoot(document.querySelector("main"));
  await act(async () => root.render(element));
}

/** The control of this name; of radio buttons and the like the first. */
export function control(name) {
  return document.querySelector(`[name="${name}"]`);
}

/** Types a text over what is there, as React is told of it. */
export async function type(name, text) {
  await act(async () => {
    // React watches the property on the element itself, and takes a value that is set there for its own.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(control(name), text);
    control(name).dispatchEvent(new window.Event("input", { bubbles: true }));
  });
}

/** Ticks a box, or unticks it. */
export async function click(name) {
  await act(async () => control(name).click());
}

/** Goes to another control. */
export async function leave(name) {
  await act(async () => control(name).dispatchEvent(new window.FocusEvent("focusout", { bubbles: true })));
}

/** Presses the button of the form. */
export async function submit() {
  await act(async () => document.querySelector("button").click());
}

/** What is said about a field: the attribute and the text of the elements that have it. */
export function said(attribute) {
  return [...document.querySelectorAll(`[${attribute}]`)].map((element) => [element.getAttribute(attribute), element.textContent]);
}

/** The name of the control where the person is. */
export function focused() {
  return document.activeElement?.getAttribute("name");
}
