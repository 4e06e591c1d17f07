// The bulk check's only door to the package: `onshi-check/bulk`, and the labels of `onshi-check/reference`.
//
// Loaded with `import()`, so that a page whose package is missing still opens and says what it cannot do.

import { reference } from "./reference.js";

let onshi = null;
let describeName = null;

/** Resolves to whether files can be checked here. */
export const settled = load().catch(() => false);

async function load() {
  const [module, labels] = await Promise.all([import("../onshi-check/dist/bulk.js"), reference]);
  // Rejects where WebAssembly does not run.
  await module.ready;
  onshi = module;
  describeName = labels?.describe ?? null;
  return describeName !== null;
}

/** How a file would be read, with its first rows. */
export function preview(file, options) {
  return onshi.preview(file, options);
}

/** The report on a file. */
export function checkFile(file, options) {
  return onshi.bulk(file, options);
}

/** The file with its results, as a stream of bytes. */
export function annotate(file, options) {
  return onshi.annotate(file, options);
}

/** The sentence of an issue. */
export function messageOf(issue, locale) {
  return onshi.message(issue, locale);
}

/** What the reference says about a kind or a form. */
export function describe(name, locale) {
  return describeName(name, locale);
}
