import { form, init } from "onshi-check/slim";
import { startRegistration } from "./registration.js";

await init(fetch(new URL("onshi-check/onshi_check.wasm", import.meta.url)));
startRegistration(document.querySelector("form"), { form });
