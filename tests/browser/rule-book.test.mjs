// The rule book in Chromium: that it says all that the packed reference says, in both languages and on every screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { axe, controls, japaneseLeft, objections, overflow, policyOf, tabThrough } from "./examine.mjs";
import { openPage, openRuleBook } from "./page.mjs";

const site = process.env.SITE;
const inSite = (path) => import(pathToFileURL(`${site}/${path}`));
const { describe, rules } = await inSite("onshi-check/dist/reference.js");
const { lineIssues } = await inSite("onshi-check/dist/index.js");
const { bookWords } = await inSite("js/rule-book-words.js");
const { prefectures } = await inSite("js/words.js");

const languages = ["ja", "en"];
const areas = ["east", "west"];
const applications = ["eligibility", "claims"];
const severityWords = {
  ja: { error: "エラー", warning: "要確認", info: "お知らせ" },
  en: { error: "Error", warning: "Look again", info: "Note" },
};
const cellWords = {
  ja: { "ok": "可", "ok-ipv6": "IPv6で可", "no": "不可", "not-offered": "提供なし", "unknown": "不明", "ended": "終了" },
  en: { "ok": "Yes", "ok-ipv6": "Over IPv6", "no": "No", "not-offered": "Not sold", "unknown": "Unknown", "ended": "Ended" },
};

/** Every kind and every form, as the reference itself lists them. */
const names = (() => {
  try {
    return describe("");
  } catch (error) {
    return error.message.match(/There are (.*)\.$/)[1].split(", ");
  }
})();
const forms = names.filter((name) => "fields" in describe(name));
const kinds = names.filter((name) => !forms.includes(name));

let server;
let browser;

before(async () => {
  server = await serve({ site }, {});
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
  }
});

/** Runs `work` on the opened rule book. Fails when it throws, writes to the console or asks for anything elsewhere. */
async function onBook(options, work) {
  const { page, complaints, close } = await openRuleBook(browser, server.address, options);
  try {
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}

async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).waitFor({ state: "attached", timeout: 5000 });
}

function focused(page) {
  return page.evaluate(() => document.activeElement.id);
}

