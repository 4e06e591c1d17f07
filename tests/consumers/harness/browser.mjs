// Chromium, which all pages share, each in a context of its own.

import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** As root Chromium has no sandbox, and without network it must not call home. */
const SWITCHES = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** In milliseconds, also on a busy machine: what has not appeared by then never will. */
const PATIENCE = 60_000;

/** Opens the Chromium that the environment names, or else the one in PATH. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  return chromium.launch({ executablePath, args: SWITCHES });
}

/**
 * Runs `work` on a page. Fails when the page complains on its console, throws, or asks for anything that does not begin
 * with `home`.
 */
export async function onPage(browser, { address, home, javaScriptEnabled = true }, work) {
  const context = await browser.newContext({ javaScriptEnabled });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`asked for ${url}`);
    });
    try {
      await page.goto(address);
      await work(page);
    } catch (error) {
      throw new Error(`${address}: ${error.message}\n${complaints.join("\n")}`, { cause: error });
    }
    if (complaints.length > 0) throw new Error(`${address}\n${complaints.join("\n")}`);
  } finally {
    await context.close();
  }
}
