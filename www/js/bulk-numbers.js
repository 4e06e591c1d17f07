// Numbers as the language of the page writes them.

import { language } from "./words.js";

export function number(value) {
  return new Intl.NumberFormat(language()).format(value);
}

/** Seconds to three figures: 0.042, 1.27, 95. */
export function seconds(milliseconds) {
  return new Intl.NumberFormat(language(), { maximumSignificantDigits: milliseconds < 10_000 ? 2 : 3 }).format(milliseconds / 1000);
}

/** How many a second, to three figures; nobody reads more while it changes. */
export function rate(count, milliseconds) {
  const style = { maximumSignificantDigits: 3, maximumFractionDigits: 0 };
  return new Intl.NumberFormat(language(), style).format(Math.round((count / Math.max(milliseconds, 1)) * 1000));
}
