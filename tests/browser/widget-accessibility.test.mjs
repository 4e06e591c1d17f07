// What assistive technology and the keyboard get of the widget.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, enter, openPages, read, says, stateOf, type } from "./widget.mjs";

const onPage = openPages();

/** Writes down what live regions say, each time that one changes. */
function overhear(page) {
  return page.evaluate(() => {
    globalThis.overheard = [];
    const live = "[role=status], [role=alert], [aria-live]";
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => [target.parentElement?.closest(live), target.closest?.(live), ...[...addedNodes].filter((node) => node.matches?.(live))]);
      for (const { textContent } of new Set(regions.filter(Boolean))) if (textContent) overheard.push(textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

async function overheard(page) {
  await drawn(page);
  return page.evaluate(() => overheard.splice(0));
}

const descriptions = (page, selector) => page.evaluate((selector) => (document.querySelector(selector).getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean), selector);

test("the message's id comes after the author's own, and goes again", () =>
  onPage("registration", {}, async (page) => {
    await enter(page, "#number", "12");
    assert.deepEqual((await descriptions(page, "#number")).slice(0, 2), ["numberHint", "numberMore"]);
    const [text] = await says(page, "number");
    assert.ok(text.length > 10);
    await page.click("#send");
    const group = await descriptions(page, "[role=radiogroup]");
    assert.equal(group[0], "feeScheduleHint");
    assert.equal(group.length, 2);
    await page.evaluate(() => OnshiCheck.attach(document).detach());
    assert.equal(await page.getAttribute("#number", "aria-describedby"), "numberHint numberMore");
    assert.equal(await page.getAttribute("[role=radiogroup]", "aria-describedby"), "feeScheduleHint");
  }));

test("every id that the widget refers to exists, once", () =>
  onPage("eligibility", {}, async (page) => {
    await page.selectOption("#prefecture", "13");
    await page.click("#send");
    await drawn(page);
    const wrong = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const named = [...document.querySelectorAll("[aria-describedby]")].flatMap((element) => element.getAttribute("aria-describedby").split(" "));
      const linked = [...document.querySelectorAll(".onshi-summary a")].map((link) => link.hash.slice(1));
      return [...named, ...linked].filter((id) => ids.filter((one) => one === id).length !== 1);
    });
    assert.deepEqual(wrong, []);
  }));

test("the same holds where two forms have fields of the same names", () =>
  onPage("several", {}, async (page) => {
    await page.click("#first button");
    await page.click("#second button");
    await drawn(page);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), []);
  }));

test("aria-invalid is there only while something is wrong", () =>
  onPage("alone", {}, async (page) => {
    const invalid = () => page.locator("[aria-invalid]").evaluateAll((all) => all.map((one) => `${one.id}=${one.getAttribute("aria-invalid")}`));
    assert.deepEqual(await invalid(), []);
    await type(page, "#id", "CAX");
    assert.deepEqual(await invalid(), []);
    await page.keyboard.press("Tab");
    await enter(page, "#code", "1331234567");
    assert.deepEqual(await invalid(), ["id=true"]);
    await page.fill("#id", "CAF0123456789");
    assert.deepEqual(await invalid(), []);
  }));

test("one live region is there from the start, empty: what comes together with its text is not read out everywhere", () =>
  onPage("alone", {}, async (page) => {
    const regions = page.locator("[aria-live], [role=status], [role=alert], [role=log]");
    assert.deepEqual(await regions.allTextContents(), [""]);
    await enter(page, "#id", "CAX");
    await page.click("#send");
    await drawn(page);
    assert.equal(await regions.count(), 1);
  }));

test("one live region speaks, once, when a field is left, and not while typing", () =>
  onPage("alone", {}, async (page) => {
    await overhear(page);
    await page.focus("#id");
    await page.keyboard.type("CAX");
    assert.deepEqual(await overheard(page), []);
    await page.keyboard.press("Tab");
    assert.deepEqual(await overheard(page), [`お客さまID：${(await says(page, "id"))[0]}`]);
    await page.focus("#id");
    await page.keyboard.press("Tab");
    assert.deepEqual(await overheard(page), [], "nothing is new");
    await enter(page, "#code", "1331234567");
    assert.deepEqual(await overheard(page), [`10桁のコード：${(await read(page, "code")).lines.find(({ tone }) => tone === "look").text}`]);
  }));

test("after a fix it says how the field stands", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#mail", "Tanaka@example.jp");
    await overhear(page);
    await page.click(".onshi-fix");
    const said = await overheard(page);
    assert.equal(said.length, 1);
    assert.match(said[0], /メールアドレス：tanaka@example\.jp/);
  }));

test("when the summary takes the focus the live region is silent", () =>
  onPage("eligibility", {}, async (page) => {
    await overhear(page);
    await page.focus("#startMonth");
    await page.keyboard.type("x");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.className), "onshi-summary");
    assert.deepEqual(await overheard(page), []);
  }));

test("icons are not read out, and a tag says what a colour says", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAX");
    await enter(page, "#code", "1331234567");
    const icons = await page.locator(".onshi-icon").evaluateAll((all) => all.map((icon) => icon.getAttribute("aria-hidden")));
    assert.ok(icons.length >= 2);
    assert.ok(icons.every((hidden) => hidden === "true"));
    assert.match((await page.locator(".onshi-tag").allInnerTexts()).join(), /^エラー.*要確認/);
  }));

/** Where Tab stops, from the top of the page to its end. */
async function tabStops(page) {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    globalThis.stops = [];
  });
  for (;;) {
    await page.keyboard.press("Tab");
    const isOver = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || stops.includes(element)) return true;
      stops.push(element);
      return false;
    });
    if (isOver) return page.evaluate(() => stops.map((element) => element.name || element.id || element.className || element.getAttribute("href")));
  }
}

test("Tab goes through a form as it did without the widget; a fix button follows its field", () => {
  let without;
  return onPage("eligibility", { start: false }, async (page) => {
    without = await tabStops(page);
  }).then(() =>
    onPage("eligibility", {}, async (page) => {
      assert.deepEqual(await tabStops(page), without);
      await page.selectOption("#prefecture", "13");
      await page.selectOption("#feeSchedule", "3");
      await enter(page, "#institutionNumber", "1333246295");
      await page.click("#send");
      await drawn(page);
      const stops = await tabStops(page);
      assert.equal(stops[stops.indexOf("institutionNumber") + 1], "onshi-fix");
      assert.deepEqual(stops.filter((stop) => !stop.startsWith("onshi-") && !stop.startsWith("#")), without);
    }));
});

test("from the keyboard alone: error, summary, link, mending, sending", () =>
  onPage("several", {}, async (page) => {
    await page.focus("#firstUser");
    await page.keyboard.type("tanaka@01");
    await page.keyboard.press("Tab");
    await page.keyboard.type("x");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "firstUser");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("tanaka@example.jp");
    assert.equal(await stateOf(page, "firstUser"), "understood");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/thanks.html");
  }));
