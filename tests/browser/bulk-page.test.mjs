// The bulk check in Chromium, with its worker: files of every sort, what is shown of them, and what can be taken away.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { axe, japaneseLeft, objections, overflow, policyOf } from "./examine.mjs";
import { openBulkCheck, openRuleBook } from "./page.mjs";

const site = process.env.SITE;
const inSite = (path) => import(pathToFileURL(`${site}/${path}`));
const { bulkWords } = await inSite("js/bulk-words.js");
const { bookWords } = await inSite("js/rule-book-words.js");
const languages = ["ja", "en"];

/** With a mark, quotes, a line break in a cell, and CRLF. */
const quoted = "\ufeff施設名,お客さまID,メールアドレス,備考\r\n"
  + "\"見本, 歯科\",CAF0123456789,info@example.jp,\"1行目\r\n2行目\"\r\n"
  + "\"\"\"港\"\"医院\",CAF012345678,Info@example.jp,\r\n";

/** 電話,施設 and one row, as Windows programs write them. */
const shiftJis = Buffer.from([0x93, 0x64, 0x98, 0x62, 0x2c, 0x8e, 0x7b, 0x90, 0xdd, 0x0d, 0x0a, ...Buffer.from("03-1234-5678,"), 0x8c, 0xa9, 0x96, 0x7b, 0x0d, 0x0a]);

/** More findings than a page of the list takes: 120 of one sort, 10 of another. */
const many = `メール,電話\n${Array.from({ length: 130 }, (_, index) => (index < 120 ? `A${index}@example.jp,0312345678` : `a@example.jp,12`)).join("\n")}\n`;

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

