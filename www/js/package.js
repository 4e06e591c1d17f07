// The pages' only door to the package: what every author writes, nothing else.
//
// It is loaded with `import()`, so that a page whose package is missing, or whose browser has no WebAssembly, still opens,
// shows its fields and says what it cannot do. A bundler that makes one file of a page puts it in all the same.

let onshi = null;
let reportUnavailable = () => {};

/** Resolves when answers can be had, or when it is known that there will be none. */
export const settled = import("../onshi-check/dist/widget.js")
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
}

function loaded() {
  if (!onshi) throw new Error("onshi-check is not available here");
  return onshi;
}

export function lineOptions(selection, options) {
  return loaded().lineOptions(selection, options);
}

export function lineIssues(selection, options) {
  return loaded().lineIssues(selection, options);
}

/** The answer to a question about the package, or null where there is none to ask. */
function ask(question) {
  if (!onshi) return null;
  try {
    return question(onshi);
  } catch {
    // The package throws for one reason only: OnshiUnavailable.
    giveUp();
    return null;
  }
}

let bulk = null;

/** What is found in a text, or null where it cannot be looked through. The part for it is loaded when it is first wanted. */
export async function find(text, options) {
  try {
    bulk ??= import("../onshi-check/dist/bulk.js");
    const module = await bulk;
    await module.ready;
    return module.find(text, options);
  } catch {
    // Asked again it is loaded again: a network may have come back.
    bulk = null;
    return null;
  }
}

/** Starts the widget on a form. Null where it cannot run. */
export function attach(form) {
  const widget = ask((module) => module.attach(form));
  widget?.ready.catch(giveUp);
  return widget;
}

export function check(kind, text, options) {
  return ask((module) => module.check(kind, text, options));
}

export function assemble(parts, options) {
  return ask((module) => module.assemble(parts, options));
}

export function checkForm(name, values, options) {
  return ask((module) => module.form(name).check(values, options));
}

export function checkTogether(applications, options) {
  return ask((module) => module.checkTogether(applications, options));
}
