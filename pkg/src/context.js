// Options, read once and packed into numbers that `read_context` in src/wasm/hot.rs unpacks.

import { FEE_SCHEDULES, LINE_TYPES, PREFECTURES } from "./choices.js";

/** Nothing said: final mode, no context. */
export const NO_CONTEXT = 0;
/** No day known: rules that depend on it say nothing. */
export const NO_DAY = 0;

const HOUR = 3600000;
const DAY = 24 * HOUR;

export function readContext(options) {
  if (options === undefined || options === null) return NO_CONTEXT;
  try {
    let context = options.mode === "typing" ? 1 : 0;
    if (options.strict === true) context |= 2;
    context |= number(PREFECTURES, options.prefecture) << 2;
    context |= number(FEE_SCHEDULES, options.feeSchedule) << 8;
    const kind = options.customerIdKind;
    if (kind === "caf") context |= 1 << 11;
    else if (kind === "cop") context |= 2 << 11;
    return context | (number(LINE_TYPES, options.lineType) << 13);
  } catch {
    // A getter that throws says nothing.
    return NO_CONTEXT;
  }
}

export function isEnglish(options) {
  try {
    return options?.locale === "en";
  } catch {
    return false;
  }
}

function number(choices, value) {
  return value === undefined ? 0 : (choices.get(value) ?? 0);
}

/** The day of the application: as the caller says, otherwise today in Tokyo. */
export function readToday(options) {
  try {
    const today = options?.today;
    const given = typeof today === "string" ? packDate(today) : NO_DAY;
    // A month is no day.
    if ((given & 31) !== 0) return given;
  } catch {
    // A getter that throws says nothing.
  }
  return todayInTokyo();
}

/** `YYYY-MM-DD`, or `YYYY-MM`, in one number; 0 for anything else. */
export function packDate(text) {
  const [, year, month, day = "00"] = /^((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return NO_DAY;
  const last = new Date(Date.UTC(year, month, 0));
  if (last.getUTCMonth() + 1 !== Number(month) || Number(day) > last.getUTCDate()) return NO_DAY;
  return (year << 9) | (month << 5) | day;
}

let packedToday = NO_DAY;
let tomorrow = 0;

/** Kept until midnight: making a date costs more than a check. */
function todayInTokyo() {
  const now = Date.now() + 9 * HOUR;
  if (now >= tomorrow || now < tomorrow - DAY) {
    const date = new Date(now);
    packedToday = (date.getUTCFullYear() << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
    tomorrow = (Math.floor(now / DAY) + 1) * DAY;
  }
  return packedToday;
}
