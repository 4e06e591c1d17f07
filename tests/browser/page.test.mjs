// The pre-check in Chromium, served as it is published and under its own Content-Security-Policy. What fields say is the
// widget's, and tested there; here it is what the pages make of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { axe, controls as tabStops, japaneseLeft, objections, overflow, policyOf, tabThrough } from "./examine.mjs";
import { controls, enter, fill, forms, goTo, message, mixed, openPage, openStep, right } from "./page.mjs";

const site = process.env.SITE;
const inSite = (path) => import(pathToFileURL(`${site}/${path}`));
const { describe, rules } = await inSite("onshi-check/dist/reference.js");
const { guides } = await inSite("js/guide-steps.js");

const languages = ["ja", "en"];
const registration = "user-registration";
const eligibility = "eligibility-application";
const claims = "claims-application";
const certificate = "certificate-application";

let server;
let browser;

before(async () => {
  server = await serve({ site }, {});
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
  }
});

/** Runs `work` on the opened page. Fails when the page throws, writes to the console or asks for anything elsewhere. */
async function onPage(options, work) {
  const { page, complaints, close } = await openPage(browser, server.address, options);
  try {
    await work(page, complaints);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

/** Waits until the place shows the text, which a regular expression may describe. */
async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ state: "attached", timeout: 5000 });
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}

function focused(page) {
  return page.evaluate(() => document.activeElement.id);
}

/** Waits until the element with the id has the focus. */
async function focuses(page, id) {
  await page.waitForFunction((id) => document.activeElement.id === id, id, { timeout: 5000 });
}

async function headingHasFocus(page, text) {
  await page.waitForFunction((text) => document.activeElement.matches("h1") && document.activeElement.textContent === text, text, { timeout: 5000 });
}

const total = (form) => `#view-${form} .summary .total`;
const step = (form, number) => `#${form}-step-${number}`;
const report = (form) => `#view-${form} .report`;

// Views

test("every application has its view, its title and its steps, and every field of the form stands in one of them", () =>
  onPage({}, async (page) => {
    for (const form of forms) {
      await goTo(page, form);
      const { label, fields } = describe(form);
      assert.equal(await page.innerText(`#view-${form} h1 >> visible=true`), label);
      assert.equal(await page.title(), `${label} | onshi-check`);
      assert.deepEqual(await page.locator("main > .view:visible").evaluateAll((views) => views.map((view) => view.id)), [`view-${form}`]);
      assert.deepEqual(await page.locator(`#${form}-form details`).evaluateAll((steps) => steps.map((step) => step.open)), guides[form].map((_, index) => index === 0));
      const drawn = await page.locator(`#${form}-form [data-field]`).evaluateAll((roots) => roots.map((root) => root.dataset.field));
      assert.deepEqual([...drawn].sort(), fields.map(({ name }) => name).sort());
      const names = await page.locator(`#${form}-form [name]:not(details)`).evaluateAll((found) => [...new Set(found.map(({ name }) => name))]);
      assert.deepEqual(names.sort(), fields.flatMap(({ name, boxes }) => boxes ?? [name]).sort());
      assert.equal(await page.locator(`#${form}-form :is([placeholder], [maxlength], [pattern], [type=number])`).count(), 0);
    }
  }));

test("links, the address, back and forward lead to views, and the focus goes to their headings", () =>
  onPage({}, async (page) => {
    assert.equal(await focused(page), "", "the first view takes no focus");
    assert.equal(await page.innerText(".pages [aria-current]"), "事前チェック");
    for (const form of forms) {
      await page.click(`.doors a[href$="${form}"]`);
      await headingHasFocus(page, describe(form).label);
      assert.equal(await page.evaluate(() => scrollY), 0);
      assert.equal(await page.getAttribute(".pages a", "aria-current"), "true", "the applications belong to the first link");
      await page.goBack();
      await focuses(page, "home-title");
    }
    await page.goForward();
    await headingHasFocus(page, describe(forms.at(-1)).label);
    await page.click(".pages a:text-is('しらべる')");
    await focuses(page, "explore-title");
    assert.equal(await page.innerText(".pages [aria-current=page]"), "しらべる");
    await page.click(".pages a:text-is('事前チェック')");
    await focuses(page, "home-title");
  }));

test("an address may name a field, and an address that names nothing leads home", async () => {
  await onPage({ place: `${eligibility}-secretNumber` }, async (page) => {
    await focuses(page, `${eligibility}-secretNumber`);
    assert.ok(await page.isVisible(`#${eligibility}-secretNumber`), "in a step that was closed");
  });
  await onPage({ place: "nowhere", language: "en" }, async (page) => {
    assert.ok(await page.isVisible("#view-home"));
  });
});

// Steps

test("one step is open at a time; next and back open the neighbours", () =>
  onPage({ place: claims }, async (page) => {
    const open = () => page.locator(`#${claims}-form details[open]`).evaluateAll((steps) => steps.map((step) => step.id));
    await page.click(`${step(claims, 1)} .onward`);
    assert.deepEqual(await open(), [`${claims}-step-2`]);
    assert.ok(await page.locator(`${step(claims, 2)} > summary`).evaluate((summary) => summary === document.activeElement));
    await page.click(`${step(claims, 2)} .step-ways button:not(.onward)`);
    assert.deepEqual(await open(), [`${claims}-step-1`]);
    await page.click(`#view-${claims} .to-step:has-text('レセコンとパソコン')`);
    assert.deepEqual(await open(), [`${claims}-step-3`]);
    assert.equal(await page.innerText(`${step(claims, 3)} .onward`), "次へ：電気通信回線");
  }));

