// What must hold whatever the page is: secrets, policies, no requests, no WebAssembly, no server.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { check } from "onshi-check";
import { choose, drawn, enter, fillEligibility, heard, installed, openPages, pages, read, says, stateOf, submitted } from "./widget.mjs";

const onPage = openPages();

// Secrets

test("a secret is nowhere but in its own field", () =>
  onPage("registration", {}, async (page) => {
    for (const [secret, repeated] of [["Zq7", "Zq7Zq8"], ["Zq7wrong", "Zq7other"], ["Zq7rightZq", "Zq7rightZq"]]) {
      await page.focus("[name=password]");
      await page.fill("[name=password]", "");
      await page.keyboard.type(secret);
      await page.keyboard.press("Tab");
      await enter(page, "[name=passwordConfirm]", repeated);
      await page.click("#send");
      await drawn(page);
      const seen = await page.evaluate(() => JSON.stringify([
        document.documentElement.outerHTML,
        heard,
        OnshiCheck.attach(registration).check(),
        [...document.querySelectorAll("input")].map((control) => control.validationMessage),
        { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state,
      ]));
      assert.ok(!seen.includes("Zq7"), seen.slice(Math.max(0, seen.indexOf("Zq7") - 200), seen.indexOf("Zq7") + 50));
    }
    assert.equal((await read(page, "password")).state, "understood");
    assert.doesNotMatch((await says(page, "password")).join(), /Zq7|z.?q.?7/i);
    assert.ok((await heard(page, "onshi:verdict")).some(({ detail }) => detail.name === "password" && detail.verdict.text === "" && detail.verdict.value === null));
  }));

test("the secret number is neither read back nor counted down digit by digit", () =>
  onPage("eligibility", {}, async (page) => {
    await choose(page, "applicationType", "new");
    await page.focus("#secretNumber");
    await page.keyboard.type("９０５1");
    await enter(page, "#secretNumberConfirm", "9052");
    await page.click("#send");
    await drawn(page);
    const seen = await page.evaluate(() => JSON.stringify([document.body.outerHTML, heard, OnshiCheck.attach(application).check()]));
    for (const secret of ["9051", "９０５1", "9052"]) assert.ok(!seen.includes(secret), secret);
    assert.equal(await stateOf(page, "secretNumberConfirm"), "wrong");
  }));

test("a secret alone, shown as text, is a secret too", () =>
  onPage("alone", {}, async (page) => {
    await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", `<label>鍵 <input id="key" name="key" data-onshi="password" autocomplete="off"></label>`));
    await drawn(page);
    await enter(page, "#key", "zq7zq7");
    assert.equal(await stateOf(page, "key"), "wrong");
    const seen = await page.evaluate(() => JSON.stringify([document.documentElement.outerHTML, heard]));
    assert.ok(!seen.includes("zq7"));
    assert.equal(await page.locator(".onshi-fix").count(), 0);
  }));

// Policies and the network

function countViolations() {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => violations.push([violatedDirective, blockedURI, sample]));
}

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
for (const policy of [strict, `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`]) {
  test(`nothing offends against ${policy}`, () =>
    onPage("eligibility", { policy, before: countViolations }, async (page) => {
      await page.selectOption("#prefecture", "13");
      await choose(page, "lineType", "2");
      await enter(page, "#customerId", "COP12");
      await page.click("#send");
      assert.equal(await stateOf(page, "lineType"), "wrong");
      assert.deepEqual(await page.evaluate(() => violations), []);
    }));
}

