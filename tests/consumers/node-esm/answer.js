import { describe } from "onshi-check/reference";

const known = describe("eligibility-paper").fields.map(({ name }) => name);

/** The canonical values as JSON, or the issues. */
export function answer(form, json) {
  const fields = JSON.parse(json);
  const only = known.filter((name) => name in fields);
  const { status, values, issues } = form("eligibility-paper").check(fields, { only });
  if (status === "valid") return JSON.stringify({ values });
  return JSON.stringify({ issues: issues.map(({ path, code, message }) => ({ field: path[0], code, message })) });
}
