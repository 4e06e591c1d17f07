// Standard Schema v1: what react-hook-form, TanStack Form, tRPC and others read.

import { kindNumber } from "#tables";
import { check } from "./api.js";
import { form } from "./form.js";
import { isEnglish } from "./context.js";
import { sentence } from "./decode.js";
import { codeNumbers, forms } from "./names.js";
import { start } from "./engine.js";
import { readProperty } from "./property.js";

const SECRETS = new Set(["password", "secret-number"]);

/** A schema of a kind or of a form. Only errors are issues; success has no `issues` key. */
export function schema(name, options) {
  const validate = forms.has(name) ? formValidator(name, options) : kindValidator(name, options);
  return Object.freeze({ "~standard": Object.freeze({ version: 1, vendor: "onshi-check", validate }) });
}

function kindValidator(kind, options) {
  if (kindNumber(kind) < 0) throw new RangeError("onshi-check: there is no kind or form of this name");
  return (input) => {
    const result = check(kind, input, options);
    if (result.status === "valid") return { value: SECRETS.has(kind) ? input : result.value };
    if (result.status === "empty" && result.issues.length === 0) return { issues: [required(options)] };
    const errors = onlyErrors(result.issues);
    // `internal` accuses nobody: what could not be checked passes as it is.
    return errors.length > 0 ? { issues: errors } : { value: input };
  };
}

function formValidator(name, options) {
  const checked = form(name);
  return (input) => {
    const report = checked.check(input, options);
    const errors = onlyErrors(report.issues);
    if (errors.length > 0) return { issues: errors };
    // What could not be checked passes as it is.
    return { value: report.status === "empty" ? input : withTyped(report, input) };
  };
}

/** A schema hands on what a report keeps to itself: secrets, and what is still being typed. */
function withTyped({ values, fields }, input) {
  for (const field of Object.keys(fields)) {
    if (fields[field].value !== null || fields[field].status === "empty") continue;
    const typed = readProperty(input, field);
    if (typeof typed === "string") values[field] = typed;
  }
  return values;
}

function onlyErrors(issues) {
  return issues.filter((issue) => issue.severity === "error").map(({ message, path }) => ({ message, path }));
}

function required(options) {
  start();
  return { message: sentence(codeNumbers.get("required"), 0, 0, 0, isEnglish(options)), path: [] };
}
