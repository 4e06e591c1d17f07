// The language of the document and the place in it. Both are remembered in the address and nowhere else:
// `#en`, `#customer-id.too-short`, `#en/customer-id.too-short`.

import { language, say, setLanguage } from "./words.js";

const first = "ja";

/** What a hash names: a language, otherwise the first one; and the id of a place in the document, or "". */
function read(hash) {
  const [, name = first, place] = hash.slice(1).match(/^(?:(ja|en)(?:\/|$))?(.*)$/);
  return { name, place };
}

/** The id of the place that a hash names, in whatever language; "" where it names none. */
export function placeOf(hash) {
  return read(hash).place;
}

/** What a link to a place of this document is written as, so that it keeps the language. */
export function addressOf(place) {
  if (!place) return `#${language()}`;
  return language() === first ? `#${place}` : `#${language()}/${place}`;
}

/** Links to other views and other pages keep the language. */
function paintPageLinks() {
  for (const link of document.querySelectorAll(".pages a, .doors a")) {
    const place = placeOf(link.hash);
    // A link to a view stays one: without a hash it would load the document anew, and lose what was entered.
    if (link.getAttribute("href").startsWith("#")) link.setAttribute("href", addressOf(place));
    else link.hash = place || language() !== first ? addressOf(place) : "";
  }
}

function paint() {
  document.documentElement.lang = language();
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = say(place.dataset.word);
  paintPageLinks();
  for (const link of document.querySelectorAll(".languages a")) {
    if (link.lang === language()) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** The other language shows the same place. */
function paintLanguageLinks() {
  const place = placeOf(location.hash);
  for (const link of document.querySelectorAll(".languages a")) link.hash = place ? `${link.lang}/${place}` : link.lang;
}

/** Speaks the language of the address, and calls `onChange` whenever the person picks another. */
export function setUpLanguage(onChange) {
  setLanguage(read(location.hash).name);
  paint();
  paintLanguageLinks();
  addEventListener("hashchange", () => {
    paintLanguageLinks();
    const { name } = read(location.hash);
    if (name === language()) return;
    setLanguage(name);
    paint();
    onChange();
  });
}
