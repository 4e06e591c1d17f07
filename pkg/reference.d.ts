/**
 * What there is to say about kinds, forms and issue codes, as plain data: labels, hints, examples, patterns, choices and
 * the sources of every rule. Works without WebAssembly, and throws nothing but the `RangeError` of `describe`.
 *
 * @example
 * import { describe, rules } from "onshi-check/reference";
 *
 * const { label, hint, inputmode } = describe("customer-id", "en");
 * for (const { code, severity, ja, source } of rules.codes) console.log(code, severity, ja, source.section);
 *
 * @module
 */

import type { DocumentName, FieldName, FormName, IssueCode, Kind, Locale, Severity, Source } from "./types.js";

/** What to say beside an input, in one language. */
export interface Description<Name extends string = string> {
  readonly name: Name;
  /** What the portal prints beside the box; in English its meaning. */
  readonly label: string;
  /** What to type, and where to find it. */
  readonly hint: string;
  /** A made-up canonical value that is valid without a remark; of a secret a text to be read as an example only. */
  readonly example: string;
  /**
   * A regular expression that every canonical value matches, from `^` to `$`. Not for the HTML attribute `pattern`: it would
   * refuse full-width text, which `check` accepts and folds.
   */
  readonly pattern: string;
  /** The fewest characters of a canonical value, where it is not a choice. */
  readonly minLength?: number;
  /** The most characters of a canonical value, where a rule limits them. */
  readonly maxLength?: number;
  /** For the HTML attribute of this name; `"none"` for a box to tick. */
  readonly inputmode: "numeric" | "email" | "tel" | "text" | "none";
  /** For the HTML attribute of this name. */
  readonly autocomplete: string;
  /** What can be chosen; empty where the person types. */
  readonly choices: readonly Choice[];
  /** True when the value may never be shown or kept. */
  readonly secret: boolean;
  /** Where its rules stand. */
  readonly sources: readonly Source[];
}

/** One choice with its name. */
export interface Choice {
  /** The canonical value. */
  readonly value: string;
  readonly label: string;
}

/** What to say about a form, in one language. */
export interface FormDescription<F extends FormName = FormName> {
  readonly name: F;
  /** What the portal calls it; in English its meaning. */
  readonly label: string;
  /** Its fields, in the order of the form. */
  readonly fields: readonly FieldDescription<F>[];
  /** Where it is described. */
  readonly sources: readonly Source[];
}

/** What to say beside an input of a form, in one language. */
export interface FieldDescription<F extends FormName = FormName> extends Description<FieldName<F>> {
  /** How it is judged: by a kind, as a box to tick, or as a repetition of another field. */
  readonly kind: Kind | "checkbox" | "repeat";
  /** The field that a `"repeat"` repeats. */
  readonly repeats?: FieldName<F>;
  /** `"always"`, or when, in words. */
  readonly required: "always" | { readonly when: string };
}

/**
 * What to say about a kind, or about a form with its fields. Every call makes a new object.
 *
 * @param locale Default `"ja"`.
 * @throws {RangeError} There is no kind or form of this name.
 * @example
 * describe("customer-id").example; // "CAF0123456789"
 * for (const field of describe("user-registration").fields) console.log(field.name, field.label, field.required);
 */
export declare function describe<K extends Kind>(kind: K, locale?: Locale): Description<K>;
export declare function describe<F extends FormName>(form: F, locale?: Locale): FormDescription<F>;

/** A text in both languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** The rules of this version and what they rest on. Frozen. */
export interface Rules {
  /** The version of this package. */
  readonly version: string;
  /** The day on which the sources were last weighed: `"YYYY-MM-DD"`. */
  readonly asOf: string;
  /** The documents that are cited, newest authority first. */
  readonly documents: readonly DocumentDescription[];
  /** Every issue code. */
  readonly codes: readonly CodeDescription[];
  /** What no source settles, and what this version does about it. */
  readonly undecided: readonly Undecided[];
}

/** A document. */
export interface DocumentDescription {
  readonly name: DocumentName;
  /** The title as printed. */
  readonly title: string;
  readonly publisher: string;
  /** The date up to which it is known to hold: `"YYYY-MM"` or `"YYYY-MM-DD"`. */
  readonly asOf: string;
}

/** An issue code with its message in both languages; parameters stand in braces. */
export interface CodeDescription extends Words {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The names of its parameters, in the order of the message function. */
  readonly params: readonly string[];
  /** Where the rule stands. */
  readonly source: Source;
}

/** A question that the sources leave open or answer in two ways. */
export interface Undecided extends Words {
  /** Where the sources are silent or disagree. */
  readonly sources: readonly Source[];
}

/** The rules of this version and what they rest on. */
export declare const rules: Rules;

export {};
