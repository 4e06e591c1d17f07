// One step of a guided application: a group of fields that opens, with the ways to its neighbours.

import { createCodeStrip } from "./guide-code.js";
import { createField } from "./guide-field.js";
import { guides } from "./guide-steps.js";
import { stateOf } from "./guide-summary.js";
import { button, element } from "./message.js";
import { say } from "./words.js";

/** described: name -> description of the fields; open(index): goes to another step. */
export function createStep(form, index, described, open) {
  const all = guides[form];
  const root = element("details", "step");
  // Of the steps of one name the browser keeps one open.
  root.name = `${form}-steps`;
  root.id = `${form}-step-${index + 1}`;
  const head = element("summary");
  const number = element("span", "number", String(index + 1));
  number.setAttribute("aria-hidden", "true");
  const title = element("h2");
  const state = element("span", "state");
  head.append(number, title, state);

  const body = element("div", "step-body");
  const fields = all[index].fields.map((name) => createField(form, described.get(name)));
  let strip = null;
  for (const field of fields) {
    body.append(field.root);
    if (field.name === "institutionNumber") {
      strip = createCodeStrip(`${form}-code`);
      body.append(strip.root);
    }
  }

  const ways = element("div", "step-ways");
  const back = index > 0 ? button("", "", () => open(index - 1)) : null;
  const onward = index < all.length - 1 ? button("onward", "", () => open(index + 1)) : null;
  ways.append(...[back, onward].filter(Boolean));
  body.append(ways);
  root.append(head, body);

  return {
    root,
    fields,
    strip,
    get title() {
      return say(all[index].title);
    },

    open() {
      root.open = true;
      head.focus({ preventScroll: true });
      root.scrollIntoView();
    },

    /** count: what is left, wrong and to be looked at again. */
    paint(count) {
      state.replaceChildren(...stateOf(count));
    },

    speak() {
      title.textContent = say(all[index].title);
      if (back) back.textContent = say("guide.back", { step: say(all[index - 1].title) });
      if (onward) onward.textContent = say("guide.next", { step: say(all[index + 1].title) });
    },
  };
}
