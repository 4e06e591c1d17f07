// Options, read once and packed into the number that `read_context` in src/wasm/hot.rs unpacks.

import { FEE_SCHEDULES, LINE_TYPES, PREFECTURES } from "./choices.js";

/** Nothing said: final mode, no context. */
export const NO_CONTEXT = 0;

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
