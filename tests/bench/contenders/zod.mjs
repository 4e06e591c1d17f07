import * as z from "zod";
import { CHOICES, LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "zod";

export function customerId() {
  const schema = customerIdSchema();
  return (text) => schema.validate(text);
}

export function eightFields() {
  const schema = eightFieldSchema();
  return (values) => schema.validate(values);
}

export function wholeForm() {
  const schema = wholeFormSchema();
  return (values) => schema.validate(values);
}

export function eightFieldIssues() {
  const schema = explainingSchema();
  return {
    weigh(values) {
      const result = schema.safeParse(values);
      let weight = 0;
      if (!result.success) {
        for (const issue of result.error.issues) {
          weight += issue.code.length + issue.path[0].length + issue.message.length;
          if (issue.minimum !== undefined || issue.maximum !== undefined) weight += 1;
        }
      }
      return weight;
    },
    explain: (values) =>
      (schema.safeParse(values).error?.issues ?? []).map(({ code, path, message, minimum, maximum }) => ({
        code,
        path: path[0],
        message,
        params: paramsOf(minimum ?? maximum),
      })),
  };
}

/** The schemas are exported because zod-compiled.mjs compiles the same ones. */
export function customerIdSchema() {
  return matching(PATTERN.customerId);
}

export function eightFieldSchema() {
  return z.object(eightFieldShape()).refine(arePasswordsEqual, { path: ["passwordConfirm"] });
}

export function wholeFormSchema() {
  return z
    .object({
      familyName: matching(PATTERN.name),
      givenName: matching(PATTERN.name),
      ...eightFieldShape(),
      locationConfirmed: z.literal(true),
      founderName: matching(PATTERN.name),
      termsAccepted: z.literal(true),
    })
    .refine(arePasswordsEqual, { path: ["passwordConfirm"] });
}

function eightFieldShape() {
  return {
    prefecture: matching(PATTERN.prefecture),
    feeSchedule: matching(PATTERN.feeSchedule),
    institutionNumber: matching(PATTERN.institutionNumber),
    phone: matching(PATTERN.phone),
    email: matching(PATTERN.email),
    password: matching(PATTERN.password),
    passwordConfirm: z.string(),
    institutionName: matching(PATTERN.name),
  };
}

function explainingSchema() {
  return z
    .object({
      prefecture: z.enum(CHOICES.prefecture, MESSAGE.prefecture),
      feeSchedule: z.enum(CHOICES.feeSchedule, MESSAGE.feeSchedule),
      institutionNumber: matching(PART.digits, MESSAGE.institutionNumberDigits).length(
        LIMIT.institutionNumber,
        MESSAGE.institutionNumberLength,
      ),
      phone: matching(PART.digits, MESSAGE.phoneDigits)
        .regex(new RegExp(PART.leadingZero), MESSAGE.phoneLeadingZero)
        .min(LIMIT.phone[0], MESSAGE.phoneTooShort)
        .max(LIMIT.phone[1], MESSAGE.phoneTooLong),
      email: matching(PART.email, MESSAGE.email).max(LIMIT.email, MESSAGE.emailTooLong),
      password: matching(PART.lower, MESSAGE.passwordLower)
        .regex(new RegExp(PART.upper), MESSAGE.passwordUpper)
        .regex(new RegExp(PART.digit), MESSAGE.passwordDigit)
        .min(LIMIT.password[0], MESSAGE.passwordTooShort)
        .max(LIMIT.password[1], MESSAGE.passwordTooLong),
      passwordConfirm: z.string(),
      institutionName: matching(PATTERN.name, MESSAGE.institutionName),
    })
    .refine(arePasswordsEqual, {
      error: MESSAGE.passwordConfirm,
      path: ["passwordConfirm"],
      // By default zod skips the comparison once another field is wrong.
      when: ({ value }) => typeof value === "object" && value !== null,
    });
}

function matching(pattern, error) {
  return z.string().regex(new RegExp(pattern), error);
}

function arePasswordsEqual(values) {
  return values.password === values.passwordConfirm;
}

function paramsOf(limit) {
  return limit === undefined ? {} : { limit };
}
