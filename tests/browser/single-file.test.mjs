// The pre-check as one file, opened with a double click: alone in a folder, without a server.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./browser.mjs";

const fileName = "precheck.html";
const form = "user-registration";

/** A dental clinic in Tokyo with nothing to complain about. */
const right = {
  familyName: "山田",
  givenName: "太郎",
  feeSchedule: "3",
  prefecture: "13",
  institutionNumber: "3246295",
  locationConfirmed: true,
  institutionName: "山田歯科医院",
  founderName: "山田太郎",
  phone: "03-1234-5678",
  email: "clinic.tanaka@example.jp",
  password: "Abcdefg1",
  passwordConfirm: "Abcdefg1",
  termsAccepted: true,
};

let folder;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "onshi-check-file-"));
  copyFileSync(join(process.env.SITE, fileName), join(folder, fileName));
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Opens the file at a place. Fails when it asks for anything but itself, throws, or writes to the console. */
async function onFile(place, work) {
  const address = pathToFileURL(join(folder, fileName)).href;
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    const url = request.url().split("#")[0];
    if (url !== address && !url.startsWith("data:")) complaints.push(url);
  });
  try {
    await page.goto(address + place);
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Goes from the first view to the form, by the link that people take. */
async function openForm(page) {
  await page.click(`#view-home a[href$="${form}"]`);
  await page.locator(`#${form}-form [name]`).first().waitFor({ state: "attached" });
}

/** Enters a value the way a person does: opens the step that holds the field, fills it in and leaves it. */
async function enter(page, name, value) {
  const controls = page.locator(`#${form}-form [name="${name}"]`);
  const step = page.locator(`#${form}-form details`, { has: page.locator(`[name="${name}"]`) });
  if (!(await step.evaluate((details) => details.open))) await step.locator("summary").click();
  const type = await controls.first().evaluate((control) => control.type);
  if (type === "radio") await controls.and(page.locator(`[value="${value}"]`)).check();
  else if (type === "checkbox") await controls.check();
  else if (type === "select-one") await controls.selectOption(value);
  else await controls.fill(value);
  await controls.first().press("Tab");
}

/** Waits until the field is in a state of the widget. */
async function becomes(page, name, state) {
  await page.locator(`#${form}-form [name="${name}"][data-onshi-state="${state}"]`).first().waitFor({ state: "attached" });
}

const languages = [
  { place: "", language: "ja", error: "エラー", edit: /小文字/ },
  { place: "#en", language: "en", error: "Error", edit: /lower[- ]case/ },
];

for (const { place, language, error, edit } of languages) {
  test(`it opens, judges and reports (${language})`, () =>
    onFile(place, async (page) => {
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.ok(!(await page.isVisible("#unavailable")));
      await openForm(page);

      for (const [name, value] of Object.entries(right)) await enter(page, name, value);
      await becomes(page, "institutionNumber", "understood");
      await enter(page, "email", "Tanaka@example.jp");
      await becomes(page, "email", "wrong");
      const message = await page.locator(`#${form}-form [data-onshi-message="email"]`).innerText();
      assert.ok(message.includes(error) && edit.test(message), message);
      await enter(page, "email", right.email);
      await becomes(page, "email", "understood");

      await page.locator(`#${form}-form button:not([type=button])`).click();
      await page.locator(`#view-${form} .report-result`).waitFor();
      assert.match(await page.innerText(".report-code"), /1333246295/);
      assert.ok(!(await page.innerText(".report")).includes(right.password));
    }));
}

test("the lines can be looked up", () =>
  onFile("#explore", async (page) => {
    await page.locator("#view-explore table").first().waitFor();
  }));

test("a pasted text is looked through, and fills an application", () =>
  onFile("", async (page) => {
    await page.fill("#paste-text", "電話番号：０３-１２３４-５６７８");
    await page.click("#paste-look");
    await page.locator(".paste-ways button").first().click();
    await page.waitForFunction((form) => document.querySelector(`#${form}-form [name=phone]`).value === "0312345678", form);
  }));

test("the language changes without leaving the file", () =>
  onFile("", async (page) => {
    await page.click("#lang-en");
    await page.locator("html[lang=en]").waitFor();
    assert.match(await page.innerText("h1"), /^[\x20-\x7e]+$/);
  }));

test("no link leads to a file that is not there", () =>
  onFile("", async (page) => {
    for (const view of ["", form, `${form}/report`, "eligibility-application", "explore"]) {
      await page.goto(`${page.url().split("#")[0]}#${view}`);
      const elsewhere = await page.evaluate(() => {
        const own = location.href.split("#")[0];
        const addresses = [...document.links].map((link) => link.href);
        return addresses.filter((address) => !address.startsWith(`${own}#`) && !address.startsWith("https://"));
      });
      assert.deepEqual(elsewhere, []);
    }
  }));
