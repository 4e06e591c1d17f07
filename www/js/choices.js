// A group of radio buttons. A forbidden choice is greyed and says why beneath it; it can still be reached and chosen,
// because only then can the page say which other choice would have to change.

import { element, issueLines, paintMessage } from "./message.js";
import { say } from "./words.js";

/**
 * name: id of the fieldset and name of the buttons; its message stands in `#<name>-message`.
 * onChange(): called when the person chose.
 */
export function createChoices({ name, onChange = () => {} }) {
  const group = document.getElementById(name);
  const list = group.querySelector(".options");
  const place = document.getElementById(`${name}-message`);
  let options = [];
  let rows = new Map();

  group.addEventListener("change", onChange);

  /** Offers `values` (in this order) under the words `<name>.<value>`, with `chosen` checked. */
  function offer(values, chosen) {
    const focused = rows.size && [...rows.values()].find((row) => row.input === document.activeElement)?.input.value;
    options = values;
    rows = new Map(values.map((value) => [value, makeRow(value)]));
    list.replaceChildren(...[...rows.values()].map((row) => row.root));
    choose(chosen);
    if (focused !== undefined && rows.has(focused)) rows.get(focused).input.focus();
  }

  function makeRow(value) {
    const root = element("div", "option");
    const label = element("label");
    const input = element("input");
    input.type = "radio";
    input.name = name;
    input.value = value;
    input.id = `${name}-${value || "any"}`;
    const verdict = element("span", "verdict");
    const reason = element("p", "reason");
    reason.id = `${input.id}-reason`;
    label.append(input, element("span", "name", say(`${name}.${value}`)), verdict);
    root.append(label, reason);
    return { root, input, verdict, reason };
  }

  function chosen() {
    return [...rows.values()].find((row) => row.input.checked)?.input.value ?? "";
  }

  function choose(value) {
    for (const row of rows.values()) row.input.checked = row.input.value === value;
  }

  /**
   * Shows what the package says of every choice.
   * states: value -> { state, issue }; message: what stands under the group, or nothing.
   * With isOff the whole group is not asked: all greyed, the one reason under the group.
   */
  function paint(states, { message = { state: "quiet", lines: [] }, isOff = false } = {}) {
    for (const [value, row] of rows) {
      const { state = "allowed", issue } = states.get(value) ?? {};
      const isGrey = isOff || state === "forbidden";
      const shown = isGrey ? "forbidden" : state;
      const isSaidBelow = isOff || row.input.checked;
      row.root.dataset.state = shown;
      row.verdict.textContent = isOff || shown === "allowed" ? "" : say(`state.${shown}`);
      row.reason.textContent = issue && !isSaidBelow ? issue.message : "";
      if (isGrey) row.input.setAttribute("aria-disabled", "true");
      else row.input.removeAttribute("aria-disabled");
      row.input.setAttribute("aria-describedby", isSaidBelow ? place.id : row.reason.id);
    }
    paintMessage(place, message);
  }

  return {
    name,
    group,
    offer,
    paint,
    choose,
    get values() {
      return options;
    },
    get value() {
      return chosen();
    },
    focus() {
      const target = [...rows.values()].find((row) => row.input.checked) ?? rows.values().next().value;
      target?.input.focus();
    },
  };
}

/** The message of a chosen choice: why it does not fit and which other choices could change instead. */
export function choiceMessage(issue, { actions = [], actionsLead } = {}) {
  const [line] = issueLines([issue]);
  return { state: line.tone, lines: [{ ...line, actions, actionsLead }] };
}
