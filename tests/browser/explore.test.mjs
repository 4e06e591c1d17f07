// The line explorer in Chromium: that every choice says what the packed package says of it, in both languages and on every
// screen, and that choices can be made and taken back by hand and by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { axe, japaneseLeft, objections, overflow, tabThrough } from "./examine.mjs";

const site = process.env.SITE;
const inSite = (path) => import(pathToFileURL(`${site}/${path}`));
const { lineIssues, lineOptions } = await inSite("onshi-check/dist/index.js");
const { rules } = await inSite("onshi-check/dist/reference.js");
const { exploreWords } = await inSite("js/explore-words.js");
const { bookWords } = await inSite("js/rule-book-words.js");

const languages = ["ja", "en"];
const fields = ["prefecture", "lineType", "customerIdSource", "v6Option", "lineService"];
const tables = fields.slice(1);
const icons = { allowed: "#icon-check", forbidden: "#icon-off", unknown: "#icon-look" };
const tones = {
  ja: { error: "エラー", warning: "要確認", info: "お知らせ" },
  en: { error: "Error", warning: "Look again", info: "Note" },
};

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

/**
 * Runs `work` on the opened explorer. Fails when the page throws, writes to the console or asks for anything elsewhere.
 * `selection`: what is chosen first, as the package takes it. `withoutTables`: there will be none to wait for.
 */
async function onExplorer(options, work) {
  const { width = 1280, height = 900, scheme = "light", language = "ja", selection = {}, initScript, withoutTables = false } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address) && !request.url().startsWith("data:")) complaints.push(request.url());
    });
    if (initScript) await page.addInitScript(initScript);
    await page.goto(`${server.address}/site/#${language === "ja" ? "explore" : `${language}/explore`}`);
    if (!withoutTables) await page.locator("#explore-lineType table").waitFor();
    await select(page, selection);
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

async function select(page, { application, prefecture, ...rest }) {
  if (application) await page.check(`#explore-application-${application}`);
  if (prefecture !== undefined) await page.selectOption("#explore-prefecture-select", prefecture);
  for (const [field, value] of Object.entries(rest)) await page.check(`#explore-${field}-${value}`);
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}

async function announces(page, text) {
  await page.locator("#live").filter({ hasText: text }).waitFor({ state: "attached", timeout: 5000 });
}

function focused(page) {
  return page.evaluate(() => document.activeElement.id);
}

/** How a state is shown: what the package allows with a warning wants another look all the same. */
function shownState({ state, issue }) {
  return state === "allowed" && issue?.severity === "warning" ? "unknown" : state;
}

function citation({ document, section, asOf }, language) {
  const say = (key) => exploreWords[language][`explore.${key}`];
  const begin = say("source").replace("{document}", say(`document.${document}`));
  return `${begin}${section}${say("source.end")}${say("source.asOf").replace("{asOf}", asOf)}`;
}

