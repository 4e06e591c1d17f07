import Type from "typebox";
import { Compile } from "typebox/compile";
import { Locale } from "typebox/system";
import { CHOICES, LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "typebox";

export function customerId() {
  const schema = Compile(matching(PATTERN.customerId));
  return (text) => schema.Check(text);
}

export function eightFields() {
  const schema = Compile(Type.Refine(Type.Object(eightFieldProperties()), arePasswordsEqual));
  return (values) => schema.Check(values);
}

export function wholeForm() {
  const schema = Compile(
    Type.Refine(
      Type.Object({
        familyName: matching(PATTERN.name),
        givenName: matching(PATTERN.name),
        ...eightFieldProperties(),
        locationConfirmed: Type.Literal(true),
        founderName: matching(PATTERN.name),
        termsAccepted: Type.Literal(true),
      }),
      arePasswordsEqual,
    ),
  );
  return (values) => schema.Check(values);
}

export function eightFieldIssues() {
  Locale.Set((error) => MESSAGES[error.schemaPath][error.keyword]);
  const schema = Compile(Type.Object(explainingProperties()));
  return {
    weigh(values) {
      let weight = 0;
      for (const error of schema.Errors(values)) {
        weight += error.keyword.length + error.instancePath.length - 1 + error.message.length;
        if (error.params.limit !== undefined) weight += 1;
      }
      if (!arePasswordsEqual(values)) {
        weight += MISMATCH.code.length + MISMATCH.path.length + MISMATCH.message.length;
      }
      return weight;
    },
    explain(values) {
      const issues = schema.Errors(values).map(({ keyword, instancePath, message, params }) => ({
        code: keyword,
        path: instancePath.slice(1),
        message,
        params: params.limit === undefined ? {} : { limit: params.limit },
      }));
      return arePasswordsEqual(values) ? issues : [...issues, MISMATCH];
    },
  };
}

/** A refinement is skipped once a field is wrong, so for issues the passwords are compared beside the schema. */
const MISMATCH = { code: "~refine", path: "passwordConfirm", message: MESSAGE.passwordConfirm, params: {} };

/** By schema path, then keyword: typebox lets the function that words an error be replaced. */
const MESSAGES = {
  "#/properties/prefecture": { enum: MESSAGE.prefecture },
  "#/properties/feeSchedule": { enum: MESSAGE.feeSchedule },
  "#/properties/institutionNumber": {
    pattern: MESSAGE.institutionNumberDigits,
    minLength: MESSAGE.institutionNumberLength,
    maxLength: MESSAGE.institutionNumberLength,
  },
  "#/properties/phone": { minLength: MESSAGE.phoneTooShort, maxLength: MESSAGE.phoneTooLong },
  "#/properties/phone/allOf/0": { pattern: MESSAGE.phoneDigits },
  "#/properties/phone/allOf/1": { pattern: MESSAGE.phoneLeadingZero },
  "#/properties/email": { pattern: MESSAGE.email, maxLength: MESSAGE.emailTooLong },
  "#/properties/password": { minLength: MESSAGE.passwordTooShort, maxLength: MESSAGE.passwordTooLong },
  "#/properties/password/allOf/0": { pattern: MESSAGE.passwordLower },
  "#/properties/password/allOf/1": { pattern: MESSAGE.passwordUpper },
  "#/properties/password/allOf/2": { pattern: MESSAGE.passwordDigit },
  "#/properties/institutionName": { pattern: MESSAGE.institutionName },
};

function eightFieldProperties() {
  return {
    prefecture: matching(PATTERN.prefecture),
    feeSchedule: matching(PATTERN.feeSchedule),
    institutionNumber: matching(PATTERN.institutionNumber),
    phone: matching(PATTERN.phone),
    email: matching(PATTERN.email),
    password: matching(PATTERN.password),
    passwordConfirm: Type.String(),
    institutionName: matching(PATTERN.name),
  };
}

function explainingProperties() {
  return {
    prefecture: Type.Enum(CHOICES.prefecture),
    feeSchedule: Type.Enum(CHOICES.feeSchedule),
    institutionNumber: Type.String({
      pattern: PART.digits,
      minLength: LIMIT.institutionNumber,
      maxLength: LIMIT.institutionNumber,
    }),
    phone: Type.String({
      minLength: LIMIT.phone[0],
      maxLength: LIMIT.phone[1],
      allOf: [{ pattern: PART.digits }, { pattern: PART.leadingZero }],
    }),
    email: Type.String({ pattern: PART.email, maxLength: LIMIT.email }),
    password: Type.String({
      minLength: LIMIT.password[0],
      maxLength: LIMIT.password[1],
      allOf: [{ pattern: PART.lower }, { pattern: PART.upper }, { pattern: PART.digit }],
    }),
    passwordConfirm: Type.String(),
    institutionName: matching(PATTERN.name),
  };
}

function matching(pattern) {
  return Type.String({ pattern });
}

function arePasswordsEqual(values) {
  return values.password === values.passwordConfirm;
}
