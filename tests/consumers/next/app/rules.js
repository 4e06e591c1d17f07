import { form, schema } from "onshi-check";

export const fields = ["customerId", "phone", "email"];

/** What the page and the server action both ask. */
export const registration = schema("eligibility-paper", { only: fields });

/** The first issue of every field that has one, by its name. */
export function issuesOf(values) {
  const { issues } = form("eligibility-paper").check(values, { only: fields });
  return Object.fromEntries(issues.toReversed().map(({ path, code, message }) => [path[0], { code, message }]));
}
