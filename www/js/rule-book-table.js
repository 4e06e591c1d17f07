// Tables that become cards where the window is narrow. Their roles are written out, because some browsers take what is
// no longer laid out as a table for no table.

import { element } from "./message.js";

/** column: what heads the column; on a card, where the head is gone, it stands in the cell itself. */
export function cell(tag, { scope, column, span } = {}) {
  const made = element(tag);
  made.setAttribute("role", { row: "rowheader", col: "columnheader", colgroup: "columnheader" }[scope] ?? "cell");
  if (scope) made.scope = scope;
  if (span) made.colSpan = span;
  if (column) made.append(element("span", "column", column));
  return made;
}

export function row(cells) {
  const made = element("tr");
  made.setAttribute("role", "row");
  made.append(...cells);
  return made;
}

function group(tag, rows) {
  const made = element(tag);
  made.setAttribute("role", "rowgroup");
  made.append(...rows);
  return made;
}

export function tableHead(rows) {
  return group("thead", rows);
}

/** rows: an array of cells each. */
export function tableBody(rows) {
  return group("tbody", rows.map(row));
}

/** The head of a table whose columns have one name each. */
export function headRow(names) {
  return tableHead([row(names.map((name) => {
    const made = cell("th", { scope: "col" });
    made.append(name);
    return made;
  }))]);
}
