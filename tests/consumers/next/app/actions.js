"use server";

import { fields, issuesOf, registration } from "./rules";

/** The page has checked already; whoever posts by other means has not. */
export async function register(_previous, data) {
  const values = Object.fromEntries(fields.map((name) => [name, data.get(name)]));
  const result = registration["~standard"].validate(values);
  return result.issues ? { values, issues: issuesOf(values) } : { values, issues: {}, sent: result.value };
}
