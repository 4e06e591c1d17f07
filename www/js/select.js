// A select whose choices carry the state that the package gives them.

import { paintMessage } from "./message.js";
import { say } from "./words.js";

/** id: of the select; its message stands in `#<id>-message`. onChange(): called when the person chose. */
export function createSelect({ id, onChange = () => {} }) {
  const select = document.getElementById(id);
  const place = document.getElementById(`${id}-message`);
  const field = select.closest(".field");
  let labels = new Map();

  select.setAttribute("aria-describedby", [select.getAttribute("aria-describedby"), place.id].filter(Boolean).join(" "));
  select.addEventListener("change", onChange);

  /** Offers `choices` (`[{ value, label }]`) after an empty first entry. */
  function offer(choices, emptyLabel) {
    const chosen = select.value;
    const offered = [["", emptyLabel], ...choices.map(({ value, label }) => [value, label])];
    if (JSON.stringify(offered) === JSON.stringify([...labels])) return;
    labels = new Map(offered);
    select.replaceChildren(...[...labels].map(([value, label]) => new Option(label, value)));
    select.value = labels.has(chosen) ? chosen : "";
  }

  /** states: value -> { state }. The chosen entry stays as it is: what stands against it is said by `message`, or elsewhere. */
  function paint(states, message = { state: "quiet", lines: [] }) {
    for (const option of select.options) {
      const state = option.selected ? "allowed" : states.get(option.value)?.state ?? "allowed";
      const label = labels.get(option.value);
      option.textContent = state === "allowed" ? label : say("state.inList", { label, state: say(`state.${state}`) });
    }
    paintMessage(place, message);
    field.dataset.state = message.state;
    if (message.state === "wrong") select.setAttribute("aria-invalid", "true");
    else select.removeAttribute("aria-invalid");
  }

  return {
    id,
    offer,
    paint,
    choose(value) {
      select.value = value;
    },
    get value() {
      return select.value;
    },
    get isFilled() {
      return labels.size > 1;
    },
    focus() {
      select.focus();
    },
  };
}
