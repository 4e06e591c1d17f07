// The guide in Chromium: the pages that it shows do what it says of them, and it can be read on the site.

import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { codeBlocks, DOCUMENTS, readDocument } from "../../docs/guide/documents.mjs";
import { openBrowser, serve } from "./browser.mjs";
import { axe, japaneseLeft, objections, policyOf } from "./examine.mjs";
import { enter, heard, installed, openPages, read, says, stateOf, submitted, type } from "./widget.mjs";

const site = process.env.SITE;
const tests = fileURLToPath(new URL("..", import.meta.url));
const blocksOf = (path) => codeBlocks(readDocument(path));
const policy = blocksOf("docs/guide/recipes.md").find(({ name }) => name === "policy").text;
const onPage = openPages();

let folder;
let server;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "onshi-check-guide-"));
  for (const [name, address] of shownPages()) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const { name: file, text } of blocksOf(address)) if (file && /^\S+\.(html|js)$/.test(file)) writeFileSync(join(folder, name, file), text);
  }
  copyAsTold();
  await bundleAsTold();
  server = await serve({ guide: folder, site, "tools/onshi": site }, { "/favicon.ico": "default-src 'none'" });
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
    rmSync(folder, { recursive: true });
  }
});

/** The documents that show pages, by the folder that these are put into. */
function shownPages() {
  const showing = DOCUMENTS.filter((path) => blocksOf(path).some(({ language }) => language === "html"));
  return showing.map((path) => [path.match(/([\w-]+)\.md$/)[1], path]);
}

/** Copies the files with the commands of the guide, for the recipes as well, which say that they have the same. */
function copyAsTold() {
  const [{ text }] = blocksOf("docs/guide/start-static-page.md").filter(({ language }) => language === "sh");
  for (const [, from, to] of text.matchAll(/^cp (\S+) (\S+)$/gm)) {
    for (const name of ["start-static-page", "recipes"]) copyFileSync(join(tests, from), join(folder, name, to));
  }
  copyFileSync(join(installed, "dist/index.js"), join(folder, "recipes/index.js"));
}

function bundleAsTold() {
  const entry = join(folder, "start-web-form/attach.js");
  const nodePaths = [join(tests, "node_modules")];
  return build({ entryPoints: [entry], outdir: join(folder, "start-web-form"), bundle: true, format: "esm", nodePaths, allowOverwrite: true, logLevel: "warning" });
}

// What is done on each page, and what is seen. Of those that the guide says may be opened as files, as files too.

