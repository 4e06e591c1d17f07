// What the contract says about forms, written once more and not taken from the package: names, order, and what hangs on
// what.

const names = (text) => text.split(/\s+/);

/**
 * By the name of the form: `fields` in their order; `secrets`, which no answer repeats; `ticked` boxes; `optional` fields;
 * `when`, the fields that apply only beside some answers of another; `months`, each with the boxes of its year and its
 * month; `list`, the field that takes several texts; `needsToday`, whether a rule depends on the day of the application.
 */
export const CONTRACT = {
  "user-registration": {
    fields: names(`familyName givenName feeSchedule prefecture institutionNumber institutionName locationConfirmed founderName
      phone email password passwordConfirm termsAccepted`),
    secrets: ["password", "passwordConfirm"],
    ticked: ["locationConfirmed", "termsAccepted"],
    optional: [],
    when: {},
    months: {},
    needsToday: false,
  },
  login: {
    fields: ["userId", "password"],
    secrets: ["password"],
    ticked: [],
    optional: [],
    when: {},
    months: {},
    needsToday: false,
  },
  "eligibility-application": {
    fields: names(`applicationType prefecture feeSchedule institutionNumber termsAccepted lineType customerIdSource customerId
      customerIdConfirm v6Option lineService startMonth testMonth secretNumber secretNumberConfirm paymentMethod`),
    secrets: ["secretNumber", "secretNumberConfirm"],
    ticked: ["termsAccepted"],
    optional: ["lineService", "testMonth"],
    when: {
      customerIdSource: ["lineType", ["1"]],
      customerId: ["customerIdSource", ["caf", "cop"]],
      customerIdConfirm: ["customerIdSource", ["caf", "cop"]],
      v6Option: ["lineType", ["1"]],
      secretNumber: ["applicationType", ["new"]],
      secretNumberConfirm: ["applicationType", ["new"]],
    },
    months: { startMonth: ["startYear", "startMonthOfYear"], testMonth: ["testYear", "testMonthOfYear"] },
    needsToday: true,
  },
  "eligibility-paper": {
    fields: names(`date institutionName prefecture feeSchedule institutionNumber founderName phone email contactName lineType
      v6Option customerId startMonth testMonth secretNumber paymentMethod terminalNames`),
    secrets: ["secretNumber"],
    ticked: [],
    optional: ["email", "testMonth"],
    when: { v6Option: ["lineType", ["1"]], customerId: ["lineType", ["1"]] },
    months: { startMonth: ["startYear", "startMonthOfYear"], testMonth: ["testYear", "testMonthOfYear"] },
    list: "terminalNames",
    needsToday: true,
  },
  "claims-application": {
    fields: names(`applicationType prefecture feeSchedule institutionNumber termsAccepted startMonth claimsSoftware
      claimsSoftwareMaker osAndBrowser lineType isdnNumber internetProvider customerIdSource customerId paymentMethod setupCd
      remarks lineService`),
    secrets: [],
    ticked: ["termsAccepted"],
    optional: ["setupCd", "remarks", "lineService"],
    when: {
      isdnNumber: ["lineType", ["isdn"]],
      internetProvider: ["lineType", ["internet"]],
      customerIdSource: ["lineType", ["ip-vpn-ipv6"]],
      customerId: ["customerIdSource", ["caf", "cop"]],
    },
    months: { startMonth: ["startYear", "startMonthOfYear"] },
    needsToday: true,
  },
  "certificate-application": {
    fields: names(`feeAccepted eligibilityApplied prefecture feeSchedule institutionNumber institutionName contactName phone
      email terminalName`),
    secrets: [],
    ticked: ["feeAccepted", "eligibilityApplied"],
    optional: [],
    when: {},
    months: {},
    needsToday: false,
  },
  "deferral-notice": {
    fields: names(`institutionName phone institutionCode address scope ground reason contractDate completionMonth networkReady
      networkReadyDate workStartDate workEndDate closureDate groundDetail youngestBirthDate detail remarks date representative
      representativeAddress email`),
    secrets: [],
    ticked: [],
    optional: ["remarks"],
    when: {
      reason: ["ground", ["1"]],
      contractDate: ["ground", ["2"]],
      completionMonth: ["ground", ["2"]],
      networkReady: ["ground", ["3"]],
      networkReadyDate: ["networkReady", ["2"]],
      workStartDate: ["ground", ["4"]],
      workEndDate: ["ground", ["4"]],
      closureDate: ["ground", ["5"]],
      groundDetail: ["ground", ["6"]],
      youngestBirthDate: ["groundDetail", ["age"]],
      detail: ["groundDetail", ["other"]],
    },
    months: {},
    needsToday: true,
  },
  "operation-start": {
    fields: ["operationStartDate"],
    secrets: [],
    ticked: [],
    optional: [],
    when: {},
    months: {},
    needsToday: true,
  },
};

/** The form of each of the two applications of one place. */
export const PARTS = { eligibility: "eligibility-application", claims: "claims-application" };

/**
 * Whether a field applies, by the report on its form: not when the field it hangs on does not apply, or has an answer that
 * rules it out. Where that field has no answer it still may. Undefined where that answer is wrong: a report does not say
 * what it would have been.
 */
export function applies(form, field, { fields, values }) {
  const [other, answers] = CONTRACT[form].when[field] ?? [];
  if (other === undefined) return true;
  const otherApplies = applies(form, other, { fields, values });
  if (otherApplies !== true) return otherApplies;
  if (fields[other].status === "invalid") return undefined;
  return values[other] === undefined || answers.includes(values[other]);
}
