import { startRegistration } from "./registration.js";

// The rules are not needed before somebody fills in the form, so the page does not wait for them.
const rules = await import("onshi-check");
startRegistration(document.querySelector("form"), rules);
