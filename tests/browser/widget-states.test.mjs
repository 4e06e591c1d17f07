// What a field says, and when: states, the moment of the report, languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "onshi-check";
import { choose, enter, heard, openPages, read, says, stateOf, type } from "./widget.mjs";

const onPage = openPages();
const message = (kind, text, options) => check(kind, text, options).issues[0].message;
const quiet = { state: "quiet", isInvalid: false, lines: [] };

test("an untouched field is quiet, and so is one that was only passed through", () =>
  onPage("alone", {}, async (page) => {
    for (const name of ["id", "code", "mail", "where"]) assert.deepEqual(await read(page, name), quiet);
    await page.focus("#mail");
    await page.keyboard.press("Tab");
    assert.deepEqual(await read(page, "mail"), quiet);
  }));

test("every field carries its state from the start, and the tag is one word", () =>
  onPage("alone", {}, async (page) => {
    assert.equal(await page.getAttribute("#id", "data-onshi-state"), "quiet");
    await enter(page, "#id", "CAX");
    assert.equal(await page.getAttribute("#id", "data-onshi-state"), "wrong");
    assert.equal(await page.locator(".onshi-tag").textContent(), "エラー");
  }));

test("while typing it says how much is still to come", () =>
  onPage("alone", {}, async (page) => {
    await type(page, "#id", "CAF12");
    assert.deepEqual(await read(page, "id"), { state: "reading", isInvalid: false, lines: [{ tone: "reading", text: "あと8桁" }] });
    await type(page, "#id", "CAF012345678");
    assert.deepEqual(await says(page, "id"), ["あと1桁"]);
    await page.evaluate(() => (document.documentElement.lang = "en"));
    assert.deepEqual(await says(page, "id"), ["1 more digit"]);
    await type(page, "#id", "CAF12");
    assert.deepEqual(await says(page, "id"), ["8 more digits"]);
  }));

test("where no one length is to come it names none", () =>
  onPage("alone", {}, async (page) => {
    await type(page, "#id", "C");
    assert.ok(!(await says(page, "id")).some((text) => /\d/.test(text)));
    await type(page, "#eager", "03123");
    const { state, lines } = await read(page, "eager");
    assert.equal(state, "reading");
    assert.ok(!lines.some(({ text }) => /あと\d/.test(text)));
  }));

test("understood: the value is read back in groups", () =>
  onPage("alone", {}, async (page) => {
    await type(page, "#id", "CAF0123456789");
    assert.deepEqual(await read(page, "id"), { state: "understood", isInvalid: false, lines: [{ tone: "understood", text: "CAF 0123 456 789" }] });
    await enter(page, "#code", "1333246295");
    assert.equal(await stateOf(page, "code"), "understood");
    assert.deepEqual(await says(page, "code"), ["13 東京都 ／ 3 歯科 ／ 3246295"]);
  }));

test("folding is shown, and what was typed stays", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "ｃａｆ ０１２３-456-789");
    const { state, lines } = await read(page, "id");
    assert.equal(state, "understood");
    assert.equal(lines[0].text, "CAF 0123 456 789");
    assert.match(lines[0].more, /全角を半角にしました/);
    assert.equal(await page.inputValue("#id"), "ｃａｆ ０１２３-456-789");
  }));

test("what is wrong is said after leaving, not while typing", () =>
  onPage("alone", {}, async (page) => {
    await type(page, "#id", "CAX");
    assert.deepEqual(await read(page, "id"), quiet);
    await page.keyboard.press("Tab");
    const text = message("customer-id", "CAX");
    assert.deepEqual(await read(page, "id"), { state: "wrong", isInvalid: true, lines: [{ tone: "wrong", tag: "エラー", text }] });
    assert.equal(await page.evaluate(() => document.querySelector("#id").validationMessage), text);
  }));

test("an unfinished text is said after leaving", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAF12");
    assert.equal(await stateOf(page, "id"), "wrong");
    assert.deepEqual(await says(page, "id"), [message("customer-id", "CAF12")]);
  }));

test("what was reported clears at once, and is judged at every key from then on", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAF012345678");
    assert.equal(await stateOf(page, "id"), "wrong");
    await page.focus("#id");
    await page.keyboard.press("End");
    await page.keyboard.type("9");
    assert.deepEqual(await read(page, "id"), { state: "understood", isInvalid: false, lines: [{ tone: "understood", text: "CAF 0123 456 789" }] });
    assert.ok(await page.evaluate(() => document.querySelector("#id").validity.valid));
    await page.keyboard.type("0");
    assert.equal(await stateOf(page, "id"), "wrong");
    await page.fill("#id", "");
    assert.deepEqual(await read(page, "id"), quiet);
  }));

test("a warning asks to look again and blocks nothing", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#code", "1331234567");
    const { state, isInvalid, lines } = await read(page, "code");
    assert.equal(state, "look");
    assert.ok(!isInvalid);
    const look = lines.find(({ tone }) => tone === "look");
    assert.deepEqual([look.tag, look.text], ["要確認", message("institution-code", "1331234567")]);
    assert.ok(await page.evaluate(() => document.querySelector("#code").validity.valid));
  }));

