// The package's reference data: labels, documents, rules. It needs no WebAssembly.

/** The rules and their documents; there once `reference` has resolved. */
export let rules;

/** Resolves to the module `onshi-check/reference`, or to null where it cannot be loaded. */
export const reference = import("../onshi-check/dist/reference.js")
  .then((module) => {
    ({ rules } = module);
    return module;
  })
  .catch(() => null);
