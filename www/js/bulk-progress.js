// How far something is that reads a whole file: a bar, a line of words, and the button that stops it.

import { announce } from "./live.js";

/** How often it is said aloud, in milliseconds: who looks at the bar sees it change all the time. */
const SAID_EVERY = 10_000;

/** ids: of the root, the bar, the line and the button. onCancel(): the person wants it stopped. */
export function createProgress({ root, bar, line, cancel }, onCancel) {
  const place = (id) => document.getElementById(id);
  const [rootPlace, barPlace, linePlace, cancelPlace] = [root, bar, line, cancel].map(place);
  let saidAt = 0;

  cancelPlace.addEventListener("click", onCancel);

  return {
    begin(words) {
      saidAt = performance.now();
      barPlace.removeAttribute("value");
      linePlace.textContent = words;
      cancelPlace.disabled = false;
      rootPlace.hidden = false;
    },
    /** words: for the line; said(): for those who do not see it. */
    show(bytes, totalBytes, words, said) {
      barPlace.max = totalBytes;
      barPlace.value = bytes;
      linePlace.textContent = words;
      if (performance.now() - saidAt < SAID_EVERY) return;
      saidAt = performance.now();
      announce(said());
    },
    end() {
      rootPlace.hidden = true;
    },
    get hasFocus() {
      return rootPlace.contains(document.activeElement);
    },
  };
}

/** How much of the whole that is, never 100 before the end. */
export function percent(bytes, totalBytes) {
  return totalBytes > 0 ? Math.min(Math.floor((bytes / totalBytes) * 100), 99) : 0;
}