test("an application can be filled in and its report read with the keyboard alone", () =>
  onPage({ place: certificate }, async (page) => {
    const values = right[certificate];
    /** Presses Tab until the focus is on what the selector means. */
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 40; presses += 1) {
        if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`Tab does not come to ${selector}`);
    };
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "main", "the first link leads past the header");
    for (const [index, { fields }] of guides[certificate].entries()) {
      for (const name of fields) {
        await tabTo(`[data-field="${name}"] :is(input, select)`);
        if (values[name] === true) await page.keyboard.press("Space");
        else if (name === "feeSchedule") await page.keyboard.press("ArrowDown");
        else await page.keyboard.type(values[name]);
      }
      if (index === guides[certificate].length - 1) continue;
      await tabTo(".onward");
      await page.keyboard.press("Enter");
    }
    await shows(page, total(certificate), "すべて入力されました");
    await tabTo(".primary");
    await page.keyboard.press("Enter");
    await headingHasFocus(page, `確認結果: ${describe(certificate).label}`);
    assert.match(await page.innerText(".report-code"), /^1333246295/);
  }));

test("checking everything lists what is left, and its links open the step and lead to the field", () =>
  onPage({ place: eligibility }, async (page) => {
    await page.click(`#${eligibility}-form .primary`);
    const summary = page.locator(`#${eligibility}-form [data-onshi-summary]`);
    await summary.locator("a").first().waitFor();
    assert.ok(await summary.evaluate((place) => place === document.activeElement));
    assert.equal(await summary.locator("a").count(), describe(eligibility).fields.filter(({ required }) => required === "always" || required.isNot).length);
    assert.ok(await page.isVisible(`#${eligibility}-form`), "the report does not open by itself");
    await summary.locator("a", { hasText: "利用開始予定年月" }).click();
    await focuses(page, `${eligibility}-startMonth-startYear`);
    assert.ok(await page.locator(step(eligibility, 4)).evaluate((details) => details.open));
    assert.equal(new URL(page.url()).hash.replace("ja/", ""), `#${eligibility}`, "the address stays");
  }));

// The code

test("prefecture, fee schedule and number make the ten digits; a check digit that does not fit blocks nothing", () =>
  onPage({ place: eligibility }, async (page) => {
    const { prefecture, feeSchedule, institutionNumber } = right[eligibility];
    await fill(page, eligibility, { prefecture, feeSchedule });
    await controls(page, eligibility, "institutionNumber").pressSequentially(institutionNumber);
    const strip = page.locator(`#${eligibility}-form .strip`);
    await shows(page, `#${eligibility}-code`, "1333246295");
    await shows(page, `#${eligibility}-form .judgement`, "検証番号が合っています");
    assert.equal((await strip.locator(".box").allTextContents()).join(""), "1333246295");
    assert.deepEqual(await strip.locator(".part-read").allInnerTexts(), ["東京都", "3: 歯科".slice(3), "検証番号"]);
    await controls(page, eligibility, "institutionNumber").fill("3246259");
    await shows(page, `#${eligibility}-code`, "1333246259");
    await page.keyboard.press("Tab");
    await shows(page, `#${eligibility}-form .judgement`, "検証番号が計算と合いません");
    await shows(page, `${step(eligibility, 1)} .state`, /^要確認1件$/);
  }));

// How it stands

test("the summary counts what is left, wrong and to be looked at again, in whole and by step", () =>
  onPage({ place: registration }, async (page) => {
    await shows(page, total(registration), /^残り13項目$/);
    await fill(page, registration, mixed[registration]);
    await shows(page, total(registration), /^残り1項目・エラー2件・要確認2件$/);
    const states = await page.locator(`#view-${registration} .summary .state`).allInnerTexts();
    assert.deepEqual(states.map((state) => state.replace(/\s+/g, " ")), ["確認できました", "要確認2件", "エラー2件", "残り1項目"]);
    assert.deepEqual((await page.locator(`#${registration}-form summary .state`).allInnerTexts()).map((state) => state.replace(/\s+/g, " ")), states.map((state) => state.replace(/\s+/g, " ")));
    await enter(page, registration, "email", "mihon@example.jp");
    await shows(page, total(registration), /^残り1項目・エラー1件・要確認2件$/);
  }));

