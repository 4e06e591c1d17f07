// What stays Japanese in either language says so to screen readers.

import { element } from "./message.js";
import { language } from "./words.js";

/** Titles, names and places of Japanese documents, and values. */
export function japanese(tag, text) {
  const made = element(tag, "", text);
  made.lang = "ja";
  return made;
}

/** A text of the page's language as nodes: in English, Japanese words and names among the others are marked. */
export function withJapanese(text) {
  if (language() === "ja") return [text];
  const parts = text.split(/([0-9]*[\u3000-\u9fff\uff00-\uffef][0-9\u3000-\u9fff\uff00-\uffef]*)/);
  return parts.map((part, index) => (index % 2 ? japanese("span", part) : part));
}
