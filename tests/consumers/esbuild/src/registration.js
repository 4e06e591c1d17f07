// The form does not care which entry its rules come from.

const fields = ["customerId", "phone", "email"];

export function startRegistration(element, { form }) {
  const judge = (shown) => {
    const report = form("eligibility-paper").check(Object.fromEntries(new FormData(element)), { only: fields });
    for (const field of shown) {
      const issue = report.issues.find(({ path }) => path[0] === field);
      const message = document.querySelector(`#${field}-message`);
      message.textContent = issue?.message ?? "";
      message.dataset.code = issue?.code ?? "";
    }
    return report;
  };
  element.addEventListener("focusout", ({ target }) => {
    if (fields.includes(target.name)) judge([target.name]);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const { status, values } = judge(fields);
    element.querySelector("output").textContent = status === "valid" ? JSON.stringify(values) : "";
  });
}
