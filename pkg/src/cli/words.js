// What the command line says beside the sentences of the findings, in both languages.

const counts = { ja: new Intl.NumberFormat("ja"), en: new Intl.NumberFormat("en") };

const count = (locale) => (number) => counts[locale].format(number);
const ja = count("ja");
const en = count("en");

/** Names for a message, each on a line of its own. */
const list = (names) => names.map((name) => `  ${name}`).join("\n");

const JA = {
  locale: "ja",
  count: ja,
  // Names of what is read.
  standardInput: "標準入力",
  // The table.
  line: "行",
  severity: "程度",
  column: "列",
  finding: "指摘",
  severities: { error: "エラー", warning: "要確認", info: "参考" },
  place: (line) => `${line}行目`,
  wholeRow: "行全体",
  unnamedColumn: (number) => `列${number}`,
  fix: (value) => `修正案：${value}`,
  headings: { columns: "列ごとの結果", kind: "種類", filled: "入力", valid: "問題なし", invalid: "要修正" },
  tally: ({ filled, valid, invalid }) => `入力 ${ja(filled)}、問題なし ${ja(valid)}、要修正 ${ja(invalid)}`,
  unchecked: (names, more) => `確かめていない列：${names.join("、")}${more > 0 ? `、ほか${ja(more)}列` : ""}`,
  secret: "内容を伏せる列の指摘は、件数だけを示します。",
  truncated: (number) => `指摘は最初の${ja(number)}件だけを並べています。--max-issues で増やせます。`,
  total: ({ rows, valid, invalid, malformed }) =>
    `${ja(rows)}行：問題なし ${ja(valid)}、要修正 ${ja(invalid)}、読めない行 ${ja(malformed)}`,
  noRows: "確かめる行がありません。",
  stopped: "途中で止めました。ここまでの結果です。",
  delimiters: { ",": "カンマ区切り", ";": "セミコロン区切り", "\t": "タブ区切り" },
  encodings: { "utf-8": "UTF-8", shift_jis: "Shift_JIS" },
  reading: ({ encoding, delimiter, header, form }) =>
    [JA.encodings[encoding], JA.delimiters[delimiter], header ? "見出しあり" : "見出しなし", ...(form ? [`${form} として確認`] : [])].join("、"),
  annotated: (file) => `結果を書き加えたファイル：${file}`,
  // Progress.
  rows: (number) => `${ja(number)}行`,
  rowsPerSecond: (number) => `${ja(number)}行/秒`,
  // What find found.
  kinds: {
    "customer-id": "お客さまID",
    "institution-code": "医療機関コード（10桁）",
    "institution-number": "医療機関等コード（7桁）",
    email: "メールアドレス",
    phone: "電話番号",
  },
  found: "種類",
  value: "内容",
  unsure: "推定",
  nothingFound: "見つかりませんでした。",
  // Why it could not run.
  seeHelp: "使い方は onshi-check --help で表示します。",
  noCommand: "コマンドがありません。onshi-check check ファイル のように指定してください。",
  unknownCommand: (name, nearest) =>
    nearest ? `コマンド「${name}」はありません。「${nearest}」のことでしょうか。` : `コマンド「${name}」はありません。check か find を指定してください。`,
  fileAsCommand: (name) => `コマンドがありません。onshi-check check ${name} のように指定してください。`,
  unknownOption: (name, nearest) => (nearest ? `オプション ${name} はありません。${nearest} のことでしょうか。` : `オプション ${name} はありません。`),
  optionOfOther: (name, command) => `オプション ${name} は ${command} では使いません。`,
  missingValue: (name) => `${name} の後に値がありません。値を続けて書いてください。`,
  unexpectedValue: (name) => `${name} に値は要りません。「=」から後ろを消してください。`,
  contradiction: (one, other) => `${one} と ${other} は同時に指定できません。どちらかにしてください。`,
  badChoice: (option, value, choices, nearest) =>
    `${option} の「${value}」は使えません。${nearest ? `「${nearest}」のことでしょうか。` : `\n使える値：\n${list(choices)}`}`,
  badNumber: (option, value) => `${option} の「${value}」は0以上の整数ではありません。`,
  badDate: (option, value) => `${option} の「${value}」は日付として読めません。2026-04-01 のように指定してください。`,
  badColumn: (text) => `--column の「${text}」に「=」がありません。--column 電話=phone のように、列と種類をつないでください。`,
  needsForm: (field, forms) => `「${field}」はフォームの項目です。--form でフォームも指定してください。\n使える値：\n${list(forms)}`,
  noSuchColumn: (name, nearest, headers) =>
    `列「${name}」はありません。${nearest ? `「${nearest}」のことでしょうか。` : `\n列：\n${list(headers)}`}`,
  noInput: "確かめるファイルがありません。ファイル名を指定するか、標準入力から渡してください。",
  oneFile: (what) => `${what} で扱えるファイルは1つです。1つずつ実行してください。`,
  standardInputTwice: "標準入力（-）は1回だけ指定できます。",
  noSuchFile: (name, nearest) => `ファイル「${name}」が見つかりません。${nearest ? `「${nearest}」のことでしょうか。` : "場所と名前を確かめてください。"}`,
  isFolder: (name) => `「${name}」はフォルダーです。ファイルを指定してください。`,
  notAllowed: (name) => `「${name}」を読む権限がありません。ファイルの権限を確かめてください。`,
  unreadable: (name, reason) => `「${name}」を読めませんでした。${reason}`,
  unwritable: (name, reason) => `「${name}」に書き込めませんでした（${reason}）。場所、権限、空き容量を確かめてください。`,
  copyIsInput: (name) => `「${name}」は読み込むファイルと同じです。--annotate には別の名前を指定してください。`,
  formats: {
    excel: (name) => `「${name}」はExcelのファイルです。Excelで「CSV UTF-8」として保存し、そのファイルを指定してください。`,
    pdf: (name) => `「${name}」はPDFです。文字をコピーして onshi-check find に渡してください。`,
    "utf-16": (name) => `「${name}」の文字コードはUTF-16です。「CSV UTF-8」として保存し直してください。`,
    gzip: (name) => `「${name}」は圧縮されています。展開してから指定してください。`,
  },
  brokenText: (name) => `「${name}」を文字として読めませんでした。--encoding で文字コードを指定してください。`,
  nothingChecked: (name, headers) =>
    headers.length > 0
      ? `「${name}」に確かめる列が見つかりません。--column 列=種類 で指定してください。\n列：\n${list(headers)}`
      : `「${name}」に確かめる列が見つかりません。--column 1=customer-id のように、番号と種類を指定してください。`,
  unavailable: (reason) => `WebAssemblyを使えないため、確かめられません。${reason}`,
  failed: (reason) => `確かめられませんでした。${reason}`,
};

