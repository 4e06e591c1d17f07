// The language of the document. It is remembered in the address (#ja, #en) and nowhere else.

import { language, say, setLanguage } from "./words.js";

const first = "ja";

/** The language that the address names; null where it names something else. */
function fromAddress() {
  const name = location.hash.slice(1) || first;
  return name === "ja" || name === "en" ? name : null;
}

function paint() {
  document.documentElement.lang = language();
  document.title = say("page");
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = say(place.dataset.word);
  for (const link of document.querySelectorAll(".languages a")) {
    if (link.lang === language()) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Speaks the language of the address, and calls `onChange` whenever the person picks another. */
export function setUpLanguage(onChange) {
  setLanguage(fromAddress() ?? first);
  paint();
  addEventListener("hashchange", () => {
    const next = fromAddress();
    if (!next || next === language()) return;
    setLanguage(next);
    paint();
    onChange();
  });
}
