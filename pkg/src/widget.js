// onshi-check/widget: everything of onshi-check, and forms of the page that are watched. In Node it can be imported too;
// nothing touches a document before `attach` is called.

export { attach } from "./attach.js";
export { ready } from "./inline.js";
export * from "./public.js";