/** Opens everything that is folded. */
function unfold(page) {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function ofDocument(name, language) {
  return bookWords[language][`document.${name}`];
}

/** A message as the rule book writes it: parameters by their names. */
function sentence(template, language) {
  return template.replace(/\{(\w+)\}/g, (_, name) => bookWords[language][`param.${name}`]);
}

// What it says

for (const language of languages) {
  test(`every rule is there once, with severity, words, source and date: ${language}`, () =>
    onBook({ language }, async (page) => {
      const written = await page.locator(".rule").evaluateAll((items) => items.map((item) => ({
        code: item.id,
        severity: item.querySelector(".severity").textContent,
        icon: item.querySelector(".severity use").getAttribute("href"),
        sentence: item.querySelector(".sentence").textContent,
        document: item.querySelector(".citation a").hash.replace(/^#(en\/)?/, ""),
        name: item.querySelector(".citation a").textContent,
        section: item.querySelector("cite").textContent,
        asOf: item.querySelector("time").dateTime,
      })));
      const icons = { error: "#icon-wrong", warning: "#icon-look", info: "#icon-note" };
      const expected = rules.codes.map(({ code, severity, source, ...words }) => ({
        code,
        severity: severityWords[language][severity],
        icon: icons[severity],
        sentence: sentence(words[language], language),
        document: `document-${source.document}`,
        name: ofDocument(source.document, language),
        section: source.section,
        asOf: source.asOf,
      }));
      const byCode = (one, other) => (one.code < other.code ? -1 : 1);
      assert.deepEqual(written.sort(byCode), expected.sort(byCode));
    }));

  test(`the documents are there, with what rests on them; version, date and severities: ${language}`, () =>
    onBook({ language }, async (page) => {
      const about = await page.innerText("#about");
      for (const fact of [rules.version, rules.asOf, ...Object.values(severityWords[language])]) assert.ok(about.includes(fact), fact);
      for (const { name, title, publisher, asOf } of rules.documents) {
        const entry = await page.innerText(`#document-${name}`);
        const cited = rules.codes.filter((code) => code.source.document === name).length;
        for (const fact of [ofDocument(name, language), title, publisher, asOf, String(cited)]) assert.ok(entry.includes(fact), `${name}: ${fact}`);
      }
    }));

  test(`every form is there with its fields and the rules across them: ${language}`, () =>
    onBook({ language }, async (page) => {
      await unfold(page);
      assert.deepEqual(await page.locator("#form-entries > details").evaluateAll((items) => items.map((item) => item.id)), forms.map((name) => `form-${name}`));
      for (const name of forms) {
        const form = describe(name, language);
        const rows = await page.locator(`#form-${name} tbody tr`).evaluateAll((items) => items.map((item) => ({
          name: item.querySelector("th code").textContent,
          label: item.querySelector(".field-label").textContent,
          required: item.querySelector(".need").className.replace("need ", ""),
          condition: item.querySelector(".condition")?.textContent,
          hint: item.querySelector("p").textContent,
        })));
        assert.deepEqual(rows, form.fields.map(({ name, label, required, hint }) => ({
          name,
          label,
          required: required.when ? "when" : required,
          condition: required.when,
          hint,
        })), name);
        const crossing = await page.locator(`#form-${name} .cross-field li`).evaluateAll((items) => items.map((item) => ({
          code: item.querySelector(".code-link").textContent,
          severity: item.querySelector(".severity").textContent,
          text: item.querySelector("p").textContent,
        })));
        assert.deepEqual(crossing, form.rules.map(({ code, severity, text }) => ({ code, severity: severityWords[language][severity], text })), name);
        for (const { code } of crossing) assert.equal(await page.locator(`.rule[id="${code}"]`).count(), 1, code);
      }
    }));

  test(`every kind is there with hint, example, pattern, choices and sources: ${language}`, () =>
    onBook({ language }, async (page) => {
      await unfold(page);
      const written = await page.locator("#kind-entries > details").evaluateAll((items) => items.map((item) => item.id));
      assert.deepEqual(written.sort(), kinds.map((name) => `kind-${name}`).sort());
      for (const name of kinds) {
        const { label, hint, example, pattern, choices, suggestions = [], sources } = describe(name, language);
        const text = oneLine(await page.locator(`#kind-${name}`).textContent());
        const facts = [label, hint, example, pattern, ...suggestions, ...choices.map((choice) => `${choice.value} ${choice.label}`), ...sources.map((source) => source.section)];
        for (const fact of facts) assert.ok(text.includes(oneLine(fact)), `${name}: ${fact}`);
      }
    }));

  test(`what is undecided is all there, under its kind, with its sources: ${language}`, () =>
    onBook({ language }, async (page) => {
      const written = await page.locator("#undecided-kinds h3").evaluateAll((headings) => headings.map((heading) => ({
        heading: heading.firstChild.data.trim(),
        items: [...heading.nextElementSibling.nextElementSibling.children].map((item) => ({
          text: item.querySelector("p").textContent,
          sources: [...item.querySelectorAll(".citation")].map((citation) => [citation.querySelector("a").textContent, citation.querySelector("cite").textContent, citation.querySelector("time").textContent]),
        })),
      })));
      const expected = ["contradiction", "silent", "unreadable"].map((kind) => ({
        heading: bookWords[language][`undecided.${kind}`],
        items: rules.undecided.filter((item) => item.kind === kind).map((item) => ({
          text: item[language],
          sources: item.sources.map(({ document, section, asOf }) => [ofDocument(document, language), section, asOf]),
        })),
      }));
      assert.deepEqual(written, expected);
      assert.equal(written.flatMap((part) => part.items).length, rules.undecided.length);
    }));
}

test("the page has words for everything that the reference names", () => {
  const expected = [
    ...rules.documents.flatMap(({ name }) => [`document.${name}`, `document.${name}.what`]),
    ...rules.codes.flatMap(({ params }) => params.map((name) => `param.${name}`)),
    ...rules.undecided.map(({ kind }) => `undecided.${kind}`),
    ...rules.lineServices.map(({ confidence }) => `confidence.${confidence}`),
  ];
  for (const language of languages) {
    assert.deepEqual(expected.filter((key) => !bookWords[language][key]), [], language);
  }
});

test("the words of the page are the same in number in both languages, and in rules.html", () =>
  onBook({}, async (page) => {
    const keys = (language) => Object.keys(bookWords[language]).filter((key) => !key.endsWith(".one")).sort();
    assert.deepEqual(keys("en"), keys("ja"));
    const html = readFileSync(`${site}/rules.html`, "utf8");
    const different = await page.evaluate(async (html) => {
      const { say } = await import("./js/words.js");
      const written = new DOMParser().parseFromString(html, "text/html");
      return [...written.querySelectorAll("[data-word]")].filter((place) => place.textContent !== say(place.dataset.word)).map((place) => place.dataset.word);
    }, html);
    assert.deepEqual(different, []);
  }));

// The line table

for (const language of languages) {
  test(`the line table says what the reference says, cell by cell: ${language}`, () =>
    onBook({ language }, async (page) => {
      const rows = await page.locator("#line-table tbody tr").evaluateAll((items) => items.map((item) => ({
        id: item.querySelector("th").id,
        head: item.querySelector("th").textContent,
        cells: [...item.querySelectorAll("td")].map((cell) => ({
          span: cell.colSpan,
          word: cell.querySelector(".word").textContent,
          beside: cell.querySelector(".beside")?.textContent,
          reason: cell.querySelector(".reason-text").textContent,
        })),
      })));
      assert.deepEqual(rows.map((row) => row.id), rules.lineServices.map((service) => `line-${service.value}`));
      rules.lineServices.forEach((service, index) => {
        const { head, cells } = rows[index];
        const { label, ended, confidence, notes, area } = service;
        const sure = bookWords[language][`confidence.${confidence}`];
        for (const fact of [label[language], sure, ...Object.values(ended ?? {}), ...notes.map(String)]) assert.ok(head.includes(fact), `${head}: ${fact}`);
        const places = applications.flatMap((application) => (area ? [{ application, area: "west" }] : areas.map((area) => ({ application, area }))));
        assert.equal(cells.length, places.length);
        places.forEach((place, at) => {
          const state = service[place.application][place.area];
          const since = ended?.[place.area];
          const what = `${service.value}, ${place.application}, ${place.area}`;
          assert.equal(cells[at].word, cellWords[language][since ? "ended" : state], what);
          if (since) {
            assert.equal(cells[at].beside, since, what);
            assert.ok(cells[at].reason.includes(cellWords[language][state]), `${what}: what the table said before`);
          }
          if (area) {
            assert.equal(cells[at].span, 2, what);
            const offered = prefectures().filter(({ value }) => area.includes(value));
            assert.equal(offered.length, area.length);
            if (language === "ja") for (const { label } of offered) assert.ok(cells[at].reason.includes(label) && head.includes(label), `${what}: ${label}`);
          }
          assert.ok(cells[at].reason.includes(sure), `${what}: how sure`);
          const told = state === "not-offered" || since ? [] : notes;
          for (const number of told) {
            const note = rules.lineNotes.find((note) => note.number === number);
            assert.ok(cells[at].reason.includes(note[language]), `${what}: note ${number}`);
          }
        });
      });
    }));
}

/** What the package itself reports of a service for the line type that goes with it. */
function reported(service, application, prefecture, language) {
  const lineTypes = {
    eligibility: { ntt: "1", ctc: "2", qtnet: "2", isdn: "1" },
    claims: { ntt: "ip-vpn-ipv4", ctc: "ip-vpn-ipv4", qtnet: "ip-vpn-ipv4", isdn: "isdn" },
  };
  const selection = { application, prefecture, lineType: lineTypes[application][service.carrier], lineService: service.value };
  return lineIssues(selection, { locale: language }).filter((issue) => issue.code.startsWith("line.service-"));
}

for (const language of languages) {
  test(`the reason of every cell is what the package says of that choice: ${language}`, () =>
    onBook({ language }, async (page) => {
      const inArea = { east: "13", west: "27" };
      const codeOf = { "ok-ipv6": "line.service-needs-ipv6", "no": "line.service-not-connectable", "not-offered": "line.service-not-offered", "unknown": "line.service-unknown" };
      for (const service of rules.lineServices) {
        for (const application of applications) {
          for (const area of areas) {
            const what = `${service.value}, ${application}, ${area}`;
            const prefecture = area === "west" && service.area ? service.area[0] : inArea[area];
            const said = reported(service, application, prefecture, language);
            const code = service.ended?.[area] ? "line.service-discontinued" : codeOf[service[application][area]];
            assert.deepEqual(said.map((issue) => issue.code), code ? [code] : [], what);
            if (!code || service.area) continue;
            const reason = await page.locator(`#line-${service.value}-${application}-${area} .reason-text p`).first().textContent();
            const { label } = describe("prefecture", language).choices.find(({ value }) => value === prefecture);
            assert.equal(reason, said[0].message.replace(label, bookWords[language][`lines.${area}.in`]), what);
          }
        }
      }
    }));
}

test("a cell opens with the keyboard, says what it is about, and all open at once", () =>
  onBook({ place: "lines" }, async (page) => {
    const reason = page.locator("#line-hikari-cross-claims-west");
    const summary = reason.locator("summary");
    assert.equal(oneLine(await summary.textContent()), "オンライン請求・西日本 ○IPv6で可");
    assert.ok(!(await reason.locator(".reason-text").isVisible()));
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.match(await reason.locator(".reason-text").innerText(), /IPv6/);
    await page.click("#all-reasons");
    assert.equal(await page.locator("#line-table details:not([open])").count(), 0);
    await shows(page, "#all-reasons", "理由をすべて閉じる");
    await page.click("#all-reasons");
    assert.equal(await page.locator("#line-table details[open]").count(), 0);
    await shows(page, "#all-reasons", "理由をすべて開く");
  }));

test("notes lead to the lines that carry them and back, and every provider is listed", () =>
  onBook({}, async (page) => {
    const notes = await page.locator("#line-notes > li").evaluateAll((items) => items.map((item) => ({ number: item.value, text: item.querySelector("p").textContent, lines: item.querySelectorAll("a").length })));
    assert.deepEqual(notes, rules.lineNotes.map(({ number, ja }) => ({ number, text: ja, lines: rules.lineServices.filter((service) => service.notes.includes(number)).length })));
    await page.click("#line-hikari-next-prio .note-link");
    assert.equal(await focused(page), "line-note-4");
    await page.click("#line-note-4 a");
    assert.equal(await focused(page), "line-hikari-next-prio");
    const rows = await page.locator("#providers tbody tr").evaluateAll((items) => items.map((item) => [
      item.querySelector("th").textContent,
      item.querySelector("td [lang]").textContent,
      ...[...item.querySelectorAll(".word")].map((word) => word.textContent),
    ]));
    const listed = (is) => (is ? "あり" : "なし");
    assert.deepEqual(rows, rules.providers.map(({ service, company, claims, eligibility }) => [service, company, listed(eligibility), listed(claims)]));
  }));

test("the head of the table stays in view, and what is reached with Tab is not under it", () =>
  onBook({ height: 600, place: "line-ins-net" }, async (page) => {
    const head = await page.locator("#line-table thead").boundingBox();
    assert.ok(head.y > -1 && head.y < 1, `${head.y}`);
    await page.locator("#line-ins-net-eligibility-east summary").focus();
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Shift+Tab");
      const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
      assert.ok(top >= head.height - 1, `${await page.evaluate(() => document.activeElement.textContent)}: ${top}`);
    }
  }));

// Searching and filtering

function shown(page) {
  return page.locator(".rule").evaluateAll((items) => items.filter((item) => item.checkVisibility()).map((item) => item.id));
}

test("the filter by severity shows those alone, and says how many", () =>
  onBook({}, async (page) => {
    const all = rules.codes.length;
    assert.equal(await page.innerText("#count"), `${all}件すべてを表示しています。`);
    for (const severity of ["error", "warning", "info"]) {
      await page.check(`#severity-${severity}`);
      const expected = rules.codes.filter((code) => code.severity === severity).map(({ code }) => code);
      assert.deepEqual((await shown(page)).sort(), expected.sort());
      const said = `${all}件のうち${expected.length}件を表示しています。`;
      assert.equal(await page.innerText("#count"), said);
      await shows(page, "#live", said);
    }
    await page.click("#show-all");
    assert.equal((await shown(page)).length, all);
    assert.ok(await page.isChecked("#severity-any"));
  }));

test("the search finds words, sources and codes in any width and case, and says when there is nothing", () =>
  onBook({}, async (page) => {
    await page.fill("#search", "ｃｏｐ　西日本");
    const found = await shown(page);
    assert.ok(found.includes("customer-id.cop-in-west"), found.join());
    const text = await page.locator(`.rule[id="${found[0]}"]`).innerText();
    assert.match(text, /COP/);
    assert.ok(found.length < 10);
    await page.fill("#search", "CUSTOMER-ID.TOO-SHORT");
    assert.deepEqual(await shown(page), ["customer-id.too-short"]);
    await page.fill("#search", "検証番号");
    assert.ok((await shown(page)).includes("institution-code.check-digit"));
    await page.check("#severity-info");
    await page.fill("#search", "ない言葉");
    assert.deepEqual(await shown(page), []);
    assert.equal(await page.locator(".topic:not([hidden])").count(), 0, "no heading without a rule");
    await shows(page, "#live", /当てはまる規則はありません/);
    await page.press("#search", "Enter");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "show-all");
    await page.keyboard.press("Enter");
    assert.equal((await shown(page)).length, rules.codes.length);
    assert.equal(await focused(page), "search");
  }));

