// What people type, compose and paste, and what is submitted of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "onshi-check";
import { choose, drawn, enter, fillEligibility, openPages, read, says, stateOf, submitted, type } from "./widget.mjs";

const onPage = openPages();

/** Counts what scripts write into fields: each of it would break a composition and the history of a field. */
function countWrites() {
  globalThis.writes = [];
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const { get, set } = Object.getOwnPropertyDescriptor(prototype, "value");
    Object.defineProperty(prototype, "value", { configurable: true, enumerable: true, get, set(text) {
      writes.push(text);
      set.call(this, text);
    } });
  }
}

/** An input method: `compose` shows text that is not decided yet, `decide` ends with this text. */
async function inputMethod(page) {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text) => session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    decide: (text) => session.send("Input.insertText", { text }),
  };
}

test("nothing is judged or rewritten during a composition, and it is judged right after", () =>
  onPage("alone", { before: countWrites }, async (page) => {
    const method = await inputMethod(page);
    await page.focus("#id");
    const before = await read(page, "id");
    for (const text of ["ｃ", "ｃａ", "ｃａｆ", "ｃａｆ１", "ｃａｆ１２"]) {
      await method.compose(text);
      assert.deepEqual(await read(page, "id"), before);
      assert.equal(await page.inputValue("#id"), text);
    }
    await method.decide("ｃａｆ１２");
    assert.deepEqual(await says(page, "id"), ["あと8桁"]);
    assert.equal(await page.inputValue("#id"), "ｃａｆ１２");
    assert.deepEqual(await page.evaluate(() => writes), []);
  }));

test("what was reported stays as it is during a composition", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAF012345678");
    const reported = await read(page, "id");
    const method = await inputMethod(page);
    await page.focus("#id");
    await page.keyboard.press("End");
    await method.compose("９");
    assert.deepEqual(await read(page, "id"), reported);
    await method.decide("９");
    assert.equal(await stateOf(page, "id"), "understood");
    assert.equal(await page.inputValue("#id"), "CAF012345678９");
  }));

test("a composition that is given up leaves nothing behind", () =>
  onPage("alone", {}, async (page) => {
    const method = await inputMethod(page);
    await page.focus("#id");
    await method.compose("ｃａｘ");
    await method.compose("");
    assert.deepEqual(await read(page, "id"), { state: "quiet", isInvalid: false, lines: [] });
    await type(page, "#id", "CAF12");
    assert.deepEqual(await says(page, "id"), ["あと8桁"], "and typing is judged again");
  }));

test("leaving in the middle of a composition judges what stands there then", () =>
  onPage("alone", {}, async (page) => {
    const method = await inputMethod(page);
    await page.focus("#id");
    await method.compose("ｃａｆ１２");
    await page.focus("#code");
    await drawn(page);
    const [text] = check("customer-id", "caf12").issues.map((issue) => issue.message);
    assert.deepEqual(await says(page, "id"), [text]);
    assert.equal(await page.inputValue("#id"), "ｃａｆ１２");
  }));

test("what the browser or a script fills in elsewhere is read too", () =>
  onPage("alone", {}, async (page) => {
    const fill = (text) => page.evaluate((text) => {
      code.value = text;
      for (const type of ["input", "change"]) code.dispatchEvent(new Event(type, { bubbles: true }));
    }, text);
    await page.focus("#id");
    await fill("1333246295");
    assert.equal(await stateOf(page, "code"), "understood");
    await fill("13332462");
    assert.equal(await stateOf(page, "code"), "reading");
    await fill("");
    assert.equal(await stateOf(page, "code"), "quiet");
  }));

test("１２ stays １２ on the page and is submitted as 12", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", "tanaka@example.jp");
    const method = await inputMethod(page);
    await page.focus("#where");
    await method.compose("１２");
    await method.decide("１２");
    await page.keyboard.press("Tab");
    assert.equal(await page.inputValue("#where"), "１２");
    assert.equal(await page.evaluate(() => new FormData(contact).get("where")), "12");
    await enter(page, "#kept", "０３-1234-5678");
    await enter(page, "#comment", "　１２　");
    assert.deepEqual(await submitted(page, "#send"), [
      ["mail", "tanaka@example.jp"],
      ["where", "12"],
      ["kept", "０３-1234-5678"],
      ["rewritten", ""],
      ["comment", "　１２　"],
    ]);
  }));

