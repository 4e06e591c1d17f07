import { type } from "arktype";
import { CHOICES, LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "arktype";

export function customerId() {
  const schema = matching(PATTERN.customerId);
  return (text) => schema.allows(text);
}

export function eightFields() {
  const schema = type(eightFieldProperties()).narrow(arePasswordsEqual);
  return (values) => schema.allows(values);
}

export function wholeForm() {
  const schema = type({
    familyName: matching(PATTERN.name),
    givenName: matching(PATTERN.name),
    ...eightFieldProperties(),
    locationConfirmed: "true",
    founderName: matching(PATTERN.name),
    termsAccepted: "true",
  }).narrow(arePasswordsEqual);
  return (values) => schema.allows(values);
}

export function eightFieldIssues() {
  const schema = type({
    prefecture: type.enumerated(...CHOICES.prefecture).configure({ message: () => MESSAGE.prefecture }),
    feeSchedule: type.enumerated(...CHOICES.feeSchedule).configure({ message: () => MESSAGE.feeSchedule }),
    institutionNumber: matching(PART.digits, MESSAGE.institutionNumberDigits).and(
      worded(type(`string == ${LIMIT.institutionNumber}`), MESSAGE.institutionNumberLength),
    ),
    phone: matching(PART.digits, MESSAGE.phoneDigits)
      .and(matching(PART.leadingZero, MESSAGE.phoneLeadingZero))
      .and(atLeast(LIMIT.phone[0], MESSAGE.phoneTooShort))
      .and(atMost(LIMIT.phone[1], MESSAGE.phoneTooLong)),
    email: matching(PART.email, MESSAGE.email).and(atMost(LIMIT.email, MESSAGE.emailTooLong)),
    password: matching(PART.lower, MESSAGE.passwordLower)
      .and(matching(PART.upper, MESSAGE.passwordUpper))
      .and(matching(PART.digit, MESSAGE.passwordDigit))
      .and(atLeast(LIMIT.password[0], MESSAGE.passwordTooShort))
      .and(atMost(LIMIT.password[1], MESSAGE.passwordTooLong)),
    passwordConfirm: "string",
    institutionName: matching(PATTERN.name, MESSAGE.institutionName),
  });
  return {
    weigh(values) {
      const result = schema(values);
      let weight = 0;
      if (result instanceof type.errors) {
        for (const error of result) {
          weight += error.code.length + error.path[0].length + error.message.length;
          if (typeof error.rule === "number") weight += 1;
        }
      }
      if (!arePasswordsEqual(values)) {
        weight += MISMATCH.code.length + MISMATCH.path.length + MISMATCH.message.length;
      }
      return weight;
    },
    explain(values) {
      const result = schema(values);
      const issues =
        result instanceof type.errors
          ? Array.from(result, (error) => ({
              code: error.code,
              path: error.path[0],
              message: error.message,
              params: typeof error.rule === "number" ? { rule: error.rule } : {},
            }))
          : [];
      return arePasswordsEqual(values) ? issues : [...issues, MISMATCH];
    },
  };
}

/** A `narrow` is skipped once another field is wrong, so for issues the passwords are compared beside the schema. */
const MISMATCH = { code: "predicate", path: "passwordConfirm", message: MESSAGE.passwordConfirm, params: {} };

function eightFieldProperties() {
  return {
    prefecture: matching(PATTERN.prefecture),
    feeSchedule: matching(PATTERN.feeSchedule),
    institutionNumber: matching(PATTERN.institutionNumber),
    phone: matching(PATTERN.phone),
    email: matching(PATTERN.email),
    password: matching(PATTERN.password),
    passwordConfirm: "string",
    institutionName: matching(PATTERN.name),
  };
}

function matching(pattern, message) {
  return worded(type(new RegExp(pattern)), message);
}

function atLeast(limit, message) {
  return worded(type(`string >= ${limit}`), message);
}

function atMost(limit, message) {
  return worded(type(`string <= ${limit}`), message);
}

function worded(schema, message) {
  return message === undefined ? schema : schema.configure({ message: () => message });
}

function arePasswordsEqual(values) {
  return values.password === values.passwordConfirm;
}