/** The rows of a field's table as they are read: state, icon, reason and source of every choice. */
function readTable(page, field) {
  return page.locator(`#explore-${field} tbody tr`).evaluateAll((rows) => rows.map((row) => {
    const input = row.querySelector("input");
    const described = (input?.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    return {
      value: input?.value,
      name: row.querySelector("th").textContent,
      isChosen: input?.checked,
      state: row.querySelector(".explore-state").textContent,
      icon: row.querySelector(".explore-state use").getAttribute("href"),
      why: row.querySelector(".explore-why")?.textContent ?? "",
      source: row.querySelector(".explore-source")?.textContent ?? "",
      described: described.join(""),
    };
  }));
}

/** What a table has to say, from the package itself. */
function expectedTable(selection, field, language) {
  const options = lineOptions(selection, { locale: language })[field];
  return options.map((option) => {
    const shown = shownState(option);
    const state = exploreWords[language][`explore.${shown}`];
    const tag = option.state === "allowed" && option.issue?.severity === "info" ? `${tones[language].info} ` : "";
    const why = option.issue ? tag + option.issue.message : "";
    const source = option.issue ? citation(option.issue.source, language) : "";
    return {
      value: option.value,
      name: /^\d+$/.test(option.value) ? `${option.value}: ${option.label}` : option.label,
      isChosen: selection[field] === option.value,
      state,
      icon: icons[shown],
      why,
      source,
      described: state + why + source,
    };
  });
}

/** Prefectures that share state and reason, apart from their names in it. */
function sameReason(options) {
  const groups = new Map();
  for (const option of options) {
    const { prefecture, ...params } = option.issue?.params ?? {};
    const key = JSON.stringify([option.state, option.issue?.code, params]);
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups.values()];
}

function readFindings(page) {
  return page.locator("#explore-found li").evaluateAll((items) => items.map((item) => ({
    severity: item.querySelector(".tone")?.textContent,
    text: item.querySelector("p").lastChild.textContent,
    source: item.querySelector(".explore-source")?.textContent,
  })));
}

/** Enough to see every state and reason: nothing, one choice of each field, and combinations that fit or contradict each other. */
const selections = [
  {},
  { prefecture: "27" },
  { prefecture: "24", lineType: "2" },
  { customerIdSource: "cop" },
  { lineService: "bbiq" },
  { lineType: "3", customerIdSource: "caf", v6Option: "contracted" },
  { prefecture: "13", lineType: "1", customerIdSource: "cop", v6Option: "not-needed", lineService: "hikari-next" },
  { prefecture: "40", lineType: "2", customerIdSource: "cop", v6Option: "not-needed", lineService: "hikari-cross" },
  { application: "claims" },
  { application: "claims", lineType: "ip-vpn-ipv4", lineService: "hikari-cross" },
  { application: "claims", prefecture: "22", lineType: "isdn", customerIdSource: "caf" },
  { application: "claims", prefecture: "27", lineType: "ip-vpn-ipv6", customerIdSource: "cop", lineService: "hikari-collaboration" },
];

// What it says

for (const language of languages) {
  test(`every choice has the state, the reason and the source that the package gives it, and so has every finding: ${language}`, () =>
    onExplorer({ language }, async (page) => {
      for (const selection of selections) {
        await page.click("#explore-clear-all");
        await select(page, { application: "eligibility", ...selection });
        for (const field of tables) {
          assert.deepEqual(await readTable(page, field), expectedTable(selection, field, language), `${JSON.stringify(selection)}: ${field}`);
        }
        const expected = lineIssues(selection, { locale: language }).map(({ severity, message, source }) => ({
          severity: tones[language][severity],
          text: message,
          source: citation(source, language),
        }));
        const found = await readFindings(page);
        if (expected.length) assert.deepEqual(found, expected, JSON.stringify(selection));
        else assert.equal(found.length, 1, JSON.stringify(selection));
      }
    }));

  test(`every prefecture stands once, beside those of the same state and reason: ${language}`, () =>
    onExplorer({ language }, async (page) => {
      for (const selection of selections) {
        await page.click("#explore-clear-all");
        await select(page, { application: "eligibility", ...selection });
        const options = lineOptions(selection, { locale: language }).prefecture;
        const groups = sameReason(options);
        const rows = await readTable(page, "prefecture");
        assert.equal(rows.length, groups.length, JSON.stringify(selection));
        for (const group of groups) {
          const [first] = group;
          const row = rows.find(({ name }) => (group.length === options.length ? /47/ : new RegExp(`(^|[^a-z])${first.label}`)).test(name));
          assert.ok(row, `${JSON.stringify(selection)}: ${first.label}`);
          for (const { label } of group) assert.ok(group.length === options.length || row.name.includes(label), label);
          assert.equal(row.state, exploreWords[language][`explore.${shownState(first)}`]);
          assert.equal(row.icon, icons[shownState(first)]);
          assert.equal(row.source, first.issue ? citation(first.issue.source, language) : "");
          if (group.length === 1 && first.issue) assert.ok(row.why.endsWith(first.issue.message));
          assert.equal(row.why !== "", first.issue !== undefined);
          assert.doesNotMatch(row.why, /[{}]|undefined/);
        }
        const ranks = rows.map(({ icon }) => ["#icon-check", "#icon-look", "#icon-off"].indexOf(icon));
        assert.deepEqual(ranks, ranks.toSorted(), "those that fit come first");
      }
    }));

  test(`the list of fields says what is chosen and how many choices fit: ${language}`, () =>
    onExplorer({ language, selection: selections[7] }, async (page) => {
      const rows = await page.locator(".explore-chosen li").evaluateAll((items) => items.map((item) => ({
        value: item.querySelector(".explore-value").textContent,
        tally: item.querySelector(".explore-tally").textContent,
      })));
      const answer = lineOptions(selections[7], { locale: language });
      fields.forEach((field, index) => {
        const label = answer[field].find((option) => option.value === selections[7][field]).label;
        assert.ok(rows[index].value.endsWith(label), field);
        const counts = Object.keys(icons)
          .map((state) => [exploreWords[language][`explore.${state}`], answer[field].filter((option) => shownState(option) === state).length])
          .filter(([, count]) => count > 0);
        for (const part of counts.flat()) assert.ok(rows[index].tally.includes(part), `${field}: ${rows[index].tally}`);
        assert.equal(rows[index].tally.match(/\d+/g).length, counts.length);
      });
    }));
}

test("documents have short names in both languages, the rule book's own", () => {
  for (const language of languages) {
    for (const { name } of rules.documents) {
      const short = exploreWords[language][`explore.document.${name}`];
      assert.ok(short, name);
      if (name !== "rule-book") assert.equal(short, bookWords[language][`document.${name}`]);
    }
  }
});

test("it goes both ways: an ID rules out prefectures, and a prefecture rules out the ID", () =>
  onExplorer({}, async (page) => {
    const prefectureOf = async (name) => (await readTable(page, "prefecture")).find((row) => row.name.includes(name));
    await select(page, { customerIdSource: "cop" });
    assert.equal((await prefectureOf("大阪府")).state, "不可");
    assert.match((await prefectureOf("大阪府")).why, /これらの都道府県はNTT西日本エリア/);
    assert.equal((await prefectureOf("東京都")).state, "可");
    await page.click("#explore-clear-all");
    await select(page, { prefecture: "27" });
    const cop = (await readTable(page, "customerIdSource")).find((row) => row.value === "cop");
    assert.equal(cop.state, "不可");
    assert.match(cop.why, /大阪府はNTT西日本エリア/);
    assert.match(cop.source, /書面申請の案内「西日本の場合」（2024-03-12）/);
  }));

test("what does not fit can be chosen all the same, and says what stands against it", () =>
  onExplorer({ selection: { prefecture: "13", lineType: "2" } }, async (page) => {
    const row = page.locator("#explore-lineType tr", { has: page.locator("#explore-lineType-2") });
    assert.ok(await page.isChecked("#explore-lineType-2"));
    assert.match(await row.innerText(), /不可[\s\S]*東京都では使えません/);
    assert.match(await page.innerText("#explore-found"), /エラー CTC・QTnetの回線は東京都では使えません/);
    assert.match(await page.innerText("#explore-prefecture-verdict"), /不可[\s\S]*根拠/);
    assert.match(await page.locator("#explore-prefecture-select option:checked").textContent(), /13: 東京都（不可）/);
  }));

// Choosing and taking back

test("a change is said once: what was chosen, and what was found", () =>
  onExplorer({}, async (page) => {
    await select(page, { lineType: "2" });
    await announces(page, /^電気通信回線種別は「2: IP-VPN接続（CTC・QTnet）」です。選んだ範囲では、/);
    await select(page, { prefecture: "13" });
    await announces(page, /^都道府県は「13: 東京都」です。確認結果: エラー1件。$/);
    await page.click("#explore-lineType .explore-clear");
    await announces(page, /^電気通信回線種別の選択を外しました。/);
    await page.check("#explore-application-claims");
    await announces(page, /^オンライン請求の選択肢です。/);
    await page.click("#explore-clear-all");
    await announces(page, /^選択をすべて外しました。$/);
  }));

test("every choice can be taken back, where it was made and in the list, and the focus stays near", () =>
  onExplorer({}, async (page) => {
    const all = { prefecture: "13", lineType: "1", customerIdSource: "caf", v6Option: "contracted", lineService: "hikari-next" };
    await select(page, all);
    for (const field of fields) {
      await page.click(`#explore-${field} .explore-clear`);
      assert.equal(await focused(page), field === "prefecture" ? "explore-prefecture-select" : `explore-${field}`);
      assert.ok(!(await page.isVisible(`#explore-${field} .explore-clear`)));
    }
    assert.equal(await page.locator(".explore-chosen [data-state=chosen], .explore-fields :checked:not(option)").count(), 0);
    await select(page, all);
    for (const [index, field] of fields.entries()) {
      const row = page.locator(".explore-chosen li").nth(index);
      await row.locator("button").click();
      assert.ok(await row.locator("a").evaluate((link) => link === document.activeElement), field);
      assert.equal(await row.locator(".explore-value").textContent(), "選んでいません");
    }
    await select(page, all);
    await page.click("#explore-clear-all");
    assert.equal(await focused(page), "explore-clear-all");
    assert.equal(await page.locator(".explore-chosen [data-state=chosen]").count(), 0);
    assert.equal(await page.inputValue("#explore-prefecture-select"), "");
    assert.match(await page.innerText("#explore-found"), /選ぶと、ここに結果が出ます/);
  }));

test("a finding's own remedy is offered and taken", () =>
  onExplorer({ selection: { lineType: "3", v6Option: "contracted" } }, async (page) => {
    await page.click("#explore-found button");
    assert.ok(!(await page.isChecked("#explore-v6Option-contracted")));
    assert.equal(await page.locator("#explore-found button").count(), 0);
    await announces(page, /^フレッツ・v6オプション契約の確認の選択を外しました。/);
  }));

test("the other application keeps place and service, and each keeps its own choices", () =>
  onExplorer({ selection: { prefecture: "27", lineType: "2", customerIdSource: "caf", lineService: "hikari-cross" } }, async (page) => {
    await page.check("#explore-application-claims");
    assert.equal(await page.inputValue("#explore-prefecture-select"), "27");
    assert.ok(await page.isChecked("#explore-lineService-hikari-cross"));
    assert.equal(await page.locator("#explore-lineType :checked, #explore-customerIdSource :checked").count(), 0);
    await select(page, { lineType: "ip-vpn-ipv4", prefecture: "13" });
    assert.deepEqual(await readTable(page, "lineType"), expectedTable({ application: "claims", prefecture: "13", lineType: "ip-vpn-ipv4", lineService: "hikari-cross" }, "lineType", "ja"));
    await page.check("#explore-application-eligibility");
    assert.ok(await page.isChecked("#explore-lineType-2"));
    assert.ok(await page.isChecked("#explore-customerIdSource-caf"));
    assert.equal(await page.inputValue("#explore-prefecture-select"), "13");
  }));

test("the names in the list lead to the fields, and the address stays", () =>
  onExplorer({}, async (page) => {
    for (const [index, field] of fields.entries()) {
      await page.locator(".explore-chosen a").nth(index).click();
      assert.equal(await focused(page), `explore-${field}`);
    }
    assert.equal(new URL(page.url()).hash, "#explore");
  }));

test("what is chosen stays where it is on the screen, whatever appears above it", () =>
  onExplorer({ width: 320, height: 700, selection: { prefecture: "13" } }, async (page) => {
    const choice = page.locator("label", { has: page.locator("#explore-lineType-2") });
    await choice.scrollIntoViewIfNeeded();
    const before = await choice.boundingBox();
    await choice.click();
    const after = await choice.boundingBox();
    assert.ok(Math.abs(after.y - before.y) < 2, `${before.y} ${after.y}`);
    assert.match(await page.innerText("#explore-found"), /エラー/);
  }));

// Keyboard

test("everything can be done with the keyboard", () =>
  onExplorer({}, async (page) => {
    await page.focus("#explore-application-eligibility");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "explore-application-claims");
    assert.ok(await page.isVisible("#explore-lineType-isdn"));
    await page.keyboard.press("ArrowUp");
    await page.focus("#explore-prefecture-select");
    await page.keyboard.type("27");
    await page.keyboard.press("Enter");
    assert.equal(await page.inputValue("#explore-prefecture-select"), "27");
    await page.focus("#explore-lineType-1");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "explore-lineType-2");
    assert.ok(await page.isChecked("#explore-lineType-2"));
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#explore-lineType :checked").count(), 0);
    assert.equal(await focused(page), "explore-lineType");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "explore-lineType-1");
  }));

