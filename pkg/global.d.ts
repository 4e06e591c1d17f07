/**
 * The classic script: `OnshiCheck` holds what `onshi-check/widget` exports, and everything with `data-onshi-form` or
 * `data-onshi` in the document is watched as soon as it is there.
 *
 * @module
 */

import type * as widget from "./widget.js";

declare global {
  const OnshiCheck: typeof widget;
}

export {};
