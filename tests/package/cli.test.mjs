// The command of the package: what it prints, what it writes, and how it ends.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import test, { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { annotate, bulk, find } from "onshi-check/bulk";
import { localeOf, wordsOf } from "../../pkg/src/cli/words.js";
import { share } from "../../pkg/src/cli/share.js";
import { suggest } from "../../pkg/src/cli/suggest.js";
import { cut, pad, widthOf, wrap } from "../../pkg/src/cli/width.js";
import { manifest, packageFile, packageFolder } from "./package-files.mjs";
import { FIELDS, FORMS, KINDS } from "./tables.mjs";

const command = join(packageFolder, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "onshi-check-cli-"));
const before = process.cwd();
process.chdir(folder);
after(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Writes a file of the test and gives its name. */
function file(name, content) {
  writeFileSync(name, content);
  return name;
}

// A process takes its time, so most tests call the function behind the command, with streams of their own.
await build({
  entryPoints: [fileURLToPath(new URL("../../pkg/src/cli/run.js", import.meta.url))],
  alias: { "#tables": fileURLToPath(new URL("../../target/pack/tables.js", import.meta.url)), "#bulk": import.meta.resolve("onshi-check/bulk") },
  external: ["file:*", "node:*"],
  bundle: true,
  format: "esm",
  outfile: join(folder, "run.mjs"),
  logLevel: "error",
});
const { run: runHere } = await import(pathToFileURL(join(folder, "run.mjs")).href);

/** A stream that keeps what is written to it. */
function sink(properties) {
  const written = [];
  const stream = new PassThrough();
  stream.on("data", (data) => written.push(data));
  return Object.assign(stream, properties, { text: () => Buffer.concat(written).toString() });
}

/** Runs the command in the folder of the test. `width` is what the environment says, `terminal` is how wide one is. */
async function run(typed, { input = "", stdin = Readable.from([Buffer.from(input)]), environment = {}, width, terminal, stop = new AbortController() } = {}) {
  const shape = terminal === undefined ? {} : { isTTY: true, columns: terminal };
  const [stdout, stderr] = [sink(shape), sink(shape)];
  const around = width === undefined ? environment : { ...environment, COLUMNS: String(width) };
  const status = await runHere({ typed, environment: around, stdin, stdout, stderr, signal: stop.signal });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** The output, without the line break at its end; nothing may be on the other stream. */
async function output(typed, options) {
  const { stdout, stderr } = await run(typed, options);
  assert.equal(stderr, "");
  return stdout.replace(/\n$/, "");
}

/** Runs the command of the package as a process. Its environment is that of the tests without what the command reads. */
function execute(typed, { input = "", environment = {} } = {}) {
  const { NO_COLOR, TERM, COLUMNS, LC_ALL, LC_MESSAGES, LANG, ...others } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command, ...typed], { input, env: { ...others, ...environment } });
  if (error) throw error;
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** What it prints of the list on so many columns. */
function printed(width, ...typed) {
  const { status, stdout, stderr } = execute(["check", "list.csv", ...typed], { environment: { COLUMNS: String(width) } });
  assert.deepEqual([status, stderr], [1, ""]);
  return stdout.replace(/\n$/, "");
}

const LIST = `医療機関等名,医療機関等コード（7桁）,お客さまID,電話,担当
あおば医院,0110049,CAF0123456789,03-1234-5678,
みどり歯科,110049,CAF012345678,03-1234-5678,
さくら薬局,0110049,CAF0123456789,03-1234-5678,,至急
もみじ医院,0110049
`;
file("list.csv", LIST);
file("right.csv", "電話\n03-1234-5678\n");
file("wrong.csv", "電話\n123\n");

// What is printed.

test("a table of 80 columns in Japanese", () => {
  assert.equal(
    printed(80),
    `
list.csv
UTF-8、カンマ区切り、見出しあり

  行  程度    列                       指摘
   3  エラー  医療機関等コード（7桁）  先頭の0が1個抜けているようです。表計算ソ
                                       フトで消えていないか元の書類で確かめて、7
                                       桁に直してください。
                                       修正案：0110049
   3  エラー  お客さまID               お客さまIDがあと1文字足りません。CAFの後
                                       の数字10桁を最後まで入力してください。
   4  エラー  行全体                   項目が6個ありますが、列は5個です。区切り
                                       文字や引用符が余分に入っていないか確かめ
                                       てください。
   5  要確認  行全体                   項目が2個で、列の数（5個）に足りません。
                                       足りない項目は空として確かめました。行が
                                       途中で切れていないか見てください。

列ごとの結果
  列                       種類                入力  問題なし  要修正
  医療機関等名             text                   3         3       0
  医療機関等コード（7桁）  institution-number     3         2       1
    1 csv.lost-zeros
  お客さまID               customer-id            2         1       1
    1 customer-id.too-short
  電話                     phone                  2         2       0
  確かめていない列：担当

4行：問題なし 2、要修正 1、読めない行 1`.slice(1),
  );
});

test("a table of 80 columns in English", () => {
  assert.equal(
    printed(80, "--locale", "en"),
    `
list.csv
UTF-8, commas, with header

  Line  Level  Column                   Finding
     3  error  医療機関等コード（7桁）  Zeros in front seem to be lost: 1.
                                        Compare with your papers, as
                                        spreadsheets drop them, and enter 7
                                        digits.
                                        Suggestion: 0110049
     3  error  お客さまID               Characters still missing: 1. Enter CAF
                                        and all 10 digits.
     4  error  whole row                There are 6 cells for 5 columns. Check
                                        for a delimiter or quotation mark too
                                        many.
     5  check  whole row                There are 2 cells for 5 columns; the
                                        rest was taken as empty. Check that the
                                        row was not cut short.

By column
  Column                   Kind                Filled  Right  To correct
  医療機関等名             text                     3      3           0
  医療機関等コード（7桁）  institution-number       3      2           1
    1 csv.lost-zeros
  お客さまID               customer-id              2      1           1
    1 customer-id.too-short
  電話                     phone                    2      2           0
  Not checked: 担当

4 rows: 2 right, 1 to correct, 1 unreadable`.slice(1),
  );
});

test("40 columns are too few for a table: paragraphs in Japanese", () => {
  assert.equal(
    printed(40),
    `
list.csv
UTF-8、カンマ区切り、見出しあり

3行目 エラー 医療機関等コード（7桁）
  先頭の0が1個抜けているようです。表計算
  ソフトで消えていないか元の書類で確かめ
  て、7桁に直してください。
  修正案：0110049
3行目 エラー お客さまID
  お客さまIDがあと1文字足りません。CAFの
  後の数字10桁を最後まで入力してくださ
  い。
4行目 エラー 行全体
  項目が6個ありますが、列は5個です。区切
  り文字や引用符が余分に入っていないか確
  かめてください。
5行目 要確認 行全体
  項目が2個で、列の数（5個）に足りませ
  ん。足りない項目は空として確かめまし
  た。行が途中で切れていないか見てくださ
  い。

列ごとの結果
医療機関等名 text
  入力 3、問題なし 3、要修正 0
医療機関等コード（7桁）
institution-number
  入力 3、問題なし 2、要修正 1
  1 csv.lost-zeros
お客さまID customer-id
  入力 2、問題なし 1、要修正 1
  1 customer-id.too-short
電話 phone
  入力 2、問題なし 2、要修正 0
  確かめていない列：担当

4行：問題なし 2、要修正 1、読めない行 1`.slice(1),
  );
});

test("40 columns are too few for a table: paragraphs in English", () => {
  assert.equal(
    printed(40, "--locale", "en"),
    `
list.csv
UTF-8, commas, with header

Line 3 error 医療機関等コード（7桁）
  Zeros in front seem to be lost: 1.
  Compare with your papers, as
  spreadsheets drop them, and enter 7
  digits.
  Suggestion: 0110049
Line 3 error お客さまID
  Characters still missing: 1. Enter CAF
  and all 10 digits.
Line 4 error whole row
  There are 6 cells for 5 columns. Check
  for a delimiter or quotation mark too
  many.
Line 5 check whole row
  There are 2 cells for 5 columns; the
  rest was taken as empty. Check that
  the row was not cut short.

By column
医療機関等名 text
  filled 3, right 3, to correct 0
医療機関等コード（7桁）
institution-number
  filled 3, right 2, to correct 1
  1 csv.lost-zeros
お客さまID customer-id
  filled 2, right 1, to correct 1
  1 customer-id.too-short
電話 phone
  filled 2, right 2, to correct 0
  Not checked: 担当

4 rows: 2 right, 1 to correct, 1
unreadable`.slice(1),
  );
});

test("no line is wider than the terminal", async () => {
  for (const width of [30, 40, 59, 60, 80, 120]) {
    for (const locale of ["ja", "en"]) {
      for (const line of (await output(["check", "list.csv", "--locale", locale], { width })).split("\n")) assert.ok(widthOf(line) <= width, line);
    }
  }
});

test("what goes into a file has one finding a line, no colours and no progress", async () => {
  const lines = (await output(["check", "list.csv"])).split("\n");
  assert.ok(lines.includes("   3  エラー  お客さまID               お客さまIDがあと1文字足りません。CAFの後の数字10桁を最後まで入力してください。"));
  assert.doesNotMatch(lines.join(), /\x1b|\r/);
});

test("several files follow each other", async () => {
  const lines = (await output(["check", "right.csv", "wrong.csv"])).split("\n");
  assert.ok(lines.indexOf("wrong.csv") > lines.indexOf("right.csv"));
  assert.equal(lines[lines.indexOf("wrong.csv") - 1], "");
});

test("findings beyond the limit are counted, and the output says so", async () => {
  const many = file("many.csv", `電話\n${"123\n".repeat(150)}`);
  const shown = async (typed) => (await output(["check", many, ...typed])).split("\n").filter((line) => line.includes("  エラー  ")).length;
  assert.equal(await shown([]), 100);
  assert.equal(await shown(["--max-issues", "1000"]), 150);
  const none = await output(["check", many, "--max-issues", "0"]);
  assert.match(none, /最初の0件/);
  assert.match(none, /150行：問題なし 0、要修正 150/);
});

test("hundreds of thousands of findings are a long table and no crash", async () => {
  const many = file("many.csv", `電話\n${"123\n".repeat(200_000)}`);
  const { status, stdout } = await run(["check", many, "--max-issues", "1000000", "--encoding", "utf-8"]);
  assert.equal(status, 1);
  assert.equal(stdout.split("\n").filter((line) => line.includes("  エラー  ")).length, 200_000);
});

test("a file without rows says so", async () => {
  for (const content of ["", "電話\n", "\n\n"]) {
    const { status, stdout } = await run(["check"], { input: content });
    assert.deepEqual([status, stdout.split("\n").at(-2)], [0, "確かめる行がありません。"]);
  }
});

// Languages.

test("Japanese, unless the environment or the option says English", async () => {
  const table = [
    [{}, "ja"],
    [{ LANG: "C.UTF-8" }, "ja"],
    [{ LANG: "ja_JP.UTF-8" }, "ja"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "en" }, "en"],
    [{ LANG: "eng" }, "ja"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "ja_JP.UTF-8" }, "ja"],
    [{ LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_GB" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "en"],
    [{ LANG: "fr_FR.UTF-8" }, "ja"],
  ];
  for (const [environment, expected] of table) assert.equal(localeOf(environment), expected, JSON.stringify(environment));
  assert.match((await run(["check", "right.csv"], { environment: { LANG: "en_US.UTF-8" } })).stdout, /1 row: 1 right/);
  assert.match((await run(["check", "right.csv", "--locale", "ja"], { environment: { LANG: "en_US.UTF-8" } })).stdout, /1行：問題なし 1/);
});

test("both languages have the same words", () => {
  const shapeOf = (words) =>
    Object.fromEntries(
      Object.entries(words).map(([name, word]) => [name, typeof word === "object" ? shapeOf(word) : typeof word === "function" ? word.length : "text"]),
    );
  assert.deepEqual(shapeOf(wordsOf("en")), shapeOf(wordsOf("ja")));
});

test("help has every form, every kind and every option, and fits 80 columns", async () => {
  const source = readFileSync(new URL("../../pkg/src/cli/arguments.js", import.meta.url), "utf8");
  const [, table] = source.match(/const OPTIONS = \{([^]+?)\n\};/);
  const options = [...table.matchAll(/^ {2}"?([a-z-]+)"?:/gm)].map(([, name]) => `--${name}`);
  assert.ok(options.length > 10);
  for (const locale of ["ja", "en"]) {
    const help = await output(["--help", "--locale", locale]);
    for (const name of [...FORMS.map(([form]) => form), ...KINDS, ...options]) assert.ok(help.includes(name), name);
    for (const line of help.split("\n")) assert.ok(widthOf(line) <= 80, line);
  }
  assert.equal(await output(["check", "list.csv", "-h"]), await output(["--help"]));
  assert.equal(await output(["--version"]), manifest.version);
});

// How it ends.

test("status 0: no errors, also when there is something to check; status 1: errors or rows that cannot be read", async () => {
  const table = [
    ["電話\n03-1234-5678\n", 0],
    ["医療機関コード\n1310110040\n", 0, "institution-code.check-digit"],
    ["電話,メール\n03-1234-5678\n", 0, "csv.too-few-cells"],
    ["電話\n123\n", 1, "phone.no-leading-zero"],
    ["電話,メール\n03-1234-5678,a@example.jp,x\n", 1, "csv.too-many-cells"],
    ['電話\n"03-1234-5678\n', 1, "csv.open-quote"],
    ["パスワード\nabc\n", 1],
  ];
  for (const [input, status, code] of table) {
    const result = await run(["check", "--json"], { input });
    assert.equal(result.status, status, input);
    if (code) assert.ok(JSON.parse(result.stdout).issues.some((issue) => issue.code === code), code);
  }
  assert.deepEqual(await run(["check", "--quiet", "wrong.csv"]), { status: 1, stdout: "", stderr: "" });
  assert.deepEqual(await run(["check", "-q", "right.csv"]), { status: 0, stdout: "", stderr: "" });
  assert.equal((await run(["check", "right.csv", "wrong.csv"])).status, 1);
});

/** Asserts that the command could not run, and why in both languages. */
async function assertRefused(typed, japanese, english) {
  for (const [locale, expected] of [["ja", japanese], ["en", english]]) {
    const { status, stdout, stderr } = await run(["--locale", locale, ...typed]);
    assert.deepEqual([status, stdout], [2, ""], typed.join(" "));
    assert.ok(stderr.startsWith("onshi-check: "), stderr);
    assert.ok(stderr.includes(expected), `${stderr}\n${expected}`);
  }
}

test("status 2: a name that is misspelt is found", async () => {
  await assertRefused(["chek", "list.csv"], "「check」のことでしょうか", "Is “check” meant?");
  await assertRefused(["list.csv"], "onshi-check check list.csv", "onshi-check check list.csv");
  await assertRefused(["check", "lits.csv"], "「list.csv」のことでしょうか", "Is “list.csv” meant?");
  await assertRefused(["check", "list.csv", "--form", "eligibilty-application"], "「eligibility-application」", "“eligibility-application”");
  await assertRefused(["check", "list.csv", "--form", "claims"], "「claims-application」", "“claims-application”");
  await assertRefused(["check", "list.csv", "--from", "login"], "--form のことでしょうか", "Is --form meant?");
  await assertRefused(["check", "list.csv", "--column", "電話=phnoe"], "「phone」", "“phone”");
  await assertRefused(["check", "list.csv", "--column", "お客さま=customer-id"], "「お客さまID」", "“お客さまID”");
  await assertRefused(["check", "list.csv", "--column", "お客さまID=customerID", "--form", "eligibility-application"], "「customerId」", "“customerId”");
  await assertRefused(["check", "list.csv", "--encoding", "shiftjs"], "「shift_jis」", "“shift_jis”");
});

test("status 2: where nothing is near, what there is is listed", async () => {
  const all = (names) => names.map((name) => `\n  ${name}`).join("");
  const forms = all(FORMS.map(([name]) => name));
  await assertRefused(["check", "list.csv", "--form", "x"], `使える値：${forms}`, `It can be:${forms}`);
  await assertRefused(["check", "list.csv", "--column", "電話=x"], `使える値：${all(KINDS)}`, `It can be:${all(KINDS)}`);
  const [, fields] = FORMS.find(([name]) => name === "login");
  const loginFields = all(fields.map((number) => FIELDS[number]));
  await assertRefused(["check", "list.csv", "--form", "login", "--column", "電話=x"], loginFields, loginFields);
  const headers = all(LIST.split("\n")[0].split(","));
  await assertRefused(["check", "list.csv", "--column", "x=phone"], `列：${headers}`, `Columns:${headers}`);
  await assertRefused(["check", "list.csv", "--column", "6=phone"], `列：${headers}`, `Columns:${headers}`);
  await assertRefused(["check", "list.csv", "--column", "0=phone"], `列：${headers}`, `Columns:${headers}`);
  await assertRefused(["check", "list.csv", "--column", "お客さまID=customerId"], "--form でフォームも指定", "Name the form too, with --form");
});

test("status 2: what was typed makes no sense", async () => {
  await assertRefused([], "コマンドがありません", "There is no command");
  await assertRefused(["check", "list.csv", "--form"], "--form の後に値がありません", "--form has no value");
  await assertRefused(["check", "list.csv", "--form", "--json"], "--form の後に値がありません", "--form has no value");
  await assertRefused(["check", "list.csv", "--form="], "--form の後に値がありません", "--form has no value");
  await assertRefused(["check", "list.csv", "--json=yes"], "--json に値は要りません", "--json takes no value");
  await assertRefused(["check", "list.csv", "--header", "--no-header"], "同時に指定できません", "contradict each other");
  await assertRefused(["check", "list.csv", "--max-issues", "-1"], "0以上の整数ではありません", "not a whole number");
  await assertRefused(["check", "list.csv", "--today", "2026-02-30"], "日付として読めません", "not a date");
  await assertRefused(["check", "list.csv", "--today", "1899-01-01"], "日付として読めません", "not a date");
  await assertRefused(["check", "list.csv", "--delimiter", "|"], "\n  ,\n  ;\n  tab", "\n  ,\n  ;\n  tab");
  await assertRefused(["check", "list.csv", "--column", "phone"], "「=」がありません", "has no “=”");
  await assertRefused(["check", "list.csv", "right.csv", "--annotate", "x.csv"], "ファイルは1つです", "one file at a time");
  await assertRefused(["check", "-", "-"], "1回だけ", "only once");
  await assertRefused(["find", "list.csv", "--form", "login"], "find では使いません", "find has no option --form");
  await assertRefused(["find", "list.csv", "right.csv"], "ファイルは1つです", "one file at a time");
});

test("status 2: what cannot be read, and what to do instead", async () => {
  mkdirSync("folder");
  const start = (name, bytes) => file(name, Buffer.from([...bytes, ...Buffer.from("\r\nx,y\r\n")]));
  await assertRefused(["check", "nothing-like-it"], "場所と名前を確かめて", "Check its place and its name");
  await assertRefused(["check", "nowhere/list.csv"], "見つかりません", "There is no file");
  await assertRefused(["check", "folder"], "フォルダーです", "is a folder");
  await assertRefused(["check", start("book.xlsx", [0x50, 0x4b, 3, 4])], "「CSV UTF-8」として保存", "Save it in Excel as “CSV UTF-8”");
  await assertRefused(["check", start("book.xls", [0xd0, 0xcf, 0x11, 0xe0])], "「CSV UTF-8」として保存", "Save it in Excel as “CSV UTF-8”");
  await assertRefused(["find", file("letter.pdf", "%PDF-1.7\n")], "文字をコピーして", "Copy its text");
  await assertRefused(["check", file("wide.csv", Buffer.from("\ufeff電話\n", "utf16le"))], "UTF-16です", "is in UTF-16");
  await assertRefused(["check", start("list.csv.gz", [0x1f, 0x8b])], "展開してから", "Unpack it first");
  await assertRefused(["check", file("other.csv", "あ,い\nう,え\n"), "--header"], "--column 列=種類 で指定してください。\n列：\n  あ\n  い", "--column COLUMN=KIND.\nColumns:\n  あ\n  い");
  await assertRefused(["check", "other.csv", "--no-header"], "--column 1=customer-id", "--column 1=customer-id");
  await assertRefused(["check", "right.csv", "--column", "電話="], "確かめる列が見つかりません", "no column that is known");
});

test("a file that cannot be read does not keep the others from being checked", async () => {
  const { status, stdout, stderr } = await run(["check", "nothing-like-it", "right.csv", "--json"]);
  assert.equal(status, 2);
  assert.match(stderr, /nothing-like-it/);
  assert.deepEqual(JSON.parse(stdout).map(({ file }) => file), ["right.csv"]);
});

test("a reader that has seen enough ends it quietly", async () => {
  const child = spawn(process.execPath, [command, "check", "wrong.csv", "--json"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const complaint = new Response(Readable.toWeb(child.stderr)).text();
  const status = await new Promise((resolve) => child.on("exit", resolve));
  assert.deepEqual([status, await complaint], [1, ""]);
});

test("an output that cannot be written is no result", { skip: !existsSync("/dev/full") }, () => {
  const { status } = spawnSync("sh", ["-c", '"$0" "$1" check right.csv > /dev/full', process.execPath, command]);
  assert.equal(status, 2);
});

// What is read and how.

test("JSON is the report of the interface, whatever the way in", async () => {
  const options = { locale: "ja" };
  const expected = JSON.parse(JSON.stringify(await bulk(LIST, options)));
  assert.deepEqual(JSON.parse(await output(["check", "list.csv", "--json"])), expected);
  assert.deepEqual(JSON.parse(await output(["check", "-", "--json"], { input: LIST })), expected);
  assert.deepEqual(JSON.parse(await output(["check", "--json"], { input: LIST })), expected);
  const english = JSON.parse(JSON.stringify(await bulk(LIST, { locale: "en" })));
  assert.deepEqual(JSON.parse(await output(["check", "list.csv", "--json", "--locale", "en"])), english);
  const both = JSON.parse(await output(["check", "list.csv", "right.csv", "--json"]));
  assert.deepEqual(both[0], { file: "list.csv", ...expected });
  assert.equal(both[1].file, "right.csv");
});

test("options are those of the interface", async () => {
  const content = "お客さまID,開始,メモ\nCAF0123456789,2026-04,03-1234-5678\nCAF0123456789,2020-01,123\n";
  const table = [
    [[], {}],
    [["--column", "メモ=phone"], { columns: { メモ: "phone" } }],
    [["--column", "3=phone"], { columns: { 2: "phone" } }],
    [["--column", "メモ=phone", "--column", "お客さまID="], { columns: { メモ: "phone", お客さまID: null } }],
    [["--column", "ｍｅｍｏ=phone"], { columns: { MEMO: "phone" } }, content.replace("メモ", "MEMO")],
    [["--form", "eligibility-application", "--column", "開始=startMonth", "--today", "2026-01-10"], { form: "eligibility-application", columns: { 開始: "startMonth" }, today: "2026-01-10" }],
    [["--form", "eligibility-application", "--column", "開始=startMonth", "--today", "2019-01-10"], { form: "eligibility-application", columns: { 開始: "startMonth" }, today: "2019-01-10" }],
    [["--no-header"], { header: false }],
    [["--header"], { header: true }],
    [["--delimiter", ";"], { delimiter: ";" }, content.replaceAll(",", ";")],
    [["--delimiter", "tab"], { delimiter: "\t" }, content.replaceAll(",", "\t")],
    [["--max-issues", "1"], { maxIssues: 1 }, "電話\n1\n2\n"],
    [["--encoding", "UTF8"], { encoding: "utf-8" }],
  ];
  for (const [typed, options, input = content] of table) {
    const expected = JSON.parse(JSON.stringify(await bulk(input, options)));
    assert.deepEqual(JSON.parse(await output(["check", "--json", ...typed], { input })), expected, typed.join(" "));
  }
});

test("a number names a header first, and a place only where no header is called so", async () => {
  const read = async (typed, input) => JSON.parse(await output(["check", "--json", "--header", ...typed], { input })).columns.map(({ kind }) => kind);
  assert.deepEqual(await read(["--column", "2=phone"], "1,3,2\nx,y,z\n"), [null, null, "phone"]);
  assert.deepEqual(await read(["--column", "4=phone"], "1,3,2,x\na,b,c,d\n"), [null, null, null, "phone"]);
  assert.deepEqual(await read(["--column", "1=phone"], "0,x\na,b\n"), ["phone", null]);
  assert.deepEqual(await read(["--column", "x=phone"], "x,x\na,b\n"), ["phone", "phone"]);
  assert.deepEqual(await read(["--column", "__proto__=phone"], "__proto__,x\na,b\n"), ["phone", null]);
  assert.deepEqual(await read(["--column", "a=b=phone"], "a=b,x\na,b\n"), ["phone", null]);
});

test("Shift_JIS is read as such", async () => {
  // "電話\n03-1234-5678\n"
  const input = Buffer.from([0x93, 0x64, 0x98, 0x62, 0x0a, ...Buffer.from("03-1234-5678\n")]);
  for (const typed of [[], ["--encoding", "sjis"], ["--encoding", "Shift_JIS"]]) {
    const report = JSON.parse(await output(["check", "--json", ...typed], { input }));
    assert.deepEqual([report.encoding, report.columns[0].header, report.valid], ["shift_jis", "電話", 1]);
  }
});

test("a hundred thousand rows go through, cut anywhere", async () => {
  const rows = 100_000;
  const child = spawn(process.execPath, [command, "check", "--json"], { stdio: ["pipe", "pipe", "pipe"] });
  function* pieces() {
    yield Buffer.from("医療機関等名,お客さまID\n");
    for (let row = 0; row < rows; row += 1000) {
      const text = Array.from({ length: 1000 }, (_, index) => `あおば医院,CAF${"0123456789".slice((row + index) % 10 === 0 ? 1 : 0)}\n`).join("");
      const bytes = Buffer.from(text);
      const at = (row * 7) % bytes.length;
      yield bytes.subarray(0, at);
      yield bytes.subarray(at);
    }
  }
  Readable.from(pieces()).pipe(child.stdin);
  const [printed, complaint] = await Promise.all([child.stdout, child.stderr].map((stream) => new Response(Readable.toWeb(stream)).text()));
  const report = JSON.parse(printed);
  assert.deepEqual([report.rows, report.invalid, report.malformed, report.truncated], [rows, rows / 10, 0, true]);
  assert.equal(report.issues.length, 1000);
  assert.equal(complaint, "");
});

// The annotated copy.

test("the annotated copy is that of the interface, and the report comes with it", async () => {
  const expected = Buffer.from(await new Response(annotate(LIST)).arrayBuffer());
  const { status, stdout } = await run(["check", "list.csv", "--annotate", "copy.csv"]);
  assert.equal(status, 1);
  assert.match(stdout, /4行：問題なし 2、要修正 1、読めない行 1\n結果を書き加えたファイル：copy\.csv\n$/);
  assert.deepEqual(readFileSync("copy.csv"), expected);
  // Once more, over the one that is there, from standard input, which can be read only once.
  const { stdout: json } = await run(["check", "--json", "--annotate", "copy.csv"], { input: LIST });
  assert.equal(JSON.parse(json).rows, 4);
  assert.deepEqual(readFileSync("copy.csv"), expected);
  assert.deepEqual(readdirSync(".").filter((name) => name.endsWith(".part")), []);
});

test("the copy is never the file that is read, whatever it is called", async () => {
  file("input.csv", LIST);
  symlinkSync("input.csv", "symbolic.csv");
  linkSync("input.csv", "hard.csv");
  for (const name of ["input.csv", "./input.csv", join(folder, "input.csv"), "symbolic.csv", "hard.csv"]) {
    await assertRefused(["check", "input.csv", "--annotate", name], "読み込むファイルと同じです", "is the file that is read");
  }
  const { status } = spawnSync("sh", ["-c", '"$0" "$1" check --annotate input.csv < input.csv', process.execPath, command]);
  assert.equal(status, 2);
  assert.equal(readFileSync("input.csv", "utf8"), LIST);
});

test("a copy that cannot be written is no result, and leaves nothing", async () => {
  await assertRefused(["check", "list.csv", "--annotate", "folder/none/copy.csv"], "書き込めませんでした（ENOENT）", "could not be written (ENOENT)");
  await assertRefused(["check", "list.csv", "--annotate", "."], "フォルダーです", "is a folder");
  const before = readdirSync(".");
  await assertRefused(["check", "other.csv", "--annotate", "copy2.csv"], "確かめる列が見つかりません", "no column that is known");
  assert.deepEqual(readdirSync("."), before);
});

test("who may not read the file may not read the copy", { skip: process.platform === "win32" }, async () => {
  chmodSync(file("private.csv", LIST), 0o600);
  await run(["check", "private.csv", "--annotate", "private-copy.csv"]);
  assert.equal(statSync("private-copy.csv").mode & 0o777, 0o600);
});

test("what is not a file is written to, not replaced", { skip: !existsSync("/dev/stdout") }, async () => {
  const { stdout } = spawnSync("sh", ["-c", '"$0" "$1" check -q right.csv --annotate /dev/stdout | cat', process.execPath, command]);
  assert.equal(stdout.toString(), "\ufeff電話,確認結果,指摘,コード\r\n03-1234-5678,,,\r\n");
});

// What is never printed.

test("secrets and cells are printed nowhere", async () => {
  const input = "メール,パスワード,秘密の番号,電話,担当\nwrong cell,Hidden-Word-1,98765,not a phone,other cell\na@example.jp,hidden,1234,03-1234-5678,x\n";
  for (const typed of [[], ["--json"], ["--locale", "en"], ["--form", "user-registration"]]) {
    const { stdout, stderr, status } = await run(["check", ...typed], { input });
    assert.equal(status, 1);
    assert.doesNotMatch(stdout + stderr, /hidden|98765|not a phone|wrong cell|other cell/i);
  }
  assert.match(await output(["check"], { input }), /内容を伏せる列の指摘は、件数だけを示します。/);
  assert.match(await output(["check"], { input }), /password\.too-short/);
});

test("a terminal never gets what it would obey", async () => {
  const escape = "\x1b[31m\x07\x9b31m\u202e\u200b";
  const content = `${escape}電話${escape},"メ\r\nモ"\n1,2\n`;
  const name = file(`list\x1b[2J${"\u202e"}.csv`, content);
  for (const typed of [["check", name, "--header"], ["check", name, "--header", "--json"], ["check", name, "--header", "--column", `${escape}x=phone`]]) {
    const { stdout, stderr } = await run(typed);
    assert.match(stdout + stderr, /電話/);
    assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]/);
  }
  assert.equal(JSON.parse((await run(["check", name, "--header", "--json"])).stdout).columns[0].header, `${escape}電話${escape}`);
  assert.match((await run(["check", name, "--header", "--column", "2=phone"])).stdout, /  メ モ /);
  const found = await run(["find"], { input: `電話${escape}03-1234-567\x1b[31m8` });
  assert.doesNotMatch(found.stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
});

// find

const LETTER = `お申し込みの内容
お客さまID：ＣＡＦ０１２３-４５６-７８９
医療機関コード 1310110049\r\nTEL 03(1234)5678
メール desk@example.jp
お客さまID CAF012345678
1234567
`;

test("find shows what a text holds, in Japanese and in English", async () => {
  assert.equal(
    await output(["find"], { input: LETTER, width: 80 }),
    `
  行  種類                          内容
   2  お客さまID                    CAF0123456789
   3  医療機関コード（10桁）        1310110049
   4  電話番号                      0312345678
   5  メールアドレス                desk@example.jp
   6  お客さまID                    CAF012345678
                                    お客さまIDがあと1文字足りません。CAFの後の数
                                    字10桁を最後まで入力してください。
   7  医療機関等コード（7桁） 推定  1234567`.slice(1),
  );
  assert.equal(
    await output(["find", file("letter.txt", LETTER), "--locale", "en"], { width: 60 }),
    `
  Line  Kind                      Text
     2  customer ID               CAF0123456789
     3  institution code          1310110049
     4  phone number              0312345678
     5  e-mail address            desk@example.jp
     6  customer ID               CAF012345678
                                  Characters still missing:
                                  1. Enter CAF and all 10
                                  digits.
     7  institution number guess  1234567`.slice(1),
  );
});

test("find: JSON is what the interface finds; what is wrong is a finding, nothing found is none", async () => {
  assert.deepEqual(JSON.parse(await output(["find", "--json"], { input: LETTER })), JSON.parse(JSON.stringify(find(LETTER))));
  assert.equal((await run(["find"], { input: LETTER })).status, 1);
  assert.equal((await run(["find"], { input: "TEL 03-1234-5678" })).status, 0);
  assert.deepEqual(await run(["find"], { input: "こんにちは" }), { status: 0, stdout: "見つかりませんでした。\n", stderr: "" });
  assert.deepEqual(await run(["find", "-q"], { input: LETTER }), { status: 1, stdout: "", stderr: "" });
});

test("find reads Shift_JIS, and says so when a text is neither", async () => {
  const input = Buffer.from([0x93, 0x64, 0x98, 0x62, ...Buffer.from(" 03-1234-5678")]);
  assert.match(await output(["find"], { input }), /0312345678/);
  await assertRefused(["find", file("broken.txt", Buffer.from([0xff, 0x81]))], "--encoding で文字コード", "Name its encoding");
});

// On a terminal.

const SEQUENCE = /\x1b\[\d+m/g;

test("colours on a terminal only, and only where they are wanted", async () => {
  const { stdout } = await run(["check", "list.csv"], { terminal: 80 });
  assert.match(stdout, /\x1b\[31mエラー/);
  assert.match(stdout, /\x1b\[33m要確認/);
  const plain = stdout.replace(SEQUENCE, "");
  assert.equal(plain, `${await output(["check", "list.csv"], { width: 80 })}\n`);
  for (const environment of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
    assert.doesNotMatch((await run(["check", "list.csv"], { terminal: 80, environment })).stdout, /\x1b/);
  }
  assert.match((await run(["check", "list.csv"], { terminal: 80, environment: { NO_COLOR: "" } })).stdout, /\x1b/);
});

test("the width of the terminal counts, whatever COLUMNS says", async () => {
  const { stdout } = await run(["check", "list.csv"], { terminal: 40, environment: { COLUMNS: "200", NO_COLOR: "1" } });
  assert.equal(stdout, `${await output(["check", "list.csv"], { width: 40 })}\n`);
});

test("progress on a terminal: one line, never wider than it, gone at the end", async () => {
  for (const columns of [30, 80]) {
    const { stderr } = await run(["check", "list.csv"], { terminal: columns });
    const drawings = stderr.split("\r\x1b[K");
    assert.deepEqual([drawings[0], drawings.at(-1)], ["", ""]);
    assert.ok(drawings.length > 2);
    for (const drawing of drawings) {
      assert.doesNotMatch(drawing, /\n/);
      assert.ok(widthOf(drawing) < columns, drawing);
    }
  }
  const { stderr } = await run(["check", "list.csv"], { terminal: 200 });
  assert.match(stderr, /list\.csv  \[ {20}\]  0 %  0行  0行\/秒/);
  for (const [typed, environment] of [[["check", "list.csv", "--quiet"], {}], [["check", "list.csv"], { TERM: "dumb" }]]) {
    assert.equal((await run(typed, { terminal: 80, environment })).stderr, "");
  }
});

test("progress of what has no known size has no bar", async () => {
  const { stderr } = await run(["check", "-"], { terminal: 200, stdin: Readable.from([Buffer.from(LIST)]) });
  assert.match(stderr, /標準入力  0行  0行\/秒/);
  assert.doesNotMatch(stderr, /%/);
});

test("without a file a terminal is not waited for", async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const { status, stderr } = await run(["check"], { stdin, terminal: 80 });
  assert.equal(status, 2);
  assert.match(stderr, /確かめるファイルがありません/);
});

test("a run that is stopped shows what was counted, judges no row that was cut off, and leaves no copy", async () => {
  for (const typed of [["check", "-"], ["check", "-", "--annotate", "stopped.csv"]]) {
    const stop = new AbortController();
    const row = "CAF0123456789\n";
    const stdin = Readable.from(
      (async function* () {
        // The beginning is looked at before anything is counted.
        yield Buffer.from(`お客さまID\n${row.repeat(20_000)}`);
        yield Buffer.from(row.repeat(10));
        yield Buffer.from("CAF01");
        stop.abort();
        await new Promise(() => {});
      })(),
    );
    const { status, stdout } = await run(typed, { stdin, stop, terminal: 80, environment: { NO_COLOR: "1" } });
    assert.equal(status, 130);
    assert.match(stdout, /途中で止めました。ここまでの結果です。\n[\d,]+行：問題なし [\d,]+、要修正 0、読めない行 0\n$/);
    assert.deepEqual(readdirSync(".").filter((name) => name.startsWith("stopped")), []);
  }
});

test("stopped before anything came", async () => {
  for (const typed of [["check", "-"], ["find", "-"]]) {
    const stop = new AbortController();
    const stdin = new PassThrough();
    const running = run(typed, { stdin, stop });
    stop.abort();
    assert.equal((await running).status, 130);
  }
});

test("Ctrl+C on the command itself", { skip: process.platform === "win32" }, async () => {
  const child = spawn(process.execPath, [command, "check", "--json", "--annotate", "signal.csv"], { stdio: ["pipe", "pipe", "pipe"] });
  try {
    child.stdin.write(`お客さまID\n${"CAF0123456789\n".repeat(20_000)}`);
    const printed = new Response(Readable.toWeb(child.stdout)).text();
    const ended = new Promise((resolve) => child.on("exit", (...how) => resolve(how)));
    // The command listens to signals before it begins to write.
    while (!readdirSync(".").some((name) => /^signal\.csv\.\d+\.part$/.test(name))) await new Promise(setImmediate);
    child.kill("SIGINT");
    assert.deepEqual(await ended, [130, null]);
    assert.equal(JSON.parse(await printed).aborted, true);
    assert.deepEqual(readdirSync(".").filter((name) => name.startsWith("signal")), []);
  } finally {
    child.kill("SIGKILL");
  }
});

const hasScript = /util-linux/.test(spawnSync("script", ["--version"]).stdout ?? "");

test("on a real terminal", { skip: !hasScript }, async () => {
  const shell = `stty cols 40; exec "${process.execPath}" "${command}" check list.csv`;
  const { NO_COLOR, ...environment } = process.env;
  const { stdout } = spawnSync("script", ["--quiet", "--return", "--command", shell, "/dev/null"], { env: { ...environment, LANG: "C.UTF-8", LC_ALL: "", TERM: "xterm" } });
  const text = stdout.toString();
  assert.match(text, /^\r\x1b\[Klist\.csv/);
  assert.match(text, /\x1b\[31m3行目 エラー お客さまID/);
  const [, shown] = text.replaceAll("\r\n", "\n").match(/[^]*\r\x1b\[K([^]*)$/);
  assert.equal(shown.replace(SEQUENCE, ""), `${await output(["check", "list.csv"], { width: 40 })}\n`);
});

// The pieces.

test("the room that a text takes on a terminal", () => {
  const table = [
    ["", 0],
    ["abc", 3],
    ["お客さまID", 10],
    ["ﾊﾞ", 2],
    ["が", 2],
    ["か\u3099", 2],
    ["e\u0301", 1],
    ["（７桁）", 8],
    ["한글", 4],
    ["\u1112\u1161\u11ab", 2],
    ["𠮷野家", 6],
    ["葛\u{e0100}城", 4],
    ["→①", 2],
    ["🏥", 2],
    ["👨‍👩‍👧", 2],
    ["🇯🇵", 2],
    ["☎\ufe0f", 2],
    ["1\ufe0f\u20e3", 2],
    ["\u200b\u202e", 0],
  ];
  for (const [text, width] of table) assert.equal(widthOf(text), width, text);
});

test("texts are padded, cut and broken by their room", () => {
  assert.equal(pad("桁", 4), "桁  ");
  assert.equal(pad("桁", 4, true), "  桁");
  assert.equal(pad("桁数", 3), "桁数");
  assert.equal(cut("お客さまID", 10), "お客さまID");
  assert.equal(cut("お客さまID", 9), "お客さ...");
  assert.equal(cut("お客さまID", 8), "お客...");
  assert.deepEqual(wrap("あいう、えお。", 6), ["あい", "う、え", "お。"]);
  assert.deepEqual(wrap("あい（う）え", 6), ["あい", "（う）", "え"]);
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
  assert.deepEqual(wrap("数字10桁", 5), ["数字", "10桁"]);
  assert.deepEqual(wrap("a\nb", Infinity), ["a", "b"]);
  assert.deepEqual(wrap("", 5), [""]);
  const text = "お客さまIDがあと1文字足りません。CAFの後の数字10桁を最後まで入力してください。".repeat(3);
  for (let room = 4; room < 90; room++) {
    const lines = wrap(text, room);
    assert.equal(lines.join(""), text);
    for (const line of lines) {
      assert.ok(widthOf(line) <= room, line);
      assert.doesNotMatch(line, /^[。、]/);
    }
  }
});

test("the name that was meant", () => {
  const kinds = ["customer-id", "institution-code", "institution-number", "phone", "email", "text"];
  const table = [
    ["customerId", "customer-id"],
    ["custmer-id", "customer-id"],
    ["institution-numer", "institution-number"],
    ["fone", undefined],
    ["phnoe", "phone"],
    ["ＰＨＯＮＥ", "phone"],
    ["txt", "text"],
    ["", undefined],
    ["something", undefined],
  ];
  for (const [written, expected] of table) assert.equal(suggest(written, kinds), expected, written);
});

test("shared chunks come to every reader, at the pace of the slowest, once", async () => {
  let taken = 0;
  async function* source() {
    for (let chunk = 1; chunk <= 3; chunk++) yield ((taken = chunk), chunk);
  }
  const [first, second] = share(source(), 2).map((reader) => Object.assign(reader[Symbol.asyncIterator](), { leave: reader.leave }));
  const early = first.next();
  await new Promise(setImmediate);
  assert.equal(taken, 0);
  assert.deepEqual([await second.next(), await early], [{ value: 1, done: false }, { value: 1, done: false }]);
  // One that has left is not waited for.
  const alone = first.next();
  second.leave();
  second.leave();
  assert.deepEqual([await alone, await first.next(), await first.next()].map(({ value }) => value), [2, 3, undefined]);
});

test("a source that fails fails every reader", async () => {
  async function* source() {
    yield 1;
    throw new Error("gone");
  }
  const read = async (reader) => {
    for await (const chunk of reader) assert.equal(chunk, 1);
  };
  const results = await Promise.allSettled(share(source(), 2).map(read));
  assert.deepEqual(results.map(({ reason }) => reason.message), ["gone", "gone"]);
});

// The package, and the guide.

test("the command is in the package, and takes whole files from the entry beside it", () => {
  assert.deepEqual(manifest.bin, { "onshi-check": "dist/cli.js" });
  const code = packageFile("dist/cli.js");
  assert.match(code, /^#!\/usr\/bin\/env node\n/);
  const imported = [...code.matchAll(/\bfrom "(.+?)"/g)].map(([, name]) => name);
  assert.deepEqual(imported.filter((name) => !name.startsWith("node:")).filter((name) => name !== "./bulk.js"), []);
  assert.ok(imported.includes("./bulk.js"));
  assert.doesNotMatch(code, /[0-9a-f]{100}/);
});

test("the guide shows what the command prints", () => {
  const page = readFileSync(new URL("../../docs/guide/command-line.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)\n```$/gm)].map(([, language, name, text]) => ({ language, name, text }));
  for (const { name, text } of blocks) if (name) file(name, `${text}\n`);
  let shown = 0;
  blocks.forEach(({ language, text }, index) => {
    if (language !== "sh") return;
    const next = blocks[index + 1];
    for (const line of text.split("\n")) {
      const [, before, typed] = line.match(/^(?:cat (\S+) \| )?npx onshi-check (.+)$/) ?? assert.fail(line);
      const input = before ? readFileSync(before) : "";
      const { status, stdout } = execute(typed.split(" "), { input, environment: { COLUMNS: "80" } });
      assert.ok(status < 2, line);
      if (next?.language !== "text" || next.name) continue;
      assert.equal(stdout.trimEnd(), next.text, line);
      shown++;
    }
  });
  assert.ok(shown > 1);
});
