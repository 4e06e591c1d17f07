import { form } from "onshi-check";

const only = ["customerId", "phone", "email"];

self.addEventListener("message", ({ data: { number, fields } }) => {
  const { status, values, issues } = form("eligibility-paper").check(fields, { only });
  self.postMessage({ number, status, values, issues });
});
