// The embedding guide in Chromium: that every example runs, that the code beside it is the code that runs, and that the
// guide names what the package has.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { openBrowser, serve } from "./browser.mjs";
import { axe, japaneseLeft, objections, policyOf } from "./examine.mjs";

const site = process.env.SITE;
const { embedProse, embedWords } = await import(pathToFileURL(`${site}/js/embed-words.js`));

const languages = ["ja", "en"];
const examples = ["script", "widget", "api"];
const code = {
  ja: { script: ["script.html"], widget: ["widget.js", "widget.html"], api: ["api.js", "api.html"] },
  en: { script: ["script.en.html"], widget: ["widget.js", "widget.en.html"], api: ["api.js", "api.en.html"] },
};
const places = ["ways", "script", "widget", "api", "react", "attributes", "events", "looks", "know"];
const parts = ["places", "sending", "words", "languages", "policy", "without", "secrets", "removing"];

let server;
let browser;

before(async () => {
  server = await serve({ site }, { "/empty": "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'" });
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
  }
});

/** Opens an address in a context of its own. Fails when the page throws, writes to the console or asks for anything elsewhere. */
async function onPage(address, options, work) {
  const { width = 1280, height = 900, scheme = "light", initScript } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  try {
    if (!address.startsWith("file:")) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const complaints = [];
    const home = new URL(".", address).href;
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(address.startsWith("file:") ? "file:" : new URL(home).origin) && !url.startsWith("data:")) complaints.push(url);
    });
    if (initScript) await page.addInitScript(initScript);
    await page.goto(address);
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Opens the guide and waits until its examples run and their code is there. */
function onGuide(options, work) {
  const { language = "ja", place = "" } = options;
  const hash = language === "ja" ? place : `${language}/${place}`;
  return onPage(`${server.address}/site/embed.html${hash && `#${hash}`}`, options, async (page) => {
    await settle(page, language);
    await work(page);
  });
}

/** Waits for the frames and the code of a language. */
async function settle(page, language) {
  for (const example of examples) {
    const name = code[language][example].at(-1);
    await page.frameLocator(`[data-example=${example}] iframe`).locator(`html[lang=${language}] h1`).waitFor();
    for (const file of code[language][example]) await page.locator(`[data-example=${example}] pre[aria-label*="${file}"] code`).filter({ hasText: /\S/ }).waitFor({ state: "attached" });
    assert.ok((await frameOf(page, example)).url().endsWith(`/embed/${name}`));
  }
}

async function frameOf(page, example) {
  const handle = await page.locator(`[data-example=${example}] iframe`).elementHandle();
  return handle.contentFrame();
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  await settle(page, language);
}

function fileOf(name) {
  return readFileSync(`${site}/embed/${name}`, "utf8");
}

// The code that is shown is the code that runs

