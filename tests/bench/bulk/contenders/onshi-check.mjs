import { bulk } from "onshi-check/bulk";

export const name = "onshi-check";

/** On the thread that the others run on, too. */
const HERE = { worker: false };

export async function customerIds(bytes) {
  return summaryOf(await bulk(bytes, HERE));
}

export async function applications(file) {
  return summaryOf(await bulk(file.source(), HERE));
}

function summaryOf({ rows, valid, invalid, columns, issues }) {
  return { rows, valid, invalid, wrongByColumn: columns.map((column) => column.invalid), issues };
}
