// Columns of a table by what people call them, and what their cells can be checked as.

import { describe } from "./bulk-package.js";
import { forms, kinds } from "./rule-book-forms.js";
import { language, say } from "./words.js";

/** What stands above a column, or its number. A finding about a whole row has column -1. */
export function columnName(columns, index) {
  if (index < 0) return say("issues.whole-row");
  return columns[index]?.header.trim() || say("reading.column", { number: index + 1 });
}

/** What the cells of a column are checked as: a kind or, with a form, a field of it; "" for nothing. */
export function targetOf(column, form) {
  return (form ? column.field : column.kind) ?? "";
}

/** Ways to check a table: column by column, or every row as a form. */
export function formOptions() {
  const whole = forms.map((name) => ({ value: name, text: say("form.whole", { form: describe(name, language()).label }) }));
  return [{ value: "", text: say("form.none") }, ...whole];
}

/** What a column can be checked as: `[{ value, text }]`, first of all nothing. */
export function targetOptions(form) {
  const named = form
    ? describe(form, language()).fields.flatMap(({ name, label, boxes }) => [{ value: name, text: label }, ...boxOptions(label, boxes)])
    : kinds.map((kind) => ({ value: kind, text: describe(kind, language()).label }));
  return [{ value: "", text: say("mapping.none") }, ...named];
}

/** A month may stand in two columns. */
function boxOptions(label, boxes) {
  if (!boxes) return [];
  const [year, month] = boxes;
  return [{ value: year, text: say("mapping.year", { label }) }, { value: month, text: say("mapping.month", { label }) }];
}