/** Runs `work` on the opened page. Fails when it throws, writes to the console or asks for anything elsewhere. */
async function onPage(options, work) {
  const { page, complaints, close } = await openBulkCheck(browser, server.address, options);
  try {
    await work(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

async function choose(page, content, name = "list.csv") {
  await page.setInputFiles("#file", { name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** Chooses a file and waits until it is shown. */
async function read(page, content, name = "list.csv") {
  await choose(page, content, name);
  await shows(page, "#file-name", name);
}

async function check(page) {
  await page.click("#run");
  await page.locator("#finished").waitFor();
}

async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ state: "attached" });
}

async function focuses(page, id) {
  await page.waitForFunction((id) => document.activeElement.id === id, id);
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}

/** The tallies in the order in which they stand: rows, right, errors, unreadable. */
async function tallies(page) {
  return (await page.locator("#tallies dd").allInnerTexts()).map((text) => Number(text.replace(/\D/g, "")));
}

function chosen(page, selector) {
  return page.locator(selector).evaluate((select) => select.selectedOptions[0].text);
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Gives the page a file of this many copies of a piece, without it ever being in memory. */
function giveLargeFile(page, piece, copies) {
  return page.evaluate(([piece, copies]) => {
    const part = new Blob([piece]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(["電話,メール\n", ...Array(copies).fill(part)], "large.csv", { type: "text/csv" }));
    const input = document.getElementById("file");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
  }, [piece, copies]);
}

// Choosing and reading

test("a file is read at once: first rows, how it was read, what its columns are; the focus goes there", () =>
  onPage({}, async (page) => {
    await read(page, quoted);
    await focuses(page, "reading-title");
    await shows(page, "#live", "「list.csv」を読み取りました。4列のうち");
    assert.deepEqual(await Promise.all(["#encoding", "#delimiter", "#header", "#form"].map((select) => chosen(page, select))), [
      "UTF-8（自動）", "コンマ（自動）", "見出し（自動）", "列ごとに確かめる",
    ]);
    assert.deepEqual(await page.locator("#rows thead th").evaluateAll((heads) => heads.map((head) => head.firstChild.data)), ["行", "施設名", "お客さまID", "メールアドレス", "備考"]);
    assert.deepEqual(await page.locator("#rows tbody tr").first().locator("td").allTextContents(), ["見本, 歯科", "CAF0123456789", "info@example.jp", "1行目\r\n2行目"]);
    assert.equal(await page.locator("#rows tbody tr").nth(1).locator("td").first().textContent(), "\"港\"医院");
    assert.equal(await chosen(page, "#column-1"), "お客さまID（自動）");
    assert.match(await page.innerText("#column-1-example"), /CAF0123456789/);
  }));

test("Shift_JIS is found out, and another encoding can be chosen and taken back", () =>
  onPage({}, async (page) => {
    assert.equal(new TextDecoder("shift_jis").decode(shiftJis), "電話,施設\r\n03-1234-5678,見本\r\n");
    await read(page, shiftJis);
    assert.equal(await chosen(page, "#encoding"), "Shift_JIS（自動）");
    await shows(page, "#rows td", "見本");
    await page.selectOption("#encoding", "utf-8");
    await shows(page, "#no-rows", "「文字コード」で「Shift_JIS（自動）」を選んでください");
    assert.equal(await page.locator("#encoding option").first().textContent(), "Shift_JIS（自動）");
    await page.selectOption("#encoding", "auto");
    await shows(page, "#rows thead", "電話");
    await check(page);
    assert.deepEqual(await tallies(page), [1, 1, 0, 0]);
    assert.match(await page.innerText("#speed"), /Shift_JIS/);
  }));

test("delimiter and header can be chosen; the columns follow", () =>
  onPage({}, async (page) => {
    await read(page, "03-1234-5678;a\n03-1234-567;b\n");
    assert.equal(await chosen(page, "#delimiter"), "セミコロン（自動）");
    await page.selectOption("#delimiter", ",");
    await page.locator("#mapping select").nth(1).waitFor({ state: "detached" });
    await page.selectOption("#delimiter", "auto");
    await page.locator("#column-1").waitFor();
    await page.selectOption("#header", "true");
    await shows(page, "#rows thead", "03-1234-5678");
    await page.selectOption("#header", "false");
    await shows(page, "#rows thead", "1列目");
    await page.selectOption("#column-0", "phone");
    await shows(page, "#mapping-count", "2列のうち1列");
    await check(page);
    assert.deepEqual(await tallies(page), [2, 1, 1, 0]);
  }));

test("what a column is checked as can be chosen and taken back, and the result that no longer fits goes away", () =>
  onPage({}, async (page) => {
    await read(page, "連絡先,メール\n0312345678,a@example.jp\n");
    assert.equal(await chosen(page, "#column-0"), "電話番号（自動）");
    await check(page);
    await page.selectOption("#column-0", "");
    await page.locator("#result").waitFor({ state: "hidden" });
    await shows(page, "#live", "もう一度確かめてください");
    await shows(page, "#rows thead th:nth-child(2)", "調べない");
    assert.equal(await page.locator("#column-0 option[value=phone]").textContent(), "電話番号（自動）");
    await page.selectOption("#column-1", "");
    await shows(page, "#mapping-count", "確かめる列がまだありません");
    await page.click("#run");
    await focuses(page, "column-0");
    await shows(page, "#live", "1つ以上");
    await page.selectOption("#column-0", "phone");
    await shows(page, "#mapping-count", "2列のうち1列");
    await check(page);
    assert.deepEqual(await tallies(page), [1, 1, 0, 0]);
  }));

test("rows can be checked as a form, column by field", () =>
  onPage({}, async (page) => {
    await read(page, "都道府県,点数表,医療機関コード,回線種別,お客さまID,お客さまID（確認用）\n13,3,3246295,1,CAF0123456789,CAF0123456780\n");
    await check(page);
    assert.deepEqual(await tallies(page), [1, 1, 0, 0]);
    await page.selectOption("#form", "eligibility-application");
    await shows(page, "#mapping-count", "1行を1件の申請書として");
    assert.equal(await chosen(page, "#column-5"), "確認用お客さまID（自動）");
    await check(page);
    assert.deepEqual(await tallies(page), [1, 0, 1, 0]);
    await shows(page, "#issues code", "confirm.mismatch");
  }));

test("a table can be pasted, as it comes from a spreadsheet", () =>
  onPage({}, async (page) => {
    await page.click("#paste summary");
    await page.click("#read-pasted");
    await shows(page, "#problem", "何もありません");
    await focuses(page, "pasted");
    await page.fill("#pasted", "電話\tメール\n03-1234-5678\tA@example.jp\n");
    await page.click("#read-pasted");
    await shows(page, "#file-name", "貼り付けた表");
    assert.ok(!(await page.isVisible("#problem")));
    assert.equal(await chosen(page, "#delimiter"), "タブ（自動）");
    await check(page);
    assert.deepEqual(await tallies(page), [1, 0, 1, 0]);
  }));

test("files can be let go anywhere on the page; of several the first is read, and that is said", () =>
  onPage({}, async (page) => {
    const drop = (type) => page.evaluate((type) => {
      const transfer = new DataTransfer();
      for (const name of ["one.csv", "two.csv"]) transfer.items.add(new File(["電話\n0312345678\n"], name));
      return document.querySelector("h1").dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, type);
    assert.equal(await drop("dragover"), false, "the browser is told not to open it");
    assert.ok(await page.locator("#drop[data-over]").count());
    assert.equal(await drop("drop"), false);
    await shows(page, "#file-name", "one.csv");
    assert.equal(await page.locator("#drop[data-over]").count(), 0);
  }));

test("the sample says that it is one, and holds the mistakes that it promises", () =>
  onPage({}, async (page) => {
    await page.click("#try-sample");
    await page.locator("#sample-note").waitFor();
    await check(page);
    const [rows, right, wrong, unreadable] = await tallies(page);
    assert.equal(rows, right + wrong + unreadable);
    const codes = await page.locator("#chart code").allInnerTexts();
    for (const code of ["csv.lost-zeros", "customer-id.cop-in-west", "email.upper-case", "csv.too-many-cells", "customer-id.too-short"]) assert.ok(codes.includes(code), code);
    await shows(page, "#issues .fix", "0111234563");
    await read(page, quoted);
    assert.ok(!(await page.isVisible("#sample-note")));
    assert.ok(!(await page.isVisible("#result")));
  }));

const refused = [
  ["empty.csv", "", "何も書かれていません"],
  ["blank.csv", "\ufeff\r\n \r\n", "何も書かれていません"],
  ["list.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "CSV UTF-8"],
  ["list.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "CSV UTF-8"],
  ["list.zip", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "表のファイルではない"],
  ["letter.pdf", "%PDF-1.7\n", "PDF"],
  ["unicode.txt", Buffer.from("\ufeff電話\t施設\n", "utf16le"), "UTF-16"],
  ["picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "表のファイルではない"],
];

for (const [name, content, said] of refused) {
  test(`a file that is no table says what to do instead, and leaves what was there: ${name}`, () =>
    onPage({}, async (page) => {
      await read(page, quoted);
      await choose(page, content, name);
      await shows(page, "#problem", said);
      await shows(page, "#live", said);
      assert.ok((await page.innerText("#problem")).includes(name));
      assert.equal(await page.innerText("#file-name"), "list.csv");
    }));
}

test("of a header alone the page says that there is nothing to check", () =>
  onPage({}, async (page) => {
    await read(page, "電話,メール\r\n");
    assert.ok(await page.isVisible("#no-rows"));
    assert.ok(!(await page.isVisible("#run")));
    await page.selectOption("#header", "false");
    await page.locator("#run").waitFor();
  }));

// Checking

test("a worker checks the file; counts, chart and list agree; the focus goes to the result, and it is said", () =>
  onPage({}, async (page) => {
    const workers = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await read(page, quoted);
    await check(page);
    assert.equal(workers.length, 1);
    assert.match(workers[0], /^blob:/);
    await focuses(page, "result-title");
    await shows(page, "#live", "2行のうち1行に、直すところがあります。");
    assert.deepEqual(await tallies(page), [2, 1, 1, 0]);
    const chart = await page.locator("#chart tbody tr").evaluateAll((rows) => rows.map((row) => [row.cells[0].querySelector("strong").textContent, row.querySelector("code").textContent, row.querySelector(".count-of").textContent]));
    assert.deepEqual(chart.sort(), [["お客さまID", "customer-id.too-short", "1件"], ["メールアドレス", "email.upper-case", "1件"]]);
    const list = await page.locator("#issues tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(0, 2).map((cell) => cell.lastChild.textContent).concat(row.querySelector("code").textContent)));
    assert.deepEqual(list, [["2", "4", "customer-id.too-short"], ["2", "4", "email.upper-case"]]);
  }));

test("a right file says so, and shows no chart and no list", () =>
  onPage({}, async (page) => {
    await read(page, "電話\n0312345678\n");
    await check(page);
    await shows(page, "#outcome", "指摘はありませんでした");
    for (const part of ["#chart-part", "#issues-part", "#save-issues-csv"]) assert.ok(!(await page.isVisible(part)), part);
    assert.ok(await page.isVisible("#save-annotated"));
  }));

test("rows that cannot be read are counted and listed as a whole", () =>
  onPage({}, async (page) => {
    await read(page, "電話,メール\n0312345678,a@example.jp,b,c\n0312345678,a@example.jp\n\"0312345678,a@example.jp\n");
    await check(page);
    assert.deepEqual(await tallies(page), [3, 1, 0, 2]);
    await shows(page, "#chart strong", "行全体");
    await page.selectOption("#filter-column", "-1");
    assert.deepEqual(await page.locator("#issues tbody code").allInnerTexts(), ["csv.too-many-cells", "csv.open-quote"]);
  }));

test("a secret column is counted and never shown, neither in the page nor in a file", () =>
  onPage({}, async (page) => {
    await read(page, "暗証番号,パスワード,メモ\n90217,Sesame7,x5521\n4826,Abcdefg1,y\n");
    assert.deepEqual(await page.locator("#rows tbody td").allInnerTexts(), ["••••", "••••", "x5521", "••••", "••••", "y"]);
    assert.doesNotMatch(await page.content(), /90217|Sesame7/);
    await page.selectOption("#column-2", "secret-number");
    await page.waitForFunction(() => !document.body.textContent.includes("x5521"));
    await check(page);
    assert.deepEqual(await tallies(page), [2, 0, 2, 0]);
    assert.ok((await page.locator("#chart code").allInnerTexts()).some((code) => code.startsWith("secret-number.")));
    assert.equal(await page.locator("#chart td button").count(), 0, "there is nothing of it in the list");
    assert.doesNotMatch(await page.content(), /90217|Sesame7|x5521/);
  }));

test("a large file shows how far it is, and can be stopped: what was read so far is the result", () =>
  onPage({}, async (page) => {
    await giveLargeFile(page, "03-1234-5678,Info@example.jp\n".repeat(36_000), 900);
    await shows(page, "#file-size", "MB");
    await page.click("#run");
    await focuses(page, "result-title");
    await page.locator("#progress[value]").waitFor();
    await shows(page, "#rate", /^\d+% ・ [\d,]+行 ・ 毎秒[\d,]+行$/);
    await page.click("#cancel");
    await page.locator("#finished").waitFor();
    assert.ok(await page.isVisible("#aborted"));
    await focuses(page, "result-title");
    await shows(page, "#live", "途中で中止しました");
    const [rows, right, wrong] = await tallies(page);
    assert.ok(rows > 0 && rows < 36_000 * 900 && right + wrong === rows, String(rows));
    await shows(page, "#truncated", "はじめの10,000件");
  }));

test("another file takes the place of one that is being checked", () =>
  onPage({}, async (page) => {
    await giveLargeFile(page, "03-1234-5678,Info@example.jp\n".repeat(36_000), 900);
    await shows(page, "#file-name", "large.csv");
    await page.click("#run");
    await page.locator("#progress[value]").waitFor();
    await read(page, quoted);
    assert.ok(!(await page.isVisible("#result")));
    await check(page);
    assert.deepEqual(await tallies(page), [2, 1, 1, 0]);
  }));

// The list

test("the list is filtered by column, code and severity, and says how many fit", () =>
  onPage({}, async (page) => {
    await read(page, many);
    await check(page);
    await page.selectOption("#filter-column", "1");
    assert.match(await page.innerText("#count"), /10件のうち1–10件目（全130件）/);
    await shows(page, "#live", "10件のうち1–10件目");
    await page.selectOption("#filter-severity", "error");
    await page.selectOption("#filter-code", "email.upper-case");
    await shows(page, "#count", "当てはまる指摘はありません");
    await page.click("#show-all");
    await focuses(page, "filter-column");
    assert.match(await page.innerText("#count"), /^130件のうち1–50件目$/);
    await page.locator("#chart tr", { hasText: "phone." }).getByRole("button").click();
    await focuses(page, "issues-title");
    assert.match(await page.innerText("#count"), /10件のうち1–10件目/);
    assert.deepEqual([...new Set(await page.locator("#issues tbody code").allInnerTexts())].length, 1);
  }));

test("the list goes page by page with the keyboard, and the button keeps the focus", () =>
  onPage({}, async (page) => {
    await read(page, many);
    await check(page);
    const next = page.locator("[data-go=next]");
    await next.focus();
    for (const [count, number] of [["51–100", "2 / 3"], ["101–130", "3 / 3"]]) {
      await page.keyboard.press("Enter");
      await shows(page, "#count", count);
      assert.equal(await page.innerText("#page-number"), number);
      await shows(page, "#live", count);
    }
    assert.equal(await page.locator("#issues tbody tr").count(), 30);
    assert.equal(await next.getAttribute("aria-disabled"), "true");
    assert.ok(await next.evaluate((control) => control === document.activeElement));
    await page.keyboard.press("Enter");
    assert.equal(await page.innerText("#page-number"), "3 / 3");
    await page.locator("[data-go=first]").press("Enter");
    await shows(page, "#count", "1–50");
  }));

// Taking away

const hostile = "施設名,メール,電話\r\n=1+1,A@example.jp,312345678\r\n+cmd,b@example.jp,0312345678\r\n";

test("the annotated table is saved: the same cells with the result beside them, safe in a spreadsheet", () =>
  onPage({}, async (page) => {
    await read(page, hostile, "一覧.csv");
    await check(page);
    const { name, text } = await saved(page, "#save-annotated");
    assert.equal(name, "一覧-確認結果.csv");
    const [head, first, second, ...rest] = text.split("\r\n");
    assert.equal(head, "\ufeff施設名,メール,電話,確認結果,指摘,コード");
    assert.match(first, /^"?'=1\+1/);
    assert.match(first, /email\.upper-case.*csv\.lost-zeros|csv\.lost-zeros.*email\.upper-case/);
    assert.match(second, /^"?'\+cmd/);
    assert.deepEqual(rest, [""]);
    await shows(page, "#live", "「一覧-確認結果.csv」を保存しました。");
    assert.ok(!(await page.isVisible("#saving")));
  }));

test("the findings are saved as CSV, safe in a spreadsheet, and as JSON", () =>
  onPage({}, async (page) => {
    await read(page, hostile.replace("メール", "=メール"), "list.tsv");
    await page.selectOption("#column-1", "email");
    await check(page);
    const csv = await saved(page, "#save-issues-csv");
    assert.equal(csv.name, "list-指摘.csv");
    const lines = csv.text.split("\r\n");
    assert.equal(lines[0], "\ufeff行,ファイルの行,列,重さ,コード,指摘,直した値");
    assert.match(lines[1], /^1,2,'=メール,エラー,email\.upper-case,/);
    assert.match(lines[2], /^1,2,電話,エラー,csv\.lost-zeros,.*,0312345678$/);
    const json = await saved(page, "#save-issues-json");
    assert.equal(json.name, "list-結果.json");
    const { file, rows, invalid, issues } = JSON.parse(json.text);
    assert.deepEqual([file, rows, invalid], ["list.tsv", 2, 1]);
    assert.deepEqual(issues.map(({ row, column, code }) => [row, column, code]), [[1, 1, "email.upper-case"], [1, 2, "csv.lost-zeros"]]);
  }));

test("writing a large table can be stopped", () =>
  onPage({}, async (page) => {
    await giveLargeFile(page, "03-1234-5678,Info@example.jp\n".repeat(36_000), 900);
    await shows(page, "#file-name", "large.csv");
    await page.click("#run");
    await page.locator("#progress[value]").waitFor();
    await page.click("#cancel");
    await page.locator("#finished").waitFor();
    await page.click("#save-annotated");
    await page.locator("#saving-progress[value]").waitFor();
    await page.click("#saving-cancel");
    await page.locator("#saving").waitFor({ state: "hidden" });
    await shows(page, "#live", "中止しました");
    await focuses(page, "save-annotated");
  }));

// Languages

test("the words are the same in number in both languages, cover what the page says, and stand in bulk.html", () =>
  onPage({}, async (page) => {
    const keys = (language) => Object.keys(bulkWords[language]).filter((key) => !key.endsWith(".one")).sort();
    assert.deepEqual(keys("en"), keys("ja"));
    assert.deepEqual(keys("ja").filter((key) => key in bookWords.ja), [], "no word of the rule book is written over");
    const html = readFileSync(`${site}/bulk.html`, "utf8");
    const different = await page.evaluate(async (html) => {
      const { say } = await import("./js/words.js");
      const written = new DOMParser().parseFromString(html, "text/html");
      return [...written.querySelectorAll("[data-word]")].filter((place) => place.textContent !== say(place.dataset.word)).map((place) => place.dataset.word);
    }, html);
    assert.deepEqual(different, []);
  }));

test("the other language keeps file, choices, result and filter", () =>
  onPage({}, async (page) => {
    await page.click("#try-sample");
    await page.locator("#run").waitFor();
    await page.selectOption("#column-6", "");
    await check(page);
    await page.selectOption("#filter-code", "email.upper-case");
    await switchTo(page, "en");
    await shows(page, "#outcome", "rows have something to correct");
    assert.equal(await page.inputValue("#filter-code"), "email.upper-case");
    assert.equal(await chosen(page, "#column-6"), "Not checked");
    assert.match(await page.innerText("#issues tbody"), /lower-case/);
    assert.match(page.url(), /#en$/);
    assert.equal(await page.title(), bulkWords.en["bulk.page"]);
  }));

test("no Japanese is left in English, in no state", () =>
  onPage({ language: "en" }, async (page) => {
    // Two cells of the sample are in full width, to show that this is no mistake.
    const left = async () => (await japaneseLeft(page)).filter((text) => !/^[Ａ-Ｚ０-９－]+$/.test(text));
    assert.deepEqual(await left(), []);
    await page.click("#try-sample");
    await page.locator("#run").waitFor();
    assert.deepEqual(await left(), []);
    await page.selectOption("#form", "claims-application");
    await shows(page, "#mapping-count", "as one application");
    assert.deepEqual(await left(), []);
    await page.selectOption("#form", "");
    await shows(page, "#mapping-count", "chosen by their headings");
    await check(page);
    assert.deepEqual(await left(), []);
  }));

test("the pages lead to each other and keep the language", async () => {
  await onPage({ language: "en" }, async (page) => {
    assert.equal(await page.innerText(".pages [aria-current=page]"), "Bulk check");
    await page.click(".pages a:text-is('Rule book')");
    await page.locator("html[lang=en] .rule").first().waitFor();
    await page.click(".pages a:text-is('Bulk check')");
    await page.locator("html[lang=en] #pick").waitFor();
  });
  const { page, close } = await openRuleBook(browser, server.address);
  try {
    assert.ok((await page.getAttribute(".pages a:text-is('まとめてチェック')", "href")).endsWith("bulk.html"));
  } finally {
    await close();
  }
});

// Keyboard, small screens, paper, requests

test("all of it can be done with the keyboard alone", () =>
  onPage({}, async (page) => {
    const tabTo = async (id) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          return { id: document.activeElement.id, hasRing: outlineStyle === "solid" && parseFloat(outlineWidth) >= 3 };
        });
        assert.ok(stop.hasRing, `${stop.id || "a stop"} shows its focus`);
        if (stop.id === id) return;
      }
      assert.fail(`${id} was not reached`);
    };
    const opened = page.waitForEvent("filechooser");
    await tabTo("pick");
    await page.keyboard.press("Enter");
    await (await opened).setFiles({ name: "wide.csv", mimeType: "text/csv", buffer: Buffer.from(`${Array.from({ length: 20 }, (_, index) => `列の見出し${index}`).join(",")},電話\n${"値,".repeat(20)}312345678\n`) });
    await focuses(page, "reading-title");
    await tabTo("sheet");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.getElementById("sheet").scrollLeft > 0);
    await tabTo("column-20");
    await tabTo("run");
    await page.keyboard.press("Enter");
    await page.locator("#finished").waitFor();
    await focuses(page, "result-title");
    await tabTo("save-annotated");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "wide-確認結果.csv");
    await tabTo("filter-column");
  }));

for (const language of languages) {
  test(`nothing sticks out at 320 px, in any state: ${language}`, () =>
    onPage({ language, width: 320, height: 700 }, async (page) => {
      // The table scrolls in a region of its own.
      const outside = async () => (await overflow(page)).filter((line) => !/^(TABLE|THEAD|TBODY|TR|TH|TD|SPAN)/.test(line));
      assert.deepEqual(await outside(), []);
      await page.click("#paste summary");
      await choose(page, "", "a-file-with-a-rather-long-name-that-does-not-fit-in-one-line.csv");
      await page.locator("#problem").waitFor();
      assert.deepEqual(await outside(), []);
      await read(page, many);
      assert.deepEqual(await outside(), []);
      await check(page);
      await page.evaluate(() => document.getElementById("reading").remove());
      assert.deepEqual(await overflow(page), []);
    }));
}

test("the head of the preview stays in view while it is scrolled", () =>
  onPage({ height: 700 }, async (page) => {
    await read(page, many);
    await page.evaluate(() => document.getElementById("sheet").style.setProperty("max-height", "10rem"));
    const tops = await page.evaluate(() => {
      const sheet = document.getElementById("sheet");
      sheet.scrollTop = 200;
      return [sheet, sheet.querySelector("th")].map((part) => Math.round(part.getBoundingClientRect().top));
    });
    assert.ok(Math.abs(tops[0] - tops[1]) <= 2, tops.join());
  }));

test("on paper there is the result, and nothing that works on the screen alone", () =>
  onPage({ width: 794 }, async (page) => {
    await read(page, many);
    await check(page);
    await page.emulateMedia({ media: "print" });
    for (const part of ["#outcome", "#tallies", "#chart", "#issues"]) assert.ok(await page.isVisible(part), part);
    for (const part of ["#choose", "#reading", "#filter", "#paging", "#save-annotated", ".pages", ".languages"]) assert.ok(!(await page.isVisible(part)), part);
  }));

test("after loading the page asks for nothing and stores nothing, and its policy would not let it", () =>
  onPage({}, async (page) => {
    const requests = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("blob:")) requests.push(request.url());
    });
    await read(page, hostile);
    await check(page);
    await saved(page, "#save-annotated");
    await saved(page, "#save-issues-json");
    await switchTo(page, "en");
    assert.deepEqual(requests, []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    assert.deepEqual(await policyOf(page), {
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "worker-src": "blob:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  }));

const broken = {
  "without WebAssembly": { initScript: "delete globalThis.WebAssembly" },
  "without the package": { route: ["**/dist/bulk.js", (route) => route.fulfill({ status: 404 })] },
  "without the reference": { route: ["**/dist/reference.js", (route) => route.fulfill({ status: 404 })] },
};

for (const [name, options] of Object.entries(broken)) {
  test(`${name} the page says so, and offers nothing that would not work`, async () => {
    const { page, complaints, close } = await openBulkCheck(browser, server.address, options);
    try {
      await page.locator("#unavailable").waitFor();
      await shows(page, "#live", "確かめられません");
      assert.ok(!(await page.isVisible("#pick")));
      await switchTo(page, "en");
      assert.match(await page.innerText("#unavailable"), /cannot check files/);
      assert.ok(complaints.every((text) => /404/.test(text)), complaints.join());
    } finally {
      await close();
    }
  });
}

// Accessibility

for (const language of languages) {
  for (const scheme of ["light", "dark"]) {
    test(`axe-core objects to nothing: ${language}, ${scheme}`, () =>
      onPage({ language, scheme, initScript: axe }, async (page) => {
        const look = async (state) => {
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            assert.deepEqual(await objections(page), [], `${state}, ${width} px`);
          }
        };
        await choose(page, "");
        await page.locator("#problem").waitFor();
        await page.click("#paste summary");
        await look("refused");
        await read(page, many);
        await look("read");
        await check(page);
        await page.click("[data-go=last]");
        await look("checked");
        await page.click("#try-sample");
        await shows(page, "#file-name", bulkWords[language]["choose.sample.name"]);
        await check(page);
        await look("sample");
      }));
  }
}

test("while a file is checked axe-core objects to nothing either", () =>
  onPage({ initScript: axe }, async (page) => {
    await giveLargeFile(page, "03-1234-5678,Info@example.jp\n".repeat(36_000), 900);
    await shows(page, "#file-name", "large.csv");
    await page.click("#run");
    await page.locator("#progress[value]").waitFor();
    assert.deepEqual(await objections(page), []);
    await page.click("#cancel");
    await page.locator("#finished").waitFor();
  }));

// One file

test("as one file on file:// it reads, checks in a worker and saves, and leads to no file that is not there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onshi-check-bulk-"));
  const context = await browser.newContext();
  try {
    copyFileSync(join(site, "bulk-check.html"), join(folder, "bulk-check.html"));
    const address = pathToFileURL(join(folder, "bulk-check.html")).href;
    const page = await context.newPage();
    const complaints = [];
    const workers = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("worker", (worker) => workers.push(worker.url()));
    page.on("request", (request) => {
      if (request.url().split("#")[0] !== address && !/^(data|blob):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(address);
    await page.locator("#pick").waitFor();
    await read(page, quoted);
    await check(page);
    assert.deepEqual(await tallies(page), [2, 1, 1, 0]);
    assert.equal(workers.length, 1);
    const { text } = await saved(page, "#save-annotated");
    assert.match(text, /email\.upper-case/);
    await page.click("#lang-en");
    await shows(page, "#outcome", "1 of 2 rows has something to correct.");
    const elsewhere = await page.evaluate(() => [...document.links].map((link) => link.href).filter((href) => !href.startsWith(location.href.split("#")[0]) && !href.startsWith("https://")));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
});
