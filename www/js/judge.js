// The page's only door to the package: what every author writes, plus one rule. Where WebAssembly cannot start,
// every answer is null, the fields stay quiet and the page says so once.

let onshi = null;
let reportUnavailable = () => {};

/** Resolves when answers can be had, or when it is known that there will be none. */
export const settled = import("../onshi-check/dist/index.js")
  .then(async (module) => {
    await module.ready;
    onshi = module;
  })
  .catch(giveUp);

/** `handler` is called when the checks cannot run in this browser. */
export function onUnavailable(handler) {
  reportUnavailable = handler;
}

export function isAvailable() {
  return onshi !== null;
}

function giveUp() {
  onshi = null;
  reportUnavailable();
  return null;
}

function ask(question) {
  if (!onshi) return null;
  try {
    return question(onshi);
  } catch {
    // The package throws for one reason only: OnshiUnavailable.
    return giveUp();
  }
}

export function check(kind, text, options) {
  return ask((package_) => package_.check(kind, text, options));
}

export function assemble(parts, options) {
  return ask((package_) => package_.assemble(parts, options));
}

/** The verdict on one field of a form, beside the fields it is compared with. */
export function checkInForm(formName, field, values, options) {
  return ask((package_) => package_.form(formName).check(values, { ...options, only: Object.keys(values) }).fields[field]);
}

export function lineOptions(selection, options) {
  return ask((package_) => package_.lineOptions(selection, options));
}

export function lineIssues(selection, options) {
  return ask((package_) => package_.lineIssues(selection, options));
}
