// onshi-check/bulk: everything of onshi-check, codes found in any text, and whole files checked.

export { annotate } from "./bulk/annotate.js";
export { bulk } from "./bulk/bulk.js";
export { preview } from "./bulk/preview.js";
export { find } from "./find.js";
export { ready } from "./inline.js";
export * from "./public.js";
