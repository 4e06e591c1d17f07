import equals from "validator/lib/equals.js";
import isLength from "validator/lib/isLength.js";
import matches from "validator/lib/matches.js";
import { LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "validator.js";

export function customerId() {
  const pattern = new RegExp(PATTERN.customerId);
  return (text) => matches(text, pattern);
}

export function eightFields() {
  const prefecture = new RegExp(PATTERN.prefecture);
  const feeSchedule = new RegExp(PATTERN.feeSchedule);
  const institutionNumber = new RegExp(PATTERN.institutionNumber);
  const phone = new RegExp(PATTERN.phone);
  const email = new RegExp(PATTERN.email);
  const password = new RegExp(PATTERN.password);
  const text = new RegExp(PATTERN.name);
  return (values) =>
    matches(values.prefecture, prefecture) &&
    matches(values.feeSchedule, feeSchedule) &&
    matches(values.institutionNumber, institutionNumber) &&
    matches(values.phone, phone) &&
    matches(values.email, email) &&
    matches(values.password, password) &&
    equals(values.passwordConfirm, values.password) &&
    matches(values.institutionName, text);
}

export function wholeForm() {
  const areEightFieldsRight = eightFields();
  const text = new RegExp(PATTERN.name);
  return (values) =>
    matches(values.familyName, text) &&
    matches(values.givenName, text) &&
    matches(values.founderName, text) &&
    values.locationConfirmed === true &&
    values.termsAccepted === true &&
    areEightFieldsRight(values);
}

export function eightFieldIssues() {
  // Not isIn: it copies the list at every call.
  const prefecture = new RegExp(PATTERN.prefecture);
  const feeSchedule = new RegExp(PATTERN.feeSchedule);
  const digits = new RegExp(PART.digits);
  const leadingZero = new RegExp(PART.leadingZero);
  const email = new RegExp(PART.email);
  const lower = new RegExp(PART.lower);
  const upper = new RegExp(PART.upper);
  const digit = new RegExp(PART.digit);
  const text = new RegExp(PATTERN.name);
  const none = {};
  const exactly = { min: LIMIT.institutionNumber, max: LIMIT.institutionNumber };
  const phoneLength = { min: LIMIT.phone[0], max: LIMIT.phone[1] };
  const emailLength = { max: LIMIT.email };
  const passwordLength = { min: LIMIT.password[0], max: LIMIT.password[1] };

  function explain(values) {
    const issues = [];
    const add = (path, code, message, params) => issues.push({ path, code, message, params });
    const { institutionNumber, phone, password } = values;
    if (!matches(values.prefecture, prefecture)) add("prefecture", "matches", MESSAGE.prefecture, none);
    if (!matches(values.feeSchedule, feeSchedule)) add("feeSchedule", "matches", MESSAGE.feeSchedule, none);
    if (!matches(institutionNumber, digits)) add("institutionNumber", "matches", MESSAGE.institutionNumberDigits, none);
    if (!isLength(institutionNumber, exactly)) {
      add("institutionNumber", "isLength", MESSAGE.institutionNumberLength, exactly);
    }
    if (!matches(phone, digits)) add("phone", "matches", MESSAGE.phoneDigits, none);
    if (!matches(phone, leadingZero)) add("phone", "matches", MESSAGE.phoneLeadingZero, none);
    if (!isLength(phone, phoneLength)) {
      const message = phone.length < phoneLength.min ? MESSAGE.phoneTooShort : MESSAGE.phoneTooLong;
      add("phone", "isLength", message, phoneLength);
    }
    if (!matches(values.email, email)) add("email", "matches", MESSAGE.email, none);
    if (!isLength(values.email, emailLength)) add("email", "isLength", MESSAGE.emailTooLong, emailLength);
    if (!matches(password, lower)) add("password", "matches", MESSAGE.passwordLower, none);
    if (!matches(password, upper)) add("password", "matches", MESSAGE.passwordUpper, none);
    if (!matches(password, digit)) add("password", "matches", MESSAGE.passwordDigit, none);
    if (!isLength(password, passwordLength)) {
      const message = password.length < passwordLength.min ? MESSAGE.passwordTooShort : MESSAGE.passwordTooLong;
      add("password", "isLength", message, passwordLength);
    }
    if (!equals(values.passwordConfirm, password)) add("passwordConfirm", "equals", MESSAGE.passwordConfirm, none);
    if (!matches(values.institutionName, text)) add("institutionName", "matches", MESSAGE.institutionName, none);
    return issues;
  }

  return {
    weigh(values) {
      let weight = 0;
      for (const issue of explain(values)) {
        weight += issue.code.length + issue.path.length + issue.message.length;
        for (const _ in issue.params) weight += 1;
      }
      return weight;
    },
    explain,
  };
}
