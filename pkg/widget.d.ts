/**
 * Everything of `onshi-check`, and forms of the page that are watched: verdicts beside the fields, fixes, a summary.
 *
 * @example
 * import { attach } from "onshi-check/widget";
 * import "onshi-check/widget.css"; // optional
 *
 * const widget = attach(document.querySelector("#application"), { form: "eligibility-application" });
 * widget.ready.catch(() => {}); // no WebAssembly here: the form works as it did
 *
 * @module
 */

import type { FormName, Kind, Locale, OnshiUnavailable, Report, Suggested, Verdict } from "./types.js";

export * from "./types.js";

/** What a page says once, instead of attributes. */
export interface AttachOptions {
  /** The form that the controls in the target belong to; otherwise `data-onshi-form`. */
  form?: FormName;
  /** Otherwise `data-onshi-locale`, then the nearest `lang`: `en` is English, everything else Japanese. */
  locale?: Locale;
  /** When a field may first say what is wrong; otherwise `data-onshi-report`, then `"blur"`. */
  report?: "blur" | "submit" | "typing";
  /** Where the canonical value goes; otherwise `data-onshi-normalize`, then `"submit"`: the form sends it, the field keeps what was typed. */
  normalize?: "submit" | "blur" | "off";
  /** The day of the application, `YYYY-MM-DD`; otherwise today in Tokyo. */
  today?: string;
}

/** What is being watched. */
export interface Attached {
  /** Resolves when the fields are watched; rejects with `OnshiUnavailable` where WebAssembly cannot run. */
  readonly ready: Promise<void>;
  /** Judges and shows everything, as when the form is sent. The report of the form; `null` where there is none to make. */
  check(): Report | null;
  /** Leaves the page as it was. */
  detach(): void;
}

/**
 * Watches a form, a control with `data-onshi`, or everything in an element or document, also what comes later. The same
 * target twice gives the same answer. Never throws: a target that is none gives an answer that does nothing.
 */
export declare function attach(target: Element | Document | null, options?: AttachOptions | null): Attached;

/** How a field looks. */
export type FieldState = "quiet" | "reading" | "understood" | "look" | "wrong" | "off";

/** What `onshi:verdict` says: the field shows something new. */
export interface VerdictDetail {
  /** The name of the field; of a control alone its name, id or kind. */
  readonly name: Suggested<Kind>;
  readonly state: FieldState;
  /** `null` when the field is not asked for. Of a secret without value and text. */
  readonly verdict: Verdict | null;
}

/** What `onshi:fix` says, before it happens; `preventDefault()` leaves it to the page. */
export interface FixDetail {
  readonly name: string;
  /** The code of the issue. */
  readonly code: string;
  /** The text that goes in. */
  readonly value: string;
}

/** What `onshi:unavailable` says. */
export interface UnavailableDetail {
  readonly error: OnshiUnavailable;
}

declare global {
  interface GlobalEventHandlersEventMap {
    "onshi:verdict": CustomEvent<VerdictDetail>;
    "onshi:report": CustomEvent<Report>;
    "onshi:fix": CustomEvent<FixDetail>;
    "onshi:unavailable": CustomEvent<UnavailableDetail>;
  }
}