// Addresses

/** That the place is marked, has the focus and begins in the window. */
async function isAt(page, id) {
  // The page hears of a new address after the click has returned.
  await page
    .waitForFunction((id) => document.querySelector("main [aria-current]")?.id === id && location.hash.endsWith(id), id)
    .catch(() => {}); // What is wrong is said below.
  const at = await page.evaluate((id) => {
    const place = document.getElementById(id);
    const { top } = place.getBoundingClientRect();
    const focus = document.activeElement;
    return {
      current: place.getAttribute("aria-current"),
      marked: document.querySelectorAll("main [aria-current]").length,
      hasFocus: focus === place || focus === place.querySelector(":scope > summary"),
      isInView: top >= 0 && top < innerHeight / 2,
    };
  }, id);
  assert.deepEqual(at, { current: "location", marked: 1, hasFocus: true, isInView: true });
}

test("the address of a rule leads to it, in either language", async () => {
  await onBook({ place: "customer-id.too-short" }, async (page) => {
    await isAt(page, "customer-id.too-short");
    assert.equal(await page.getAttribute("html", "lang"), "ja");
  });
  await onBook({ language: "en", place: "line.v6-paper-only", width: 320 }, async (page) => {
    await isAt(page, "line.v6-paper-only");
    assert.equal(await page.getAttribute("html", "lang"), "en");
  });
});

