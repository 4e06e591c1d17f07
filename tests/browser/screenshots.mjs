// Pictures of every view and page: wide and 320 px, in both languages, light and dark, to look at after a change of
// appearance.
//
//   cargo xtask screenshots
//
// or, with the site assembled: CHROMIUM=/usr/bin/chromium SITE=target/site node tests/browser/screenshots.mjs
//
// All go to target/screenshots; the one that the README shows goes to docs/screenshots/page-ja.png as well.

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { fill, forms, goTo, mixed, openBulkCheck, openEmbedding, openPage, openRuleBook, openStep, right } from "./page.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const everything = `${root}target/screenshots`;
const forReadme = `${root}docs/screenshots`;
const readmeLimit = 200_000;

/** A text with something sure, something that could be another number, something wrong, and two of a kind. */
const letter = `お客さまＩＤ：ＣＡＦ０１２３-４５６-
７８９（旧 CAF9876543210）
医療機関等コード（１０桁）：１３３３２４６２９５
電話番号：０３（１２３４）５６７８
メール：Mihon@example.jp
整理番号 0699998888`;

for (const folder of [everything, forReadme]) mkdirSync(folder, { recursive: true });

const server = await serve({ site: process.env.SITE }, {});
const browser = await openBrowser();

/** Neither focus nor pointer rests on anything. */
async function leaveAlone(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
}

/** Takes a picture in both schemes. */
async function pictureOf(page, name, { width, language }, { fullPage = true } = {}) {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.screenshot({ path: `${everything}/${name}-${width}-${language}-${scheme}.png`, fullPage });
  }
}

/** A group of steps lets one be open at a time; on a picture all of them are. */
async function openAllSteps(page, form) {
  await page.locator(`#${form}-form details`).evaluateAll((steps) => {
    for (const step of steps) {
      step.removeAttribute("name");
      step.open = true;
    }
  });
}

async function picturePreCheck(options) {
  const { page, close } = await openPage(browser, server.address, options);
  await pictureOf(page, "home", options);
  await page.fill("#paste-text", letter);
  await page.click("#paste-look");
  await page.locator(".hits").waitFor();
  await leaveAlone(page);
  await pictureOf(page, "home-pasted", options);
  await page.fill("#paste-text", "");
  for (const form of forms) {
    await goTo(page, form);
    await leaveAlone(page);
    await pictureOf(page, `${form}-empty`, options);
    await fill(page, form, mixed[form]);
    await page.click(`#${form}-form .primary`);
    await openAllSteps(page, form);
    await leaveAlone(page);
    await pictureOf(page, `${form}-mixed`, options);
    await goTo(page, `${form}/report`);
    await leaveAlone(page);
    await pictureOf(page, `${form}-report`, options);
  }
  await goTo(page, "explore");
  await page.selectOption("#explore-prefecture-select", "27");
  await page.check("#explore-lineType-1");
  await leaveAlone(page);
  await pictureOf(page, "explore", options);
  await close();
}

/** What is opened, and then looked at, in each section of the rule book. */
const sections = {
  about: [],
  rules: [],
  forms: ["#form-eligibility-application"],
  kinds: ["#kind-customer-id", "#kind-prefecture"],
  lines: ["#line-hikari-cross-claims-west", "#line-hikari-light-claims-west"],
  undecided: [],
};

/** Takes a picture of the beginning of every section; all of it is too long for one. */
async function pictureRuleBook(options) {
  const { page, close } = await openRuleBook(browser, server.address, { ...options, height: 1800 });
  for (const [section, folds] of Object.entries(sections)) {
    await page.evaluate(([section, folds]) => {
      for (const fold of folds) document.querySelector(fold).open = true;
      document.getElementById(section).scrollIntoView();
    }, [section, folds]);
    await pictureOf(page, `rules-${section}`, options, { fullPage: false });
  }
  await close();
}

async function pictureEmbedding(options) {
  const { page, close } = await openEmbedding(browser, server.address, options);
  await pictureOf(page, "embed", options);
  await close();
}

/** The bulk check before there is a file, with one refused, with the sample read and checked, and with a large file on its way. */
async function pictureBulkCheck(options) {
  const { page, close } = await openBulkCheck(browser, server.address, options);
  await pictureOf(page, "bulk-empty", options);
  await page.setInputFiles("#file", { name: "list.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004") });
  await page.locator("#problem").waitFor();
  await page.click("#paste summary");
  await leaveAlone(page);
  await pictureOf(page, "bulk-refused", options);
  await page.click("#paste summary");
  await page.click("#try-sample");
  await page.locator("#run").waitFor();
  await leaveAlone(page);
  await pictureOf(page, "bulk-read", options);
  await page.click("#run");
  await page.locator("#finished").waitFor();
  await leaveAlone(page);
  await pictureOf(page, "bulk-checked", options);
  await giveLargeTable(page);
  await page.click("#run");
  await page.locator("#progress[value]").waitFor();
  await pictureOf(page, "bulk-running", options, { fullPage: false });
  await page.click("#cancel");
  await page.locator("#finished").waitFor();
  await page.evaluate(() => document.getElementById("result").scrollIntoView());
  await pictureOf(page, "bulk-stopped", options, { fullPage: false });
  await page.evaluate(() => document.getElementById("issues-part").scrollIntoView());
  await pictureOf(page, "bulk-list", options, { fullPage: false });
  await close();
}

/** Gives the bulk check more than it reads while pictures are taken: a file whose parts are one and the same. */
async function giveLargeTable(page) {
  await page.evaluate(() => {
    const part = new Blob(["03-1234-5678,Info@example.jp\n".repeat(36_000)]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(["電話,メール\n", ...Array(1800).fill(part)], "large.csv", { type: "text/csv" }));
    const input = document.getElementById("file");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
  });
  await page.locator("#file-name", { hasText: "large.csv" }).waitFor();
}

/** The report as it comes out of the printer. */
async function printReport() {
  const { page, close } = await openPage(browser, server.address, { place: forms[1] });
  await fill(page, forms[1], mixed[forms[1]]);
  await goTo(page, `${forms[1]}/report`);
  await page.pdf({ path: `${everything}/report.pdf`, preferCSSPageSize: true });
  await close();
}

/** The step in which the ten digits come together, with a line that reads along. */
async function pictureForReadme(path) {
  const form = "eligibility-application";
  const { page, close } = await openPage(browser, server.address, { place: form, height: 1200 });
  await fill(page, form, { ...right[form], institutionNumber: "3246259" });
  await openStep(page, form, "institutionNumber");
  await leaveAlone(page);
  const { y, height } = await page.locator(`#${form}-step-1`).boundingBox();
  await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: Math.ceil(y + height) + 16 } });
  await close();
}

for (const width of [1280, 320]) {
  for (const language of ["ja", "en"]) {
    for (const picture of [picturePreCheck, pictureRuleBook, pictureEmbedding, pictureBulkCheck]) await picture({ width, language });
  }
}
await printReport();

const path = `${forReadme}/page-ja.png`;
await pictureForReadme(path);
await browser.close();
await server.close();

const { size } = statSync(path);
console.log(`${path}: ${size} bytes`);
if (size > readmeLimit) {
  console.error(`larger than ${readmeLimit} bytes`);
  process.exitCode = 1;
}
