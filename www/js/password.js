// What belongs to secrets alone: show and hide, and the conditions of a password.

import { check } from "./package.js";
import { element, icon } from "./message.js";
import { say } from "./words.js";

const conditions = [
  { word: "password.length", codes: ["password.too-short", "password.too-long"] },
  { word: "password.upper", codes: ["password.no-upper"] },
  { word: "password.lower", codes: ["password.no-lower"] },
  { word: "password.digit", codes: ["password.no-digit"] },
];

/** The conditions of a password, ticked off while it is typed. `paint()` writes them anew. */
export function createConditions(input) {
  const list = element("ul", "conditions");
  list.id = `${input.id}-conditions`;

  function paint() {
    const verdict = input.value === "" ? null : check("password", input.value);
    const found = new Set(verdict?.issues.map((issue) => issue.code));
    list.replaceChildren(...conditions.map(({ word, codes }) => {
      const isMet = verdict !== null && !codes.some((code) => found.has(code));
      const row = element("li");
      row.dataset.met = String(isMet);
      row.append(icon(isMet ? "check" : "open"), say(word), element("span", "visually-hidden", `${say("colon")}${say(isMet ? "password.met" : "password.notMet")}`));
      return row;
    }));
  }

  input.addEventListener("input", paint);
  return { list, paint };
}

/** A button that shows and hides what is typed. `paint(label)` writes its words; `hide()` covers it again. */
export function createReveal(input) {
  const button = element("button", "reveal");
  button.type = "button";
  button.setAttribute("aria-controls", input.id);
  let name = "";
  // Focus stays in the input, also where a click does not focus a button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    input.type = input.type === "password" ? "text" : "password";
    paint();
  });

  function paint(label = name) {
    name = label;
    const isShown = input.type === "text";
    const action = say(isShown ? "reveal.hide" : "reveal.show");
    button.textContent = action;
    button.setAttribute("aria-pressed", String(isShown));
    button.setAttribute("aria-label", say("reveal.name", { action, label }));
  }

  return {
    button,
    paint,
    hide() {
      input.type = "password";
      paint();
    },
  };
}
