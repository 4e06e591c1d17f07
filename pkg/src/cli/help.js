// What --help shows: lines of at most 80 columns.

import { pad } from "./width.js";

const OPTION = 24;

const JA = {
  about: "オンライン資格確認の申請項目を、一覧ファイルごと確かめます。",
  usage: "使い方",
  commands: [
    ["onshi-check check [ファイル…]", "CSV・TSVを確かめます。- は標準入力です"],
    ["onshi-check find [ファイル]", "文章からID、コード、電話、メールを探します"],
  ],
  titles: { check: "check のオプション", both: "共通のオプション", kinds: "種類", forms: "フォーム", status: "終了ステータス" },
  check: [
    ["--form 名前", "1行を1つのフォームとして確かめます"],
    ["--column 列=種類", "列の種類を決めます。列は見出しか、1からの番号です"],
    ["", "--form があれば項目名を書きます。空なら確かめません"],
    ["--delimiter 文字", "区切り： , ; tab（省くと自動）"],
    ["--header, --no-header", "1行目が見出しかどうか（省くと自動）"],
    ["--annotate ファイル", "結果の3列を加えたCSVを書き出します"],
    ["--max-issues 件数", "並べる指摘の数（省くと100、--json では1000）"],
    ["--today 年-月-日", "申請する日（省くと日本の今日）"],
  ],
  both: [
    ["--encoding 名前", "文字コード： utf-8 shift_jis（省くと自動）"],
    ["--json", "結果をJSONで出力します"],
    ["--locale ja|en", "言葉（省くと、環境が英語のときだけ英語）"],
    ["--quiet, -q", "結果を表示しません。終了ステータスだけを返します"],
    ["--help, -h", "この説明を表示します"],
    ["--version", "バージョンを表示します"],
  ],
  status: [
    ["0", "エラーなし（要確認だけのときも0）"],
    ["1", "エラーか、読めない行があります"],
    ["2", "実行できませんでした"],
  ],
};

const EN = {
  about: "Checks entries for Japan's online eligibility verification, whole files at once.",
  usage: "Usage",
  commands: [
    ["onshi-check check [FILE...]", "checks CSV or TSV; - is standard input"],
    ["onshi-check find [FILE]", "finds IDs, codes, phones and e-mail in a text"],
  ],
  titles: { check: "Options of check", both: "Options of both", kinds: "Kinds", forms: "Forms", status: "Exit status" },
  check: [
    ["--form NAME", "checks each row as one form"],
    ["--column COLUMN=KIND", "what a column holds: its header, or its number from"],
    ["", "1, and a kind, or with --form a field; with nothing"],
    ["", "after the = it is not checked"],
    ["--delimiter CHARACTER", "one of , ; tab (default: found out)"],
    ["--header, --no-header", "whether the first row is one (default: found out)"],
    ["--annotate FILE", "writes the CSV with three columns of results"],
    ["--max-issues N", "findings listed (default: 100, with --json 1000)"],
    ["--today YYYY-MM-DD", "day of the application (default: today in Japan)"],
  ],
  both: [
    ["--encoding NAME", "utf-8 or shift_jis (default: found out)"],
    ["--json", "writes the result as JSON"],
    ["--locale ja|en", "language (default: what the environment says, or ja)"],
    ["--quiet, -q", "shows no result; only the exit status tells"],
    ["--help, -h", "shows this"],
    ["--version", "shows the version"],
  ],
  status: [
    ["0", "no errors (also when there are only things to check)"],
    ["1", "errors, or rows that cannot be read"],
    ["2", "could not run"],
  ],
};

export function writeHelp({ locale, version, kinds, forms }) {
  const words = locale === "en" ? EN : JA;
  const rows = (table, width) => table.map(([name, meaning]) => `  ${pad(name, width)}  ${meaning}`);
  const section = (title, lines) => ["", title, ...lines];
  return [
    `onshi-check ${version}`,
    words.about,
    ...section(words.usage, rows(words.commands, 28)),
    ...section(words.titles.check, rows(words.check, OPTION)),
    ...section(words.titles.both, rows(words.both, OPTION)),
    ...section(words.titles.forms, inColumns(forms)),
    ...section(words.titles.kinds, inColumns(kinds)),
    ...section(words.titles.status, rows(words.status, 1)),
    "",
  ].join("\n");
}

function inColumns(names) {
  const lines = [];
  for (let index = 0; index < names.length; index += 3) {
    lines.push(`  ${names.slice(index, index + 3).map((name) => pad(name, OPTION)).join("")}`.trimEnd());
  }
  return lines;
}