test("a field that another choice rules out is folded, with its name and the reason", () =>
  onPage({ place: eligibility }, async (page) => {
    const isFolded = async (name) => {
      const shown = await controls(page, eligibility, name).first().isVisible();
      if (!shown) assert.match(await message(page, eligibility, name).innerText(), /ときだけ/);
      return !shown;
    };
    const ruledOut = ["customerIdSource", "customerIdConfirm", "v6Option"];
    await enter(page, eligibility, "lineType", "3");
    for (const name of ruledOut) assert.ok(await isFolded(name), name);
    assert.ok(!(await isFolded("customerId")), "an ID at hand shows that the line type is wrong");
    await enter(page, eligibility, "customerId", "CAF0123456789");
    assert.match(await message(page, eligibility, "customerId").innerText(), /回線種別は「1」/);
    await enter(page, eligibility, "lineType", "1");
    await enter(page, eligibility, "customerIdSource", "caf");
    for (const name of [...ruledOut, "customerId"]) assert.ok(!(await isFolded(name)), name);
    await openStep(page, eligibility, "applicationType");
    await enter(page, eligibility, "applicationType", "change");
    await openStep(page, eligibility, "secretNumber");
    assert.ok(await isFolded("secretNumber"));
  }));

// From one application to the next

test("what is said about the place carries over and says so, until it is changed; secrets never do", () =>
  onPage({ place: registration }, async (page) => {
    await fill(page, registration, right[registration]);
    await goTo(page, certificate);
    const carried = (name) => page.textContent(`#${certificate}-${name}-carried`);
    for (const [name, value] of Object.entries({ prefecture: "13", institutionNumber: "3246295", institutionName: "見本歯科医院", contactName: "見本 花子", phone: "03-1234-5678", email: "clinic.mihon@example.jp" })) {
      assert.equal(await controls(page, certificate, name).inputValue(), value);
      assert.match(await carried(name), /「ユーザー登録」/);
    }
    assert.ok(await page.isChecked(`#${certificate}-feeSchedule-3`));
    assert.equal(await carried("terminalName"), "");
    await shows(page, `#${certificate}-code`, "1333246295");
    await enter(page, certificate, "phone", "0612345678");
    assert.equal(await carried("phone"), "");
    await switchTo(page, "en");
    assert.match(await carried("email"), /“User registration”/);

    await goTo(page, registration);
    assert.equal(await controls(page, registration, "phone").inputValue(), "03-1234-5678", "what was entered is not written over");
    await enter(page, registration, "email", "other@example.jp");
    await goTo(page, certificate);
    assert.equal(await controls(page, certificate, "email").inputValue(), "other@example.jp", "what was only copied follows");
    assert.equal(await controls(page, certificate, "phone").inputValue(), "0612345678");
    await goTo(page, eligibility);
    for (const name of ["secretNumber", "secretNumberConfirm"]) assert.equal(await controls(page, eligibility, name).inputValue(), "");
    await page.reload();
    await goTo(page, registration);
    assert.equal(await controls(page, registration, "familyName").inputValue(), "", "in memory only");
  }));

// A text that somebody pastes

/** As it comes out of a PDF: full width, a broken line, numbers of other things. */
const letter = `お申し込み内容のご案内
お客さまＩＤ：　ＣＡＦ０１２３-４５６-
７８９
医療機関等コード（１０桁）：　１３３３２４６２９５
電話番号（平日）：０３（１２３４）５６７８　ＦＡＸ：０３（１２３４）５６７９
メール：Clinic.mihon@example.jp
整理番号 0699998888`;

/** Puts a text into the box the way a person pastes it. */
async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.focus("#paste-text");
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** What the list of hits says: ticked or not, kind, value, where from, what is wrong. */
async function found(page) {
  await page.locator(".hits").waitFor();
  return page.locator(".hits li").evaluateAll((rows) => rows.map((row) => [row.querySelector("input").checked, ...[...row.querySelectorAll(".hit-kind, .hit-value, .hit-more p")].map((it) => it.innerText)]));
}

const ways = (page) => page.locator(".paste-ways button").allInnerTexts();

test("what is found in a pasted text is listed, with how sure it is and what is wrong with it", () =>
  onPage({}, async (page) => {
    await paste(page, letter);
    assert.deepEqual(await found(page), [
      [true, "お客さまID", "CAF 0123 456 789", "確か：「お客さまＩＤ」の後に書かれています"],
      [true, "医療機関等コード（10桁）", "13 東京都 ／ 3 歯科 ／ 3246295", "確か：「医療機関等コード」の後に書かれています"],
      [true, "電話番号", "0312345678", "確か：「電話」の後に書かれています"],
      [true, "メールアドレス", "Clinic.mihon@example.jp", "確か：「メール」の後に書かれています", "エラーメールアドレスに英大文字は使えません。小文字で入力してください。"],
      [false, "電話番号", "0699998888", "不確か：ほかの番号かもしれません"],
    ]);
    await shows(page, "#live", "5件見つかりました");
    assert.equal(await focused(page), "paste-text", "one can go on typing");
    await switchTo(page, "en");
    await shows(page, ".hits legend", "5 found");
    assert.equal((await found(page))[3][4], "ErrorThe portal accepts lower-case letters only. Enter the address in lower case.");
    assert.deepEqual((await found(page)).map(([isTicked]) => isTicked), [true, true, true, true, false]);
  }));

