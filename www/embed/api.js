import { check, form, schema } from "onshi-check";

const registration = document.querySelector("form");
const locale = document.documentElement.lang;

// One field, while it is typed.
registration.addEventListener("input", ({ target }) => {
  const { status, value, issues } = check(
    target.name,
    target.value,
    { mode: "typing", locale },
  );
  const place = document.querySelector(`#${target.id}-says`);
  place.textContent =
    status === "valid" ? `✓ ${value}` : issues[0]?.message;
});

// The whole form, as a server would check it too.
registration.addEventListener("submit", (event) => {
  event.preventDefault();
  const entered = Object.fromEntries(new FormData(registration));
  const { status, values, issues } = form("user-registration")
    .check(entered, { only: ["email", "phone"], locale });
  const codes = issues.map(({ code, path }) => ({ code, path }));

  // The same rule for libraries that take a Standard Schema.
  const standard = schema("phone")["~standard"]
    .validate(entered.phone);

  const answer = { status, values, codes, standard };
  const place = document.querySelector("#answer");
  place.textContent = JSON.stringify(answer, null, 2);
});
