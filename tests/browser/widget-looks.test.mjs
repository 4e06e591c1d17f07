// How it looks, with its stylesheet and without: contrast and structure, light and dark, small screens, room to press.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, objections } from "./examine.mjs";
import { choose, drawn, enter, openPages, type } from "./widget.mjs";

const onPage = openPages();

test("the line's space is reserved: nothing jumps while one types", () =>
  onPage("alone", {}, async (page) => {
    const top = () => page.evaluate(() => document.querySelector("#eager").getBoundingClientRect().top);
    const before = await top();
    await type(page, "#id", "CAF12");
    assert.equal(await top(), before, "reading");
    await page.fill("#id", "CAF0123456789");
    assert.equal(await top(), before, "understood");
  }));

/** Everything that the widget can show on a page. */
const uses = {
  eligibility: async (page) => {
    await page.selectOption("#prefecture", "13");
    await choose(page, "lineType", "3");
    await enter(page, "#institutionNumber", "3246295");
    await enter(page, "#customerId", "0123");
    await page.fill("#startMonth", "2090年4");
  },
  registration: async (page) => {
    await choose(page, "feeSchedule", "3");
    await page.selectOption("#prefecture", "13");
    await enter(page, "#number", "３２４６２５９");
    await enter(page, "#email", "Tanaka@example.jp");
    await enter(page, "[name=phone]", "０３ー１２３４ー５６７８");
  },
  alone: async (page) => {
    await enter(page, "#id", "ＣＡＦ０１２３４５６７８９");
    await enter(page, "#code", "1331234567");
    await enter(page, "#mail", "Tanaka@example.jp");
    await page.click(".onshi-fix");
    await page.fill("#where", "1");
  },
};

for (const [name, use] of Object.entries(uses)) {
  for (const scheme of ["light", "dark"]) {
    for (const style of [true, false]) {
      test(`axe-core objects to nothing: ${name}, ${scheme}, ${style ? "with" : "without"} widget.css`, () =>
        onPage(name, { scheme, style, before: axe }, async (page) => {
          for (const when of ["untouched", "used", "submitted"]) {
            if (when === "used") await use(page);
            if (when === "submitted") await page.click("#send");
            for (const width of [1280, 320]) {
              await page.setViewportSize({ width, height: 900 });
              await drawn(page);
              assert.deepEqual(await objections(page), [], `${when}, ${width} px`);
              assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${when}: nothing sticks out at ${width} px`);
            }
          }
        }));
    }
  }
}

test("with widget.css buttons are large enough to hit, and the focus can be seen", () =>
  onPage("alone", {}, async (page) => {
    await page.focus("#mail");
    await page.keyboard.type("Tanaka@example.jp");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    const { width, height, outline } = await page.evaluate(() => {
      const button = document.activeElement;
      const { width, height } = button.getBoundingClientRect();
      return { width, height, outline: getComputedStyle(button).outlineStyle };
    });
    assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
    assert.notEqual(outline, "none");
  }));
