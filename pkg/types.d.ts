/**
 * Checks what clinics, dentists, pharmacies and home-nursing stations type into the applications for Japan's online
 * eligibility verification (オンライン資格確認) and online claims.
 *
 * - Every call is synchronous and works offline. WebAssembly starts at the first call, not at import.
 * - Lengths and offsets count UTF-16 units, as `String.length` does. A text of more than 10,000 units is not read.
 * - Only two things are ever thrown: {@link OnshiUnavailable}, and a `RangeError` by {@link form} and {@link schema} for
 *   an unknown name. Whatever the input is, it is answered, not thrown at.
 * - What is typed into a secret field appears in no verdict, report or issue.
 * - Answers are read-only: parts of them are shared and frozen.
 *
 * @example
 * import { check } from "onshi-check";
 *
 * const verdict = check("customer-id", "ｃａｆ ０１２３-４５６-７８９");
 * if (verdict.status === "valid") save(verdict.value); // "CAF0123456789"
 * else show(verdict.issues[0]?.message);
 *
 * @module
 */

// Words ---------------------------------------------------------------------------------------------------------------

/** What a single field holds. */
export type Kind =
  | "prefecture"
  | "fee-schedule"
  | "institution-number"
  | "institution-code"
  | "customer-id"
  | "email"
  | "password"
  | "phone"
  | "secret-number"
  | "year-month"
  | "date"
  | "line-type"
  | "claims-line-type"
  | "v6-option"
  | "payment-method"
  | "internet-provider"
  | "line-service"
  | "terminal-name"
  | "text";

/** Kinds whose text is never shown, kept or repeated: `value` is `null` even when valid, `text` is `""`. */
export type SecretKind = "password" | "secret-number";

/** 点数表: `"1"` 医科, `"3"` 歯科, `"4"` 調剤, `"6"` 訪問看護, `"7"` 職域診療所等. */
export type FeeSchedule = "1" | "3" | "4" | "6" | "7";

/** What a customer ID (お客さまID) starts with: `CAF` and 10 digits, or `COP` and 8 digits. */
export type CustomerIdPrefix = "CAF" | "COP";

/** The line types of the eligibility application: `"1"` IP-VPN NTT, `"2"` IP-VPN CTC and QTnet, `"3"` internet. */
export type LineType = "1" | "2" | "3";

/** The line types of the claims application. */
export type ClaimsLineType = "isdn" | "ip-vpn-ipv4" | "ip-vpn-ipv6" | "internet";

/** フレッツ・v6オプション: contracted (or will be by the start), or not needed (on the paper form only). */
export type V6Option = "contracted" | "not-needed";

/** A line service, by its row in the table of lines that can be connected. */
export type LineService =
  | "hikari-next"
  | "hikari-next-giga-line"
  | "hikari-next-giga-smart"
  | "hikari-next-hayabusa"
  | "hikari-next-business"
  | "hikari-next-prio"
  | "hikari-cross"
  | "hikari-light"
  | "hikari-light-plus"
  | "adsl-more"
  | "adsl-entry"
  | "adsl-business"
  | "adsl-more-special"
  | "commufa-business"
  | "bbiq"
  | "hikari-collaboration"
  | "ins-net"
  | "flets-isdn"
  | "otoline-isdn";

/** The language of messages and labels. */
export type Locale = "ja" | "en";

/** Any text, with suggestions: the value of a `<select>` is a `string` to TypeScript. */
export type Suggested<Known extends string> = Known | (string & {});

// Options -------------------------------------------------------------------------------------------------------------

/** Options that only choose words. */
export interface LocaleOptions {
  /** The language of messages and labels. Default `"ja"`. */
  readonly locale?: Locale | undefined;
}

/**
 * How to judge. Context is given as canonical values (`"13"`, not `"13: 東京都"`); anything else says nothing. A getter
 * that throws makes all options count as not given.
 */
export interface Options extends LocaleOptions {
  /**
   * `"final"` (default): the person is done, so that a text that is too short is `"invalid"`.
   * `"typing"`: a text that can still become valid is `"incomplete"`.
   */
  readonly mode?: "final" | "typing" | undefined;
  /** `true`: a text that needs folding is an error (`text.needs-folding`) instead of a change. Default `false`. */
  readonly strict?: boolean | undefined;
  /** The prefecture chosen, `"01"` to `"47"`: for the check digit, and for `COP` in the west. */
  readonly prefecture?: string | undefined;
  /** The fee schedule chosen: for the check digit. */
  readonly feeSchedule?: Suggested<FeeSchedule> | undefined;
  /** The kind of customer ID chosen beside the box. With it, digits alone are a customer ID. */
  readonly customerIdKind?: Suggested<"caf" | "cop"> | undefined;
  /** The line type chosen, of either application. */
  readonly lineType?: Suggested<LineType | ClaimsLineType> | undefined;
}

