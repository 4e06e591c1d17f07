// The lines for CDNs in a page: Chromium takes the files of the tarball, and no other file at the same address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openBrowser } from "./browser.mjs";

const folder = new URL("../node_modules/onshi-check/", import.meta.url);
const lines = readFileSync(new URL("../../target/pack/cdn.html", import.meta.url), "utf8");
const PAGE = "https://page.example/";
const CDN = "https://cdn.jsdelivr.net/npm/onshi-check@*/**";
const USE = `<script type="module">
  import { check } from "onshi-check";
  document.title = check("phone", "03-1234-5678").value;
</script>`;

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

/** What came of the page when the CDN answers with the files as `change` gives them. */
async function openPage(change) {
  const page = await browser.newPage();
  try {
    await page.route("**/*", (route) => route.abort());
    await page.route(PAGE, (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html>${lines}${USE}` }));
    await page.route(CDN, (route) => {
      const path = new URL(route.request().url()).pathname.split("/").slice(3).join("/");
      const contentType = path.endsWith(".css") ? "text/css" : "text/javascript";
      const body = change(readFileSync(new URL(path, folder), "utf8"));
      return route.fulfill({ contentType, body, headers: { "access-control-allow-origin": "*" } });
    });
    // Scripts that are deferred, and modules, have run or have failed by then; so have style sheets.
    await page.goto(PAGE, { waitUntil: "load" });
    return await page.evaluate(() => ({
      script: typeof OnshiCheck,
      styles: document.styleSheets.length,
      module: document.title,
    }));
  } finally {
    await page.close();
  }
}

test("the files of the tarball are taken", async () => {
  assert.deepEqual(await openPage((text) => text), { script: "object", styles: 1, module: "0312345678" });
});

test("files that are one blank longer are refused", async () => {
  assert.deepEqual(await openPage((text) => `${text} `), { script: "undefined", styles: 0, module: "" });
});
