// Single values: every function, every field of a verdict, and what narrowing teaches.

import {
  assemble,
  check,
  is,
  message,
  split,
  type AssembleInput,
  type Change,
  type ChangeKind,
  type CheckDigit,
  type CustomerIdParts,
  type EmptyVerdict,
  type IncompleteVerdict,
  type InstitutionCodeParts,
  type InvalidVerdict,
  type Issue,
  type Kind,
  type Locale,
  type LocaleOptions,
  type Options,
  type Parts,
  type SecretKind,
  type Status,
  type StoredIssue,
  type Suggested,
  type ValidVerdict,
  type Verdict,
  type VerdictBase,
} from "onshi-check";
import { typeOf } from "./expect.js";

declare const anything: unknown;
declare const anyKind: Kind;

// Any input may be checked, of any kind that exists.
typeOf(check("email", anything)).is<Verdict<"email">>();
typeOf(check(anyKind, 5n)).is<Verdict>();
typeOf(is(anyKind, anything, null)).is<boolean>();
// @ts-expect-error there is no such kind
check("e-mail", "");

// Options are spelt as on this page; context may be any text.
const english: Locale = "en";
const words: LocaleOptions = { locale: english };
const prefecture: string = "27";
const feeSchedule: Suggested<"1"> = prefecture;
const options: Options = {
  ...words, mode: "typing", strict: true, prefecture, feeSchedule, customerIdKind: "caf", lineType: "ip-vpn-ipv6",
};
check("customer-id", "CAF", options);
is("customer-id", "CAF", { locale: undefined, mode: undefined });
// @ts-expect-error misspelt
check("customer-id", "CAF", { stricct: true });
// @ts-expect-error there are two modes
check("customer-id", "CAF", { mode: "live" });
// @ts-expect-error a prefecture is text: 01 is not 1
check("customer-id", "CAF", { prefecture: 1 });

// Without narrowing everything may be missing.
const customerId = check("customer-id", anything);
typeOf(customerId.status).is<Status>();
typeOf(customerId.value).is<string | null>();
typeOf(customerId.text).is<string>();
typeOf(customerId.changes).is<readonly Change[]>();
typeOf(customerId.issues).is<readonly Issue[]>();
typeOf(customerId.remaining).is<number | undefined>();
// @ts-expect-error may be null
customerId.value.length;
// @ts-expect-error answers are read-only
customerId.issues.push(customerId.issues[0]);
// @ts-expect-error answers are read-only
customerId.text = "";

// The status says what is there.
switch (customerId.status) {
  case "valid":
    typeOf(customerId).is<ValidVerdict<"customer-id">>();
    typeOf(customerId.value).is<string>();
    typeOf(customerId.parts).is<CustomerIdParts>();
    typeOf(customerId.parts.prefix, customerId.parts.digits).is<string>();
    // @ts-expect-error that is a part of an institution code
    customerId.parts.prefecture;
    // @ts-expect-error nothing remains of what is complete
    customerId.remaining.toFixed();
    break;
  case "incomplete":
    typeOf(customerId).is<IncompleteVerdict<"customer-id">>();
    typeOf(customerId.value).is<null>();
    typeOf(customerId.remaining).is<number | undefined>();
    typeOf(customerId.parts).is<Partial<CustomerIdParts> | undefined>();
    break;
  case "invalid":
    typeOf(customerId).is<InvalidVerdict>();
    typeOf(customerId.value).is<null>();
    break;
  case "empty":
    typeOf(customerId).is<EmptyVerdict>();
    typeOf(customerId.parts).is<undefined>();
    break;
  default:
    typeOf(customerId).is<never>();
}
const base: VerdictBase = customerId;
base.text;

// A secret has no value, even when it is valid.
const secret: SecretKind = "password";
const password = check(secret, anything);
typeOf(password.value).is<null>();
if (password.status === "valid") {
  // @ts-expect-error null
  password.value.length;
}

// Parts and check digit belong to the kinds that have them.
const code = check("institution-code", anything);
const number = check("institution-number", anything, { prefecture: "13", feeSchedule: "3" });
const email = check("email", anything);
if (code.status === "valid" && number.status === "valid" && email.status === "valid") {
  typeOf(code.parts).is<Parts<"institution-code">>();
  typeOf(code.checkDigit).is<CheckDigit>();
  typeOf(number.checkDigit).is<CheckDigit | undefined>();
  typeOf(email.checkDigit).is<undefined>();
  typeOf(email.parts).is<undefined>();
}

// A change says why, what and where.
for (const change of code.changes) {
  typeOf(change.kind).is<ChangeKind>();
  typeOf(change.from, change.to).is<string>();
  typeOf(change.index).is<number>();
}

// Three boxes become ten digits and back.
const boxes: AssembleInput = { prefecture: "13", feeSchedule: null };
typeOf(assemble(boxes, { mode: "typing" })).is<Verdict<"institution-code">>();
// @ts-expect-error a number has lost its leading zeros
assemble({ institutionNumber: 110049 });
const parts = split("1310110049");
typeOf(parts).is<InstitutionCodeParts | null>();
if (parts) typeOf(parts.prefecture, parts.feeSchedule, parts.institutionNumber).is<string>();

// A message can be had in the other language, also for an issue that was stored.
const stored: StoredIssue = { code: "email.at-limit", params: { limit: 40 }, message: "" };
typeOf(message(stored, "ja")).is<string>();
for (const issue of email.issues) message(issue, "en");
// @ts-expect-error two languages
message(stored, "fr");
