import { form } from "onshi-check";
import { startRegistration } from "./registration.js";

startRegistration(document.querySelector("form"), { form });
