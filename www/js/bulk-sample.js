// A table to try the page with, as somebody's spreadsheet would have written it. Institutions, people and numbers are made
// up; of the codes that are right only the check digits are real.

import { language } from "./words.js";

const headers = {
  ja: ["施設名", "都道府県", "医療機関等コード（10桁）", "お客さまID", "メールアドレス", "電話番号", "備考"],
  en: ["Institution name", "Prefecture", "Institution code", "Customer ID", "E-mail", "Phone", "Remarks"],
};

/** Name, and what stands in the other columns. */
const rows = [
  ["見本歯科医院", "Mihon dental clinic", "13", "1333246295", "CAF0123456789", "info@mihon.example.jp", "03-1234-5678"],
  // Excel has taken the zeros of code and phone for those of a number.
  ["北の内科", "Kita internal medicine", "01", "111234563", "COP01234567", "kita@naika.example.jp", "112345678"],
  // An ID of NTT East in the west.
  ["なにわ歯科", "Naniwa dental clinic", "27", "2732045675", "COP07654321", "naniwa@shika.example.jp", "06-1234-5678"],
  ["博多調剤薬局", "Hakata pharmacy", "40", "4041412307", "CAF0198765432", "Hakata@yakkyoku.example.jp", "092-123-4567"],
  // One digit is missing, and two are exchanged.
  ["港クリニック", "Minato clinic", "14", "1415612304", "CAF012345678", "minato@clinic.example.jp", "045-123-4567"],
  ["名古屋医院", "Nagoya clinic", "23", "2318104056", "ＣＡＦ０２３４５６７８９０", "nagoya@iin.example.jp", "０５２－１２３－４５６７"],
  ["島の訪問看護", "Shima home nursing", "47", "4760900177", "CAF0345678901", "shima.example.jp", "098-123-4567"],
  ["雪まつり歯科", "Yukimatsuri dental clinic", "01", "132045675", "COP02345678", "yuki@shika.example.jp", "113456789"],
  ["みなと薬局", "Minato pharmacy", "28", "2840123455", "COP03456789", "minato@yakkyoku.example.jp", "078-123-4567"],
  ["けやき眼科", "Keyaki eye clinic", "04", "414123455", "COP04567890", "Keyaki@ganka.example.jp", "222345678"],
  ["さくら皮膚科", "Sakura skin clinic", "13", "1314567897", "CAF0456789012", "sakura@hifuka.example.jp", "0312345678"],
  ["しおかぜ訪問看護", "Shiokaze home nursing", "34", "3460900123", "CAF05678901234", "shiokaze@kango.example.jp", "082-123-4567"],
];

/** Row -> its remarks. The last ones are two: a comma that nobody has put in quotes. */
const remarks = {
  ja: { 0: ["新規"], 1: ["移転予定, 4月"], 10: ["受付 9時から", "午後は14時から"] },
  en: { 0: ["new"], 1: ["moves in April, perhaps"], 10: ["opens at 9", "and at 14"] },
};

/** The sample as a file in the language of the page. */
export function makeSample(name) {
  const locale = language();
  const place = locale === "ja" ? 0 : 1;
  const lines = rows.map((row, index) => [row[place], ...row.slice(2), ...(remarks[locale][index] ?? [""])]);
  const text = [headers[locale], ...lines].map((line) => line.map(quoted).join(",")).join("\r\n");
  return new File([text, "\r\n"], name, { type: "text/csv" });
}

function quoted(cell) {
  return cell.includes(",") ? `"${cell}"` : cell;
}
