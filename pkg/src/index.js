// onshi-check: the module is inside, as text, and starts at the first call.

export { ready } from "./inline.js";
export * from "./public.js";
