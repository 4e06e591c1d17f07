// Submitting: what stops it and what does not, the summary, and what the page's own scripts see.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, enter, fillEligibility, heard, openPages, read, stateOf, submitted, type } from "./widget.mjs";

const onPage = openPages();

/** Counts the submits that reach the page's own listeners, on the form and above it. */
function countSubmits() {
  globalThis.submits = [];
  addEventListener("DOMContentLoaded", () => {
    for (const form of document.forms) form.addEventListener("submit", () => submits.push("form"));
    document.addEventListener("submit", () => submits.push("document"));
  }, true);
}

async function summary(page) {
  await drawn(page);
  return page.evaluate(() => {
    const box = document.querySelector(".onshi-summary");
    if (!box || !box.checkVisibility()) return null;
    return {
      hasFocus: document.activeElement === box,
      title: box.querySelector(".onshi-summary-title").textContent,
      links: [...box.querySelectorAll("li a")].map((link) => [link.getAttribute("href"), link.textContent]),
    };
  });
}

test("with errors nothing is submitted, and the page's own listeners hear nothing", () =>
  onPage("eligibility", { before: countSubmits }, async (page, requests) => {
    await fillEligibility(page);
    await enter(page, "#customerIdConfirm", "0123456788");
    const before = requests.length;
    await page.click("#send");
    await page.press("#startMonth", "Enter");
    await page.evaluate(() => application.requestSubmit());
    await drawn(page);
    assert.deepEqual(await page.evaluate(() => submits), []);
    assert.equal(requests.length, before);
    assert.equal(await stateOf(page, "customerIdConfirm"), "wrong");
    assert.ok(await page.evaluate(() => application.noValidate && !application.checkValidity()));
  }));

test("the summary takes the focus, and its links lead to the fields", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    await enter(page, "#institutionNumber", "123");
    await enter(page, "#customerId", "CAF12");
    await enter(page, "#customerIdConfirm", "CAF12");
    await page.selectOption("#feeSchedule", "");
    await page.click("#send");
    const { hasFocus, title, links } = await summary(page);
    assert.ok(hasFocus);
    assert.ok(title.trim());
    const text = async (name) => (await read(page, name)).lines.find(({ tone }) => tone === "wrong").text;
    assert.deepEqual(links.slice(0, 3), [
      ["#feeSchedule", `点数表：${await text("feeSchedule")}`],
      ["#institutionNumber", `医療機関等コード：${await text("institutionNumber")}`],
      ["#customerId", `お客さまID：${await text("customerId")}`],
    ]);
    for (const id of ["institutionNumber", "feeSchedule"]) {
      await page.click(`.onshi-summary a[href="#${id}"]`);
      assert.equal(await page.evaluate(() => document.activeElement.id), id);
    }
  }));

test("the label is the legend's where the choices are radio buttons, and their first takes the focus", () =>
  onPage("eligibility", {}, async (page) => {
    await page.click("#send");
    const { links } = await summary(page);
    const [href] = links.find(([, text]) => text.startsWith("支払方法：")) ?? assert.fail(JSON.stringify(links));
    await page.click(`.onshi-summary a[href="${href}"]`);
    assert.deepEqual(await page.evaluate(() => [document.activeElement.name, document.activeElement.value]), ["paymentMethod", "1"]);
    assert.ok(links.some(([, text]) => text.startsWith("利用規約に同意します：")), "a box by the label around it");
    for (const [, text] of links) assert.doesNotMatch(text, /\s{2}|\n/);
  }));

test("mending takes a link away, mending all takes the summary away", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    await enter(page, "#startMonth", "x");
    await enter(page, "#secretNumberConfirm", "1111");
    await page.click("#send");
    assert.deepEqual((await summary(page)).links.map(([href]) => href), ["#startMonth", "#secretNumberConfirm"]);
    await type(page, "#secretNumberConfirm", "8274");
    assert.deepEqual((await summary(page)).links.map(([href]) => href), ["#startMonth"]);
    await type(page, "#startMonth", "2090-05");
    assert.equal(await summary(page), null);
    assert.ok((await submitted(page, "#send")).some(([name, value]) => name === "startMonth" && value === "2090-05"));
  }));

test("what is right goes, once", () =>
  onPage("eligibility", { before: countSubmits }, async (page) => {
    await fillEligibility(page);
    await page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()));
    await page.click("#send");
    await drawn(page);
    assert.deepEqual(await page.evaluate(() => submits), ["form", "document"]);
    assert.equal(await summary(page), null);
  }));

test("a warning does not block", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    await enter(page, "#institutionNumber", "3246259");
    assert.equal(await stateOf(page, "institutionNumber"), "look");
    assert.ok((await submitted(page, "#send")).some(([name, value]) => name === "institutionNumber" && value === "3246259"));
  }));

test("formnovalidate skips everything, and its own name goes along", () =>
  onPage("eligibility", { before: countSubmits }, async (page) => {
    await enter(page, "#customerId", "CAX");
    const sent = await submitted(page, "#save");
    assert.deepEqual(sent.at(-1), ["draft", "1"]);
    assert.ok(sent.some(([name, value]) => name === "customerId" && value === "CAX"));
  }));

