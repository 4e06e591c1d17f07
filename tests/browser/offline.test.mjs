// The site without a network: what one visit leaves behind, and how a newer site takes its place.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, serve } from "./browser.mjs";

const site = process.env.SITE;

/** What is kept for taking away is not kept for opening. */
const singleFiles = ["precheck.html", "bulk-check.html"];
const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html") && !singleFiles.includes(file));

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

/**
 * Visits the first page of a copy of the site, waits until its files are kept, and runs `work` with the page, the address
 * and the folder of that copy, and `cut`, after which nothing answers any more. Fails when a page complains.
 */
async function afterOneVisit(work) {
  const folder = mkdtempSync(join(tmpdir(), "onshi-check-site-"));
  cpSync(site, folder, { recursive: true });
  const server = await serve({ site: folder }, {});
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const { url } = message.location();
    // The examples of the embedding guide have no icon, and the browser looks for one.
    if (!url.endsWith("/favicon.ico")) complaints.push(`${message.text()} ${url}`);
  });
  page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure().errorText}`));

  const address = `${server.address}/site/`;
  let isCut = false;
  async function cut() {
    isCut = true;
    await server.close();
  }
  try {
    await page.goto(address);
    await page.evaluate(workerTakesOver);
    await work({ page, address, folder, cut });
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    if (!isCut) await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** In the page: resolves when its requests go through the worker, which is when all files are kept. */
function workerTakesOver() {
  return new Promise((resolve) => {
    const look = () => navigator.serviceWorker.controller && resolve();
    navigator.serviceWorker.addEventListener("controllerchange", look);
    look();
  });
}

/** In the page: resolves when the worker of a newer version has replaced the present one and cleared up after it. */
async function newerWorkerTakesOver() {
  const change = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  await (await navigator.serviceWorker.ready).update();
  await change;
  const worker = navigator.serviceWorker.controller;
  await new Promise((resolve) => {
    const look = () => worker.state === "activated" && resolve();
    worker.addEventListener("statechange", look);
    look();
  });
}

/** In the page: the names of what is kept. */
function keptVersions() {
  return caches.keys();
}

function change(folder, file, from, to) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${file} holds ${from}`);
  writeFileSync(path, text.replace(from, to));
}

test("after one visit every page opens without a network", () =>
  afterOneVisit(async ({ page, address, cut }) => {
    await cut();
    for (const path of ["", ...pages]) {
      // What a page loads later has to be there as well.
      const response = await page.goto(address + path, { waitUntil: "networkidle" });
      assert.ok(response.ok() && response.fromServiceWorker(), path);
      assert.ok(await page.locator("h1:visible").innerText(), path);
    }
  }));

test("an address with a question mark opens the same page without a network", () =>
  afterOneVisit(async ({ page, address, cut }) => {
    await cut();
    assert.ok((await page.goto(`${address}rules.html?from=mail#en`)).ok());
    await page.locator(".rule").first().waitFor();
  }));

test("without a network what is entered is judged", () =>
  afterOneVisit(async ({ page, address, cut }) => {
    await cut();
    await page.goto(`${address}#eligibility-application`);
    const field = page.locator("#eligibility-application-form [name=institutionNumber]");
    for (const [text, state] of [["3246295", "understood"], ["123", "wrong"]]) {
      await field.fill(text);
      await field.press("Tab");
      await field.and(page.locator(`[data-onshi-state=${state}]`)).waitFor();
    }
  }));

test("with a network a change is seen at once, although the older page is kept", () =>
  afterOneVisit(async ({ page, folder }) => {
    change(folder, "index.html", "<h1", "<h1 data-changed");
    await page.reload();
    assert.equal(await page.locator("h1[data-changed]").count(), 1);
  }));

test("a newer version takes the place of the older one, which is deleted", () =>
  afterOneVisit(async ({ page, folder, address, cut }) => {
    const [older, ...others] = await page.evaluate(keptVersions);
    assert.deepEqual(others, []);
    change(folder, "index.html", "<h1", "<h1 data-changed");
    change(folder, "sw.js", 'const version = "', 'const version = "newer ');
    await page.evaluate(newerWorkerTakesOver);
    const [newer, ...left] = await page.evaluate(keptVersions);
    assert.notEqual(newer, older);
    assert.deepEqual(left, []);
    await cut();
    await page.goto(address);
    assert.equal(await page.locator("h1[data-changed]").count(), 1);
  }));
