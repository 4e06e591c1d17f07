// The text of the guide. Japanese is what the document says; English comes from embed-words.js and takes its place.

import { embedProse } from "./embed-words.js";
import { withJapanese } from "./japanese.js";
import { addressOf } from "./language.js";
import { element } from "./message.js";
import { language } from "./words.js";

const japanese = new Map();

/** Takes the Japanese text down before anything is written over it. */
export function readProse() {
  for (const place of document.querySelectorAll("[data-prose]")) japanese.set(place, [...place.childNodes]);
}

/** Writes the guide in the language of the page. */
export function paintProse() {
  for (const [place, nodes] of japanese) {
    place.replaceChildren(...(language() === "ja" ? nodes : english(embedProse[place.dataset.prose])));
  }
  for (const link of document.querySelectorAll("a[data-place]")) link.href = addressOf(link.dataset.place);
}

/** A text with `code` and [links](#place) as nodes. */
function english(text) {
  const parts = text.split(/(`[^`]+`|\[[^\]]+\]\([^)]+\))/);
  return parts.filter(Boolean).map((part) => {
    if (part.startsWith("`")) return code(part.slice(1, -1));
    const [, words, address] = part.match(/^\[(.+)\]\((.+)\)$/) ?? [];
    return words ? link(words, address) : document.createTextNode(part);
  });
}

function code(text) {
  const made = element("code");
  made.append(...withJapanese(text));
  return made;
}

/** Links keep the language: `#place` of this page, `rules.html#place` of the other. */
function link(words, address) {
  const made = element("a", "", words);
  const [file, place] = address.split("#");
  if (!place) made.rel = "noreferrer";
  else if (!file) made.dataset.place = place;
  made.href = place ? file + addressOf(place) : address;
  return made;
}
