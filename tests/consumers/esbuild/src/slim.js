import { form, init } from "onshi-check/slim";
import module from "onshi-check/onshi_check.wasm";
import { startRegistration } from "./registration.js";

init(fetch(module)).then(() => startRegistration(document.querySelector("form"), { form }));