test("of each kind one goes into an application: ticking another takes the place of the first", () =>
  onPage({}, async (page) => {
    await paste(page, "CAF0123456789 CAF9876543210 電話 03-1234-5678");
    const ticked = async () => (await found(page)).map(([isTicked]) => isTicked);
    assert.deepEqual(await ticked(), [false, false, true], "nobody knows which of two");
    await shows(page, ".hit-doubt", "お客さまIDが2通りあります。");
    assert.deepEqual(await ways(page), [registration, certificate].map((form) => `この内容で「${describe(form).label}」をはじめる`));
    await page.check("#paste-hit-0");
    await page.check("#paste-hit-1");
    assert.deepEqual(await ticked(), [false, true, true]);
    assert.equal((await ways(page)).length, 4);
    await page.uncheck("#paste-hit-1");
    await page.uncheck("#paste-hit-2");
    assert.deepEqual(await ways(page), []);
    await shows(page, ".paste-ways", "申請に入れるものを選ぶと");
  }));

test("it goes into the application that is begun, into the others too, and each field says where from", () =>
  onPage({}, async (page) => {
    await paste(page, letter);
    await page.locator(".paste-ways button", { hasText: "資格確認" }).click();
    await headingHasFocus(page, describe(eligibility).label);
    const value = (form, name) => controls(page, form, name).first().inputValue();
    assert.deepEqual(await Promise.all(["prefecture", "institutionNumber", "customerId"].map((name) => value(eligibility, name))), ["13", "3246295", "CAF0123456789"]);
    assert.ok(await page.isChecked(`#${eligibility}-feeSchedule-3`));
    assert.equal(await page.textContent(`#${eligibility}-customerId-carried`), "貼り付けた文章の「お客さまＩＤ」から入力しました。違うときは書き換えてください。");
    assert.match(await page.textContent(`#${eligibility}-prefecture-carried`), /「医療機関等コード」/);
    assert.equal(await message(page, eligibility, "customerId").locator(".onshi-text").textContent(), "CAF 0123 456 789", "judged");
    await shows(page, "#live", "貼り付けた文章から、都道府県コード、点数表コード、医療機関等コード（7桁）、お客さまIDを入力しました。");
    await goTo(page, registration);
    assert.equal(await value(registration, "email"), "Clinic.mihon@example.jp");
    await shows(page, `#${registration}-email-message`, /^エラー/);
    await enter(page, registration, "phone", "0312349999");
    assert.equal(await page.textContent(`#${registration}-phone-carried`), "", "what somebody changes is theirs");
    await goTo(page, certificate);
    assert.equal(await value(certificate, "phone"), "0312349999");
  }));

test("one button takes it out again, and brings back what another application says", () =>
  onPage({}, async (page) => {
    await goTo(page, registration);
    await fill(page, registration, { phone: "0611112222", familyName: "見本" });
    await goTo(page, certificate);
    assert.equal(await controls(page, certificate, "phone").inputValue(), "0611112222");
    await goTo(page, "");
    await paste(page, letter);
    await page.locator(".paste-ways button", { hasText: "電子証明書" }).click();
    await headingHasFocus(page, describe(certificate).label);
    const value = (name) => controls(page, certificate, name).first().inputValue();
    assert.equal(await value("phone"), "0312345678", "what was only copied follows");
    await page.locator(`#view-${certificate} .pasted button`).click();
    await headingHasFocus(page, describe(certificate).label);
    await shows(page, "#live", "元に戻しました");
    assert.deepEqual(await Promise.all(["prefecture", "institutionNumber", "phone", "email"].map(value)), ["", "", "0611112222", ""]);
    assert.match(await page.textContent(`#${certificate}-phone-carried`), /「ユーザー登録」/);
    assert.ok(!(await page.isVisible(`#view-${certificate} .pasted`)));
    await goTo(page, registration);
    assert.deepEqual(await Promise.all(["phone", "email"].map((name) => controls(page, registration, name).inputValue())), ["0611112222", ""]);
  }));

test("what was entered is not written over, and a code goes beside no other prefecture", () =>
  onPage({ place: eligibility }, async (page) => {
    await fill(page, eligibility, { prefecture: "27", customerId: "CAF9999999999" });
    await goTo(page, "");
    await paste(page, letter);
    await page.locator(".paste-ways button", { hasText: "資格確認" }).click();
    await headingHasFocus(page, describe(eligibility).label);
    assert.deepEqual(await Promise.all(["prefecture", "institutionNumber", "customerId"].map((name) => controls(page, eligibility, name).first().inputValue())), ["27", "", "CAF9999999999"]);
  }));

test("what is typed is looked through when it is left or asked for; nothing found, nothing entered, emptied", () =>
  onPage({}, async (page) => {
    await page.click("#paste-look");
    await shows(page, ".paste-found", "文章を貼り付けてください。");
    await page.focus("#paste-text");
    await page.keyboard.type("03-1234-5678");
    assert.equal(await page.locator(".hits").count(), 0);
    await page.keyboard.press("Tab");
    assert.deepEqual((await found(page)).map(([isTicked, , value]) => [isTicked, value]), [[true, "0312345678"]]);
    await page.fill("#paste-text", "");
    assert.equal(await page.locator(".paste-found > *").count(), 0);
    await page.fill("#paste-text", "こんにちは");
    await page.click("#paste-look");
    await shows(page, ".paste-found", "見つかりませんでした。");
    await shows(page, "#live", "見つかりませんでした。");
  }));