const EN = {
  locale: "en",
  count: en,
  standardInput: "standard input",
  line: "Line",
  severity: "Level",
  column: "Column",
  finding: "Finding",
  severities: { error: "error", warning: "check", info: "note" },
  place: (line) => `Line ${line}`,
  wholeRow: "whole row",
  unnamedColumn: (number) => `column ${number}`,
  fix: (value) => `Suggestion: ${value}`,
  headings: { columns: "By column", kind: "Kind", filled: "Filled", valid: "Right", invalid: "To correct" },
  tally: ({ filled, valid, invalid }) => `filled ${en(filled)}, right ${en(valid)}, to correct ${en(invalid)}`,
  unchecked: (names, more) => `Not checked: ${names.join(", ")}${more > 0 ? ` and ${en(more)} more` : ""}`,
  secret: "Findings in secret columns are only counted.",
  truncated: (number) => `Only the first ${en(number)} findings are listed. Use --max-issues to list more.`,
  total: ({ rows, valid, invalid, malformed }) =>
    `${en(rows)} ${rows === 1 ? "row" : "rows"}: ${en(valid)} right, ${en(invalid)} to correct, ${en(malformed)} unreadable`,
  noRows: "There are no rows to check.",
  stopped: "Stopped. This is what was found so far.",
  delimiters: { ",": "commas", ";": "semicolons", "\t": "tabs" },
  encodings: { "utf-8": "UTF-8", shift_jis: "Shift_JIS" },
  reading: ({ encoding, delimiter, header, form }) =>
    [EN.encodings[encoding], EN.delimiters[delimiter], header ? "with header" : "no header", ...(form ? [`checked as ${form}`] : [])].join(", "),
  annotated: (file) => `File with the findings: ${file}`,
  rows: (number) => `${en(number)} ${number === 1 ? "row" : "rows"}`,
  rowsPerSecond: (number) => `${en(number)} rows/s`,
  kinds: {
    "customer-id": "customer ID",
    "institution-code": "institution code",
    "institution-number": "institution number",
    email: "e-mail address",
    phone: "phone number",
  },
  found: "Kind",
  value: "Text",
  unsure: "guess",
  nothingFound: "Nothing was found.",
  seeHelp: "onshi-check --help shows how to use it.",
  noCommand: "There is no command. Write onshi-check check and a file.",
  unknownCommand: (name, nearest) =>
    nearest ? `There is no command “${name}”. Is “${nearest}” meant?` : `There is no command “${name}”. Write check or find.`,
  fileAsCommand: (name) => `There is no command. Write onshi-check check ${name}.`,
  unknownOption: (name, nearest) => (nearest ? `There is no option ${name}. Is ${nearest} meant?` : `There is no option ${name}.`),
  optionOfOther: (name, command) => `${command} has no option ${name}.`,
  missingValue: (name) => `${name} has no value. Write one behind it.`,
  unexpectedValue: (name) => `${name} takes no value. Leave out the “=” and what follows.`,
  contradiction: (one, other) => `${one} and ${other} contradict each other. Choose one.`,
  badChoice: (option, value, choices, nearest) =>
    `${option} cannot be “${value}”.${nearest ? ` Is “${nearest}” meant?` : `\nIt can be:\n${list(choices)}`}`,
  badNumber: (option, value) => `${option} is “${value}”, which is not a whole number from 0 up.`,
  badDate: (option, value) => `${option} is “${value}”, which is not a date. Write it like 2026-04-01.`,
  badColumn: (text) => `--column “${text}” has no “=”. Join a column and a kind: --column tel=phone.`,
  needsForm: (field, forms) => `“${field}” is a field of a form. Name the form too, with --form.\nIt can be:\n${list(forms)}`,
  noSuchColumn: (name, nearest, headers) =>
    `There is no column “${name}”.${nearest ? ` Is “${nearest}” meant?` : `\nColumns:\n${list(headers)}`}`,
  noInput: "There is no file to check. Name one, or pass it on standard input.",
  oneFile: (what) => `${what} works with one file at a time. Run it once for each.`,
  standardInputTwice: "Standard input (-) can be named only once.",
  noSuchFile: (name, nearest) => `There is no file “${name}”. ${nearest ? `Is “${nearest}” meant?` : "Check its place and its name."}`,
  isFolder: (name) => `“${name}” is a folder. Name a file.`,
  notAllowed: (name) => `“${name}” may not be read by you. Check its permissions.`,
  unreadable: (name, reason) => `“${name}” could not be read. ${reason}`,
  unwritable: (name, reason) => `“${name}” could not be written (${reason}). Check its place, its permissions and the room on the disk.`,
  copyIsInput: (name) => `“${name}” is the file that is read. Name another one for --annotate.`,
  formats: {
    excel: (name) => `“${name}” is an Excel file. Save it in Excel as “CSV UTF-8” and name that file.`,
    pdf: (name) => `“${name}” is a PDF. Copy its text and pass it to onshi-check find.`,
    "utf-16": (name) => `“${name}” is in UTF-16. Save it again as “CSV UTF-8”.`,
    gzip: (name) => `“${name}” is compressed. Unpack it first.`,
  },
  brokenText: (name) => `“${name}” could not be read as text. Name its encoding with --encoding.`,
  nothingChecked: (name, headers) =>
    headers.length > 0
      ? `“${name}” has no column that is known. Name one with --column COLUMN=KIND.\nColumns:\n${list(headers)}`
      : `“${name}” has no column that is known. Name one by its number, as in --column 1=customer-id.`,
  unavailable: (reason) => `Nothing can be checked, because WebAssembly cannot be used here. ${reason}`,
  failed: (reason) => `This could not be checked. ${reason}`,
};

/** The words of a language. */
export function wordsOf(locale) {
  return locale === "en" ? EN : JA;
}

/** Japanese, unless the environment says English. The first of these that says anything counts, as everywhere (POSIX). */
export function localeOf(environment) {
  const said = ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name]).find((value) => value);
  return said !== undefined && /^en(?![a-z])/i.test(said) ? "en" : "ja";
}
