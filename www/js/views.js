// Which view the address names, and how people get there: `#eligibility-application`, `#eligibility-application/report`.

import { placeOf } from "./language.js";

/**
 * views: `[{ name, root, title(), open(part), reveal(element) }]`, the first at the address without a name. `open` may
 * return what is to be focused; otherwise that is the heading.
 */
export function createViews(views) {
  let shown = null;
  let place = null;

  function named(name) {
    return views.find((view) => view.name === name);
  }

  /** The view of a place. Where none has its name it may be the id of something in one. */
  function find(name) {
    const target = name ? document.getElementById(name) : null;
    return named(name) ?? views.find((view) => target && view.root.contains(target)) ?? views[0];
  }

  function show({ mayFocus }) {
    place = placeOf(location.hash);
    const [name, part = ""] = place.split("/");
    shown = find(name);
    for (const view of views) view.root.hidden = view !== shown;
    const target = shown.open?.(part) ?? shown.root.querySelector("h1");
    const inside = shown.name === name ? null : document.getElementById(name);
    paint();
    if (inside) {
      shown.reveal?.(inside);
      inside.focus();
      return;
    }
    if (!mayFocus) return;
    scrollTo({ top: 0, behavior: "instant" });
    target?.focus();
  }

  function paint() {
    document.title = `${shown.title()} | onshi-check`;
    const links = [...document.querySelectorAll(".pages a[href^='#']")];
    const [home] = links;
    const own = links.find((link) => placeOf(link.hash) === place);
    for (const link of links) link.removeAttribute("aria-current");
    // The applications have no link of their own there: they belong to the first.
    (own ?? home).setAttribute("aria-current", own ? "page" : "true");
  }

  addEventListener("hashchange", () => {
    // The other language of the same place: the reader stays where the reader is.
    if (placeOf(location.hash) !== place) show({ mayFocus: true });
  });

  return {
    start: () => show({ mayFocus: false }),
    /** Writes what names the view anew, in the language of the page. */
    speak: paint,
    /** Opens the view once more, with what has arrived since. */
    reopen: () => show({ mayFocus: false }),
  };
}