test("a required control alone is said when its form is submitted", () =>
  onPage("alone", { before: countSubmits }, async (page) => {
    await page.fill("#comment", "x");
    await page.click("#send");
    assert.equal(await stateOf(page, "mail"), "wrong");
    assert.equal((await summary(page)).links[0][0], "#mail");
    assert.deepEqual(await page.evaluate(() => submits), []);
    await page.fill("#mail", "tanaka@example.jp");
    await page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()));
    await page.click("#send");
    assert.deepEqual(await page.evaluate(() => submits), ["form", "document"]);
  }));

test("what the page itself requires still blocks", () =>
  onPage("alone", { before: countSubmits }, async (page, requests) => {
    await enter(page, "#mail", "tanaka@example.jp");
    const before = requests.length;
    await page.click("#send");
    await drawn(page);
    assert.deepEqual(await page.evaluate(() => submits), []);
    assert.equal(requests.length, before);
    const listed = (await summary(page))?.links.some(([href]) => href === "#comment");
    assert.ok(listed || (await page.evaluate(() => document.activeElement.id === "comment")), "it is shown where");
    await page.fill("#comment", "x");
    assert.deepEqual((await submitted(page, "#send"))[0], ["mail", "tanaka@example.jp"]);
  }));

test("a form that the page marked novalidate stays without native checks", () =>
  onPage("alone", { start: false }, async (page) => {
    await page.evaluate(async () => {
      contact.noValidate = true;
      const { attach } = await import("/onshi-check/dist/widget.js");
      await attach(document).ready;
    });
    await enter(page, "#mail", "tanaka@example.jp");
    assert.deepEqual((await submitted(page, "#send"))[0], ["mail", "tanaka@example.jp"]);
  }));

test("onshi:report on every submit, and check() shows the same without one", () =>
  onPage("eligibility", { before: countSubmits }, async (page) => {
    await enter(page, "#institutionNumber", "123");
    await page.click("#send");
    const [event] = await heard(page, "onshi:report");
    assert.equal(event.target, "application");
    assert.ok(event.bubbles);
    assert.equal(event.detail.status, "invalid");
    assert.ok(event.detail.missing.includes("startMonth"));
    assert.equal(event.detail.fields.institutionNumber.issues[0].code, "institution-number.too-short");

    await page.click("#clear");
    await fillEligibility(page);
    await page.fill("#startMonth", "");
    const [report, again] = await page.evaluate(() => {
      const widget = OnshiCheck.attach(application);
      return [widget.check(), widget.check()];
    });
    assert.equal(report.status, "invalid");
    assert.deepEqual(report.missing, ["startMonth"]);
    assert.deepEqual(again, report);
    assert.deepEqual((await heard(page, "onshi:report")).at(-1).detail, report);
    assert.equal(await stateOf(page, "startMonth"), "wrong");
    assert.deepEqual((await summary(page)).links.map(([href]) => href), ["#startMonth"]);
    assert.deepEqual(await page.evaluate(() => submits), []);
  }));

test("fields that have no control are not asked for", () =>
  onPage("several", {}, async (page) => {
    await enter(page, "#afarPhone", "03-1234-5678");
    await enter(page, "#afarEmail", "tanaka@example.jp");
    assert.deepEqual(await submitted(page, "#afarSend"), [["phone", "0312345678"], ["email", "tanaka@example.jp"]]);
  }));

test("controls that are disabled are neither judged nor asked for", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    await page.evaluate(() => {
      startMonth.value = "x";
      startMonth.disabled = true;
    });
    await drawn(page);
    const sent = Object.fromEntries(await submitted(page, "#send"));
    assert.equal(sent.paymentMethod, "1");
    assert.ok(!("startMonth" in sent));
  }));

test("the button can be pressed straight from a field: nothing moves away under the pointer", () =>
  onPage("several", {}, async (page) => {
    await page.fill("#secondUser", "ｔanaka@example.jp");
    await page.fill("#secondPassword", "x");
    assert.deepEqual(await submitted(page, "#second button"), [["userId", "tanaka@example.jp"], ["password", "x"]]);
  }));

test("and from a field that is wrong: the error comes, and so does the summary", () =>
  onPage("several", {}, async (page) => {
    await page.fill("#secondPassword", "x");
    await page.fill("#secondUser", "tanaka@01");
    await page.click("#second button");
    assert.deepEqual((await summary(page)).links.map(([href]) => href), ["#secondUser"]);
    assert.equal(await stateOf(page, "secondUser"), "wrong");
  }));

test("two submits in a row: the second is judged anew", () =>
  onPage("several", {}, async (page) => {
    await enter(page, "#firstUser", "tanaka@01");
    await page.fill("#firstPassword", "x");
    await page.press("#firstPassword", "Enter");
    assert.equal(await stateOf(page, "firstUser"), "wrong");
    await page.fill("#firstUser", "tanaka@example.jp");
    await page.fill("#firstPassword", "");
    await page.press("#firstPassword", "Enter");
    assert.deepEqual((await summary(page)).links.map(([href]) => href), ["#firstPassword"]);
    await page.fill("#firstPassword", "x");
    const [request] = await Promise.all([page.waitForRequest((request) => request.isNavigationRequest()), page.press("#firstPassword", "Enter")]);
    assert.equal(request.postData(), "userId=tanaka%40example.jp&password=x");
  }));
