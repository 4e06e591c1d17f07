/**
 * What there is to say about kinds, forms and issue codes, as plain data: labels, hints, examples, patterns, choices, JSON
 * Schemas and the sources of every rule. Works without WebAssembly, and throws nothing but the `RangeError` of `describe`
 * and `jsonSchema`.
 *
 * @example
 * import { describe, jsonSchema, rules } from "onshi-check/reference";
 *
 * const { label, hint, inputmode } = describe("customer-id", "en");
 * for (const { code, severity, ja, source } of rules.codes) console.log(code, severity, ja, source.section);
 *
 * @module
 */

import type { DocumentName, FieldName, FormName, IssueCode, Kind, LineService, Locale, Severity, Source } from "./types.js";

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
  /** What is often typed, for a `<datalist>`; anything else may be right as well. */
  readonly suggestions?: readonly string[];
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
  /** What it checks beyond single fields. */
  readonly rules: readonly RuleDescription[];
  /** Where it is described. */
  readonly sources: readonly Source[];
}

/** What to say beside an input of a form, in one language. */
export interface FieldDescription<F extends FormName = FormName> extends Description<FieldName<F>> {
  /**
   * How it is judged: by a kind, as a box to tick, as one of choices that are no kind, as a list of texts (each as
   * described), or as a repetition of another field. The password of `login` may be any text: it was set long ago.
   */
  readonly kind: Kind | "checkbox" | "choice" | "list" | "repeat";
  /** The field that a `"repeat"` repeats. */
  readonly repeats?: FieldName<F>;
  /** Two other names under which a month may be given: its year and its month. */
  readonly boxes?: readonly [year: "startYear" | "testYear", month: "startMonthOfYear" | "testMonthOfYear"];
  /** How many texts a `"list"` may hold. */
  readonly items?: { readonly max: number };
  /** Whether it must be filled. */
  readonly required: "always" | "never" | Condition<F>;
}

/** When a field is required: in words, and as the canonical values of another field. */
export type Condition<F extends FormName = FormName> = {
  /** The condition in words: "when …" or "unless …". */
  readonly when: string;
  /** The other field. */
  readonly field: FieldName<F>;
} & (
  | {
      /** One of these fulfils it; an other field that is empty or does not apply does not. */
      readonly is: readonly string[];
      readonly isNot?: never;
    }
  | {
      /** Anything but these fulfils it, also nothing. */
      readonly isNot: readonly string[];
      readonly is?: never;
    }
);

/** What a form checks beyond single fields, in one language. */
export interface RuleDescription {
  /** The code it reports. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The rule in words. */
  readonly text: string;
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

/**
 * A form as JSON Schema (draft 2020-12): of the canonical values, which are `values` of a report and the secrets beside
 * it. It covers which fields there are, what each may hold, and when it is required. Rules between fields are listed under
 * `x-onshi-rules`, the only keyword that is not of the draft (with ajv in strict mode: `ajv.addKeyword("x-onshi-rules")`).
 * Titles and descriptions are Japanese, then English. Every call makes a new object.
 *
 * @throws {RangeError} There is no form of this name.
 * @example
 * import Ajv from "ajv/dist/2020.js";
 *
 * const ajv = new Ajv().addKeyword("x-onshi-rules");
 * const validate = ajv.compile(jsonSchema("certificate-application"));
 */
export declare function jsonSchema(formName: FormName): JsonSchema;

/** A JSON Schema of draft 2020-12, with the rules that it cannot express. */
export interface JsonSchema {
  $schema: "https://json-schema.org/draft/2020-12/schema";
  /** A name, not an address. */
  $id: string;
  title: string;
  description: string;
  type: "object";
  properties: Record<string, Record<string, unknown>>;
  required: string[];
  /** `if` and `then` (or `else`): fields that are required under a condition. */
  allOf?: Record<string, unknown>[];
  "x-onshi-rules": { code: IssueCode; severity: Severity; text: string }[];
}

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
  /** The table of line services. */
  readonly lineServices: readonly LineServiceDescription[];
  /** The notes under that table. */
  readonly lineNotes: readonly LineNote[];
  /** Who provides internet connections with IPsec and IKE. */
  readonly providers: readonly Provider[];
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

/** What the table says about a line service in an area. */
export type LineCell = "ok" | "ok-ipv6" | "no" | "not-offered" | "unknown";

/** A row of the table of line services. */
export interface LineServiceDescription {
  readonly value: LineService;
  readonly label: Words;
  /** Whose network it belongs to. */
  readonly carrier: "ntt" | "ctc" | "qtnet" | "isdn";
  /** For online claims, in the areas of NTT East and West. */
  readonly claims: { readonly east: LineCell; readonly west: LineCell };
  /** For eligibility verification. */
  readonly eligibility: { readonly east: LineCell; readonly west: LineCell };
  /** The prefectures in which it is sold, where these are not the areas of NTT; in all of them `west` holds. */
  readonly area?: readonly string[];
  /** The last day of service, `"YYYY-MM-DD"`, where it has ended. */
  readonly ended?: { readonly east?: string; readonly west?: string };
  /** How sure the reading of the row is. */
  readonly confidence: "high" | "medium" | "low";
  /** The numbers of the notes that belong to it. */
  readonly notes: readonly number[];
}

/** A note under the table of line services. */
export interface LineNote extends Words {
  readonly number: number;
}

/** Who provides internet connections with IPsec and IKE. */
export interface Provider {
  /** The service, as the table prints it. */
  readonly service: string;
  readonly company: string;
  /** Listed for online claims. */
  readonly claims: boolean;
  /** Listed for eligibility verification. */
  readonly eligibility: boolean;
}

/** A question that the sources leave open or answer in two ways. */
export interface Undecided extends Words {
  /**
   * Why it is open: two places say different things, no place with authority says anything, or the place that says it
   * cannot be read.
   */
  readonly kind: "contradiction" | "silent" | "unreadable";
  /** Where the sources are silent or disagree. */
  readonly sources: readonly Source[];
}

/** The rules of this version and what they rest on. */
export declare const rules: Rules;

export {};
