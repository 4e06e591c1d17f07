import { form, is } from "onshi-check";
import { EIGHT_FIELDS } from "../inputs.mjs";

export const name = "onshi-check";

export function customerId() {
  return (text) => is("customer-id", text);
}

export function eightFields() {
  const registration = form("user-registration");
  const options = { only: EIGHT_FIELDS };
  return (values) => registration.is(values, options);
}

export function wholeForm() {
  const registration = form("user-registration");
  return (values) => registration.is(values);
}

export function eightFieldIssues() {
  const registration = form("user-registration");
  const options = { only: EIGHT_FIELDS };
  return {
    weigh(values) {
      let weight = 0;
      for (const issue of registration.check(values, options).issues) {
        weight += issue.code.length + issue.path[0].length + issue.message.length;
        for (const _ in issue.params) weight += 1;
      }
      return weight;
    },
    explain: (values) =>
      registration.check(values, options).issues.map((issue) => ({ ...issue, path: issue.path[0] })),
  };
}
