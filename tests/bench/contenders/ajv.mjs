import Ajv from "ajv";
import { CHOICES, LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "ajv";

export function customerId() {
  return compile(matching(PATTERN.customerId));
}

export function eightFields() {
  return compile(objectOf(eightFieldProperties()));
}

export function wholeForm() {
  return compile(
    objectOf({
      familyName: matching(PATTERN.name),
      givenName: matching(PATTERN.name),
      ...eightFieldProperties(),
      locationConfirmed: { const: true },
      founderName: matching(PATTERN.name),
      termsAccepted: { const: true },
    }),
  );
}

export function eightFieldIssues() {
  // ajv's own messages are English; the path of the failed keyword finds ours.
  const validate = compile(objectOf(explainingProperties()), { allErrors: true, messages: false });
  return {
    weigh(values) {
      let weight = 0;
      if (!validate(values)) {
        for (const error of validate.errors) {
          weight += error.keyword.length + error.instancePath.length - 1 + MESSAGES[error.schemaPath].length;
          if (error.params.limit !== undefined) weight += 1;
        }
      }
      return weight;
    },
    explain: (values) =>
      validate(values)
        ? []
        : validate.errors.map(({ keyword, instancePath, schemaPath, params }) => ({
            code: keyword,
            path: instancePath.slice(1),
            message: MESSAGES[schemaPath],
            params: params.limit === undefined ? {} : { limit: params.limit },
          })),
  };
}

function eightFieldProperties() {
  return {
    prefecture: matching(PATTERN.prefecture),
    feeSchedule: matching(PATTERN.feeSchedule),
    institutionNumber: matching(PATTERN.institutionNumber),
    phone: matching(PATTERN.phone),
    email: matching(PATTERN.email),
    password: matching(PATTERN.password),
    passwordConfirm: EQUAL_TO_PASSWORD,
    institutionName: matching(PATTERN.name),
  };
}

function explainingProperties() {
  return {
    prefecture: { enum: CHOICES.prefecture },
    feeSchedule: { enum: CHOICES.feeSchedule },
    institutionNumber: {
      type: "string",
      pattern: PART.digits,
      minLength: LIMIT.institutionNumber,
      maxLength: LIMIT.institutionNumber,
    },
    phone: {
      type: "string",
      minLength: LIMIT.phone[0],
      maxLength: LIMIT.phone[1],
      allOf: [{ pattern: PART.digits }, { pattern: PART.leadingZero }],
    },
    email: { type: "string", pattern: PART.email, maxLength: LIMIT.email },
    password: {
      type: "string",
      minLength: LIMIT.password[0],
      maxLength: LIMIT.password[1],
      allOf: [{ pattern: PART.lower }, { pattern: PART.upper }, { pattern: PART.digit }],
    },
    passwordConfirm: EQUAL_TO_PASSWORD,
    institutionName: matching(PATTERN.name),
  };
}

const EQUAL_TO_PASSWORD = { const: { $data: "1/password" } };

const MESSAGES = {
  "#/properties/prefecture/enum": MESSAGE.prefecture,
  "#/properties/feeSchedule/enum": MESSAGE.feeSchedule,
  "#/properties/institutionNumber/pattern": MESSAGE.institutionNumberDigits,
  "#/properties/institutionNumber/minLength": MESSAGE.institutionNumberLength,
  "#/properties/institutionNumber/maxLength": MESSAGE.institutionNumberLength,
  "#/properties/phone/allOf/0/pattern": MESSAGE.phoneDigits,
  "#/properties/phone/allOf/1/pattern": MESSAGE.phoneLeadingZero,
  "#/properties/phone/minLength": MESSAGE.phoneTooShort,
  "#/properties/phone/maxLength": MESSAGE.phoneTooLong,
  "#/properties/email/pattern": MESSAGE.email,
  "#/properties/email/maxLength": MESSAGE.emailTooLong,
  "#/properties/password/allOf/0/pattern": MESSAGE.passwordLower,
  "#/properties/password/allOf/1/pattern": MESSAGE.passwordUpper,
  "#/properties/password/allOf/2/pattern": MESSAGE.passwordDigit,
  "#/properties/password/minLength": MESSAGE.passwordTooShort,
  "#/properties/password/maxLength": MESSAGE.passwordTooLong,
  "#/properties/passwordConfirm/const": MESSAGE.passwordConfirm,
  "#/properties/institutionName/pattern": MESSAGE.institutionName,
};

function compile(schema, options) {
  return new Ajv({ strict: true, strictTypes: false, $data: true, logger: false, ...options }).compile(schema);
}

function objectOf(properties) {
  return { type: "object", properties, required: Object.keys(properties) };
}

function matching(pattern) {
  return { type: "string", pattern };
}
