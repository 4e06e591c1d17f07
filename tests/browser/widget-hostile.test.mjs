// Pages that get in the way: names that hide what a form can do, functions of the page's own, markup where text is meant.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, enter, openPages, stateOf } from "./widget.mjs";

const onPage = openPages();

/** Playwright itself trips over such a form when it looks whether a control is enabled: the keyboard does not. */
async function retype(page, id, text) {
  await page.evaluate((id) => document.getElementById(id).select(), id);
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  await page.evaluate((id) => document.getElementById(id).focus(), id);
}

test("names of controls that hide what a form has of its own change nothing", () =>
  onPage("hostile", {}, async (page) => {
    await retype(page, "phone", "12");
    assert.equal(await stateOf(page, "phone"), "wrong");
    await page.keyboard.press("Enter");
    assert.equal(await stateOf(page, "email"), "wrong");
    assert.deepEqual(await page.locator(".onshi-summary a").evaluateAll((all) => all.map((link) => link.hash)), ["#phone", "#email"]);
    await retype(page, "phone", "０３-1234-5678");
    await retype(page, "email", "tanaka@example.jp");
    const [request] = await Promise.all([page.waitForRequest((request) => request.isNavigationRequest()), page.keyboard.press("Enter")]);
    const sent = Object.fromEntries(new URLSearchParams(request.postData()));
    assert.deepEqual([sent.phone, sent.email, sent.id, sent.elements], ["0312345678", "tanaka@example.jp", "", ""]);
  }));

test("and such a form is left as it was", () =>
  onPage("hostile", { start: false }, async (page) => {
    const markup = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await markup();
    await page.evaluate(async () => {
      globalThis.OnshiCheck = await import("/onshi-check/dist/widget.js");
      globalThis.widget = OnshiCheck.attach(clobbered);
    });
    await retype(page, "phone", "12");
    await page.keyboard.press("Enter");
    await drawn(page);
    assert.notEqual(await markup(), before);
    await page.evaluate(() => widget.detach());
    await drawn(page);
    assert.equal(await markup(), before);
  }));

/** What makes an element an element. Whoever takes one of these away is told by an error, and the form goes on unwatched. */
const PLUMBING = ["dispatchEvent", "getAttribute", "getRootNode", "hasAttribute", "localName", "ownerDocument", "removeAttribute"];

/**
 * Everything that a form or a control can do is taken from it in turn, while the widget watches. Returns what went wrong, a
 * line for every name.
 */
async function takeAway([kind, plumbing]) {
  const names = new Set();
  const first = kind === "a script, from a control" ? HTMLInputElement.prototype : HTMLFormElement.prototype;
  for (let prototype = first; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    // Handlers of events, ARIA and constants: no script needs them to read a form.
    for (const name of Object.getOwnPropertyNames(prototype)) if (!/^(on|aria|constructor$|[A-Z_]+$)/.test(name)) names.add(name);
  }
  for (const name of plumbing) names.delete(name);
  const refuse = () => {
    throw new Error("the page's own");
  };
  const wrong = [];
  let errors;
  addEventListener("error", (event) => {
    errors.push(event.message);
    event.preventDefault();
  });
  let { attach } = await import("/onshi-check/dist/widget.js");
  for (const name of names) {
    const stage = document.createElement("div");
    document.body.replaceChildren(stage);
    stage.innerHTML = `<form data-onshi-form="user-registration"><label>一<input name="${kind === "the name of a control" ? name : "other"}"></label>
      <label>二<input name="phone"></label><label>三<input name="email"></label><button>送る</button></form>`;
    const [form] = stage.children;
    const [, phone, email, button] = stage.querySelectorAll("input, button");
    // Whoever calls the form's function calls the page's, and the control cannot even be asked.
    if (kind === "a script, from the form") Object.defineProperty(form, name, { get: () => refuse, set: refuse });
    if (kind === "a script, from a control") Object.defineProperty(phone, name, { get: refuse, set: refuse });
    const before = stage.innerHTML;
    const faults = [];
    errors = faults;
    const submits = (event) => {
      faults.push("submitted");
      event.preventDefault();
    };
    document.addEventListener("submit", submits);
    try {
      const widget = attach(stage);
      email.focus();
      email.value = "X";
      email.dispatchEvent(new Event("input", { bubbles: true }));
      email.blur();
      if (email.dataset.onshiState !== "wrong") faults.push("not judged");
      button.click();
      widget.detach();
    } catch (error) {
      faults.push(String(error));
    }
    document.removeEventListener("submit", submits);
    if (stage.innerHTML !== before) faults.push("left something behind");
    // A control that fights back keeps what it was given, and its developer may hear why. The others go on.
    const counted = kind === "a script, from a control" ? faults.filter((fault) => ["not judged", "submitted"].includes(fault)) : faults;
    if (counted.length > 0) {
      wrong.push(`${name}: ${[...new Set(counted)].join(", ")}`);
      ({ attach } = await import(`/onshi-check/dist/widget.js?after=${name}`));
    }
  }
  return wrong;
}

for (const kind of ["the name of a control", "a script, from the form", "a script, from a control"]) {
  test(`what is taken away by ${kind} is not missed`, () =>
    onPage("thanks", { start: false }, async (page) => {
      assert.deepEqual(await page.evaluate(takeAway, [kind, PLUMBING]), []);
    }));
}

test("a control that cannot be read is left out, the others go on", () =>
  onPage("eligibility", {}, async (page) => {
    await page.evaluate(() => Object.defineProperty(institutionNumber, "value", { get() {
      throw new Error("not yours");
    } }));
    await page.focus("#institutionNumber");
    await page.keyboard.type("12");
    await page.keyboard.press("Tab");
    await enter(page, "#startMonth", "x");
    assert.equal(await stateOf(page, "startMonth"), "wrong");
    await page.click("#send");
    assert.equal(await stateOf(page, "paymentMethod"), "wrong");
  }));

test("a label is text, whatever stands in it", () =>
  onPage("alone", {}, async (page) => {
    await page.evaluate(() => (mail.labels[0].textContent = "<img src=x onerror=alert(1)>"));
    await page.click("#send");
    await drawn(page);
    assert.equal(await page.locator("img").count(), 0);
    assert.match(await page.innerText(".onshi-summary li"), /^<img src=x onerror=alert\(1\)>：/);
  }));