/** {@link Options} of a whole form. */
export interface FormOptions<F extends FormName = FormName> extends Options {
  /** Judges just these fields; the rest is neither required nor reported. A month may be named by its boxes. Default: all. */
  readonly only?: readonly (FieldName<F> | keyof MonthBoxes)[] | undefined;
  /**
   * The day of the application, `"YYYY-MM-DD"`, for the rules that depend on it. Default, also for anything else: today in
   * Asia/Tokyo.
   */
  readonly today?: string | undefined;
}

// Verdicts ------------------------------------------------------------------------------------------------------------

/**
 * Where a text stands. `"incomplete"` is for `mode: "typing"` only and means: some continuation is valid. `"empty"` means
 * that nothing was entered, or (with the issue `internal`) that nothing can be said.
 */
export type Status = "empty" | "incomplete" | "invalid" | "valid";

/**
 * The verdict on one text. Narrow it by `status`.
 *
 * @example
 * const verdict = check("institution-code", input, { mode: "typing" });
 * switch (verdict.status) {
 *   case "valid": return verdict.parts.institutionNumber;
 *   case "incomplete": return `あと${verdict.remaining}桁`;
 *   case "invalid": return verdict.issues[0]?.message;
 *   case "empty": return "";
 * }
 */
export type Verdict<K extends Kind = Kind> = EmptyVerdict | IncompleteVerdict<K> | InvalidVerdict | ValidVerdict<K>;

/** What every verdict has. */
export interface VerdictBase {
  /** The input after folding. `""` for secrets, and for what was not read. */
  readonly text: string;
  /** What folding did, in reading order. Empty for secrets. */
  readonly changes: readonly Change[];
  /** Errors first, then warnings, then infos. */
  readonly issues: readonly Issue[];
}

/** Nothing was entered; or the check itself failed, which the issue `internal` says. */
export interface EmptyVerdict extends VerdictBase {
  readonly status: "empty";
  readonly value: null;
  readonly remaining?: undefined;
  readonly parts?: undefined;
  readonly checkDigit?: undefined;
}

/** With `mode: "typing"`: right so far, and some continuation is valid. */
export interface IncompleteVerdict<K extends Kind = Kind> extends VerdictBase {
  readonly status: "incomplete";
  readonly value: null;
  /** Characters still to type. Absent where more than one length is possible: phone, e-mail, a lone `C`. */
  readonly remaining?: number;
  /** What was read so far. */
  readonly parts?: Partial<Parts<K>>;
  readonly checkDigit?: undefined;
}

/** An error was found. */
export interface InvalidVerdict extends VerdictBase {
  readonly status: "invalid";
  readonly value: null;
  readonly remaining?: undefined;
  readonly parts?: undefined;
  /** What the check digit says where another rule refuses the text. */
  readonly checkDigit?: CheckDigit;
}

/** No error was found; there may be warnings and infos. */
export interface ValidVerdict<K extends Kind = Kind> extends VerdictBase {
  readonly status: "valid";
  /** The canonical value. `null` for secrets: what was typed stays where it was typed. */
  readonly value: K extends SecretKind ? null : string;
  readonly remaining?: undefined;
  /** The value taken apart: of an institution code and of a customer ID. */
  readonly parts: Parts<K>;
  /** Of an institution code, and of an institution number with `prefecture` and `feeSchedule` in the options. */
  readonly checkDigit: K extends "institution-code"
    ? CheckDigit
    : K extends "institution-number"
      ? CheckDigit | undefined
      : undefined;
}

/** What the check digit (検証番号) says. A mismatch is a warning; `"unverified"`: no rule is known for such a number. */
export type CheckDigit = "ok" | "mismatch" | "unverified";

/** The parts of a value, by kind. */
export type Parts<K extends Kind = Kind> = K extends "institution-code"
  ? InstitutionCodeParts
  : K extends "customer-id"
    ? CustomerIdParts
    : undefined;

/** The ten digits of an institution code, taken apart. */
export interface InstitutionCodeParts {
  /** Two digits, `"01"` to `"47"`. */
  readonly prefecture: string;
  /** One digit. */
  readonly feeSchedule: string;
  /** Seven digits. */
  readonly institutionNumber: string;
}

/** A customer ID, taken apart. */
export interface CustomerIdParts {
  /** `"CAF"` or `"COP"`. */
  readonly prefix: string;
  /** Ten digits after `CAF`, eight after `COP`. */
  readonly digits: string;
}

/**
 * Why folding changed something: full width became half width, lower case became upper case, a blank, a hyphen, a printed
 * separator or an invisible character was taken out, or the printed form of a choice became its value.
 */
export type ChangeKind = "width" | "case" | "space" | "hyphen" | "separator" | "invisible" | "label";

