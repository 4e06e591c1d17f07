import { form } from "onshi-check";
import { mount } from "svelte";
import Registration from "./Registration.svelte";

mount(Registration, { target: document.querySelector("#app"), props: { form } });
