import { attach } from "onshi-check/widget";
import "onshi-check/widget.css";

const form = document.querySelector("form");
attach(form, { form: "eligibility-paper" });

// The style of a message hangs on its code.
form.addEventListener("onshi:verdict", ({ detail: { name, verdict } }) => {
  document.querySelector(`#${name}-message`).dataset.code = verdict?.issues[0]?.code ?? "";
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  form.querySelector("output").textContent = JSON.stringify(Object.fromEntries(new FormData(form)));
});