for (const language of languages) {
  test(`the code beside each example is the file that runs in it, to the letter: ${language}`, () =>
    onGuide({ language }, async (page) => {
      for (const example of examples) {
        const shown = await page.locator(`[data-example=${example}] pre code`).allTextContents();
        assert.deepEqual(shown, code[language][example].map(fileOf));
        const frame = await frameOf(page, example);
        const loaded = await frame.evaluate(() => [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)]);
        for (const file of code[language][example]) assert.ok(loaded.includes(`${server.address}/site/embed/${file}`), file);
      }
      const jsx = language === "ja" ? "registration.jsx" : "registration.en.jsx";
      assert.equal(await page.locator(`pre[aria-label*="${jsx}"] code`).textContent(), fileOf(jsx));
    }));

  test(`example 1 runs: one script tag: ${language}`, () =>
    onGuide({ language }, async (page) => {
      const frame = await frameOf(page, "script");
      await useScriptExample(frame, language);
    }));

  test(`example 2 runs: the widget, its summary, what is sent, detaching: ${language}`, () =>
    onGuide({ language }, async (page) => {
      const frame = await frameOf(page, "widget");
      await frame.locator("button:not([type])").click();
      const summary = frame.locator(".onshi-summary");
      await summary.locator("a").first().waitFor();
      assert.ok(await summary.evaluate((place) => place.contains(document.activeElement)));
      assert.equal(await frame.locator("#sent").textContent(), "");
      await frame.selectOption("#prefecture", "27");
      await frame.check("[name=lineType][value='1']");
      await frame.check("[name=customerIdSource][value=caf]");
      await frame.fill("#customerId", "ＣＡＦ０１２３-456-789");
      await frame.locator("button:not([type])").click();
      await frame.locator("#sent").filter({ hasText: "customerId" }).waitFor();
      assert.deepEqual(JSON.parse(await frame.locator("#sent").textContent()), {
        prefecture: "27",
        lineType: "1",
        customerIdSource: "caf",
        customerId: "0123456789",
      });
      assert.equal(await frame.inputValue("#customerId"), "ＣＡＦ０１２３-456-789");
      assert.ok((await frame.locator("[data-onshi-made], [data-onshi-state]").count()) > 0);
      await frame.click("#detach");
      assert.equal(await frame.locator("[data-onshi-made], [data-onshi-state], [aria-invalid], [aria-describedby]").count(), 0);
    }));

  test(`example 3 runs: the API alone: ${language}`, () =>
    onGuide({ language }, async (page) => {
      const frame = await frameOf(page, "api");
      await frame.fill("#phone", "０３-1234-5678");
      assert.equal(await frame.locator("#phone-says").textContent(), "✓ 0312345678");
      await frame.fill("#email", "clinic");
      assert.equal(await frame.locator("#email-says").textContent(), "");
      await frame.fill("#email", "Clinic@example.jp");
      assert.match(await frame.locator("#email-says").textContent(), language === "ja" ? /英大文字/ : /lower-case/);
      await frame.click("button");
      const answer = JSON.parse(await frame.locator("#answer").textContent());
      assert.equal(answer.status, "invalid");
      assert.deepEqual(answer.values, { phone: "0312345678" });
      assert.deepEqual(answer.codes.map(({ code }) => code), ["email.upper-case"]);
      assert.deepEqual(answer.standard, { value: "0312345678" });
    }));

  test(`the component for react-hook-form runs as it is shown: ${language}`, async () => {
    const jsx = language === "ja" ? "registration.jsx" : "registration.en.jsx";
    const entry = `
      import { createElement } from "react";
      import { createRoot } from "react-dom/client";
      import { Registration } from "./${jsx}";
      globalThis.sent = [];
      document.body.append(document.createElement("main"));
      createRoot(document.querySelector("main")).render(createElement(Registration, { send: (values) => sent.push(values) }));`;
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: `${site}/embed` },
      bundle: true,
      write: false,
      format: "iife",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
      nodePaths: [fileURLToPath(new URL("../node_modules", import.meta.url))],
      logLevel: "silent",
    });
    await onPage(`${server.address}/empty`, {}, async (page) => {
      await page.addScriptTag({ content: outputFiles[0].text });
      await page.fill("#phone", "3-1234-5678");
      await page.press("#phone", "Tab");
      await page.locator("#phone-says").filter({ hasText: language === "ja" ? /0から/ : /start with 0/ }).waitFor();
      await page.fill("#phone", "０３-1234-5678");
      await page.click("button");
      await page.waitForFunction(() => sent.length === 1);
      assert.deepEqual(await page.evaluate(() => sent), [{ phone: "0312345678" }]);
    });
  });
}

async function useScriptExample(page, language) {
  await page.selectOption("#area", "27");
  await page.fill("#customer-id", "COP01234567");
  await page.press("#customer-id", "Tab");
  await page.locator("#customer-id[aria-invalid=true]").waitFor();
  const words = { ja: /大阪府はNTT西日本エリア/, en: /Osaka is NTT West/ };
  await page.locator(".onshi-message").filter({ hasText: words[language] }).waitFor();
  await page.selectOption("#area", "13");
  await page.locator("#customer-id[data-onshi-state=understood]").waitFor();
  await page.fill("#code", "1333246295");
  await page.press("#code", "Tab");
  await page.locator("#code[data-onshi-state=understood]").waitFor();
}

test("example 1 runs from file:// too", () =>
  onPage(pathToFileURL(`${site}/embed/script.html`).href, {}, (page) => useScriptExample(page, "ja")));