test("the part that looks through texts is loaded when it is first wanted; where it cannot be, the page says so", async () => {
  let isClosed = true;
  const asked = [];
  const route = ["**/dist/bulk.js", (route) => {
    asked.push(route.request().url());
    return isClosed ? route.fulfill({ status: 404 }) : route.continue();
  }];
  const { page, complaints, close } = await openPage(browser, server.address, { route, initScript: "delete Navigator.prototype.serviceWorker" });
  try {
    assert.equal(asked.length, 0);
    await paste(page, letter);
    await shows(page, ".paste-found", "読み込めませんでした。");
    assert.equal(asked.length, 1);
    assert.ok(complaints.every((text) => /404/.test(text)), complaints.join());
  } finally {
    await close();
  }
  const { page: other, close: closeOther } = await openPage(browser, server.address, { initScript: "delete globalThis.WebAssembly" });
  assert.ok(!(await other.isVisible(".paste")), "nothing is promised where nothing can be checked");
  await closeOther();
});

test("a text is pasted, chosen from and begun with, with the keyboard alone", () =>
  onPage({ width: 320, height: 700 }, async (page) => {
    await paste(page, letter);
    await page.locator(".hits").waitFor();
    const stops = [];
    while (stops.at(-1) !== "BUTTON" || stops.length < 3) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
      if (stops.at(-1) === "paste-hit-4") await page.keyboard.press("Space");
    }
    assert.deepEqual(stops, ["paste-look", "paste-hit-0", "paste-hit-1", "paste-hit-2", "paste-hit-3", "paste-hit-4", "BUTTON"]);
    assert.deepEqual((await found(page)).map(([isTicked]) => isTicked), [true, true, false, true, true]);
    await page.keyboard.press("Enter");
    await headingHasFocus(page, describe(registration).label);
    assert.equal(await controls(page, registration, "phone").inputValue(), "0699998888");
  }));

for (const language of languages) {
  test(`the list of what was found fits and is accessible: ${language}`, () =>
    onPage({ language, initScript: axe }, async (page) => {
      await paste(page, `${letter}\nCAF9876543210`);
      await page.locator(".hits").waitFor();
      const places = [".paste", `#view-${eligibility}`];
      for (const place of places) {
        if (place !== ".paste") {
          await page.locator(".paste-ways button").nth(1).click();
          await page.locator(`${place} .pasted`).waitFor();
        }
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await overflow(page), [], `${place} ${width}`);
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            assert.deepEqual(await objections(page), [], `${place} ${width} ${colorScheme}`);
          }
        }
        if (language === "en") assert.deepEqual((await japaneseLeft(page)).filter((text) => !letter.includes(text)), []);
      }
    }));
}

test("a pasted text asks for nothing else, and is kept nowhere", () =>
  onPage({}, async (page) => {
    await page.evaluate(async () => navigator.serviceWorker.ready);
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname.split("/").at(-1)));
    await paste(page, letter);
    await page.locator(".hits").waitFor();
    await page.locator(".paste-ways button").first().click();
    assert.ok(requests.every((name) => name === "bulk.js"), requests.join());
    const kept = await page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length, cookies: document.cookie, history: history.state, address: location.href.includes("CAF") }));
    assert.deepEqual(kept, { local: 0, session: 0, cookies: "", history: null, address: false });
  }));

// Languages

test("the other language says everything anew and keeps what was entered, the open step and the place", () =>
  onPage({ place: eligibility }, async (page) => {
    await fill(page, eligibility, { prefecture: "27", feeSchedule: "3", lineType: "1", customerIdSource: "caf", customerId: "CAF012" });
    await shows(page, `#${eligibility}-customerId-message`, /^エラー/);
    await switchTo(page, "en");
    await shows(page, `#${eligibility}-customerId-message`, /^Error/);
    assert.equal(new URL(page.url()).hash, `#en/${eligibility}`);
    assert.equal(await page.title(), `${describe(eligibility, "en").label} | onshi-check`);
    assert.equal(await controls(page, eligibility, "customerId").inputValue(), "CAF012");
    assert.equal(await controls(page, eligibility, "prefecture").inputValue(), "27");
    assert.ok(await page.isChecked(`#${eligibility}-lineType-1`));
    assert.ok(await page.isVisible(`#${eligibility}-customerId`), "the step is still open");
    assert.equal(await focused(page), "lang-en", "the focus stays where it is");
    await page.focus(`#${eligibility}-customerId`);
    await page.goBack();
    await shows(page, `#${eligibility}-customerId-message`, /あと7/);
    assert.equal(await focused(page), `${eligibility}-customerId`, "and where somebody types");
  }));

for (const [state, values] of Object.entries({ empty: {}, mixed })) {
  test(`no Japanese is left in English: ${state}`, () =>
    onPage({ language: "en" }, async (page) => {
      const typed = new Set(Object.values(values).flatMap((of) => Object.values(of)).filter((value) => /[^ -~]/.test(value)));
      const left = async (where) => assert.deepEqual((await japaneseLeft(page)).filter((text) => ![...typed].some((value) => text.includes(value))), [], where);
      await left("home");
      for (const form of forms) {
        await goTo(page, form);
        await fill(page, form, values[form] ?? {});
        await page.click(`#${form}-form .primary`);
        await left(form);
        await goTo(page, `${form}/report`);
        await page.locator(`${report(form)} h1`).waitFor();
        await left(`${form}/report`);
      }
    }));
}