const SEEN = {
  "start-web-form/attach.html": async (page) => {
    await page.locator("form[novalidate]").waitFor();
    await type(page, "[name=phone]", "03");
    assert.equal(await stateOf(page, "phone"), "reading", "nothing is wrong that can still become right");
    await enter(page, "[name=email]", "Desk@example.jp");
    const { state, lines } = await read(page, "email");
    assert.deepEqual([state, lines[0].button], ["wrong", "Make it lower case"]);
    await page.click("button:not([type=button])");
    await page.locator(".onshi-summary a").first().waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.closest(".onshi-summary") !== null), "the summary has the focus");
    await page.click(".onshi-fix");
    assert.equal(await page.inputValue("[name=email]"), "desk@example.jp");
    await enter(page, "[name=phone]", "０３-1234-5678");
    await page.click("button:not([type=button])");
    await page.waitForFunction(() => document.title === "0312345678 desk@example.jp");
    assert.equal(await page.inputValue("[name=phone]"), "０３-1234-5678", "the box keeps what was typed");
  },
  "start-static-page/page.html": async (page) => {
    await enter(page, "#customer-id", "ｃｏｐ0123-4567");
    assert.equal(await stateOf(page, "customer-id"), "understood");
    await page.selectOption("#area", "27");
    assert.equal(await stateOf(page, "customer-id"), "wrong");
    assert.match((await says(page, "customer-id"))[0], /大阪府はNTT西日本エリア/);
    await enter(page, "#code", "13 3 324629-5");
    assert.equal(await stateOf(page, "code"), "understood");
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".onshi-line")).borderInlineStartStyle), "solid", "the style sheet is there");
  },
  "start-static-page/form.html": async (page) => {
    await enter(page, "#prefecture", "東京都");
    await enter(page, "#feeSchedule", "3: 歯科");
    await enter(page, "#number", "3246259");
    assert.equal(await stateOf(page, "number"), "look", "a warning");
    assert.match((await page.innerText("[data-onshi-code]")).replace(/\D/g, ""), /^1333246259$/);
    await enter(page, "#phone", "12");
    assert.match(await page.innerText("[data-onshi-message=phone]"), /電話番号は0から始まります/);
    await page.click("button:not([type=button])");
    await page.locator("[data-onshi-summary] a").first().waitFor();
    await page.fill("#phone", "０３-1234-5678");
    const [request] = await Promise.all([
      page.waitForRequest((request) => request.isNavigationRequest()),
      page.click("button:not([type=button])"),
    ]);
    const sent = new URL(request.url()).searchParams;
    assert.deepEqual([sent.get("phone"), sent.get("prefecture"), sent.get("institutionNumber")], ["0312345678", "13", "3246259"]);
  },
  "start-static-page/colours.html": async (page) => {
    await enter(page, "#phone", "12");
    const seen = await page.evaluate(() => {
      const line = document.querySelector(".onshi-line");
      const style = getComputedStyle(line);
      return [style.borderInlineStartColor, style.borderRadius, getComputedStyle(line.querySelector(".onshi-tag")).display];
    });
    assert.deepEqual(seen, ["rgb(122, 31, 162)", "0px", "none"]);
  },
  "recipes/confirm.html": async (page) => {
    await enter(page, "[name=password]", "Abcdefg1");
    await enter(page, "[name=passwordConfirm]", "Abcdefg2");
    assert.equal(await stateOf(page, "passwordConfirm"), "wrong");
    assert.deepEqual(await says(page, "passwordConfirm"), ["Differs from the first entry. Enter the same once more."]);
    await enter(page, "[name=passwordConfirm]", "Abcdefg1");
    assert.equal(await stateOf(page, "passwordConfirm"), "understood");
    assert.ok(!JSON.stringify(await heard(page, "onshi:verdict")).includes("Abcdefg"));
  },
  "recipes/own-words.html": async (page) => {
    await enter(page, "#id", "CAF123");
    await page.waitForFunction(() => document.querySelector("#help").textContent === "It is on the letter that came when the line was opened.");
    assert.equal(await stateOf(page, "id"), "wrong");
    await enter(page, "#id", "CAF0123456789");
    await page.waitForFunction(() => document.querySelector("#help").textContent === "");
  },
  "recipes/strict.html": async (page) => {
    await enter(page, "#phone", "12");
    assert.deepEqual(await says(page, "phone"), ["Phone numbers start with 0. Enter it from the area code."]);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".onshi-line")).borderInlineStartStyle), "solid", "the style sheet is there");
  },
  "recipes/styles.html": async (page) => {
    await enter(page, "[name=phone]", "12");
    await enter(page, "[name=email]", "desk@example.jp");
    const seen = await page.evaluate(() => {
      const line = getComputedStyle(document.querySelector('.onshi-line[data-tone="wrong"]'));
      return [line.borderInlineStartColor, line.borderInlineStartStyle, line.backgroundColor, getComputedStyle(document.querySelector("[name=email]")).outlineColor];
    });
    assert.deepEqual(seen, ["rgb(122, 31, 162)", "dotted", "rgb(246, 236, 250)", "rgb(10, 97, 54)"]);
  },
  "recipes/months.html": async (page) => {
    await enter(page, "[name=startYear]", "2090");
    await page.click("button:not([type=button])");
    assert.equal(await stateOf(page, "startMonthOfYear"), "wrong");
    await enter(page, "[name=startMonthOfYear]", "4");
    assert.equal(await stateOf(page, "startMonthOfYear"), "understood");
  },
  "recipes/own-interface.html": async (page) => {
    await type(page, "#email", "desk");
    assert.equal(await page.getAttribute("#email", "aria-invalid"), "false");
    await enter(page, "#email", "Desk@example.jp");
    assert.equal(await page.innerText("#says"), "The portal accepts lower-case letters only. Enter the address in lower case.");
    assert.equal(await page.getAttribute("#email", "aria-invalid"), "true");
    await page.click("text=Make it lower case");
    assert.equal(await page.inputValue("#email"), "desk@example.jp");
    assert.equal(await page.innerText("#says"), "Read as desk@example.jp");
    assert.ok(!(await page.isVisible("#mend")));
  },
};

