// The fix button: what it does, how it is undone, and what the page hears of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, enter, heard, openPages, read, stateOf } from "./widget.mjs";

const onPage = openPages();
const typed = "Tanaka@Example.jp";
const fixed = "tanaka@example.jp";

function focused(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName);
}

async function hasButton(page, name, label) {
  const { lines } = await read(page, name);
  assert.ok(lines.some(({ button }) => button === label), `${label} in ${JSON.stringify(lines)}`);
}

test("the fix button says what it does, does it, and offers the way back", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", typed);
    await hasButton(page, "mail", "小文字にする");
    await page.click("#place .onshi-fix");
    assert.equal(await page.inputValue("#mail"), fixed);
    assert.equal(await stateOf(page, "mail"), "understood");
    assert.equal(await focused(page), "mail", "the button is gone: the focus is where one goes on typing");
    await hasButton(page, "mail", "元に戻す");
    await page.click("#place .onshi-undo");
    assert.equal(await page.inputValue("#mail"), typed);
    assert.equal(await stateOf(page, "mail"), "wrong");
    assert.notEqual(await focused(page), "body");
    await hasButton(page, "mail", "小文字にする");
  }));

test("Ctrl+Z brings the person's own text back, and the fix can be made again", () =>
  onPage("alone", {}, async (page) => {
    await page.focus("#mail");
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
    await page.click("#place .onshi-fix");
    assert.equal(await page.inputValue("#mail"), fixed);
    await page.focus("#mail");
    await page.keyboard.press("Control+z");
    assert.equal(await page.inputValue("#mail"), typed);
    assert.equal(await stateOf(page, "mail"), "wrong");
    assert.equal(await page.locator("#place .onshi-undo").count(), 0, "there is nothing left to take back");
    await page.click("#place .onshi-fix");
    assert.equal(await page.inputValue("#mail"), fixed);
  }));

test("who types on after a fix is not offered the old text any more", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", typed);
    await page.click("#place .onshi-fix");
    await page.focus("#mail");
    await page.keyboard.press("End");
    await page.keyboard.type("x");
    assert.equal(await page.inputValue("#mail"), `${fixed}x`);
    await read(page, "mail");
    assert.equal(await page.locator("#place .onshi-undo").count(), 0);
  }));

test("from the keyboard: the button follows its field, Enter presses it and submits nothing", () =>
  onPage("alone", {}, async (page, requests) => {
    await page.focus("#mail");
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
    // It was not there when the key was pressed: the focus went on to the next field.
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "onshi-fix");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "mail");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.inputValue("#mail"), fixed);
    assert.equal(await focused(page), "mail");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "onshi-undo");
    await page.keyboard.press("Space");
    assert.equal(await page.inputValue("#mail"), typed);
    assert.ok(!requests.some((address) => address.includes("thanks")));
  }));

test("scripts of the page hear a fix as an input", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", typed);
    await page.evaluate(() => {
      globalThis.inputs = [];
      mail.addEventListener("input", (event) => inputs.push([event.isTrusted, mail.value]));
    });
    await page.click("#place .onshi-fix");
    assert.deepEqual((await page.evaluate(() => inputs)).at(-1), [true, fixed]);
  }));

test("onshi:fix says what is coming, and the page can refuse it", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", typed);
    await page.evaluate(() => document.addEventListener("onshi:fix", (event) => event.preventDefault(), { once: true }));
    await page.click("#place .onshi-fix");
    const [event] = await heard(page, "onshi:fix");
    assert.deepEqual(event, {
      type: "onshi:fix",
      target: "mail",
      detail: { name: "mail", code: "email.upper-case", value: fixed },
      bubbles: true,
      cancelable: true,
    });
    assert.equal(await page.inputValue("#mail"), typed);
    assert.equal(await stateOf(page, "mail"), "wrong");
    await page.click("#place .onshi-fix");
    assert.equal(await page.inputValue("#mail"), fixed, "only refused once");
    assert.equal((await heard(page, "onshi:fix")).length, 2);
  }));

test("a fix that may be wrong is offered too, and waits to be pressed", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "0123456789");
    assert.equal(await page.inputValue("#id"), "0123456789");
    await hasButton(page, "id", "CAFを付ける");
    await page.click(".onshi-fix");
    assert.equal(await page.inputValue("#id"), "CAF0123456789");
    assert.equal(await stateOf(page, "id"), "understood");
  }));

test("a choice that is not asked is cleared by its fix, and comes back", () =>
  onPage("eligibility", {}, async (page) => {
    await choose(page, "lineType", "1");
    await choose(page, "v6Option", "contracted");
    await choose(page, "lineType", "3");
    await page.click("#send");
    await hasButton(page, "v6Option", "選択を外す");
    const group = page.locator("fieldset", { hasText: "v6オプション" });
    await group.locator(".onshi-fix").click();
    assert.equal(await page.locator("[name=v6Option]:checked").count(), 0);
    assert.notEqual(await stateOf(page, "v6Option"), "wrong");
    assert.notEqual(await focused(page), "body");
    await group.locator(".onshi-undo").click();
    assert.equal(await page.locator("[name=v6Option]:checked").getAttribute("value"), "contracted");
    assert.equal(await stateOf(page, "v6Option"), "wrong");
  }));

test("a field that cannot be written in offers no fix", () =>
  onPage("alone", {}, async (page) => {
    await page.evaluate((typed) => {
      mail.value = typed;
      mail.readOnly = true;
    }, typed);
    await page.focus("#mail");
    await page.keyboard.press("Tab");
    await page.click("#send");
    assert.equal(await page.inputValue("#mail"), typed);
    assert.ok(!(await read(page, "mail")).lines.some(({ button }) => button));
  }));

test("in English the buttons are English", () =>
  onPage("registration", {}, async (page) => {
    await enter(page, "#email", typed);
    const [{ button }] = (await read(page, "email")).lines;
    assert.match(button, /lower/i);
    await page.click(".mine .onshi-fix");
    assert.equal(await page.inputValue("#email"), fixed);
    assert.equal(await page.innerText(".mine .onshi-undo"), "Undo");
  }));
