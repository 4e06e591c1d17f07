// Detaching: nothing of the widget is left on the page, and nothing of the page is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, drawn, enter, fillEligibility, load, openPages, read, submitted } from "./widget.mjs";

const onPage = openPages();
const mail = "Tanaka@example.jp";

/** Uses everything that makes the widget write. */
const uses = {
  eligibility: async (page) => {
    await fillEligibility(page);
    await choose(page, "lineType", "3");
    await page.selectOption("#prefecture", "27");
    await enter(page, "#institutionNumber", "12");
    await page.fill("#startMonth", "");
    await page.click("#send");
  },
  registration: async (page) => {
    await enter(page, "#number", "12");
    await enter(page, "#email", mail);
    await page.click(".mine .onshi-fix");
    await page.click("#send");
  },
  alone: async (page) => {
    await enter(page, "#id", "CAX");
    await enter(page, "#mail", mail);
    await page.click("#send");
  },
  several: async (page) => {
    await enter(page, "#plainPhone", "12");
    await page.click("#afarSend");
    await page.click("#first button");
  },
};

for (const [name, use] of Object.entries(uses)) {
  test(`detaching leaves the page as it was, and attaching again works: ${name}`, () =>
    onPage(name, { start: false }, async (page) => {
      await page.evaluate(() => {
        // What authors have of their own: none of it may be lost.
        for (const form of document.forms) form.setAttribute("novalidate", "");
        document.querySelector("#institutionNumber, #email, #id, #firstUser").setAttribute("aria-invalid", "false");
      });
      await load(page);
      const markup = () => page.evaluate(() => document.documentElement.outerHTML);
      const before = await markup();
      for (let round = 0; round < 2; round += 1) {
        await page.evaluate(() => {
          globalThis.widget = OnshiCheck.attach(document);
        });
        await drawn(page);
        await use(page);
        assert.notEqual(await markup(), before);
        await page.evaluate(() => widget.detach());
        await drawn(page);
        assert.equal(await markup(), before);
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("input, select")].filter((control) => control.validity.customError).length), 0);
        await page.evaluate(() => {
          for (const form of document.forms) form.reset();
        });
      }
    }));
}

test("an attribute that was there and empty is there and empty again", () =>
  onPage("alone", { start: false }, async (page) => {
    await page.evaluate(() => document.querySelector("#id").setAttribute("aria-describedby", ""));
    await load(page);
    await page.evaluate(() => (globalThis.widget = OnshiCheck.attach(document)));
    await enter(page, "#id", "CAX");
    await page.evaluate(() => widget.detach());
    assert.equal(await page.getAttribute("#id", "aria-describedby"), "");
  }));

test("after detaching nothing is judged, changed or stopped any more", () =>
  onPage("alone", {}, async (page) => {
    await page.evaluate(() => {
      OnshiCheck.attach(document).detach();
      OnshiCheck.attach(document).detach();
    });
    await enter(page, "#where", "１２");
    await enter(page, "#mail", mail);
    await page.fill("#comment", "x");
    assert.deepEqual((await submitted(page, "#send")).slice(0, 2), [["mail", mail], ["where", "１２"]]);
  }));

test("the author's places are used, and hold again what they held", () =>
  onPage("registration", {}, async (page) => {
    await enter(page, "#email", mail);
    assert.equal((await read(page, "email")).state, "wrong");
    await page.click("#send");
    assert.ok(await page.locator("#summary a").count() > 5);
    assert.equal(await page.locator(".onshi-summary:not(#summary)").count(), await page.locator("#summary .onshi-summary").count());
    await page.evaluate(() => OnshiCheck.attach(document).detach());
    assert.equal(await page.innerText(".mine"), "We write to this address.");
    assert.equal(await page.innerText("#summary"), "Two minutes are enough.");
  }));