const asFile = (name) => name.startsWith("start-static-page/");

/** Opens a page of the guide, and lets a person use it as soon as it is watched. */
function onShown(name, address, options, work) {
  return onPage(name, { start: false, address, ...options }, async (page) => {
    await page.evaluate(() => globalThis.OnshiCheck?.attach(document).ready.catch(() => {}));
    await work(page);
  });
}

for (const [name, see] of Object.entries(SEEN)) {
  const options = name === "recipes/strict.html" ? { policy } : {};
  test(`${name} does what the guide says`, () => onShown(name, `${server.address}/guide/${name}`, options, see));
  if (asFile(name)) test(`${name} does so as a file`, () => onShown(name, pathToFileURL(join(folder, name)).href, {}, see));
}

test("every page that the guide shows is opened here", () => {
  const shown = shownPages().flatMap(([name, path]) => blocksOf(path).filter(({ language }) => language === "html").map((block) => `${name}/${block.name}`));
  assert.deepEqual(Object.keys(SEEN).toSorted(), shown.toSorted());
});

test("where the one word of the policy is missing, nothing is shown and the page hears of it", () =>
  onShown("strict", `${server.address}/guide/recipes/strict.html`, { policy: policy.replace(" 'wasm-unsafe-eval'", ""), allowed: /WebAssembly|wasm/i }, async (page) => {
    await enter(page, "#phone", "12");
    assert.deepEqual(await says(page, "phone"), []);
    assert.ok((await heard(page, "onshi:unavailable")).some(({ target }) => target === "phone"));
  }));

// The pre-check, as its start says.

test("the addresses of the pre-check as a file open what the guide says", async () => {
  const addresses = [...readDocument("docs/guide/start-pre-check.md").matchAll(/^\| `precheck\.html(#[\w-]+)`/gm)].map(([, hash]) => hash);
  assert.equal(addresses.length, 5);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    for (const hash of [...addresses, "#en"]) {
      await page.goto("about:blank");
      await page.goto(pathToFileURL(join(site, "precheck.html")).href + hash);
      await page.locator(hash === "#en" ? "#view-home" : `#view-${hash.slice(1)}`).waitFor();
      assert.equal(await page.getAttribute("html", "lang"), hash === "#en" ? "en" : "ja");
    }
  } finally {
    await context.close();
  }
});

test("the policy of the pre-check as a file is the one in the guide", () => {
  const [{ text }] = blocksOf("docs/guide/start-pre-check.md").filter(({ name }) => name === "policy");
  const [, written] = readFileSync(join(site, "precheck.html"), "utf8").match(/Content-Security-Policy" content="([^"]+)"/);
  assert.equal(written.replace(/sha256-[\w+/=]+/g, "sha256-…"), text);
});

test("the site works in a folder below others, and keeps nothing that was entered", async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.address}/tools/onshi/#user-registration`);
    await page.locator("#user-registration-form [name=phone]").waitFor({ state: "attached" });
    const step = page.locator("#user-registration-form details", { has: page.locator("[name=phone]") });
    if (!(await step.evaluate((details) => details.open))) await step.locator("summary").click();
    await page.fill("#user-registration-form [name=phone]", "12");
    await page.keyboard.press("Tab");
    await page.locator("#user-registration-form [name=phone][data-onshi-state=wrong]").waitFor();
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(kept, [0, 0, ""]);
  } finally {
    await context.close();
  }
});