test("every code, document and kind that is linked to exists, and every rule's code is a link to itself", () =>
  onBook({ language: "en" }, async (page) => {
    const lost = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']:not(.languages a)")].filter((link) => !document.getElementById(link.hash.replace(/^#(en\/)?/, ""))).map((link) => link.hash));
    assert.deepEqual(lost, []);
    const own = await page.locator(".rule").evaluateAll((items) => items.every((item) => item.querySelector(".code-link").hash === `#en/${item.id}`));
    assert.ok(own);
  }));

test("a link within the page goes there, opens what is folded and takes a filter away", () =>
  onBook({}, async (page) => {
    await page.fill("#search", "パスワード");
    await page.click("#form-eligibility-application > summary");
    await page.locator("#form-eligibility-application .code-link", { hasText: "customer-id.cop-in-west" }).click();
    await isAt(page, "customer-id.cop-in-west");
    assert.equal(await page.inputValue("#search"), "");
    await page.goBack();
    await page.locator("#form-eligibility-application a[href='#kind-customer-id']").first().click();
    await isAt(page, "kind-customer-id");
    assert.ok(await page.evaluate(() => document.getElementById("kind-customer-id").open));
    const again = page.locator(".contents a[href='#undecided']");
    await again.click();
    await page.evaluate(() => scrollTo(0, 0));
    await again.click();
    assert.equal(await focused(page), "undecided", "a link whose address is there already still leads");
    assert.ok((await page.evaluate(() => scrollY)) > 0);
  }));