test("the Japanese written into index.html is what the words say", () =>
  onPage({}, async (page) => {
    const html = readFileSync(`${site}/index.html`, "utf8");
    const different = await page.evaluate(async (html) => {
      const { say } = await import("./js/words.js");
      const written = new DOMParser().parseFromString(html, "text/html");
      const places = [...written.querySelectorAll("[data-word]")].map((place) => ({ word: place.dataset.word, text: place.textContent }));
      places.push({ word: "home.page", text: written.title.replace(" | onshi-check", "") });
      return places.filter(({ word, text }) => text !== say(word));
    }, html);
    assert.deepEqual(different, []);
  }));

test("both languages have the same words, and the forms are called what the package calls them", async () => {
  const words = { homeWords: "js/home-words.js", guideWords: "js/guide-words.js", reportWords: "js/report-words.js" };
  for (const [name, path] of Object.entries(words)) {
    const { [name]: { ja, en } } = await inSite(path);
    // A count of 1 has words of its own only where the language tells it from others.
    assert.deepEqual(Object.keys(en).filter((key) => !key.endsWith(".one")), Object.keys(ja), path);
  }
  const { say, setLanguage } = await inSite("js/words.js");
  for (const language of languages) {
    setLanguage(language);
    for (const form of forms) assert.equal(say(`form.${form}`), describe(form, language).label);
  }
});

// The report

test("the report shows what was entered, what was found with its source, and never a secret", () =>
  onPage({ place: registration }, async (page) => {
    await fill(page, registration, { ...mixed[registration], password: "Zq7kWv2mXp", passwordConfirm: "Zq7kWv2mXpLonger" });
    await page.click(`#view-${registration} .summary > button`);
    await headingHasFocus(page, "確認結果: ユーザー登録");
    assert.equal(await page.title(), "確認結果: ユーザー登録 | onshi-check");
    const shown = page.locator(report(registration));
    assert.match(await shown.locator(".report-result").innerText(), /^残り1項目・エラー2件・要確認2件$/);
    assert.match(await shown.locator(".report-facts").innerText(), new RegExp(`onshi-check ${rules.version}（${rules.asOf}時点）`));
    const rows = await shown.locator(".entered tbody tr:not(.group)").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.cells[0].textContent, row.cells[1].textContent])));
    assert.equal(rows["電話番号"], "0312345678（入力: 03-1234-5678）");
    assert.equal(rows["所属機関選択"], "3: 歯科");
    assert.equal(rows["パスワード"], "●●●●");
    assert.equal(rows["パスワード（確認用）"], "●●●●");
    assert.equal(rows["利用規約への同意"], "チェックなし");
    assert.equal(Object.keys(rows).length, describe(registration).fields.length);
    const codes = await shown.locator(".findings code").allInnerTexts();
    assert.deepEqual(codes.sort(), ["confirm.mismatch", "email.upper-case", "institution-code.check-digit", "text.half-width"]);
    for (const text of await shown.locator(".findings li").allInnerTexts()) assert.match(text, /根拠: .+（[0-9-]+時点）/);
    assert.match(await shown.innerText(), /利用規約への同意/);
    for (const secret of ["Zq7kWv2mXp", "Longer"]) assert.ok(!(await page.evaluate(() => document.documentElement.outerHTML)).includes(secret));

    await shown.locator(".findings li", { hasText: "メールアドレス" }).locator("button").click();
    await focuses(page, `${registration}-email`);
    await page.goBack();
    await headingHasFocus(page, "確認結果: ユーザー登録");
    await shown.locator(".report-ways a", { hasText: "次の申請へ" }).click();
    await headingHasFocus(page, describe(eligibility).label);
  }));

test("what the sources leave open is listed for what was entered, and only for that", () =>
  onPage({ place: `${eligibility}/report` }, async (page) => {
    const undecided = page.locator(`${report(eligibility)} .report-undecided li`);
    assert.equal(await undecided.count(), 0);
    await goTo(page, eligibility);
    await fill(page, eligibility, right[eligibility]);
    await goTo(page, `${eligibility}/report`);
    await undecided.first().waitFor();
    const listed = await undecided.allInnerTexts();
    const all = rules.undecided.map(({ ja }) => ja);
    assert.ok(listed.every((text) => all.includes(text)));
    assert.ok(listed.some((text) => text.includes("v6オプション")));
    assert.ok(listed.some((text) => text.includes("秘密の番号")));
    assert.ok(!listed.some((text) => /セットアップCD|猶予届出書|メールアドレス/.test(text)));
    assert.equal(await page.innerText(`${report(eligibility)} .report-result`), "直すところは見つかりませんでした");
  }));

