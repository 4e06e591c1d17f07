// What each column of the table is checked as: one choice a column, beside what stands in it.

import { columnName, targetOf } from "./bulk-column.js";
import { fillSelect } from "./bulk-select.js";
import { announce } from "./live.js";
import { element } from "./message.js";
import { say } from "./words.js";

/** How many different cells stand for a column. */
const EXAMPLES = 2;

/** onChoose(index, target): the person chose; "" is nothing. */
export function createMapping(onChoose) {
  const root = document.getElementById("mapping");
  let rows = [];

  function makeRow(index) {
    const made = element("div", "field");
    const label = element("label");
    const select = element("select");
    const example = element("p", "hint example");
    select.id = `column-${index}`;
    label.htmlFor = select.id;
    example.id = `column-${index}-example`;
    select.setAttribute("aria-describedby", example.id);
    select.addEventListener("change", () => onChoose(index, select.value));
    made.append(label, example, select);
    return { made, label, select, example };
  }

  /** read: the preview; options: what there is to choose from; autoTarget(index): what was found out. */
  function paint({ read, options, form, autoTarget }) {
    const { columns } = read;
    if (rows.length !== columns.length) {
      rows = columns.map(({ index }) => makeRow(index));
      root.replaceChildren(...rows.map(({ made }) => made));
    }
    columns.forEach((column, index) => {
      const { made, label, select, example } = rows[index];
      const target = targetOf(column, form);
      made.dataset.checked = target !== "";
      label.replaceChildren(columnName(columns, index));
      if (column.header.trim()) label.append(" ", element("span", "mark", say("reading.column", { number: index + 1 })));
      const cells = [...new Set(read.rows.map((row) => row[index]?.trim()).filter(Boolean))].slice(0, EXAMPLES);
      example.textContent = cells.length ? say("mapping.example", { colon: say("colon"), cells: cells.join(say("join")) }) : say("reading.cell.empty");
      fillSelect(select, offered(options, target, autoTarget(index)), target);
    });
  }

  return {
    paint,
    /** Nothing is checked yet: says so where that can be changed. */
    ask() {
      rows[0]?.select.focus();
      announce(say("mapping.nothing"));
    },
  };
}

/** What was found out says so. A field that only the package names is offered by its name. */
function offered(options, target, auto) {
  const known = new Set(options.map(({ value }) => value));
  const others = [...new Set([target, auto])].filter((value) => !known.has(value)).map((value) => ({ value, text: value }));
  return [...options, ...others].map(({ value, text }) => ({ value, text: value === auto ? say("reading.auto", { found: text }) : text }));
}
