// The package's reference data: documents, rules, forms. It needs no WebAssembly.

/** Resolves to the module `onshi-check/reference`, or to null where it cannot be loaded. */
export const reference = import("../onshi-check/dist/reference.js").catch(() => null);
