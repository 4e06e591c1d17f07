// How a file is read: found out from its beginning, and changed as the caller says.

import { FIELDS, KINDS } from "#tables";
import { next, nextString, open } from "../decode.js";
import { core, start, writeBytes } from "../engine.js";

/** How much of a file is looked at, in bytes of UTF-8; as src/bulk/plan.rs has it. */
export const HEAD = 1 << 16;

/** Makes the plan of the file that begins with these bytes. The module keeps it for the file that begins next. */
export function makePlan(head, isWhole, settings, previewRows) {
  start();
  writeBytes(core.text_room(head.length), head);
  const { form, delimiter, header, targets } = settings;
  open(core.bulk_plan(head.length, isWhole, form, delimiter, header, previewRows));
  const plan = { delimiter: String.fromCharCode(next()), header: next() === 1, columns: [], rows: [], secret: [] };
  const headers = Array.from({ length: next() }, nextString);
  plan.rows = Array.from({ length: next() }, () => Array.from({ length: next() }, nextString));
  for (const [key, target] of targets) {
    for (const column of columnsOf(key, headers)) core.bulk_target(column, target);
  }
  headers.forEach((header, index) => {
    const { kind, field, isSecret } = readColumn(index);
    plan.columns.push(field === undefined ? { index, header, kind } : { index, header, kind, field });
    plan.secret.push(isSecret);
  });
  return plan;
}

/** The column with that number; otherwise those of that name. A header that is a number would make the number unsure. */
function columnsOf(key, headers) {
  if (/^\d+$/.test(key) && Number(key) < headers.length) return [Number(key)];
  return headers.flatMap((header, index) => (header === key ? [index] : []));
}

/** The layout is that of src/wasm/many.rs. */
function readColumn(index) {
  const packed = core.bulk_column(index);
  return { kind: KINDS[(packed & 0xff) - 1] ?? null, field: FIELDS[((packed >> 8) & 0xff) - 1], isSecret: packed >> 16 === 1 };
}