/** One run of neighbouring characters that folding changed for one reason. */
export interface Change {
  readonly kind: ChangeKind;
  /** What stood there. */
  readonly from: string;
  /** What stands there now; `""` when it was taken out. */
  readonly to: string;
  /** Where it stood: offset in the input, in UTF-16 units. */
  readonly index: number;
}

// Issues --------------------------------------------------------------------------------------------------------------

/**
 * `"error"`: a source states the rule. `"warning"`: likely a mistake, but no source forbids it. `"info"`: worth knowing.
 * Only an error makes a value invalid.
 */
export type Severity = "error" | "warning" | "info";

interface Code<S extends Severity, Params = {}> {
  readonly severity: S;
  readonly params: Readonly<Params>;
}

/**
 * Every issue code with its severity and parameters. A parameter is a number or a code of this page, never what was typed.
 * Codes and parameters are stable; new codes may come with a minor version.
 */
export interface IssueCodes {
  "required": Code<"error">;
  "type.not-text": Code<"error">;
  "kind.unknown": Code<"error">;
  "internal": Code<"warning">;
  "input.too-long": Code<"error", { limit: number }>;
  "text.too-long": Code<"warning", { limit: number }>;
  "text.half-width": Code<"warning", { position: number }>;
  "text.needs-folding": Code<"error">;
  "form.unknown-field": Code<"warning", { name: FieldName | keyof MonthBoxes }>;
  "terminal-names.too-many": Code<"error", { limit: number }>;
  "digits.not-digit": Code<"error", { position: number }>;
  "confirm.mismatch": Code<"error">;

  "prefecture.unknown": Code<"error">;
  "prefecture.test-number": Code<"error">;
  "fee-schedule.unknown": Code<"error">;

  "institution-number.too-short": Code<"error", { remaining: number; expected: number }>;
  "institution-number.too-long": Code<"error", { actual: number; expected: number }>;
  "institution-number.looks-like-code": Code<"error">;
  "institution-number.care-insurance-number": Code<"error">;
  "institution-number.lost-zero": Code<"error">;

  "institution-code.too-short": Code<"error", { remaining: number; expected: number }>;
  "institution-code.too-long": Code<"error", { actual: number; expected: number }>;
  "institution-code.check-digit": Code<"warning">;
  "institution-code.wrong-fee-schedule": Code<"error", { feeSchedule: FeeSchedule }>;

  "customer-id.too-short": Code<"error", { remaining: number; prefix: CustomerIdPrefix; expected: number }>;
  "customer-id.too-long": Code<"error", { prefix: CustomerIdPrefix; expected: number; actual: number }>;
  "customer-id.unknown-prefix": Code<"error">;
  "customer-id.other-provider": Code<"error">;
  "customer-id.cop-in-west": Code<"error", { prefecture: string }>;
  "customer-id.kind-mismatch": Code<"error", { prefix: CustomerIdPrefix }>;
  "customer-id.not-asked": Code<"info">;
  "customer-id.same-line-may-lag": Code<"info">;

  "email.upper-case": Code<"error">;
  "email.bad-character": Code<"error", { position: number }>;
  "email.no-at": Code<"error">;
  "email.bad-domain": Code<"error">;
  "email.no-local-part": Code<"error">;
  "email.too-long": Code<"error", { limit: number; actual: number }>;
  "email.at-limit": Code<"info", { limit: number }>;
  "email.placeholder-account": Code<"error">;
  "email.odd-dots": Code<"warning">;
  "email.look-alike-domain": Code<"warning">;

  "login.upper-case": Code<"warning">;
  "login.long-user-id": Code<"info", { limit: number }>;

  "password.too-short": Code<"error", { minimum: number }>;
  "password.too-long": Code<"error", { limit: number }>;
  "password.no-upper": Code<"error">;
  "password.no-lower": Code<"error">;
  "password.no-digit": Code<"error">;
  "password.unlisted-character": Code<"warning">;

  "phone.no-leading-zero": Code<"error">;
  "phone.too-short": Code<"error", { minimum: number }>;
  "phone.too-long": Code<"error", { limit: number; actual: number }>;
  "secret-number.too-short": Code<"error", { expected: number }>;
  "secret-number.too-long": Code<"error", { expected: number }>;

  "year-month.bad-format": Code<"error">;
  "date.bad-format": Code<"error">;
  "date.no-such-day": Code<"error">;
  "date.too-early": Code<"error", { earliest: string }>;
  "date.too-late": Code<"error", { latest: string }>;
  "date.in-future": Code<"warning">;
  "month.test-after-start": Code<"warning">;
  "month.in-past": Code<"warning">;
  "month.half-given": Code<"error">;

