/**
 * The classic script: `OnshiBulk` holds what `onshi-check/bulk` exports. Beside `onshi-check/global.js` it lets pages fill
 * their fields from pasted text (`data-onshi-paste`).
 *
 * @module
 */

import type * as bulk from "./bulk.js";

declare global {
  const OnshiBulk: typeof bulk;
}

export {};