test("nothing that is entered into an example goes anywhere", () =>
  onGuide({}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await useScriptExample(await frameOf(page, "script"), "ja");
    const widget = await frameOf(page, "widget");
    await widget.click("#detach");
    await widget.locator("button:not([type])").click();
    await widget.locator("#sent").filter({ hasText: "{" }).waitFor();
    await (await frameOf(page, "api")).click("button");
    assert.deepEqual(requests, []);
    assert.deepEqual(await policyOf(page), {
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "connect-src": "'self'",
      "frame-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
    for (const example of ["widget", "api"]) {
      const policy = await policyOf(await frameOf(page, example));
      assert.equal(policy["default-src"], "'none'", example);
      assert.match(policy["script-src"], /^'self' 'wasm-unsafe-eval' 'sha256-[^ ]+'$/, example);
      assert.equal(policy["form-action"], "'none'", example);
    }
  }));

test("code can be copied, and it is said", () =>
  onGuide({}, async (page) => {
    const box = page.locator("[data-example=widget] .code-box").first();
    await box.locator("button").click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), fileOf("widget.js"));
    await page.locator("#live").filter({ hasText: "widget.jsをコピーしました。" }).waitFor({ state: "attached" });
    assert.equal(await box.locator("button").getAttribute("aria-label"), "widget.jsをコピー");
  }));

for (const width of [1280, 320]) {
  test(`an example is as high as what is in it, also when messages appear: ${width} px`, () =>
    onGuide({ width }, async (page) => {
      const frame = await frameOf(page, "widget");
      const isWhole = () => page.waitForFunction(() => {
        const frame = document.querySelector("[data-example=widget] iframe");
        const page = frame.contentDocument.documentElement;
        return page.scrollHeight <= frame.clientHeight && page.scrollWidth <= frame.clientWidth;
      });
      await isWhole();
      const before = await page.locator("[data-example=widget] iframe").evaluate((frame) => frame.clientHeight);
      await frame.locator("button:not([type])").click();
      await frame.locator(".onshi-summary a").first().waitFor();
      await isWhole();
      await page.waitForFunction((before) => document.querySelector("[data-example=widget] iframe").clientHeight > before, before);
    }));
}

// What the guide says

test("every text is there in both languages, and none is left over", () =>
  onGuide({}, async (page) => {
    const keys = await page.locator("[data-prose]").evaluateAll((places) => places.map((place) => place.dataset.prose));
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(embedProse).sort());
    assert.deepEqual(Object.keys(embedWords.ja).sort(), Object.keys(embedWords.en).sort());
    const tokens = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, token]) => token).sort();
    const written = await page.locator("[data-prose]").evaluateAll((places) => places.map((place) => ({
      key: place.dataset.prose,
      text: place.textContent.trim(),
      code: [...place.querySelectorAll("code")].map((code) => code.textContent).sort(),
    })));
    for (const { key, text, code } of written) {
      assert.notEqual(text, "", key);
      assert.deepEqual(code, tokens(embedProse[key]), `${key}: the same code in both languages`);
    }
  }));

test("no Japanese is left in English, and the way back restores it", () =>
  onGuide({}, async (page) => {
    const text = () => page.locator("main").evaluate((main) => [...main.querySelectorAll("[data-prose]")].map((place) => place.innerHTML));
    const before = await text();
    await switchTo(page, "en");
    assert.deepEqual(await japaneseLeft(page), []);
    for (const frame of page.frames().slice(1)) assert.deepEqual(await japaneseLeft(frame), [], frame.url());
    await switchTo(page, "ja");
    assert.deepEqual(await text(), before);
  }));

test("another language leaves no steps in the history but its own", () =>
  onGuide({ place: "events" }, async (page) => {
    const before = await page.evaluate(() => history.length);
    await switchTo(page, "en");
    assert.equal(new URL(page.url()).hash, "#en/events");
    assert.equal(await page.evaluate(() => history.length), before + 1);
    await page.goBack();
    await page.locator("html[lang=ja]").waitFor({ state: "attached" });
    await settle(page, "ja");
  }));

