// A group of radio buttons to filter by, in a fieldset that the page has.

import { element } from "./message.js";
import { say } from "./words.js";

/** name: id of the fieldset and name of the buttons. onChange(): called when the person chose. */
export function createChoices({ name, onChange }) {
  const group = document.getElementById(name);
  const list = group.querySelector(".options");
  let inputs = [];

  group.addEventListener("change", onChange);

  /** Offers `values` (in this order) under the words `<name>.<value>`, with `chosen` checked. */
  function offer(values, chosen) {
    const focused = inputs.find((input) => input === document.activeElement)?.value;
    const rows = values.map(makeRow);
    inputs = rows.map((row) => row.input);
    list.replaceChildren(...rows.map((row) => row.root));
    choose(chosen);
    inputs.find((input) => input.value === focused)?.focus();
  }

  function makeRow(value) {
    const root = element("div", "option");
    const label = element("label");
    const input = element("input");
    input.type = "radio";
    input.name = name;
    input.value = value;
    input.id = `${name}-${value || "any"}`;
    label.append(input, element("span", "name", say(`${name}.${value}`)));
    root.append(label);
    return { root, input };
  }

  function choose(value) {
    for (const input of inputs) input.checked = input.value === value;
  }

  return {
    offer,
    choose,
    get value() {
      return inputs.find((input) => input.checked)?.value ?? "";
    },
  };
}
