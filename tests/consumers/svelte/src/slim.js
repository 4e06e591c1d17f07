import { form, init } from "onshi-check/slim";
import module from "onshi-check/onshi_check.wasm?url";
import { mount } from "svelte";
import Registration from "./Registration.svelte";

await init(fetch(module));
mount(Registration, { target: document.querySelector("#app"), props: { form } });
