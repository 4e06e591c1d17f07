// Places of the rule book: every rule, document, form, kind and note has an id, and an address that leads there.

import { addressOf, placeOf } from "./language.js";
import { element } from "./message.js";

/** A link to a place. It keeps the language, also when its address is copied. */
export function placeLink(place, text, className) {
  const link = element("a", className, text);
  link.href = addressOf(place);
  return link;
}

/** Writes the links of the page itself, which are there before any language is known. */
export function paintPlaceLinks() {
  for (const link of document.querySelectorAll("[data-place]")) link.href = addressOf(link.dataset.place);
}

/** Marks the place that the address names, and opens what it is folded into. Returns it, or null. */
export function markPlace() {
  document.querySelector("main [aria-current]")?.removeAttribute("aria-current");
  const found = document.getElementById(placeOf(location.hash));
  if (!found?.closest("main")) return null;
  found.setAttribute("aria-current", "location");
  for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  return found;
}

/** Goes to the place that the address names. beforeGoing(id): shows it where a filter hides it. */
export function goToPlace(beforeGoing) {
  beforeGoing(placeOf(location.hash));
  const found = markPlace();
  if (!found) return;
  const target = found.querySelector(":scope > summary") ?? found;
  target.focus({ preventScroll: true });
  found.scrollIntoView();
}

/** Follows the address, also when a link is chosen whose address is already there. */
export function setUpPlaces(beforeGoing) {
  addEventListener("hashchange", (event) => {
    const [before, now] = [event.oldURL, event.newURL].map((url) => placeOf(new URL(url).hash));
    // The other language of the same place: the reader stays where the reader is.
    if (before === now) markPlace();
    else goToPlace(beforeGoing);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href^='#'], .contents a");
    if (link && link.hash === location.hash) goToPlace(beforeGoing);
  });
}
