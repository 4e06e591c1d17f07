// The choices of one field as a table: a radio button to choose each, its state, the reason and the source. What does not
// fit can be chosen too: only then does the explorer say what stands against it.

import { reasonOf, shownState, stateMark } from "./explore-reason.js";
import { createSection } from "./explore-section.js";
import { element } from "./message.js";
import { cell, row, tableBody, tableHead } from "./rule-book-table.js";
import { say } from "./words.js";

/** onChoose(value): the person chose, or with "" took the choice back. */
export function createTable(field, onChoose) {
  const { section, titleId, paint: paintHead, makeCaption } = createSection(field, () => {
    section.focus({ preventScroll: true });
    onChoose("");
  });
  const table = element("table", "explore-table");
  table.setAttribute("role", "table");
  const group = element("div");
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-labelledby", titleId);
  group.append(table);
  section.append(group);

  let rows = new Map();

  table.addEventListener("change", (event) => onChoose(event.target.value));

  function makeRow(value) {
    const id = `explore-${field}-${value}`;
    const label = element("label", "explore-choice");
    const input = element("input");
    input.type = "radio";
    input.name = `explore-${field}`;
    input.value = value;
    input.id = id;
    const name = element("span");
    label.append(input, name);
    const head = cell("th", { scope: "row" });
    head.append(label);
    const state = cell("td");
    state.id = `${id}-state`;
    const reason = cell("td");
    reason.id = `${id}-reason`;
    input.setAttribute("aria-describedby", `${state.id} ${reason.id}`);
    return { root: row([head, state, reason]), input, name, state, reason };
  }

  function headRow() {
    return row(["choice", "state", "reason"].map((column) => {
      const made = cell("th", { scope: "col" });
      made.append(say(`explore.column.${column}`));
      return made;
    }));
  }

  /** options: as the package answers; the table is made anew only where they are other options, so that the focus stays. */
  function paint(options, value) {
    paintHead(value);
    const caption = makeCaption(options);
    const values = options.map((option) => option.value);
    if (!table.tHead || values.join() !== [...rows.keys()].join()) {
      rows = new Map(values.map((value) => [value, makeRow(value)]));
      const body = tableBody([]);
      body.append(...[...rows.values()].map((made) => made.root));
      table.replaceChildren(caption, tableHead([headRow()]), body);
    } else {
      table.caption.replaceWith(caption);
      table.tHead.rows[0].replaceWith(headRow());
    }
    for (const option of options) paintRow(option, value);
  }

  function paintRow(option, chosen) {
    const { root, input, name, state, reason } = rows.get(option.value);
    const shown = shownState(option);
    root.dataset.state = shown;
    input.checked = option.value === chosen;
    name.textContent = nameOf(option);
    state.replaceChildren(stateMark(shown));
    reason.replaceChildren(...reasonOf(option));
  }

  return { section, paint };
}

/** The line types of the eligibility application are called by their numbers, on the portal and in every message. */
export function nameOf({ value, label }) {
  return /^\d+$/.test(value) ? say("explore.number", { value, label }) : label;
}