// Languages

test("the other language keeps place, filter and what is open; the other page keeps the language", () =>
  onBook({ place: "customer-id.too-short" }, async (page) => {
    await page.check("#severity-error");
    await page.fill("#search", "CAF");
    await page.evaluate(() => {
      document.getElementById("form-login").open = true;
      document.getElementById("line-bbiq-claims").open = true;
    });
    const before = await shown(page);
    assert.ok(before.includes("customer-id.too-short"));
    await switchTo(page, "en");
    assert.equal(new URL(page.url()).hash, "#en/customer-id.too-short");
    assert.match(await page.title(), /^Rule book/);
    assert.equal(await page.getAttribute(".rule[id='customer-id.too-short']", "aria-current"), "location");
    assert.ok(await page.isChecked("#severity-error"));
    assert.equal(await page.inputValue("#search"), "CAF");
    assert.ok(await page.evaluate(() => document.getElementById("form-login").open && document.getElementById("line-bbiq-claims").open));
    assert.match(await page.innerText("#count"), /^\d+ of \d+ rules shown\.$/);

    await page.click(".pages a:text-is('Check')");
    await page.locator("html[lang=en] #view-home").waitFor();
    await page.click(".pages a:text-is('Rule book')");
    await page.locator("html[lang=en] .rule").first().waitFor();
  }));