test("after loading nothing is asked for", () =>
  onPage("eligibility", {}, async (page, requests) => {
    const before = requests.length;
    await fillEligibility(page);
    await page.fill("#startMonth", "");
    await page.click("#send");
    await drawn(page);
    assert.equal(await stateOf(page, "startMonth"), "wrong");
    assert.deepEqual(requests.slice(before), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  }));

// Without WebAssembly

function countErrors() {
  globalThis.errors = [];
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
}

const without = {
  "by policy": { policy: "default-src 'none'; script-src 'self'; style-src 'self'", before: countErrors, allowed: /WebAssembly|unsafe-eval/ },
  "in an old browser": { before: `(${countErrors})(); delete globalThis.WebAssembly;` },
};
for (const [why, options] of Object.entries(without)) {
  test(`without WebAssembly ${why}: said on every form, and the forms work as if there were no widget`, () =>
    onPage("alone", options, async (page) => {
      await drawn(page);
      const events = await heard(page, "onshi:unavailable");
      for (const id of ["id", "mail", "where"]) assert.ok(events.some(({ target, bubbles }) => bubbles && target === id), id);
      assert.ok(await page.evaluate(() => OnshiCheck.attach(document).ready.then(() => false, (error) => error.name === "OnshiUnavailable")));
      assert.ok(!(await page.evaluate(() => contact.noValidate)), "the browser's own checks stay");
      await enter(page, "#id", "CAX");
      assert.equal(await page.locator(".onshi-line").count(), 0);
      await enter(page, "#mail", "Tanaka@example.jp");
      await enter(page, "#where", "１２");
      await page.fill("#comment", "x");
      assert.deepEqual((await submitted(page, "#send")).slice(0, 2), [["mail", "Tanaka@example.jp"], ["where", "１２"]]);
    }));

  test(`without WebAssembly ${why}: a whole form says it, submits, and nothing is thrown`, () =>
    onPage("eligibility", options, async (page) => {
      await drawn(page);
      const [event] = await heard(page, "onshi:unavailable");
      assert.deepEqual([event.target, event.bubbles], ["application", true]);
      assert.ok(event.detail.error instanceof Object || event.detail.error);
      await page.fill("#customerId", "CAX");
      await page.evaluate(() => OnshiCheck.attach(application).detach());
      assert.deepEqual(await page.evaluate(() => errors), []);
      assert.ok((await submitted(page, "#send")).some(([name, value]) => name === "customerId" && value === "CAX"));
    }));
}

// Without a server

/** Shift_JIS, which nothing here can write: what the decoder makes of all pairs of bytes, read backwards. */
function inShiftJis(text) {
  const decoder = new TextDecoder("shift_jis");
  const bytes = new Map();
  for (let first = 0x81; first <= 0xfc; first += 1) {
    for (let second = 0x40; second <= 0xfc; second += 1) {
      const decoded = decoder.decode(Uint8Array.of(first, second));
      if ([...decoded].length === 1 && decoded !== "\ufffd" && !bytes.has(decoded)) bytes.set(decoded, [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((character) => (character < "\x80" ? [character.charCodeAt(0)] : bytes.get(character))));
}

test("from file://, on a page in UTF-8 and on one in Shift_JIS", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onshi-widget-"));
  try {
    cpSync(pages, join(folder, "pages"), { recursive: true });
    cpSync(join(installed, "dist/global.js"), join(folder, "onshi-check/dist/global.js"));
    cpSync(join(installed, "widget.css"), join(folder, "onshi-check/widget.css"));
    const plain = readFileSync(join(pages, "alone.html"), "utf8");
    writeFileSync(join(folder, "pages/old.html"), inShiftJis(plain.replace("utf-8", "shift_jis")));
    for (const [name, encoding] of [["alone", "UTF-8"], ["old", "Shift_JIS"]]) {
      await onPage(name, { address: pathToFileURL(join(folder, `pages/${name}.html`)).href }, async (page) => {
        assert.equal(await page.evaluate(() => document.characterSet), encoding);
        assert.equal(await page.innerText("h1"), "ひとつずつ");
        await enter(page, "#id", "ｃａｆ１２");
        assert.deepEqual(await says(page, "id"), [check("customer-id", "CAF12").issues[0].message]);
        await page.fill("#id", "ｃａｆ０１２３４５６７８９");
        assert.match((await read(page, "id")).lines[0].more, /全角を半角にしました/);
        await enter(page, "#mail", "Tanaka@example.jp");
        assert.equal(await page.innerText(".onshi-fix"), "小文字にする");
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