  "application-type.unknown": Code<"error">;
  "line-type.unknown": Code<"error">;
  "claims-line-type.unknown": Code<"error">;
  "v6-option.unknown": Code<"error">;
  "customer-id-source.unknown": Code<"error">;
  "payment-method.unknown": Code<"error">;
  "line-service.unknown": Code<"error">;
  "internet-provider.unlisted": Code<"info">;
  "scope.unknown": Code<"error">;
  "ground.unknown": Code<"error">;
  "network-ready.unknown": Code<"error">;
  "ground-detail.unknown": Code<"error">;

  "line.outside-area": Code<"error", { prefecture: string }>;
  "line.area-disputed": Code<"warning", { prefecture: string }>;
  "line.area-partial": Code<"info", { prefecture: string }>;
  "line.v6-not-applicable": Code<"error">;
  "line.v6-paper-only": Code<"info">;
  "line.customer-id-means-ntt": Code<"error">;
  "line.isdn-ended": Code<"warning">;
  "line.service-not-offered": Code<"error", { lineService: LineService; prefecture: string }>;
  "line.service-not-connectable": Code<"error", { lineService: LineService }>;
  "line.service-needs-ipv6": Code<"error", { lineService: LineService }>;
  "line.service-discontinued": Code<"error", { lineService: LineService; since: string }>;
  "line.service-unknown": Code<"info", { lineService: LineService }>;

  "claims.start-too-early": Code<"warning", { earliest: string }>;
  "claims.start-too-late": Code<"error", { latest: string }>;
  "claims.change-before-20th": Code<"warning">;

  "deferral.ground-needs-claims": Code<"error">;
  "deferral.too-young": Code<"error">;
  "deferral.filing-ended": Code<"info", { latest: string }>;

  "together.institution": Code<"warning">;
  "together.line-type": Code<"warning">;
  "together.customer-id": Code<"warning">;
  "together.no-customer-id": Code<"warning">;
  "csv.open-quote": Code<"error">;
  "csv.too-many-cells": Code<"error", { actual: number; expected: number }>;
  "csv.too-few-cells": Code<"warning", { actual: number; expected: number }>;
  "csv.broken-text": Code<"error">;
  "csv.row-too-long": Code<"error", { limit: number }>;
  "csv.lost-zeros": Code<"error", { remaining: number; expected: number }>;
  "csv.exponent": Code<"error">;
}

/** The stable name of an issue: what programs compare, log and translate. */
export type IssueCode = keyof IssueCodes;

/**
 * One finding. Narrow it by `code`: severity and `params` follow.
 *
 * @example
 * for (const issue of check("customer-id", "CAF12345678").issues) {
 *   if (issue.code === "customer-id.too-short") console.log(issue.params.prefix, issue.params.remaining); // "CAF" 2
 * }
 */
export type Issue<C extends IssueCode = IssueCode> = {
  [Name in C]: IssueBase & { readonly code: Name } & Readonly<IssueCodes[Name]>;
}[C];

/** What every issue has besides `code`, `severity` and `params`. */
export interface IssueBase {
  /**
   * Where it belongs: `[]` for a single value, `["customerId"]` in a form, `["terminalNames", 0]` in a list,
   * `["claims", "lineType"]` in two applications. An unknown key of a form stands there as given.
   */
  readonly path: readonly (string | number)[];
  /** What is the matter and what to do, in the locale asked for. Put it on a page as text, not as HTML. */
  readonly message: string;
  /** Start and end of the characters meant: offsets in the input, in UTF-16 units. */
  readonly range?: readonly [start: number, end: number];
  /** What would settle it. Never for secrets. */
  readonly fix?: Fix;
  /** Where the rule stands. */
  readonly source?: Source;
}

/** A text that would settle an issue. */
export interface Fix {
  /** The whole new text of the field; `""` empties it. */
  readonly value: string;
  /** What the button says. */
  readonly label: string;
  /** `true`: nothing is guessed. `false`: ask the person. */
  readonly safe: boolean;
}

/** The documents that rules cite; `onshi-check/reference` has their titles. */
export type DocumentName =
  | "nursing-guide"
  | "circular"
  | "line-table"
  | "vendor-manual"
  | "code-notice"
  | "rule-book";

/** A place in a document that states a rule. */
export interface Source {
  readonly document: DocumentName;
  /** The heading or field under which the rule stands, in Japanese. */
  readonly section: string;
  /** The date up to which the document is known to hold: `"YYYY-MM"` or `"YYYY-MM-DD"`. */
  readonly asOf: string;
}

// Single values -------------------------------------------------------------------------------------------------------

/**
 * The verdict on one text. Never throws on any input: what is not text is the issue `type.not-text`, a text of more than
 * 10,000 UTF-16 units is `input.too-long`, an unknown kind is `kind.unknown`.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * check("phone", "０３-1234-5678").value; // "0312345678"
 * check("customer-id", "CAF12", { mode: "typing" }).remaining; // 8
 * check("email", "Kikin@example.jp").issues[0]?.fix?.value; // "kikin@example.jp"
 */