test("the pages lead to each other, and say which one this is", async () => {
  const pages = ["事前チェック", "しらべる", "まとめてチェック", "ルールブック", "埋め込み方"];
  await onBook({}, async (page) => {
    assert.deepEqual(await page.locator(".pages a").allInnerTexts(), pages);
    assert.equal(await page.innerText(".pages [aria-current=page]"), "ルールブック");
  });
  const { page, close } = await openPage(browser, server.address);
  assert.deepEqual(await page.locator(".pages a").allInnerTexts(), pages);
  assert.equal(await page.innerText(".pages [aria-current=page]"), "事前チェック");
  await close();
});

test("no Japanese is left in English", () =>
  onBook({ language: "en" }, async (page) => {
    assert.deepEqual(await japaneseLeft(page), []);
  }));

// Keyboard, small screens, paper, requests

for (const width of [1280, 320]) {
  test(`Tab reaches everything in the order it is seen, with the focus in view: ${width} px`, () =>
    onBook({ width }, async (page) => {
      await page.evaluate(() => {
        document.getElementById("form-user-registration").open = true;
        document.getElementById("line-hikari-cross-claims-west").open = true;
      });
      const stops = await tabThrough(page, [".top, .skip", ".contents", "main", ".foot"]);
      const reached = stops.map((stop) => (stop.group ? `group ${stop.group}` : stop.name));
      assert.deepEqual(reached.sort(), (await controls(page)).sort());
      assert.deepEqual(stops.filter((stop) => !stop.isInView).map((stop) => stop.name), [], "out of view");
      assert.deepEqual(stops.filter((stop) => !stop.hasFocusRing).map((stop) => stop.name), [], "without a focus ring");
      const backwards = stops.slice(1).filter((stop, index) => {
        const before = stops[index];
        if (stop.region !== before.region) return stop.region < before.region;
        // The contents stick to the window: their place on the page moves with every scroll.
        if (stop.region === 1 && width === 1280) return false;
        // The next cell of a row may begin above the last note of its head.
        if (stop.row >= 0 && stop.row === before.row && stop.left >= before.right) return false;
        const isSameRow = stop.top < before.bottom && before.top < stop.bottom;
        return isSameRow ? stop.left < before.left : stop.top < before.top;
      });
      assert.deepEqual(backwards, []);
    }));
}

test("the first link leads past the header and the contents", () =>
  onBook({}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "rules");
  }));

for (const language of languages) {
  test(`nothing sticks out at 320 px: ${language}`, () =>
    onBook({ language, width: 320, height: 700 }, async (page) => {
      assert.deepEqual(await overflow(page), []);
      await unfold(page);
      assert.deepEqual(await overflow(page), [], "unfolded");
    }));
}

test("forms and kinds are on paper though they are folded, and what works only on the screen is not", () =>
  onBook({ width: 794 }, async (page) => {
    await page.click("#line-hikari-cross-claims-west summary");
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.isVisible("#form-login table"));
    assert.ok(await page.isVisible("#kind-customer-id dl"));
    assert.ok(await page.isVisible("#line-hikari-cross-claims-west .reason-text"));
    assert.equal(await page.locator("#line-table").evaluate((table) => getComputedStyle(table).display), "table");
    for (const place of [".contents", "#filter", ".pages", ".languages", "#all-reasons"]) assert.ok(!(await page.isVisible(place)), place);
  }));

test("after loading the page asks for nothing and stores nothing, and its policy would not let it", () =>
  onBook({}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.fill("#search", "COP");
    await page.click("#all-reasons");
    await switchTo(page, "en");
    await page.click(".contents a[href='#en/lines']");
    assert.deepEqual(requests, []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    assert.deepEqual(await policyOf(page), {
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  }));

test("without the reference the page says so", async () => {
  const route = ["**/reference.js", (route) => (route.request().url().includes("onshi-check/dist") ? route.abort() : route.continue())];
  const { page, close } = await openRuleBook(browser, server.address, { route });
  assert.ok(await page.isVisible("#unavailable"));
  await switchTo(page, "en");
  assert.match(await page.innerText("#unavailable"), /could not be loaded/);
  await close();
});

// Accessibility

for (const language of languages) {
  for (const scheme of ["light", "dark"]) {
    test(`axe-core objects to nothing: ${language}, ${scheme}`, () =>
      onBook({ language, scheme, initScript: axe, place: "customer-id.too-short" }, async (page) => {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await objections(page), [], `${width} px`);
        }
        await unfold(page);
        assert.deepEqual(await objections(page), [], "unfolded, 320 px");
        await page.setViewportSize({ width: 1280, height: 900 });
        assert.deepEqual(await objections(page), [], "unfolded, 1280 px");
      }));
  }
}
