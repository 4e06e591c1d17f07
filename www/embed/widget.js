import { attach } from "onshi-check/widget";

const form = document.querySelector("#application");
const widget = attach(form, {
  form: "eligibility-application",
});

// Heard only when nothing is wrong.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const sent = Object.fromEntries(new FormData(form));
  const place = document.querySelector("#sent");
  place.textContent = JSON.stringify(sent, null, 2);
});

const button = document.querySelector("#detach");
button.addEventListener("click", () => {
  widget.detach();
  button.disabled = true;
});