export declare function check<K extends Kind>(kind: K, input: unknown, options?: Options | null): Verdict<K>;

/**
 * True exactly when {@link check} says `"valid"`. The fast way: makes no objects for ASCII input.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * rows.filter((row) => is("institution-code", row.code));
 */
export declare function is(kind: Kind, input: unknown, options?: Options | null): boolean;

/** What stands in the three boxes of an institution code. Folded as single fields are; never padded. */
export interface AssembleInput {
  readonly prefecture?: string | null | undefined;
  readonly feeSchedule?: string | null | undefined;
  readonly institutionNumber?: string | null | undefined;
}

/**
 * The ten digits of prefecture, fee schedule and institution number. Issues carry the part in `path`. With fee schedule
 * `"7"` and no number there is no code yet: `"empty"` without an issue.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * assemble({ prefecture: "13: 東京都", feeSchedule: "1", institutionNumber: "01,1004,9" }).value; // "1310110049"
 */
export declare function assemble(parts: AssembleInput, options?: Options | null): Verdict<"institution-code">;

/**
 * The three parts of a canonical 10-digit code, or `null`.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * split("1310110049"); // { prefecture: "13", feeSchedule: "1", institutionNumber: "0110049" }
 */
export declare function split(code: string): InstitutionCodeParts | null;

/** An issue of this or another version, as it may have been stored. */
export interface StoredIssue {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly message?: string;
}

/**
 * The message of an issue in another language. An issue whose code this version does not know keeps its own message.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * message(issue, "en"); // "Characters still missing: 2. Enter CAF and all 10 digits."
 */
export declare function message(issue: StoredIssue, locale: Locale): string;

// Forms ---------------------------------------------------------------------------------------------------------------

/**
 * The forms and what their fields hold, in the order of the form. A field with `?` may be missing from a valid form.
 */
export interface Forms {
  /** ユーザー登録. */
  "user-registration": {
    familyName: "text";
    givenName: "text";
    feeSchedule: "fee-schedule";
    prefecture: "prefecture";
    /** Not required with fee schedule `"7"`: such places have no number before they register. */
    institutionNumber?: "institution-number";
    institutionName: "text";
    locationConfirmed: "checkbox";
    founderName: "text";
    phone: "phone";
    email: "email";
    password: "password";
    /** The password once more, to the letter. */
    passwordConfirm: "password";
    termsAccepted: "checkbox";
  };
  /** ログイン. */
  "login": {
    /** Usually the e-mail address. */
    userId: "text";
    /** Any text: it was set long ago. */
    password: "password";
  };
  /** オンライン資格確認 利用開始・変更申請. */
  "eligibility-application": {
    /** `"new"` or `"change"`. */
    applicationType: "choice";
    prefecture: "prefecture";
    feeSchedule: "fee-schedule";
    institutionNumber?: "institution-number";
    termsAccepted: "checkbox";
    lineType: "line-type";
    /** With line type `"1"`: `"same-as-claims"`, `"caf"` or `"cop"`. */
    customerIdSource?: "choice";
    /** With source `"caf"` or `"cop"`: the digits, or the whole ID. */
    customerId?: "customer-id";
    /** The customer ID once more. */
    customerIdConfirm?: "customer-id";
    /** With line type `"1"`. */
    v6Option?: "v6-option";
    /** For advice. */
    lineService?: "line-service";
    startMonth: "year-month";
    testMonth?: "year-month";
    /** Of a new application. */
    secretNumber?: "secret-number";
    /** The secret number once more. */
    secretNumberConfirm?: "secret-number";
    paymentMethod: "payment-method";
  };
  /** オンライン資格確認利用に関する申請書, on paper. */
  "eligibility-paper": {
    date: "date";
    institutionName: "text";
    prefecture: "prefecture";
    feeSchedule: "fee-schedule";
    institutionNumber?: "institution-number";
    founderName: "text";
    phone: "phone";
    email?: "email";
    contactName: "text";
    lineType: "line-type";
    /** With line type `"1"`. */
    v6Option?: "v6-option";
    /** With line type `"1"`: the whole ID. */
    customerId?: "customer-id";
    startMonth: "year-month";
    testMonth?: "year-month";
    secretNumber: "secret-number";
    paymentMethod: "payment-method";
    /** One to ten names. */
    terminalNames: "list";
  };
  /** オンライン請求 利用開始・変更申請. */
  "claims-application": {
    /** `"start"` or `"change"`. */
    applicationType: "choice";
    prefecture: "prefecture";
    feeSchedule: "fee-schedule";
    institutionNumber?: "institution-number";
    termsAccepted: "checkbox";
    startMonth: "year-month";
    claimsSoftware: "text";
    claimsSoftwareMaker: "text";
    osAndBrowser: "text";
    lineType: "claims-line-type";
    /** With line type `"isdn"`. */
    isdnNumber?: "phone";
    /** With line type `"internet"`. */
    internetProvider?: "internet-provider";
    /** With line type `"ip-vpn-ipv6"`: `"same-as-eligibility"`, `"caf"` or `"cop"`. */
    customerIdSource?: "choice";
    /** With source `"caf"` or `"cop"`: the digits, or the whole ID. */
    customerId?: "customer-id";
    paymentMethod: "payment-method";
    setupCd?: "text";
    remarks?: "text";
    /** For advice. */
    lineService?: "line-service";
  };
  /** 電子証明書 証明書発行申請情報. */
  "certificate-application": {
    feeAccepted: "checkbox";
    eligibilityApplied: "checkbox";
    prefecture: "prefecture";
    feeSchedule: "fee-schedule";
    institutionNumber?: "institution-number";
    institutionName: "text";
    contactName: "text";
    phone: "phone";
    email: "email";
    terminalName: "terminal-name";
  };
  /** オンライン請求及びオンライン資格確認導入の猶予届出書. */
  "deferral-notice": {
    institutionName: "text";
    phone: "phone";
    /** Of a home-nursing station: the third digit is 6. */
    institutionCode: "institution-code";
    address: "text";
    /** `"both"`, `"claims"` or `"eligibility"`. */
    scope: "choice";
    /** `"1"` to `"6"`. */
    ground: "choice";
    /** On ground `"1"`. */
    reason?: "text";
    /** On ground `"2"`. */
    contractDate?: "date";
    /** On ground `"2"`. */
    completionMonth?: "year-month";
    /** On ground `"3"`: `"1"` not yet, `"2"` ready. */
    networkReady?: "choice";
    /** When the network is ready. */
    networkReadyDate?: "date";
    /** On ground `"4"`. */
    workStartDate?: "date";
    /** On ground `"4"`. */
    workEndDate?: "date";
    /** On ground `"5"`. */
    closureDate?: "date";
    /** On ground `"6"`: `"age"` or `"other"`. */
    groundDetail?: "choice";
    /** With detail `"age"`. */
    youngestBirthDate?: "date";
    /** With detail `"other"`. */
    detail?: "text";
    remarks?: "text";
    date: "date";
    representative: "text";
    representativeAddress: "text";
    email: "email";
  };
  /** 運用開始日登録. */
  "operation-start": {
    operationStartDate: "date";
  };
}

