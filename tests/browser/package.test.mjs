// The packed package in Chromium, under the strictest policy that it can live with and under one that it cannot.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser, serve } from "./browser.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));
const folders = { "onshi-check": `${tests}node_modules/onshi-check`, cases: `${tests}cases`, replay: `${tests}package` };
const policies = {
  "/strict": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  "/without-wasm": "default-src 'none'; script-src 'self'; connect-src 'self'",
};

let server;
let browser;

before(async () => {
  server = await serve(folders, policies);
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
  }
});

/** Runs `work` on a page under this policy. Fails when the page loads anything from elsewhere or throws by itself. */
async function onPage(path, work) {
  const page = await browser.newPage();
  try {
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address)) errors.push(request.url());
    });
    await page.goto(server.address + path);
    const result = await work(page);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await page.close();
  }
}

const files = readdirSync(`${tests}cases`).filter((name) => name.endsWith(".json"));

test("the page finds the golden cases", () => {
  assert.ok(files.length > 0);
});

for (const file of files) {
  test(`${file}: every case in Chromium`, async () => {
    const wrong = await onPage("/strict", (page) =>
      page.evaluate(async (file) => {
        const onshi = await import("/onshi-check/dist/index.js");
        const { replay } = await import("/replay/replay.mjs");
        const cases = await (await fetch(`/cases/${file}`)).json();
        const differences = [];
        for (const one of cases) {
          const expected = { ...one, agrees: true };
          for (const [key, actual] of Object.entries(replay(onshi, expected))) {
            if (key in expected && JSON.stringify(actual) !== JSON.stringify(expected[key])) {
              differences.push({ note: expected.note, key, actual, expected: expected[key] });
            }
          }
        }
        return differences;
      }, file),
    );
    assert.deepEqual(wrong, []);
  });
}

test("the slim entry starts from the module beside it", async () => {
  const value = await onPage("/strict", (page) =>
    page.evaluate(async () => {
      const slim = await import("/onshi-check/dist/slim.js");
      await slim.init(fetch("/onshi-check/dist/onshi_check.wasm"));
      await slim.ready;
      return slim.check("phone", "03-1234-5678").value;
    }),
  );
  assert.equal(value, "0312345678");
});

test("importing loads one file and evaluates nothing", async () => {
  const loaded = await onPage("/without-wasm", (page) =>
    page.evaluate(async () => {
      const violations = [];
      document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
      await import("/onshi-check/dist/index.js");
      await new Promise((resolve) => setTimeout(resolve, 0));
      return { violations, files: performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname) };
    }),
  );
  assert.deepEqual(loaded, { violations: [], files: ["/onshi-check/dist/index.js"] });
});

test("without 'wasm-unsafe-eval' every call throws OnshiUnavailable and ready rejects with it", async () => {
  const names = await onPage("/without-wasm", (page) =>
    page.evaluate(async () => {
      const onshi = await import("/onshi-check/dist/index.js");
      const slim = await import("/onshi-check/dist/slim.js");
      const calls = [
        () => onshi.check("email", ""),
        () => onshi.is("email", ""),
        () => onshi.form("user-registration").check({}),
        () => onshi.lineOptions({}),
        async () => await onshi.ready,
        () => slim.init(fetch("/onshi-check/dist/onshi_check.wasm")),
        async () => await slim.ready,
      ];
      const names = [];
      for (const call of calls) {
        try {
          await call();
          names.push("nothing thrown");
        } catch (error) {
          const classes = [onshi.OnshiUnavailable, slim.OnshiUnavailable];
          names.push(classes.some((one) => error instanceof one) ? error.name : String(error));
        }
      }
      return names;
    }),
  );
  assert.deepEqual(names, names.map(() => "OnshiUnavailable"));
});