for (const width of [1280, 320]) {
  test(`Tab reaches every control in the order it is seen, in view and with a ring: ${width} px`, () =>
    onExplorer({ width, selection: { prefecture: "40", lineType: "2", customerIdSource: "cop", v6Option: "not-needed", lineService: "hikari-cross" } }, async (page) => {
      const all = await tabThrough(page, [".top, .skip", ".explore-now", ".explore-fields"]);
      const stops = all.filter((stop) => stop.region > 0);
      assert.deepEqual(stops.map((stop) => stop.region), stops.map((stop) => stop.region).toSorted());
      assert.deepEqual(stops.filter((stop) => !stop.isInView).map((stop) => stop.name), [], "out of view");
      assert.deepEqual(stops.filter((stop) => !stop.hasFocusRing).map((stop) => stop.name), [], "without a focus ring");
      for (const field of tables) assert.equal(stops.filter((stop) => stop.group === `explore-${field}`).length, 1, field);
      const inFields = stops.filter((stop) => stop.region === 2);
      assert.deepEqual(inFields.filter((stop, index) => index > 0 && stop.top < inFields[index - 1].top), []);
      const buttons = await page.locator("#explore-found button, .explore-clear:not([hidden]), #explore-clear-all").count();
      assert.equal(stops.filter((stop) => stop.group === null).length, buttons + fields.length + 1, "buttons, names of the fields, the list of prefectures");
    }));
}

