import * as v from "valibot";
import { CHOICES, LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "valibot";

export function customerId() {
  const schema = matching(PATTERN.customerId);
  return (text) => v.is(schema, text);
}

export function eightFields() {
  const schema = v.pipe(v.object(eightFieldEntries()), passwordsMatch());
  return (values) => v.is(schema, values);
}

export function wholeForm() {
  const schema = v.pipe(
    v.object({
      familyName: matching(PATTERN.name),
      givenName: matching(PATTERN.name),
      ...eightFieldEntries(),
      locationConfirmed: v.literal(true),
      founderName: matching(PATTERN.name),
      termsAccepted: v.literal(true),
    }),
    passwordsMatch(),
  );
  return (values) => v.is(schema, values);
}

export function eightFieldIssues() {
  const schema = explainingSchema();
  return {
    weigh(values) {
      const { issues } = v.safeParse(schema, values);
      let weight = 0;
      if (issues !== undefined) {
        for (const issue of issues) {
          weight += issue.type.length + issue.path[0].key.length + issue.message.length;
          if (typeof issue.requirement === "number") weight += 1;
        }
      }
      return weight;
    },
    explain: (values) =>
      (v.safeParse(schema, values).issues ?? []).map(({ type, path, message, requirement }) => ({
        code: type,
        path: path[0].key,
        message,
        params: typeof requirement === "number" ? { requirement } : {},
      })),
  };
}

function eightFieldEntries() {
  return {
    prefecture: matching(PATTERN.prefecture),
    feeSchedule: matching(PATTERN.feeSchedule),
    institutionNumber: matching(PATTERN.institutionNumber),
    phone: matching(PATTERN.phone),
    email: matching(PATTERN.email),
    password: matching(PATTERN.password),
    passwordConfirm: v.string(),
    institutionName: matching(PATTERN.name),
  };
}

function explainingSchema() {
  return v.pipe(
    v.object({
      prefecture: v.picklist(CHOICES.prefecture, MESSAGE.prefecture),
      feeSchedule: v.picklist(CHOICES.feeSchedule, MESSAGE.feeSchedule),
      institutionNumber: v.pipe(
        v.string(),
        v.regex(new RegExp(PART.digits), MESSAGE.institutionNumberDigits),
        v.length(LIMIT.institutionNumber, MESSAGE.institutionNumberLength),
      ),
      phone: v.pipe(
        v.string(),
        v.regex(new RegExp(PART.digits), MESSAGE.phoneDigits),
        v.regex(new RegExp(PART.leadingZero), MESSAGE.phoneLeadingZero),
        v.minLength(LIMIT.phone[0], MESSAGE.phoneTooShort),
        v.maxLength(LIMIT.phone[1], MESSAGE.phoneTooLong),
      ),
      email: v.pipe(
        v.string(),
        v.regex(new RegExp(PART.email), MESSAGE.email),
        v.maxLength(LIMIT.email, MESSAGE.emailTooLong),
      ),
      password: v.pipe(
        v.string(),
        v.regex(new RegExp(PART.lower), MESSAGE.passwordLower),
        v.regex(new RegExp(PART.upper), MESSAGE.passwordUpper),
        v.regex(new RegExp(PART.digit), MESSAGE.passwordDigit),
        v.minLength(LIMIT.password[0], MESSAGE.passwordTooShort),
        v.maxLength(LIMIT.password[1], MESSAGE.passwordTooLong),
      ),
      passwordConfirm: v.string(),
      institutionName: v.pipe(v.string(), v.regex(new RegExp(PATTERN.name), MESSAGE.institutionName)),
    }),
    passwordsMatch(),
  );
}

function matching(pattern) {
  return v.pipe(v.string(), v.regex(new RegExp(pattern)));
}

/** Runs beside wrong fields too, as long as both passwords are texts. */
function passwordsMatch() {
  return v.forward(
    v.partialCheck(
      [["password"], ["passwordConfirm"]],
      (values) => values.password === values.passwordConfirm,
      MESSAGE.passwordConfirm,
    ),
    ["passwordConfirm"],
  );
}