/** The name of a form. */
export type FormName = keyof Forms;

/** The name of a field of a form; the same in JavaScript, HTML and JSON. */
export type FieldName<F extends FormName = FormName> = F extends FormName ? keyof Forms[F] & string : never;

/** The year and the month of a month that has two boxes, given instead of the month itself. */
export interface MonthBoxes {
  readonly startYear?: string | null | undefined;
  readonly startMonthOfYear?: string | null | undefined;
  readonly testYear?: string | null | undefined;
  readonly testMonthOfYear?: string | null | undefined;
}

type FieldKind<F extends FormName, N extends FieldName<F>> = Extract<Forms[F][N], Kind | "checkbox" | "choice" | "list">;
type SecretField<F extends FormName> = {
  [N in FieldName<F>]: FieldKind<F, N> extends SecretKind ? N : never;
}[FieldName<F>];

/** `File`, where the program knows the type: `Object.fromEntries(new FormData(element))` may hold one. */
type MaybeFile = typeof globalThis extends { File: { prototype: infer File } } ? File : never;

/**
 * What stands in the boxes of a form, all of it text. A box to tick takes `true` and `false` as well; any non-empty text but
 * `"false"`, `"no"`, `"off"`, `"0"`, `"いいえ"` and `"同意しない"` ticks it. A list takes texts; one text is a list of one. `""`,
 * `null`, `undefined` and a key left out are all "not given". Only own data properties are read: neither what is inherited
 * nor getters.
 */
export type FormValues<F extends FormName = FormName> = {
  readonly [N in FieldName<F>]?: FieldKind<F, N> extends "checkbox"
    ? string | boolean | MaybeFile | null | undefined
    : FieldKind<F, N> extends "list"
      ? string | readonly (string | null | undefined)[] | MaybeFile | null | undefined
      : string | MaybeFile | null | undefined;
} & ("startMonth" extends FieldName<F> ? MonthBoxes : {});

/** The canonical values of a valid form, the author's own secrets included: what a {@link schema} hands on. */
export type FormOutput<F extends FormName = FormName> = {
  readonly [N in keyof Forms[F]]: Extract<Forms[F][N], string> extends "checkbox"
    ? "true"
    : Extract<Forms[F][N], string> extends "list"
      ? readonly string[]
      : string;
};

