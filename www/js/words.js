// Words in Japanese and English: how they are said, and those that several pages share. Every page adds its own. What the
// package says (messages, labels, fixes) is not repeated here.

const prefectureNames = {
  ja: "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県",
  en: "Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa",
};

const ja = {
  "pages": "ページ",
  "pages.home": "事前チェック",
  "pages.explore": "しらべる",
  "pages.bulk": "まとめてチェック",
  "pages.rules": "ルールブック",
  "pages.embed": "埋め込み方",
  "pages.guide": "作る方、置く方のためのガイド（英語、一部日本語）",
  "skip": "本文へ進む",
  "unavailable": "このブラウザでは自動の確認ができません。",
  "unavailable.more": "入力欄はそのまま使えますが、間違いがあっても表示されません。新しいブラウザで開くか、書類と見比べてください。",
  "colon": "：",
  "join": "、",
  "source": "根拠: ",
  "source.asOf": "（{asOf}時点）",

  "tone.wrong": "エラー",
  "tone.look": "要確認",
  "tone.note": "お知らせ",

  "form.user-registration": "ユーザー登録",
  "form.eligibility-application": "オンライン資格確認 利用開始・変更申請",
  "form.claims-application": "オンライン請求 利用開始・変更申請",
  "form.certificate-application": "電子証明書 発行申請",

  "foot.what": "このページは、オンライン資格確認とオンライン請求の申請に使う番号と選択を、入力の前に確かめるためのものです。国や支払基金のページではありません。",
  "foot.portal": "申請と正式な案内:",
  "foot.portal.name": "医療機関等向け総合ポータルサイト",
  "foot.sources": "確認のもとにした資料",
  "foot.version": "規則は{asOf}時点のものです（onshi-check {version}）。",
};

const en = {
  "pages": "Pages",
  "pages.home": "Check",
  "pages.explore": "Look up",
  "pages.bulk": "Bulk check",
  "pages.rules": "Rule book",
  "pages.embed": "Embed it",
  "pages.guide": "Guide for those who build with it or host it",
  "skip": "Skip to the content",
  "unavailable": "This browser cannot run the checks.",
  "unavailable.more": "You can still use the fields, but mistakes will not be shown. Open the page in a newer browser, or compare with your papers.",
  "colon": ": ",
  "join": ", ",
  "source": "Source: ",
  "source.asOf": " (as of {asOf})",

  "tone.wrong": "Error",
  "tone.look": "Look again",
  "tone.note": "Note",

  "form.user-registration": "User registration",
  "form.eligibility-application": "Application for online eligibility verification",
  "form.claims-application": "Application for online claims",
  "form.certificate-application": "Application for an electronic certificate",

  "foot.what": "This page checks the numbers and choices of the applications for online eligibility verification and online claims before you enter them. It is not a page of the government or of the payment fund.",
  "foot.portal": "Applications and official guidance:",
  "foot.portal.name": "General portal for medical institutions (Japanese)",
  "foot.sources": "What the checks are based on",
  "foot.version": "Rules as of {asOf} (onshi-check {version}).",
};

const words = { ja, en };

let current = "ja";

/** Adds the words of another page: `{ ja: { key: text }, en: { key: text } }`. */
export function addWords(more) {
  for (const [name, table] of Object.entries(words)) Object.assign(table, more[name]);
}

/** The language that `say` speaks: "ja" or "en". */
export function language() {
  return current;
}

export function setLanguage(next) {
  current = next in words ? next : "ja";
}

/** The words under `key`, with `{name}` filled from `params`. A count of 1 takes `<key>.one` where the language has it. */
export function say(key, params = {}) {
  const table = words[current];
  const text = (params.count === 1 && table[`${key}.one`]) || table[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

/** The 47 prefectures in their order: `[{ value: "01", label: "北海道" }, …]`. */
export function prefectures() {
  return prefectureNames[current].split(" ").map((label, index) => ({ value: String(index + 1).padStart(2, "0"), label }));
}

export function prefectureName(value) {
  return prefectures().find((prefecture) => prefecture.value === value)?.label ?? "";
}
