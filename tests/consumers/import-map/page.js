import { form } from "onshi-check";
import { describe } from "onshi-check/reference";

const element = document.querySelector("form");
const only = ["customerId", "phone", "email"];

for (const { name, hint } of describe("eligibility-paper").fields) {
  if (only.includes(name)) element.elements[name].title = hint;
}

function judge(fields) {
  const report = form("eligibility-paper").check(Object.fromEntries(new FormData(element)), { only });
  for (const field of fields) {
    const issue = report.issues.find(({ path }) => path[0] === field);
    const message = document.querySelector(`#${field}-message`);
    message.textContent = issue?.message ?? "";
    message.dataset.code = issue?.code ?? "";
  }
  return report;
}

element.addEventListener("focusout", ({ target }) => {
  if (only.includes(target.name)) judge([target.name]);
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const { status, values } = judge(only);
  element.querySelector("output").textContent = status === "valid" ? JSON.stringify(values) : "";
});