test("the custom properties that the stylesheet uses are listed with their values", () =>
  onGuide({}, async (page) => {
    const sheet = readFileSync(`${site}/onshi-check/widget.css`, "utf8");
    const [, light] = sheet.match(/:where\(:root\) \{([^}]*)\}/);
    const set = [...light.matchAll(/(--onshi-[a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]);
    const used = set.filter(([name]) => sheet.includes(`var(${name})`));
    const listed = await page.locator("#property-table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("code")].map((code) => code.textContent)));
    assert.deepEqual(listed, used);
    const shown = await page.locator("#looks .points code").allTextContents();
    for (const name of shown.filter((name) => /^\.onshi/.test(name))) assert.ok(sheet.includes(name), name);
  }));

test("attributes and events are listed, and the package knows them", () =>
  onGuide({}, async (page) => {
    const listed = await page.locator("#attribute-table th code, #written-table th code, #event-table th code").allTextContents();
    for (const name of ["form", "field", "with", "report", "normalize", "locale", "message", "summary", "code", "state", "choice", "made"]) {
      assert.ok(listed.includes(`data-onshi-${name}`), name);
    }
    for (const name of ["verdict", "report", "fix", "unavailable"]) assert.ok(listed.includes(`onshi:${name}`), name);
    const script = readFileSync(`${site}/onshi-check/dist/global.js`, "utf8");
    const module = script.match(/[0-9a-f]{10000,}/g).map((hex) => Buffer.from(hex, "hex").toString("latin1")).join("");
    const sheet = readFileSync(`${site}/onshi-check/widget.css`, "utf8");
    for (const name of listed) assert.ok([script, module, sheet].some((text) => text.includes(name)), name);
  }));

test("links lead to places that are there, in this page and in the rule book", async () => {
  const outward = await new Promise((done, fail) => {
    onGuide({ language: "en" }, async (page) => {
      const links = await page.locator("main a, .contents a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const here = links.filter((href) => href.startsWith("#"));
      for (const href of here) assert.equal(await page.locator(`[id="${href.replace(/^#en\//, "")}"]`).count(), 1, href);
      done(links.filter((href) => href.startsWith("rules.html")));
    }).catch(fail);
  });
  assert.ok(outward.length > 0);
  for (const href of outward) {
    assert.match(href, /#en\//);
    await onPage(`${server.address}/site/${href}`, {}, async (page) => {
      await page.locator(`html[lang=en] main [id="${href.split("/").at(-1)}"][aria-current=location]`).waitFor();
    });
  }
});

test("the contents lead to every part, and the address of a part leads there in either language", async () => {
  await onGuide({}, async (page) => {
    const linked = await page.locator(".contents a").evaluateAll((links) => links.map((link) => link.hash.slice(1)));
    assert.deepEqual(linked, [...places, ...parts]);
    for (const place of linked) {
      await page.click(`.contents a[href="#${place}"]`);
      await page.locator(`[id="${place}"][aria-current=location]`).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), place);
    }
  });
  await onGuide({ language: "en", place: "policy" }, async (page) => {
    assert.equal(await page.evaluate(() => document.activeElement.id), "policy");
  });
});

test("the first link leads past the header, and the navigation says which page this is", () =>
  onGuide({}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "script");
    assert.equal(await page.innerText(".pages [aria-current=page]"), "埋め込み方");
    await page.goto(`${server.address}/site/`);
    const links = await page.locator(".pages a").allInnerTexts();
    await page.goto(`${server.address}/site/embed.html`);
    assert.deepEqual(await page.locator(".pages a").allInnerTexts(), links);
  }));

// Small screens, keyboard, accessibility

/** What sticks out of the window, apart from code, which scrolls in its own region. */
function sticksOut(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? [`document: ${document.documentElement.scrollWidth}`] : [];
    for (const element of document.body.querySelectorAll("*:not(pre *)")) {
      if (!element.checkVisibility() || element.closest(".visually-hidden, .skip, option")) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > innerWidth + 0.5 || left < -0.5) wide.push(`${element.tagName} ${element.className} ${left}–${right}`);
    }
    return wide;
  });
}

for (const language of languages) {
  test(`nothing sticks out at 320 px, in the guide and in its examples: ${language}`, () =>
    onGuide({ language, width: 320, height: 700 }, async (page) => {
      assert.deepEqual(await sticksOut(page), []);
      for (const frame of page.frames().slice(1)) assert.deepEqual(await sticksOut(frame), [], frame.url());
    }));
}

test("code that is wider than its place scrolls by keyboard in a region with a name", () =>
  onGuide({ width: 320 }, async (page) => {
    for (const block of await page.locator("pre.code").all()) {
      assert.equal(await block.getAttribute("role"), "region");
      assert.ok(await block.getAttribute("aria-label"));
      await block.focus();
      assert.ok(await block.evaluate((block) => block === document.activeElement));
    }
    const block = page.locator("[data-example=widget] pre").first();
    await block.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  }));

for (const language of languages) {
  for (const scheme of ["light", "dark"]) {
    test(`axe-core objects to nothing, in the guide and in its examples: ${language}, ${scheme}`, () =>
      onGuide({ language, scheme, initScript: axe }, async (page) => {
        const widget = await frameOf(page, "widget");
        await widget.locator("button:not([type])").click();
        await widget.locator(".onshi-summary a").first().waitFor();
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await objections(page), [], `${width} px`);
        }
      }));
  }
}
