// Authors' pages with the widget on them: how they are opened, used and read. All tests of the widget share it.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser, serve } from "./browser.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const installed = here("../node_modules/onshi-check");
export const pages = here("widget-pages");

/** Writes down what the widget says to the page. A copy is taken at once, before anybody can change the detail. */
function listen() {
  globalThis.heard = [];
  for (const type of ["onshi:verdict", "onshi:report", "onshi:fix", "onshi:unavailable"]) {
    addEventListener(type, ({ target, detail, bubbles, cancelable }) => {
      heard.push({ type, target: target.name || target.id || target.localName, detail: structuredClone(detail), bubbles, cancelable });
    });
  }
}

/**
 * Opens one Chromium for the tests of a file. Returns `onPage(name, options, work)`, which runs `work` on a page of
 * `widget-pages` and fails when the page throws, writes to the console or asks for anything elsewhere.
 *
 * `work` gets the page and `requests`, which everything that the page asks for is added to.
 * `start: false`: the page's own script tag gives nothing. `style: false`: the same with its stylesheet.
 * `policy`: the Content-Security-Policy that the page is sent with. `before`: runs before the page's own scripts.
 * `address`: opens this address instead. `allowed`: what may stand on the console.
 */
export function openPages() {
  let server;
  let browser;
  before(async () => {
    // Chromium asks for an icon once: it gets an empty page.
    server = await serve({ "onshi-check": installed, pages }, { "/favicon.ico": "default-src 'none'" });
    browser = await openBrowser();
  });
  after(async () => {
    try {
      await browser?.close();
    } finally {
      await server?.close();
    }
  });
  return async function onPage(name, options, work) {
    const { start = true, style = true, width = 1280, scheme = "light", policy, before, allowed = /^$/, address = `${server.address}/pages/${name}.html` } = options;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    // A page that hangs is said soon.
    context.setDefaultTimeout(10_000);
    try {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      const complaints = [];
      const requests = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (!allowed.test(message.text())) complaints.push(message.text());
      });
      page.on("request", (request) => {
        requests.push(request.url());
        if (!request.url().startsWith(new URL(".", address.replace("/pages/", "/")).href)) complaints.push(request.url());
      });
      if (!start) await page.route("**/dist/global.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      if (!style) await page.route("**/widget.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
      if (policy) {
        await page.route(address, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
        });
      }
      await page.addInitScript(listen);
      if (before) await page.addInitScript(before);
      await page.goto(address);
      if (start) await page.evaluate(() => OnshiCheck.attach(document).ready.catch(() => {}));
      await work(page, requests);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  };
}

/** The widget as a module, on a page whose script tag gave nothing. */
export function load(page) {
  return page.evaluate(async () => {
    globalThis.OnshiCheck = await import("/onshi-check/dist/widget.js");
  });
}

/** Waits until the page has been drawn twice: by then observers and frames have had their turn. */
export function drawn(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

/**
 * What the widget says about a control, found by name or id the way assistive technology finds it: through
 * `aria-describedby`, of the group where radio buttons stand in one.
 */
export async function read(page, name) {
  await drawn(page);
  return page.evaluate((name) => {
    const control = document.getElementById(name) ?? document.querySelector(`[name="${name}"]`);
    const described = (control.type === "radio" && control.closest("fieldset, [role=radiogroup]")) || control;
    const ids = (described.getAttribute("aria-describedby") ?? "").split(/\s+/);
    const messages = ids.map((id) => id && document.getElementById(id)).filter((element) => element && element.matches(".onshi-message, [data-onshi-message]"));
    if (messages.length > 1) throw new Error(`${messages.length} messages for ${name}`);
    const [message] = messages;
    const lines = [...(message?.querySelectorAll(".onshi-line") ?? [])].map((line) => {
      const text = (selector) => line.querySelector(selector)?.textContent;
      return JSON.parse(JSON.stringify({
        tone: line.dataset.tone,
        tag: text(".onshi-tag")?.replace(/[：:] ?$/, ""),
        text: text(".onshi-text"),
        more: text(".onshi-more"),
        button: text("button"),
      }));
    });
    return {
      state: (control.type === "radio" ? message?.dataset.state : control.dataset.onshiState) ?? "quiet",
      isInvalid: described.getAttribute("aria-invalid") === "true",
      lines,
    };
  }, name);
}

/** The state alone. */
export async function stateOf(page, name) {
  return (await read(page, name)).state;
}

/** The texts of a control's lines. */
export async function says(page, name) {
  return (await read(page, name)).lines.map((line) => line.text);
}

/** Empties a field and types key by key, without leaving it. */
export async function type(page, selector, text) {
  await page.fill(selector, "");
  await page.locator(selector).pressSequentially(text);
}

/** Enters text the way a person does: into the field, then on to the next. */
export async function enter(page, selector, text) {
  await page.fill(selector, text);
  await page.press(selector, "Tab");
}

/** Chooses a radio button or ticks a box. */
export function choose(page, name, value) {
  return page.check(value === undefined ? `[name=${name}]` : `[name=${name}][value="${value}"]`);
}

/** An eligibility application with nothing to complain about. */
export async function fillEligibility(page) {
  await choose(page, "applicationType", "new");
  await page.selectOption("#prefecture", "13");
  await page.selectOption("#feeSchedule", "3");
  await enter(page, "#institutionNumber", "３２４６２９５");
  await choose(page, "termsAccepted");
  await choose(page, "lineType", "1");
  await choose(page, "customerIdSource", "caf");
  await enter(page, "#customerId", "ｃａｆ０１２３-456-789");
  await enter(page, "#customerIdConfirm", "0123456789");
  await choose(page, "v6Option", "contracted");
  await enter(page, "#startMonth", "2090年4月");
  await enter(page, "#secretNumber", "8274");
  await enter(page, "#secretNumberConfirm", "8274");
  await choose(page, "paymentMethod", "1");
}

/** Clicks and returns what the browser then sends: the names and values in their order. */
export async function submitted(page, selector) {
  const [request] = await Promise.all([page.waitForRequest((request) => request.isNavigationRequest()), page.click(selector)]);
  const sent = request.method() === "POST" ? request.postData() : new URL(request.url()).search;
  await page.waitForURL("**/thanks.html*");
  return [...new URLSearchParams(sent ?? "")];
}

/** The events of a type that were heard, as the page copied them. */
export function heard(page, type) {
  return page.evaluate((type) => heard.filter((event) => event.type === type), type);
}