test("two applications of one place are compared in the report of either", () =>
  onPage({ place: eligibility }, async (page) => {
    await fill(page, eligibility, { lineType: "3" });
    await goTo(page, `${eligibility}/report`);
    assert.ok(!(await page.locator(report(eligibility)).innerText()).includes("照合"));
    await goTo(page, claims);
    await fill(page, claims, { lineType: "ip-vpn-ipv6", customerIdSource: "caf", customerId: "CAF9999999999" });
    for (const form of [claims, eligibility]) {
      await goTo(page, `${form}/report`);
      await shows(page, `${report(form)} .findings code`, "together.line-type");
    }
    await goTo(page, eligibility);
    const { lineType, customerIdSource, customerId } = right[eligibility];
    await fill(page, eligibility, { lineType, customerIdSource, customerId });
    await goTo(page, `${eligibility}/report`);
    await shows(page, `${report(eligibility)} .findings code`, "together.customer-id");
  }));

test("the report copies as text, and is offered for copying where the clipboard is closed", async () => {
  await onPage({ place: registration }, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await fill(page, registration, { ...mixed[registration], password: "Zq7kWv2mXp" });
    await goTo(page, `${registration}/report`);
    await page.click(".report-actions button:has-text('コピー')");
    await shows(page, ".report-copied", "コピーしました");
    await shows(page, "#live", "コピーしました");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^確認結果: ユーザー登録\n確認した日：/);
    assert.match(text, /- エラー メールアドレス：/);
    assert.match(text, /コード: email\.upper-case 根拠: /);
    assert.match(text, /\nパスワード：●●●●\n/);
    assert.ok(!text.includes("Zq7kWv2mXp"));
    assert.ok(!(await page.isVisible(".report-actions textarea")));
  });
  const closed = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
  await onPage({ place: `${registration}/report`, initScript: closed }, async (page) => {
    await page.click(".report-actions button:has-text('コピー')");
    await shows(page, "#live", "Ctrl");
    const textarea = page.locator(".report-actions textarea");
    assert.ok(await textarea.evaluate((it) => it === document.activeElement && it.selectionEnd - it.selectionStart === it.value.length && it.value.length > 100));
  });
});

test("on paper the report stands alone, black on white, on A4", () =>
  onPage({ place: eligibility, scheme: "dark" }, async (page) => {
    await fill(page, eligibility, mixed[eligibility]);
    await goTo(page, `${eligibility}/report`);
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed = "true";
      };
    });
    await page.click(".report-actions .primary");
    assert.equal(await page.getAttribute("html", "data-printed"), "true");
    await page.emulateMedia({ media: "print" });
    for (const selector of [".top", ".foot", ".report-actions", ".report-ways", ".to-field"]) {
      assert.equal(await page.locator(`${selector} >> visible=true`).count(), 0, selector);
    }
    const colours = await page.locator(`${report(eligibility)} :is(h1, td, .findings p)`).evaluateAll((found) => [...new Set(found.map((it) => getComputedStyle(it).color))]);
    assert.deepEqual(colours, ["rgb(0, 0, 0)"]);
    const grounds = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(grounds, "rgb(255, 255, 255)");
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.match(paper, /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/, "A4");
    assert.ok((paper.match(/\/Type \/Page\b/g) ?? []).length <= 3);
  }));

// Clearing

test("clearing can be taken back, but for secrets", () =>
  onPage({ place: registration }, async (page) => {
    await fill(page, registration, mixed[registration]);
    await page.click(`#${registration}-form .plain`);
    await shows(page, "#live", "消しました");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "元に戻す");
    assert.equal(await page.locator(`#${registration}-form [aria-invalid]`).count(), 0);
    await shows(page, total(registration), /^残り13項目$/);
    await page.keyboard.press("Enter");
    await shows(page, "#live", "元に戻しました");
    assert.equal(await controls(page, registration, "email").inputValue(), "Mihon@example.jp");
    assert.ok(await page.isChecked(`#${registration}-feeSchedule-3`));
    assert.equal(await controls(page, registration, "password").inputValue(), "");
    await page.click(`#${registration}-form .plain`);
    await goTo(page, eligibility);
    assert.equal(await controls(page, eligibility, "institutionNumber").inputValue(), "", "what was cleared is not carried over");
  }));

test("the browser asks before what was entered is lost", () =>
  onPage({ place: registration }, async (page) => {
    const asked = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asked(), false);
    await enter(page, registration, "familyName", "見本");
    assert.equal(await asked(), true);
  }));

// Keyboard and small screens

for (const width of [1280, 320]) {
  test(`Tab reaches everything in the order it is seen, with the focus in view: ${width} px`, () =>
    onPage({ width, place: eligibility }, async (page) => {
      await fill(page, eligibility, mixed[eligibility]);
      await openStep(page, eligibility, "lineType");
      const stops = await tabThrough(page, [".skip, .top", ".filling form", ".summary", ".foot"]);
      const names = stops.map((stop) => (stop.group ? `group ${stop.group}` : stop.name));
      assert.deepEqual([...names].sort(), (await tabStops(page)).sort());
      assert.deepEqual(stops.filter((stop) => !stop.isInView).map((stop) => stop.name), [], "out of view");
      assert.deepEqual(stops.filter((stop) => !stop.hasFocusRing).map((stop) => stop.name), [], "without a focus ring");
      const backwards = stops.slice(1).filter((stop, index) => {
        const before = stops[index];
        if (stop.region !== before.region) return stop.region < before.region;
        // The summary sticks to the window: its place on the page moves with every scroll.
        if (stop.region === 2 && width === 1280) return false;
        const isSameRow = stop.top < before.bottom && before.top < stop.bottom;
        return isSameRow ? stop.left < before.left : stop.top < before.top;
      });
      assert.deepEqual(backwards, []);
    }));
}

