// Attaching: what the widget finds, by itself and by hand, and what it follows when the page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "onshi-check";
import { drawn, enter, load, openPages, read, says, stateOf, submitted, type } from "./widget.mjs";

const onPage = openPages();
const mail = "Tanaka@example.jp";

test("the module exports everything that the package does, and starts nothing by itself", () =>
  onPage("eligibility", { start: false }, async (page) => {
    const before = await page.content();
    await load(page);
    const missing = await page.evaluate(async () => {
      const names = Object.keys(await import("/onshi-check/dist/index.js"));
      return names.filter((name) => !(name in OnshiCheck));
    });
    assert.deepEqual(missing, []);
    await drawn(page);
    assert.equal(await page.content(), before);
    const kinds = await page.evaluate(async () => {
      const widget = OnshiCheck.attach(application, { locale: "en" });
      await widget.ready;
      return [typeof widget.check, typeof widget.detach, OnshiCheck.attach(application) === widget];
    });
    assert.deepEqual(kinds, ["function", "function", true]);
    await type(page, "#institutionNumber", "12");
    assert.deepEqual(await says(page, "institutionNumber"), ["5 more digits"], "the option wins over the page's language");
  }));

test("the script's global has the same exports", () =>
  onPage("alone", {}, async (page) => {
    const names = await page.evaluate(async () => {
      const module = Object.keys(await import("/onshi-check/dist/widget.js"));
      return [module.sort(), Object.keys(OnshiCheck).sort()];
    });
    assert.deepEqual(names[1], names[0].filter((name) => name !== "default"));
  }));

test("options win over attributes: form, report, normalize, today", () =>
  onPage("several", { start: false }, async (page) => {
    await load(page);
    await page.evaluate(() => {
      later.innerHTML = `<form id="start" action="thanks.html"><input id="day" name="operationStartDate"><button>送る</button></form>`;
      OnshiCheck.attach(start, { form: "operation-start", report: "typing", normalize: "off", today: "2026-04-01" });
    });
    await page.fill("#day", "2026年4月2日");
    assert.equal(await stateOf(page, "day"), "look", "after today");
    await page.fill("#day", "2026年4月1日");
    assert.equal(await stateOf(page, "day"), "understood");
    await page.fill("#day", "2026年13月");
    assert.equal(await stateOf(page, "day"), "wrong");
    await enter(page, "#day", "2026年4月1日");
    assert.deepEqual(await submitted(page, "#start button"), [["operationStartDate", "2026年4月1日"]]);
  }));

test("forms on one page do not influence each other", () =>
  onPage("several", {}, async (page) => {
    await enter(page, "#firstUser", "tanaka@01");
    assert.equal(await stateOf(page, "firstUser"), "wrong");
    assert.equal(await stateOf(page, "secondUser"), "quiet");
    await enter(page, "#secondUser", "tanaka@example.jp");
    await enter(page, "#secondPassword", "x");
    const sent = await submitted(page, "#second button");
    assert.deepEqual(sent, [["userId", "tanaka@example.jp"], ["password", "x"]]);
  }));

test("controls outside their form belong to it all the same", () =>
  onPage("several", {}, async (page) => {
    await enter(page, "#afarPhone", "12");
    assert.equal(await stateOf(page, "afarPhone"), "wrong");
    await page.click("#afarSend");
    const links = await page.locator(".onshi-summary a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(links, ["#afarPhone", "#afarEmail"]);
  }));

test("a container that is no form is judged as one", () =>
  onPage("several", {}, async (page) => {
    await enter(page, "#plainPhone", "12");
    assert.deepEqual(await says(page, "plainPhone"), [check("phone", "12", { locale: "en" }).issues[0].message]);
    await page.check("#plain [name=lineType][value='3']");
    await enter(page, "#plainId", "CAF0123456789");
    const { lines } = await read(page, "plainId");
    assert.match(lines[0].text, /NTT line/);
    const report = await page.evaluate(() => OnshiCheck.attach(plain).check());
    assert.equal(report.status, "invalid");
    assert.deepEqual(Object.keys(report.fields).sort(), ["customerId", "lineType", "phone"]);
  }));

test("what is added later is judged: a control, and a whole form", () =>
  onPage("several", {}, async (page) => {
    await page.evaluate(() => {
      later.innerHTML = `
        <label>ID <input id="laterId" data-onshi="customer-id"></label>
        <form id="laterForm" data-onshi-form="login" action="thanks.html"><label>ユーザー <input id="laterUser" name="userId"></label><button>送る</button></form>`;
      document.querySelector("#first p").insertAdjacentHTML("beforeend", `<span><label>メール <input id="extra" data-onshi="email"></label></span>`);
    });
    await drawn(page);
    await enter(page, "#laterId", "CAX");
    await enter(page, "#laterUser", "tanaka@01");
    await enter(page, "#extra", mail);
    for (const name of ["laterId", "laterUser", "extra"]) assert.equal(await stateOf(page, name), "wrong", name);
    assert.ok(await page.evaluate(() => laterForm.noValidate));
  }));

test("an attribute added later counts too", () =>
  onPage("several", {}, async (page) => {
    await page.evaluate(() => {
      later.innerHTML = `<label>ID <input id="laterId"></label>`;
      document.querySelector("#laterId").dataset.onshi = "customer-id";
    });
    await drawn(page);
    await enter(page, "#laterId", "CAX");
    assert.equal(await stateOf(page, "laterId"), "wrong");
  }));

test("a field that is removed takes its message along, and is asked for no more", () =>
  onPage("several", {}, async (page) => {
    await page.click("#afarSend");
    assert.equal(await page.locator(".onshi-summary a").count(), 2);
    await page.evaluate(() => afarEmail.closest("p").remove());
    await drawn(page);
    assert.equal(await page.locator(".onshi-summary a").count(), 1);
    await page.fill("#afarPhone", "0312345678");
    assert.deepEqual(await submitted(page, "#afarSend"), [["phone", "0312345678"]]);
  }));

test("a removed control without its paragraph leaves no message behind", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAX");
    await page.evaluate(() => document.querySelector("#id").remove());
    await drawn(page);
    assert.equal(await page.locator("main > p:nth-of-type(2) .onshi-line").count(), 0);
  }));

test("a field that moves keeps what it says, once", () =>
  onPage("alone", {}, async (page) => {
    await enter(page, "#id", "CAX");
    const before = await read(page, "id");
    await page.evaluate(() => document.querySelector("main").append(document.querySelector("#id").closest("p")));
    assert.deepEqual(await read(page, "id"), before);
    await page.fill("#id", "CAF0123456789");
    assert.equal(await stateOf(page, "id"), "understood");
    assert.equal(await page.getByText("CAF 0123 456 789").count(), 1);
  }));

test("attaching twice, or to a part of what is attached, doubles nothing", () =>
  onPage("alone", {}, async (page) => {
    const same = await page.evaluate(() => {
      OnshiCheck.attach(document.querySelector("#id"));
      OnshiCheck.attach(document.querySelector("main"));
      return [OnshiCheck.attach(document) === OnshiCheck.attach(document), OnshiCheck.attach(contact) === OnshiCheck.attach(contact)];
    });
    assert.deepEqual(same, [true, true]);
    await enter(page, "#id", "CAX");
    assert.equal((await read(page, "id")).lines.length, 1);
    assert.equal(await page.locator(".onshi-line").count(), 1);
    assert.equal(await page.locator(".onshi-live").count(), 1);
    assert.equal(await page.evaluate(() => heard.filter(({ type, target, detail }) => type === "onshi:verdict" && target === "id" && detail.state === "wrong").length), 1);
  }));
