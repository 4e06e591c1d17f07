import { LIMIT, MESSAGE, PART, PATTERN } from "../rules.mjs";

export const name = "hand-written regexes";

export function customerId() {
  const pattern = new RegExp(PATTERN.customerId);
  return (text) => typeof text === "string" && pattern.test(text);
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
    matches(prefecture, values.prefecture) &&
    matches(feeSchedule, values.feeSchedule) &&
    matches(institutionNumber, values.institutionNumber) &&
    matches(phone, values.phone) &&
    matches(email, values.email) &&
    matches(password, values.password) &&
    values.passwordConfirm === values.password &&
    matches(text, values.institutionName);
}

export function wholeForm() {
  const areEightFieldsRight = eightFields();
  const text = new RegExp(PATTERN.name);
  return (values) =>
    matches(text, values.familyName) &&
    matches(text, values.givenName) &&
    matches(text, values.founderName) &&
    values.locationConfirmed === true &&
    values.termsAccepted === true &&
    areEightFieldsRight(values);
}

export function eightFieldIssues() {
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
  const exactly = { expected: LIMIT.institutionNumber };
  const [phoneMinimum, phoneMaximum] = LIMIT.phone.map((limit) => ({ limit }));
  const [passwordMinimum, passwordMaximum] = LIMIT.password.map((limit) => ({ limit }));
  const emailMaximum = { limit: LIMIT.email };

  function explain(values) {
    const issues = [];
    const add = (path, code, message, params) => issues.push({ path, code, message, params });
    if (!matches(prefecture, values.prefecture)) add("prefecture", "unknown", MESSAGE.prefecture, none);
    if (!matches(feeSchedule, values.feeSchedule)) add("feeSchedule", "unknown", MESSAGE.feeSchedule, none);
    const number = values.institutionNumber;
    if (!matches(digits, number)) add("institutionNumber", "not-digit", MESSAGE.institutionNumberDigits, none);
    else if (number.length < 7) add("institutionNumber", "too-short", MESSAGE.institutionNumberLength, exactly);
    else if (number.length > 7) add("institutionNumber", "too-long", MESSAGE.institutionNumberLength, exactly);
    const phone = values.phone;
    if (!matches(digits, phone)) add("phone", "not-digit", MESSAGE.phoneDigits, none);
    else if (!leadingZero.test(phone)) add("phone", "no-leading-zero", MESSAGE.phoneLeadingZero, none);
    else if (phone.length < 10) add("phone", "too-short", MESSAGE.phoneTooShort, phoneMinimum);
    else if (phone.length > 11) add("phone", "too-long", MESSAGE.phoneTooLong, phoneMaximum);
    if (!matches(email, values.email)) add("email", "bad-format", MESSAGE.email, none);
    else if (values.email.length > 40) add("email", "too-long", MESSAGE.emailTooLong, emailMaximum);
    const password = values.password;
    if (!matches(lower, password)) add("password", "no-lower", MESSAGE.passwordLower, none);
    else if (!upper.test(password)) add("password", "no-upper", MESSAGE.passwordUpper, none);
    else if (!digit.test(password)) add("password", "no-digit", MESSAGE.passwordDigit, none);
    else if (password.length < 8) add("password", "too-short", MESSAGE.passwordTooShort, passwordMinimum);
    else if (password.length > 100) add("password", "too-long", MESSAGE.passwordTooLong, passwordMaximum);
    if (values.passwordConfirm !== password) add("passwordConfirm", "mismatch", MESSAGE.passwordConfirm, none);
    if (!matches(text, values.institutionName)) add("institutionName", "required", MESSAGE.institutionName, none);
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

function matches(pattern, text) {
  return typeof text === "string" && pattern.test(text);
}