for (const language of languages) {
  test(`nothing sticks out at 320 px: ${language}`, () =>
    onPage({ language, width: 320, height: 700 }, async (page) => {
      assert.deepEqual(await overflow(page), [], "home");
      for (const form of forms) {
        await goTo(page, form);
        await fill(page, form, mixed[form]);
        await page.click(`#${form}-form .primary`);
        await page.locator(`#${form}-form [data-onshi-summary] a`).first().waitFor();
        for (const [index] of guides[form].entries()) {
          await page.locator(step(form, index + 1)).evaluate((details) => {
            details.open = true;
          });
          assert.deepEqual(await overflow(page), [], `${form} ${index + 1}`);
        }
        await goTo(page, `${form}/report`);
        assert.deepEqual(await overflow(page), [], `${form}/report`);
      }
    }));

  test(`every prefecture and fee schedule fits into the code strip at 320 px: ${language}`, () =>
    onPage({ language, width: 320, height: 700, place: registration }, async (page) => {
      await enter(page, registration, "institutionNumber", "3246295");
      const wide = [];
      for (const feeSchedule of ["6", "7"]) {
        await enter(page, registration, "feeSchedule", feeSchedule);
        for (let prefecture = 1; prefecture <= 47; prefecture += 1) {
          const value = String(prefecture).padStart(2, "0");
          await controls(page, registration, "prefecture").selectOption(value);
          await shows(page, `#${registration}-code`, `${value}${feeSchedule}3246295`);
          wide.push(...(await overflow(page)).map((text) => `${prefecture} ${feeSchedule}: ${text}`));
        }
      }
      assert.deepEqual(wide, []);
    }));
}

// What leaves the page, and what stays behind

test("entering asks for nothing and stores nothing", () =>
  onPage({}, async (page) => {
    await page.evaluate(async () => navigator.serviceWorker.ready);
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    for (const form of forms) {
      await goTo(page, form);
      await fill(page, form, mixed[form]);
      await page.click(`#${form}-form .primary`);
      await goTo(page, `${form}/report`);
    }
    await switchTo(page, "en");
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: await indexedDB.databases(),
      history: history.state,
    }));
    assert.deepEqual(kept, { local: 0, session: 0, cookies: "", databases: [], history: null });
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(requests, []);
  }));

test("the page's own policy lets nothing in or out but itself", () =>
  onPage({}, async (page) => {
    assert.deepEqual(await policyOf(page), {
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "worker-src": "'self'",
      "manifest-src": "'self'",
      "connect-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  }));

const broken = {
  "without WebAssembly": { initScript: "delete globalThis.WebAssembly" },
  "without the package": { route: ["**/dist/widget.js", (route) => route.fulfill({ status: 404 })] },
};

for (const [name, options] of Object.entries(broken)) {
  test(`${name} the page says so, reassures of nothing, and its fields and its report stay usable`, async () => {
    const { page, complaints, close } = await openPage(browser, server.address, { ...options, place: registration });
    try {
      assert.ok(await page.isVisible("#unavailable"));
      await shows(page, "#live", /自動の確認ができません/);
      await fill(page, registration, mixed[registration]);
      assert.doesNotMatch(await page.innerText(`#view-${registration}`), /確認できました|すべて入力されました/);
      assert.equal(await page.locator("[aria-invalid]").count(), 0);
      await switchTo(page, "en");
      assert.equal(await controls(page, registration, "email").inputValue(), "Mihon@example.jp");
      await page.click(`#${registration}-form .primary`);
      await shows(page, `${report(registration)} .report-result`, "could not run the checks");
      assert.match(await page.innerText(report(registration)), /Mihon@example\.jp/);
      assert.ok(complaints.every((text) => /404/.test(text)), complaints.join());
    } finally {
      await close();
    }
  });
}

test("without the reference data the page says so and home stays readable", async () => {
  const { page, close } = await openPage(browser, server.address, { route: ["**/dist/reference.js", (route) => route.fulfill({ status: 404 })] });
  assert.ok(await page.isVisible("#missing"));
  assert.ok(await page.isVisible("#home-title"));
  await close();
});

// Accessibility

for (const language of languages) {
  test(`axe-core objects to nothing in any view, scheme and width: ${language}`, () =>
    onPage({ language, initScript: axe }, async (page) => {
      const examine = async (where) => {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            assert.deepEqual(await objections(page), [], `${where} ${width} ${colorScheme}`);
          }
        }
      };
      await examine("home");
      for (const form of forms) {
        await goTo(page, form);
        await fill(page, form, mixed[form]);
        await page.click(`#${form}-form .primary`);
        // All steps at once: a group of steps lets only one be open.
        await page.locator(`#${form}-form details`).evaluateAll((steps) => {
          for (const step of steps) {
            step.removeAttribute("name");
            step.open = true;
          }
        });
        await examine(form);
        await goTo(page, `${form}/report`);
        await examine(`${form}/report`);
      }
      await goTo(page, "explore");
      await examine("explore");
    }));
}