test("what is only worth knowing is a note", () =>
  onPage("eligibility", {}, async (page) => {
    await choose(page, "lineType", "1");
    await choose(page, "customerIdSource", "same-as-claims");
    const { lines, isInvalid } = await read(page, "customerIdSource");
    const note = lines.find(({ tone }) => tone === "note");
    assert.equal(note.tag, "お知らせ");
    assert.match(note.text, /反映に時間がかかります/);
    assert.ok(!isInvalid);
  }));

test("data-onshi-report: typing says at once, submit says nothing on leaving", () =>
  onPage("alone", {}, async (page) => {
    await type(page, "#eager", "1");
    assert.equal(await stateOf(page, "eager"), "wrong");
    await enter(page, "#patient", "123");
    assert.deepEqual(await read(page, "patient"), quiet);
  }));

test("data-onshi-report of a form holds for all of it until it is submitted", () =>
  onPage("eligibility", { before: () => addEventListener("DOMContentLoaded", () => application.setAttribute("data-onshi-report", "submit"), true) }, async (page) => {
    await enter(page, "#institutionNumber", "123");
    assert.equal(await stateOf(page, "institutionNumber"), "quiet");
    await page.click("#send");
    assert.equal(await stateOf(page, "institutionNumber"), "wrong");
    await page.fill("#institutionNumber", "3246295");
    assert.notEqual(await stateOf(page, "institutionNumber"), "wrong");
  }));

test("an empty required field is said when it is submitted, not when it is left", () =>
  onPage("eligibility", {}, async (page) => {
    await type(page, "#institutionNumber", "12");
    await enter(page, "#institutionNumber", "");
    assert.deepEqual(await read(page, "institutionNumber"), quiet);
    await page.click("#send");
    const { state, lines } = await read(page, "institutionNumber");
    assert.equal(state, "wrong");
    assert.deepEqual(lines, [{ tone: "wrong", tag: "エラー", text: "入力されていません。必須の項目です。" }]);
    await type(page, "#institutionNumber", "3246295");
    assert.notEqual(await stateOf(page, "institutionNumber"), "wrong");
  }));

test("a reset makes everything quiet again", () =>
  onPage("eligibility", {}, async (page) => {
    await enter(page, "#institutionNumber", "123");
    await page.click("#send");
    await page.click("#clear");
    for (const name of ["institutionNumber", "startMonth", "paymentMethod"]) assert.deepEqual(await read(page, name), quiet, name);
    assert.ok(!(await page.isVisible(".onshi-summary")));
    await enter(page, "#startMonth", "x");
    assert.equal(await stateOf(page, "startMonth"), "wrong", "and it still judges");
  }));

test("a change of language repaints at once: the page's, and the form's own before it", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAX");
    const set = (selector, name, value) => page.evaluate(([selector, name, value]) => document.querySelector(selector).setAttribute(name, value), [selector, name, value]);
    const texts = { ja: message("customer-id", "CAX"), en: message("customer-id", "CAX", { locale: "en" }) };
    await set("html", "lang", "en-GB");
    assert.deepEqual((await read(page, "id")).lines, [{ tone: "wrong", tag: "Error", text: texts.en }]);
    assert.equal(await page.evaluate(() => document.querySelector("#id").validationMessage), texts.en);
    await set("#id", "data-onshi-locale", "ja");
    assert.deepEqual(await says(page, "id"), [texts.ja]);
    await set("#id", "data-onshi-locale", "en");
    await set("html", "lang", "ja");
    assert.deepEqual(await says(page, "id"), [texts.en]);
    await page.evaluate(() => document.querySelector("#id").removeAttribute("data-onshi-locale"));
    assert.deepEqual(await says(page, "id"), [texts.ja]);
    await set("html", "lang", "fr");
    assert.deepEqual(await says(page, "id"), [texts.ja], "all but English is Japanese");
    await set("main", "lang", "en");
    assert.deepEqual(await says(page, "id"), [texts.en], "the nearest lang counts");
  }));

test("every verdict is an event on its control", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "ＣＡＦ0123456789");
    const event = (await heard(page, "onshi:verdict")).filter(({ target }) => target === "id").at(-1);
    assert.ok(event.bubbles);
    assert.equal(event.detail.name, "id");
    assert.equal(event.detail.state, "understood");
    assert.deepEqual(event.detail.verdict, check("customer-id", "ＣＡＦ0123456789", { prefecture: "13" }));
    await enter(page, "#mail", "Tanaka@example.jp");
    const { detail } = (await heard(page, "onshi:verdict")).at(-1);
    assert.deepEqual([detail.name, detail.state, detail.verdict.issues[0].code], ["mail", "wrong", "email.upper-case"]);
  }));

test("while somebody types the event holds the verdict of typing, and comes once a key", () =>
  onPage("alone", {}, async (page) => {
    await page.focus("#id");
    await page.keyboard.type("CAF");
    const before = (await heard(page, "onshi:verdict")).length;
    await page.keyboard.type("12");
    const events = (await heard(page, "onshi:verdict")).slice(before);
    assert.deepEqual(events.map(({ detail }) => [detail.state, detail.verdict.status, detail.verdict.remaining]), [["reading", "incomplete", 9], ["reading", "incomplete", 8]]);
  }));