/** What a whole form comes to. */
export interface Report<F extends FormName = FormName> {
  /**
   * `"valid"` when no field and no rule between fields gives an error; `"incomplete"` in typing mode when nothing is wrong yet;
   * `"empty"` only with the issue `internal`, when nothing can be said.
   */
  readonly status: Status;
  /** The canonical values of the valid fields, without secrets. A ticked box is `"true"`, a list an array. */
  readonly values: {
    readonly [N in Exclude<FieldName<F>, SecretField<F>>]?: FieldKind<F, N> extends "list" ? readonly string[] : string;
  };
  /**
   * The verdict on every field that was judged, under its path joined by dots: `phone`, `terminalNames.0`. A field that
   * does not apply, because another choice rules it out, is not here.
   */
  readonly fields: {
    readonly [N in FieldName<F>]?: Verdict<FieldKind<F, N> extends Kind ? FieldKind<F, N> : "text">;
  } & { readonly [Item in `terminalNames.${number}`]?: Verdict<"terminal-name"> };
  /** Every issue: errors first, then warnings, then infos; in the order of the form within a severity. */
  readonly issues: readonly Issue[];
  /** The required fields that are empty, in the order of the form. */
  readonly missing: readonly FieldName<F>[];
}

/** A form that can be checked as a whole. */
export interface Form<F extends FormName = FormName> {
  readonly name: F;
  /** Its fields, in their order. */
  readonly fields: readonly FieldName<F>[];
  /**
   * True exactly when {@link Form.check} says `"valid"`. The fast way.
   *
   * @throws {OnshiUnavailable} WebAssembly cannot start here.
   */
  is(values: FormValues<F>, options?: FormOptions<F> | null): boolean;
  /**
   * The report on all fields. Never throws on any values. A key that looks like a misspelt field is the warning
   * `form.unknown-field`.
   *
   * @throws {OnshiUnavailable} WebAssembly cannot start here.
   */
  check(values: FormValues<F>, options?: FormOptions<F> | null): Report<F>;
}

/**
 * The form of this name: one frozen object a name.
 *
 * @throws {RangeError} There is no form of this name.
 * @example
 * const report = form("user-registration").check(Object.fromEntries(new FormData(element)));
 * if (report.status === "valid") send(report.values);
 * else for (const issue of report.issues) console.log(issue.path[0], issue.message);
 */
export declare function form<F extends FormName>(name: F): Form<F>;

/** Both applications of one place, as their forms take them. A part left out is an empty form. */
export interface BothApplications {
  readonly eligibility?: FormValues<"eligibility-application"> | null | undefined;
  readonly claims?: FormValues<"claims-application"> | null | undefined;
}

/** The report on both applications. Names, keys and paths begin with the part. */
export interface ReportTogether {
  /** The worse of the two. */
  readonly status: Status;
  readonly values: {
    readonly eligibility: Report<"eligibility-application">["values"];
    readonly claims: Report<"claims-application">["values"];
  };
  /** Under the path joined by dots: `eligibility.lineType`. */
  readonly fields: {
    readonly [N in
      | `eligibility.${FieldName<"eligibility-application">}`
      | `claims.${FieldName<"claims-application">}`]?: Verdict;
  };
  /** The issues of both, and the warnings `together.*` about what does not go together. */
  readonly issues: readonly Issue[];
  readonly missing: readonly (
    | `eligibility.${FieldName<"eligibility-application">}`
    | `claims.${FieldName<"claims-application">}`
  )[];
}

/**
 * Checks both applications of one place, and whether they go together. What does not is a warning.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * const { issues } = checkTogether({ eligibility: { lineType: "3" }, claims: { lineType: "ip-vpn-ipv6" } });
 * issues.find(({ code }) => code === "together.line-type")?.path; // ["claims", "lineType"]
 */
export declare function checkTogether(
  values: BothApplications,
  options?: (Options & { readonly today?: string | undefined }) | null,
): ReportTogether;

// Lines ---------------------------------------------------------------------------------------------------------------

/** What is chosen so far on an application, any part of it: values or their printed forms. */
export type LineSelection = EligibilitySelection | ClaimsSelection;

/** Choices of オンライン資格確認. */
export interface EligibilitySelection {
  readonly application?: "eligibility" | undefined;
  /** `"01"` to `"47"`. */
  readonly prefecture?: string | null | undefined;
  readonly lineType?: Suggested<LineType> | null | undefined;
  readonly customerIdSource?: Suggested<"same-as-claims" | "caf" | "cop"> | null | undefined;
  readonly v6Option?: Suggested<V6Option> | null | undefined;
  readonly lineService?: Suggested<LineService> | null | undefined;
}

