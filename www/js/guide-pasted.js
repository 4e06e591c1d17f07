// Above an application: what went into it from a text that was pasted on the first view, with the way back.

import { button, element } from "./message.js";
import { say } from "./words.js";

/** undo(): takes it out again. */
export function createPasted(undo) {
  const root = element("p", "notice pasted");
  const text = element("span");
  const back = button("", "", undo);
  root.append(text, " ", back);
  root.hidden = true;

  return {
    root,

    /** labels: of the fields; none hides it. Returns what it says. */
    paint(labels) {
      root.hidden = labels.length === 0;
      text.textContent = say("guide.pasted.fields", { fields: labels.join(say("join")) });
      back.textContent = say("guide.undo");
      return text.textContent;
    },
  };
}
