// The part of the explorer that belongs to one field: its name, what it is about, and the button that takes a choice back.

import { tally } from "./explore-reason.js";
import { button, element } from "./message.js";
import { say } from "./words.js";

/** onClear(): the person took the choice back. The button goes away then, so the handler says where the focus goes. */
export function createSection(field, onClear) {
  const section = element("section", "section explore-field");
  section.id = `explore-${field}`;
  section.tabIndex = -1;
  const title = element("h2");
  title.id = `explore-${field}-title`;
  section.setAttribute("aria-labelledby", title.id);
  const clear = button("explore-clear", "", onClear);
  const head = element("div", "explore-head");
  head.append(title, clear);
  const what = element("p", "explore-what");
  section.append(head, what);

  return {
    section,
    titleId: title.id,
    /** value: what is chosen, or "". */
    paint(value) {
      title.textContent = say(`explore.${field}`);
      what.textContent = say(`explore.${field}.what`);
      clear.textContent = say("explore.clear");
      clear.setAttribute("aria-label", say("explore.clear.field", { field: say(`explore.${field}`) }));
      clear.hidden = value === "";
    },
    /** What a table of these options is called: the field, and how many fit. */
    makeCaption(options) {
      const caption = element("caption");
      caption.append(element("span", "visually-hidden", say(`explore.${field}`) + say("colon")), tally(options));
      return caption;
    },
  };
}
