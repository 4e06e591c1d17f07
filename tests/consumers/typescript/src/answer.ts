import type { FieldName, FormValues, Report } from "onshi-check";

export type Fields = FormValues<"eligibility-paper">;
export type Answer =
  | { readonly values: Report<"eligibility-paper">["values"] }
  | { readonly issues: readonly { readonly field: string; readonly code: string; readonly message: string }[] };

export const only: FieldName<"eligibility-paper">[] = ["customerId", "phone", "email"];

export function answer({ status, values, issues }: Report<"eligibility-paper">): Answer {
  if (status === "valid") return { values };
  return { issues: issues.map(({ path, code, message }) => ({ field: String(path[0]), code, message })) };
}
