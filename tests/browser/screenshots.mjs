// Pictures of the pages: wide and 320 px, in both languages, light and dark, to look at after a change of appearance.
//
//   cargo xtask serve        assembles target/site; may be ended once it answers
//   CHROMIUM=/usr/bin/chromium SITE=target/site node tests/browser/screenshots.mjs
//
// All go to target/screenshots; the one that the README shows goes to docs/screenshots/page-ja.png as well.

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { fillMixed, openPage, openRuleBook } from "./page.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const everything = `${root}target/screenshots`;
const forReadme = `${root}docs/screenshots`;
const readmeLimit = 200_000;

for (const folder of [everything, forReadme]) mkdirSync(folder, { recursive: true });

const server = await serve({ site: process.env.SITE }, {});
const browser = await openBrowser();

/** Opens the page filled with right values, one warning and one error. Neither focus nor pointer rests on anything. */
async function onFilledPage(options, work) {
  const { page, close } = await openPage(browser, server.address, options);
  await fillMixed(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
  await work(page);
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
async function pictureRuleBook({ width, language, scheme }) {
  const { page, close } = await openRuleBook(browser, server.address, { width, language, scheme, height: 1800 });
  for (const [section, folds] of Object.entries(sections)) {
    await page.evaluate(([section, folds]) => {
      for (const fold of folds) document.querySelector(fold).open = true;
      document.getElementById(section).scrollIntoView();
    }, [section, folds]);
    await page.screenshot({ path: `${everything}/rules-${section}-${width}-${language}-${scheme}.png` });
  }
  await close();
}

for (const width of [1280, 320]) {
  for (const language of ["ja", "en"]) {
    for (const scheme of ["light", "dark"]) {
      const path = `${everything}/page-${width}-${language}-${scheme}.png`;
      await onFilledPage({ width, language, scheme }, (page) => page.screenshot({ path, fullPage: true }));
      await pictureRuleBook({ width, language, scheme });
    }
  }
}

const path = `${forReadme}/page-ja.png`;
await onFilledPage({ height: 1200 }, async (page) => {
  const { y, height } = await page.locator("#code").boundingBox();
  await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: Math.ceil(y + height) + 16 } });
});
await browser.close();
await server.close();

const { size } = statSync(path);
console.log(`${path}: ${size} bytes`);
if (size > readmeLimit) {
  console.error(`larger than ${readmeLimit} bytes`);
  process.exitCode = 1;
}
