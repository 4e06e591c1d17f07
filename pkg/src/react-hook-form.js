// onshi-check/react-hook-form: a resolver whose errors carry the issue code as their type.
//
// It loads the entry `onshi-check` that lies beside it: a page that uses both has one engine.

import { form } from "#index";

/** What `useForm` takes as `resolver`. */
export function resolver(name, options) {
  const { check, fields } = form(name);
  return (values, _, asked) => {
    const report = check(values, options);
    const errors = nest(report.issues, values, asked);
    if (asked.shouldUseNativeValidation) tellBrowser(errors, asked);
    // One error, and nothing is handed on: react-hook-form would take the values of a failure for those to submit.
    return { values: Object.keys(errors).length > 0 ? {} : handedOn(values, report, fields), errors };
  };
}

/** The errors among the issues, each at its path. Of several about one field the first is its error. */
function nest(issues, values, { criteriaMode, fields }) {
  const errors = {};
  for (const { code, severity, message, path } of issues) {
    if (severity !== "error") continue;
    // What is wrong with a list as a whole stands beside its items, where react-hook-form has it too.
    const steps = Array.isArray(at(values, path)) ? [...path, "root"] : path;
    const last = steps.length - 1;
    let place = errors;
    for (let index = 0; index < last; index++) {
      const next = steps[index + 1];
      place = place[steps[index]] ??= next === "root" || typeof next === "number" ? [] : {};
    }
    const error = (place[steps[last]] ??= { type: code, message, ref: elementOf(fields, path) });
    if (criteriaMode === "all") (error.types ??= {})[code] = message;
  }
  return errors;
}

/** The values to submit: every field as the form writes it, secrets and what is no field of the form as typed. */
function handedOn(values, { status, fields: verdicts, values: canonical }, fields) {
  // What could not be checked passes as it is.
  if (status === "empty") return values;
  const typed = { ...values };
  // A field that is empty or does not apply has not been judged, whatever an unmounted input has left in it.
  for (const field of fields) if ((verdicts[field]?.status ?? "empty") === "empty") delete typed[field];
  return { ...typed, ...canonical };
}

/** The browser's own bubbles: every element learns what is wrong with it, or that nothing is; the first one shows it. */
function tellBrowser(errors, { fields, names }) {
  let first;
  for (const name of names) {
    const path = name.split(".");
    const element = elementOf(fields, path);
    const message = at(errors, path)?.message ?? "";
    element?.setCustomValidity?.(message);
    if (message !== "") first ??= element;
  }
  first?.reportValidity?.();
}

/** The element to focus: of radio buttons the first. */
function elementOf(fields, path) {
  const field = at(fields, path);
  return field?.refs?.[0] ?? field?.ref;
}

function at(object, path) {
  return path.reduce((place, step) => place?.[step], object);
}
