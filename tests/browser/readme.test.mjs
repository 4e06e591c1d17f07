// The README's page is opened as its reader would: three files in one folder, from file://.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser } from "./browser.mjs";

const packed = fileURLToPath(new URL("../node_modules/onshi-check/", import.meta.url));

test("the page of the README checks its field", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, html] = /```html\n(.*?)```/s.exec(readme);
  const folder = mkdtempSync(join(tmpdir(), "onshi-check-"));
  const browser = await openBrowser();
  try {
    writeFileSync(join(folder, "page.html"), html);
    copyFileSync(`${packed}dist/global.js`, join(folder, "global.js"));
    copyFileSync(`${packed}widget.css`, join(folder, "widget.css"));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    await page.getByLabel("お客さまID").fill("CAF012345678");
    await page.keyboard.press("Tab");
    const message = page.locator(".onshi-text");
    await message.getByText("あと1文字足りません").waitFor();
    await page.getByLabel("お客さまID").fill("ｃａｆ0123456789");
    await message.getByText("CAF 0123 456 789").waitFor();
    assert.equal(await message.getByText("足りません").count(), 0);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