test("data-onshi-normalize=blur rewrites what is seen, once it is left and right", () =>
  onPage("alone", {}, async (page) => {
    const method = await inputMethod(page);
    await page.focus("#rewritten");
    await method.compose("０３");
    assert.equal(await page.inputValue("#rewritten"), "０３");
    await method.decide("０３");
    await page.keyboard.type("-1234-5678");
    assert.equal(await page.inputValue("#rewritten"), "０３-1234-5678");
    await page.keyboard.press("Tab");
    await drawn(page);
    assert.equal(await page.inputValue("#rewritten"), "0312345678");
    assert.equal(await page.evaluate(() => document.activeElement.id), "comment", "the focus went where it was sent");
    await enter(page, "#rewritten", "１２");
    assert.equal(await page.inputValue("#rewritten"), "１２", "what is wrong is left alone");
  }));

test("what is wrong is not touched in FormData either", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#where", "９９");
    assert.equal(await page.evaluate(() => new FormData(contact).get("where")), "９９");
  }));

test("a whole application is submitted in canonical form, digits alone beside the choice of CAF", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    assert.equal(await page.inputValue("#customerId"), "ｃａｆ０１２３-456-789");
    assert.deepEqual(await submitted(page, "#send"), [
      ["applicationType", "new"],
      ["prefecture", "13"],
      ["feeSchedule", "3"],
      ["institutionNumber", "3246295"],
      ["termsAccepted", "yes"],
      ["lineType", "1"],
      ["customerIdSource", "caf"],
      ["customerId", "0123456789"],
      ["customerIdConfirm", "0123456789"],
      ["v6Option", "contracted"],
      ["lineService", ""],
      ["startMonth", "2090-04"],
      ["secretNumber", "8274"],
      ["secretNumberConfirm", "8274"],
      ["paymentMethod", "1"],
    ]);
  }));

test("without a choice of the kind beside it the customer ID is submitted whole", () =>
  onPage("several", {}, async (page) => {
    await choose(page, "lineType", "1");
    await enter(page, "#plainId", "ｃａｆ 0123 456 789");
    // A form that is only a div submits nothing; a form around it does.
    await page.evaluate(() => {
      const form = document.createElement("form");
      form.id = "around";
      plain.before(form);
      form.append(plain);
    });
    await drawn(page);
    assert.equal(await page.evaluate(() => new FormData(around).get("customerId")), "CAF0123456789");
  }));

test("a secret is submitted as it was typed, and under the name that it has", () =>
  onPage("registration", {}, async (page) => {
    await enter(page, "[name=password]", " Abcdefg1２ ");
    await enter(page, "#number", "３２４６２９５");
    await enter(page, "[name=phone]", "０３ー１２３４ー５６７８");
    const sent = Object.fromEntries(await page.evaluate(() => [...new FormData(registration)]));
    assert.equal(sent.password, " Abcdefg1２ ");
    assert.equal(sent.medicalCode, "3246295");
    assert.equal(sent.phone, "0312345678");
    assert.ok(!("institutionNumber" in sent));
  }));

const messy = [
  ["#id", "ＣＡＦ０１２３　４５６　７８９", "CAF 0123 456 789"],
  ["#id", "CAF\u200b0123\u00ad456\ufeff789\r\n", "CAF 0123 456 789"],
  ["#id", "caf0123－456‐789", "CAF 0123 456 789"],
  ["#id", "CAF0123\n456789", "CAF 0123 456 789"],
  ["#code", "13 3 32,4629,5", "13 東京都 ／ 3 歯科 ／ 3246295"],
];

for (const [selector, text, readBack] of messy) {
  test(`pasted and understood: ${JSON.stringify(text)}`, () =>
    onPage("alone", {}, async (page) => {
      await page.focus(selector);
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await page.keyboard.press("Control+v");
      const { state, lines } = await read(page, selector.slice(1));
      assert.equal(state, "understood");
      assert.equal(lines[0].text, readBack);
    }));
}
