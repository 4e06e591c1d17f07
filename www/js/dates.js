// Days and months of applications.

import { language } from "./words.js";

/** The day in Japan, "YYYY-MM-DD": applications are dated there, wherever the browser is. */
export function today() {
  const parts = new Intl.DateTimeFormat("en", { timeZone: "Asia/Tokyo", year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts();
  const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}

/** A day as people write it: 2026年11月21日, 21 November 2026. */
export function dayInWords(day) {
  return inWords(day, { dateStyle: "long" });
}

/** "2026-11" as people write it: 2026年11月, November 2026. */
export function monthInWords(month) {
  return inWords(month, { year: "numeric", month: "long" });
}

function inWords(date, style) {
  const locale = language() === "ja" ? "ja" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }).format(new Date(date));
}