// The guide on the site.

const pages = readdirSync(join(site, "guide")).filter((file) => file.endsWith(".html"));
const screens = [
  { width: 1280, scheme: "light" },
  { width: 320, scheme: "light" },
  { width: 320, scheme: "dark" },
];

/** Runs `work` on a page of the site. Fails when it complains or asks for anything elsewhere. */
async function onSite(path, { width = 1280, scheme = "light" }, work) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${server.address}/site/`) && !request.url().startsWith("data:")) complaints.push(request.url());
    });
    await page.addInitScript(axe);
    await page.goto(`${server.address}/site/${path}`);
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** What sticks out of the window, other than in a box that scrolls by itself. */
function sticksOut(page) {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? [`document: ${document.documentElement.scrollWidth}`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest(".skip, .table > *, pre > *")) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > innerWidth + 0.5 || left < -0.5) found.push(`${element.outerHTML.slice(0, 80)} ${left}–${right}`);
    }
    return found;
  });
}

test("the site has every document of the guide", () => {
  for (const path of DOCUMENTS) {
    const page = path === DOCUMENTS[0] ? "index.html" : path.match(/([\w-]+)\.md$/)[1].toLowerCase().concat(".html");
    assert.ok(pages.includes(page), page);
  }
});

for (const page of pages) {
  test(`guide/${page} can be read by everybody, on every screen`, async () => {
    for (const screen of screens) {
      await onSite(`guide/${page}`, screen, async (opened) => {
        assert.deepEqual(await sticksOut(opened), [], JSON.stringify(screen));
        assert.deepEqual(await objections(opened), [], JSON.stringify(screen));
      });
    }
  });

  test(`guide/${page} is in one language, marks the other, and runs nothing`, () =>
    onSite(`guide/${page}`, {}, async (opened) => {
      const isJapanese = ["start-static-page.html", "start-pre-check.html", "command-line.html"].includes(page);
      assert.equal(await opened.getAttribute("html", "lang"), isJapanese ? "ja" : "en");
      if (!isJapanese) assert.deepEqual(await japaneseLeft(opened), []);
      assert.deepEqual(await policyOf(opened), { "default-src": "'none'", "style-src": "'self'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'" });
      assert.equal(await opened.locator("script, style, [style]").count(), 0);
      assert.equal(await opened.locator(".contents [aria-current=page]").getAttribute("href"), page);
    }));

  test(`guide/${page}: links lead to what is there`, () =>
    onSite(`guide/${page}`, {}, async (opened) => {
      const links = await opened.$$eval("a[href]", (all) => all.map((link) => link.href));
      for (const link of new Set(links.filter((link) => link.startsWith(server.address)))) {
        const { pathname, hash } = new URL(link);
        const path = decodeURIComponent(pathname.replace("/site/", ""));
        const file = join(site, path === "" ? "index.html" : path);
        assert.ok(existsSync(file), link);
        const place = decodeURIComponent(hash.slice(1)).replace(/^en(\/|$)/, "");
        if (place === "explore" && path === "") continue;
        assert.ok(place === "" || readFileSync(file, "utf8").includes(` id="${place}"`), link);
      }
    }));
}

test("the header of the guide leads to the pages that the others lead to", async () => {
  const linksOf = (opened) => opened.$$eval(".pages a", (all) => all.map((link) => [link.href, link.textContent]));
  let links;
  await onSite("rules.html#en", {}, async (opened) => {
    await opened.locator("html[lang=en]").waitFor({ state: "attached" });
    links = await linksOf(opened);
  });
  await onSite("guide/index.html", {}, async (opened) => assert.deepEqual(await linksOf(opened), links));
});

for (const path of ["index.html", "rules.html", "embed.html"]) {
  test(`${path} leads to the guide`, () =>
    onSite(path, {}, async (opened) => {
      await opened.click("a[data-word='pages.guide']");
      await opened.locator("h1:text-is('Guide')").waitFor();
    }));
}