// Tables, small screens

test("every table has a caption, heads with a scope and rows with a head, on the wide and on the small screen", () =>
  onExplorer({ selection: selections[7] }, async (page) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const field of fields) {
        const table = await page.locator(`#explore-${field} table`).evaluate((table) => ({
          caption: table.caption.textContent,
          columns: [...table.tHead.rows[0].cells].map((cell) => [cell.tagName, cell.scope, cell.getAttribute("role"), cell.textContent !== ""]),
          rows: [...table.tBodies[0].rows].map((row) => [row.cells[0].tagName, row.cells[0].scope, row.cells.length]),
        }));
        assert.ok(table.caption.startsWith(`${exploreWords.ja[`explore.${field}`]}：`), table.caption);
        assert.deepEqual(table.columns, Array(3).fill(["TH", "col", "columnheader", true]));
        for (const row of table.rows) assert.deepEqual(row, ["TH", "row", 3]);
      }
    }
  }));

test("the heads stay in view while a long table is read, and what is reached with Tab is not under them", () =>
  onExplorer({ height: 500 }, async (page) => {
    await page.locator("#explore-lineService-otoline-isdn").evaluate((input) => input.scrollIntoView({ block: "end" }));
    const head = page.locator("#explore-lineService thead th").first();
    const { y, height } = await head.boundingBox();
    assert.ok(y > -1 && y < 1, `${y}`);
    await page.focus("#explore-lineService-otoline-isdn");
    for (let presses = 0; presses < 18; presses += 1) {
      await page.keyboard.press("ArrowUp");
      const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
      assert.ok(top >= height - 1, `${await focused(page)}: ${top}`);
    }
  }));

