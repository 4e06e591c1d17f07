// How findings look on every page: elements, icons, and the word for how much a finding weighs.

import { say } from "./words.js";

const svg = "http://www.w3.org/2000/svg";

export function icon(name) {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A button that sends nothing. */
export function button(className, text, run) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** The state in a word, for those who see neither colour nor icon: エラー, 要確認, お知らせ. */
export function toneWord(tone) {
  return say(`tone.${tone}`);
}

const tones = { error: "wrong", warning: "look", info: "note" };

/** How an issue of the package is shown: error as wrong, warning as look, info as note. */
export function toneOf(issue) {
  return tones[issue.severity];
}
