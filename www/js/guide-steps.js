// The steps of every guided application, in the order of the portal's own screens.

/** name of the form -> its steps, each the key of its title and the names of its fields. */
export const guides = {
  "user-registration": [
    { title: "step.person", fields: ["familyName", "givenName"] },
    {
      title: "step.institution",
      fields: ["feeSchedule", "prefecture", "institutionNumber", "locationConfirmed", "institutionName", "founderName"],
    },
    { title: "step.account", fields: ["phone", "email", "password", "passwordConfirm"] },
    { title: "step.terms", fields: ["termsAccepted"] },
  ],
  "eligibility-application": [
    { title: "step.institution", fields: ["prefecture", "feeSchedule", "institutionNumber"] },
    { title: "step.application", fields: ["applicationType", "termsAccepted"] },
    {
      title: "step.line",
      fields: ["lineType", "customerIdSource", "customerId", "customerIdConfirm", "v6Option", "lineService"],
    },
    { title: "step.start", fields: ["startMonth", "testMonth"] },
    { title: "step.secret", fields: ["secretNumber", "secretNumberConfirm", "paymentMethod"] },
  ],
  "claims-application": [
    { title: "step.institution", fields: ["prefecture", "feeSchedule", "institutionNumber"] },
    { title: "step.claims-start", fields: ["applicationType", "termsAccepted", "startMonth"] },
    { title: "step.software", fields: ["claimsSoftware", "claimsSoftwareMaker", "osAndBrowser"] },
    {
      title: "step.line",
      fields: ["lineType", "isdnNumber", "internetProvider", "customerIdSource", "customerId", "lineService"],
    },
    { title: "step.payment", fields: ["paymentMethod", "setupCd", "remarks"] },
  ],
  "certificate-application": [
    { title: "step.before", fields: ["feeAccepted", "eligibilityApplied"] },
    { title: "step.institution", fields: ["prefecture", "feeSchedule", "institutionNumber", "institutionName"] },
    { title: "step.terminal", fields: ["contactName", "phone", "email", "terminalName"] },
  ],
};

export const formNames = Object.keys(guides);
