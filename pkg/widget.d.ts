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
  /**
   * What looks through a text that somebody puts into a control with `data-onshi-paste`: `find` of `onshi-check/bulk`;
   * otherwise `OnshiBulk.find`, where the page has loaded `dist/bulk-global.js`. Without either the attribute does nothing.
   *
   * The control is a textarea (or a text input) that is no field itself. It is for the form or container that it stands in,
   * or for the element that the attribute names, as in `data-onshi-paste="#application"`. A pasted text is looked through at
   * once, a typed one when it is left, and empty fields are filled: customer ID, institution code (in one field, or in
   * prefecture, fee schedule and number), e-mail address, phone; of several fields of a kind the first. A field that is
   * filled stays as it is, secrets are never filled, and of two different texts of a kind neither is taken. Each field says
   * where its answer came from, and one button below the text takes all of them back. The text is kept nowhere, and is sent
   * only if the control has a `name`.
   *
   * @example
   * import { find } from "onshi-check/bulk";
   *
   * attach(document.querySelector("#application"), { form: "eligibility-application", find });
   */
  find?: (text: string) => readonly FoundText[];
}

/** What `find` answers for each hit, as far as it is asked for. */
export interface FoundText {
  /** Where it may go: `customer-id`, `institution-code`, `institution-number`, `email` or `phone`. */
  readonly kind: Suggested<Kind>;
  /** What goes into the field. */
  readonly value: string;
  /** The word before it that says what it is. */
  readonly label?: string;
  /** `"low"`: taken only if it is the only one of its kind, and valid. */
  readonly confidence: "high" | "low";
  readonly verdict: Verdict;
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
