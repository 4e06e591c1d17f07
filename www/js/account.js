// What belongs to the account fields alone: reading back in groups, the conditions of a password, show and hide.

import { element, icon } from "./message.js";
import { say } from "./words.js";

const conditions = [
  { word: "password.length", codes: ["password.too-short", "password.too-long"] },
  { word: "password.upper", codes: ["password.no-upper"] },
  { word: "password.lower", codes: ["password.no-lower"] },
  { word: "password.digit", codes: ["password.no-digit"] },
];

/** `CAF 0123 456 789`, `COP 0123 4567` */
export function readCustomerId(value) {
  const [prefix, digits] = [value.slice(0, 3), value.slice(3)];
  const groups = digits.length === 10 ? [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)] : digits.match(/.{1,4}/g) ?? [];
  return [prefix, ...groups].join(" ");
}

/** `03 1234 5678`, `090 1234 5678`, `0120 123 456`: groups to proofread by, not area codes. */
export function readPhone(value) {
  const head = /^(0120|0570|0800|0990)/.test(value) ? 4 : value.length - 8;
  const tail = value.length - head <= 6 ? 3 : 4;
  return [value.slice(0, head), value.slice(head, value.length - tail), value.slice(value.length - tail)].join(" ");
}

/** Ticks the conditions that the password meets. `verdict` is a final one, or null while nothing is typed. */
export function paintConditions(verdict) {
  const found = new Set(verdict?.issues.map((issue) => issue.code));
  const rows = conditions.map(({ word, codes }) => {
    const isMet = verdict !== null && !codes.some((code) => found.has(code));
    const row = element("li");
    row.dataset.met = String(isMet);
    const state = say(isMet ? "password.met" : "password.notMet");
    row.append(icon(isMet ? "check" : "open"), say(word), element("span", "visually-hidden", `${say("colon")}${state}`));
    return row;
  });
  document.getElementById("password-conditions").replaceChildren(...rows);
}

/** Lets the button beside a password show and hide what is typed. Returns what repaints its words. */
export function setUpReveal(button) {
  const input = document.getElementById(button.dataset.reveals);
  button.setAttribute("aria-controls", input.id);
  // Focus stays in the input, also where a click does not focus a button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    input.type = input.type === "password" ? "text" : "password";
    paint();
  });

  function paint() {
    const isShown = input.type === "text";
    const action = say(isShown ? "reveal.hide" : "reveal.show");
    button.textContent = action;
    button.setAttribute("aria-pressed", String(isShown));
    button.setAttribute("aria-label", say("reveal.name", { action, label: say(`${input.id}.label`) }));
  }
  return paint;
}