for (const language of languages) {
  test(`nothing sticks out at 320 px, and rows are cards: ${language}`, () =>
    onExplorer({ language, width: 320, height: 700 }, async (page) => {
      for (const selection of selections) {
        await page.click("#explore-clear-all");
        await select(page, { application: "eligibility", ...selection });
        assert.deepEqual(await overflow(page), [], JSON.stringify(selection));
      }
      assert.equal(await page.locator("#explore-lineService tbody tr").first().evaluate((row) => getComputedStyle(row).display), "block");
    }));
}

// Languages

test("the other language keeps choices, findings and focus", () =>
  onExplorer({ selection: selections[7] }, async (page) => {
    await page.focus("#explore-lineType-2");
    await page.evaluate(() => {
      location.hash = "#en/explore";
    });
    await page.locator("html[lang=en]").waitFor({ state: "attached" });
    for (const field of tables) assert.deepEqual(await readTable(page, field), expectedTable(selections[7], field, "en"));
    assert.equal(await page.inputValue("#explore-prefecture-select"), "40");
    assert.equal(await focused(page), "explore-lineType-2");
    assert.equal((await readFindings(page)).length, lineIssues(selections[7]).length);
    assert.equal(await page.innerText("#explore-title"), exploreWords.en["explore.title"]);
    await switchTo(page, "ja");
    for (const field of tables) assert.deepEqual(await readTable(page, field), expectedTable(selections[7], field, "ja"));
  }));

test("no Japanese is left in English, and both languages have the same words", () =>
  onExplorer({ language: "en" }, async (page) => {
    assert.deepEqual(Object.keys(exploreWords.en).sort(), Object.keys(exploreWords.ja).sort());
    for (const selection of selections) {
      await page.click("#explore-clear-all");
      await select(page, { application: "eligibility", ...selection });
      assert.deepEqual(await japaneseLeft(page), [], JSON.stringify(selection));
    }
  }));

// Requests, missing WebAssembly, accessibility

test("choosing asks for nothing and stores nothing", () =>
  onExplorer({}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await select(page, selections[7]);
    await page.check("#explore-application-claims");
    await switchTo(page, "en");
    assert.deepEqual(requests, []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  }));

test("without WebAssembly it says so, in either language, and shows no empty tables", () =>
  onExplorer({ withoutTables: true, initScript: () => delete globalThis.WebAssembly }, async (page) => {
    const banner = page.locator("#explore-title ~ .banner");
    await banner.waitFor();
    assert.match(await banner.innerText(), /しらべることができません/);
    assert.ok(!(await page.isVisible(".explore-fields")));
    await switchTo(page, "en");
    assert.match(await banner.innerText(), /cannot look it up/);
  }));

for (const language of languages) {
  for (const scheme of ["light", "dark"]) {
    test(`axe-core objects to nothing: ${language}, ${scheme}`, () =>
      onExplorer({ language, scheme, initScript: axe }, async (page) => {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          for (const selection of [{}, selections[7]]) {
            await page.click("#explore-clear-all");
            await select(page, { application: "eligibility", ...selection });
            assert.deepEqual(await objections(page), [], `${width} px ${JSON.stringify(selection)}`);
          }
        }
      }));
  }
}
