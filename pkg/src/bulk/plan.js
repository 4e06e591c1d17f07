// How a file is read: found out from its beginning, and changed as the caller says.

import { FIELDS, KINDS } from "#tables";
import { next, nextString, open } from "../decode.js";
import { core, start, writeBytes } from "../engine.js";
import { formTables } from "../names.js";
import { FIELD, NONE } from "./options.js";

/** How much of a file is looked at, in bytes of UTF-8; as src/bulk/plan.rs has it. */
export const HEAD = 1 << 16;
const SECRETS = ["password", "secret-number"];

/** Makes the plan of the file that begins with these bytes. The module keeps it for the file that begins next. */
export function makePlan(head, isWhole, settings, previewRows) {
  start();
  writeBytes(core.bulk_head(head.length), head);
  const { form, delimiter, header } = settings;
  open(core.bulk_plan(head.length, isWhole, form, delimiter, header, previewRows));
  const plan = { delimiter: String.fromCharCode(next()), header: next() === 1, columns: [], rows: [], secret: [] };
  const targets = Array.from({ length: next() }, (_, index) => {
    plan.columns.push({ index, header: nextString() });
    return next();
  });
  plan.rows = Array.from({ length: next() }, () => Array.from({ length: next() }, nextString));
  for (const [key, target] of settings.targets) {
    const index = plan.columns.findIndex((column) => column.header === key);
    const column = index < 0 ? Number(key) : index;
    if (plan.columns[column] === undefined) continue;
    targets[column] = target;
    core.bulk_target(column, target);
  }
  plan.columns.forEach((column, index) => describe(column, targets[index], plan.secret, formTables[form]));
  return plan;
}

function describe(column, target, secret, form) {
  column.kind = KINDS[target] ?? null;
  if (form !== undefined && target !== NONE) {
    column.field = FIELDS[target - FIELD];
    column.kind = FIELD_KINDS[column.field] ?? null;
    secret.push(form.secret[form.names.indexOf(column.field)] === true);
  } else {
    secret.push(SECRETS.includes(column.kind));
  }
}

/** Kinds of fields whose names differ from them; the others are the name in the other spelling. */
const FIELD_KINDS = Object.fromEntries([
  ...FIELDS.map((field) => [field, KINDS.find((kind) => kind === field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))]),
  ...["customerIdConfirm"].map((field) => [field, "customer-id"]),
  ...["passwordConfirm"].map((field) => [field, "password"]),
  ...["secretNumberConfirm"].map((field) => [field, "secret-number"]),
  ...["startMonth", "testMonth", "completionMonth"].map((field) => [field, "year-month"]),
  ...["terminalNames"].map((field) => [field, "terminal-name"]),
  ...FIELDS.filter((field) => /Date$/.test(field)).map((field) => [field, "date"]),
]);
