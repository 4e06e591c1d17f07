// onshi-check/bulk-global.js: one classic script for static pages, also from file://. What it exports is `OnshiBulk`; the
// widget of `global.js` finds it by that name.

export * from "./bulk.js";