/** Choices of オンライン請求. */
export interface ClaimsSelection {
  readonly application: "claims";
  /** `"01"` to `"47"`. */
  readonly prefecture?: string | null | undefined;
  readonly lineType?: Suggested<ClaimsLineType> | null | undefined;
  readonly customerIdSource?: Suggested<"same-as-eligibility" | "caf" | "cop"> | null | undefined;
  readonly v6Option?: Suggested<V6Option> | null | undefined;
  readonly lineService?: Suggested<LineService> | null | undefined;
}

/** The fields of a selection. */
export type LineField = "prefecture" | "lineType" | "customerIdSource" | "v6Option" | "lineService";

/** Whether a choice fits what the other fields say; `"unknown"`: no source tells. */
export type LineOptionState = "allowed" | "forbidden" | "unknown";

/** One choice of a field. */
export interface LineOption {
  readonly value: string;
  /** Its name in the locale asked for. */
  readonly label: string;
  readonly state: LineOptionState;
  /** Why not; of an allowed choice what to know. */
  readonly issue?: Issue;
}

/** Every choice of every field. */
export type LineOptions = { readonly [Field in LineField]: readonly LineOption[] };

/**
 * What is wrong, odd or worth knowing about a combination of choices: errors first. Never disagrees with {@link lineOptions}.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * lineIssues({ prefecture: "27", lineType: "2" })[0]?.code; // "line.outside-area"
 */
export declare function lineIssues(selection?: LineSelection | null, options?: LocaleOptions | null): readonly Issue[];

/**
 * For every choice of every field: does it still fit what the other fields say? A field's own choice does not count, and
 * prefecture and line type may still be chosen as it needs.
 *
 * @throws {OnshiUnavailable} WebAssembly cannot start here.
 * @example
 * for (const { value, state } of lineOptions({ prefecture: "13" }).lineType) {
 *   select.namedItem(value).disabled = state === "forbidden";
 * }
 */
export declare function lineOptions(selection?: LineSelection | null, options?: LocaleOptions | null): LineOptions;

// Standard Schema -----------------------------------------------------------------------------------------------------

/**
 * Standard Schema v1 (https://standardschema.dev), written down here so that no dependency is needed: it is assignable to
 * `StandardSchemaV1` of `@standard-schema/spec`, and its `validate` always answers at once.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}

/** What a Standard Schema says about itself. */
export interface StandardProps<Input = unknown, Output = Input> {
  readonly version: 1;
  readonly vendor: "onshi-check";
  /** For the type checker only; never there at run time. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  readonly validate: (value: unknown) => StandardResult<Output>;
}

/** Success has a `value` and no `issues` key; failure has `issues`. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

/** The checked value. */
export interface StandardSuccess<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

/** Why the value was refused. Errors only: a warning refuses nothing. */
export interface StandardFailure {
  readonly issues: readonly StandardIssue[];
}

/** One reason. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/**
 * A schema of a kind or of a form. The output is the canonical value; of a secret it is what was typed. The empty text
 * fails with `required`.
 *
 * @throws {RangeError} There is no kind or form of this name. `validate` throws {@link OnshiUnavailable} where
 * WebAssembly cannot start.
 * @example
 * useForm({ resolver: standardSchemaResolver(schema("user-registration")) });
 */
export declare function schema(kind: Kind, options?: Options | null): StandardSchemaV1<string, string>;
export declare function schema<F extends FormName>(
  form: F,
  options?: (Options & { readonly only?: undefined }) | null,
): StandardSchemaV1<FormValues<F>, FormOutput<F>>;
export declare function schema<F extends FormName>(
  form: F,
  options: FormOptions<F>,
): StandardSchemaV1<FormValues<F>, Partial<FormOutput<F>>>;

// Start ---------------------------------------------------------------------------------------------------------------

/**
 * WebAssembly cannot start here: an old browser, or a Content-Security-Policy without `'wasm-unsafe-eval'`; in
 * `onshi-check/slim` also a call before `init`. Each entry has its own class: across entries compare `name`.
 *
 * @example
 * try {
 *   check("email", input);
 * } catch (error) {
 *   if (!(error instanceof OnshiUnavailable)) throw error; // let the form go unchecked: the portal checks it again
 * }
 */
export declare class OnshiUnavailable extends Error {
  constructor(message?: string, options?: { cause?: unknown });
  readonly name: "OnshiUnavailable";
}

/**
 * Resolves when calls work, rejects with {@link OnshiUnavailable} when they never will. In `onshi-check` waiting is
 * optional, and nothing starts before somebody waits or calls; in `onshi-check/slim` it settles as the first `init` does.
 *
 * @example
 * ready.catch(() => console.warn("The form is not checked here."));
 */
export declare const ready: Promise<void>;

/** The version of this package: rules change with it. */
export declare const version: string;

export {};
