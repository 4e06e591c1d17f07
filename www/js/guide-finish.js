// The end of a guided application: checking everything, and clearing it, which can be taken back.

import { button, element } from "./message.js";
import { language, say } from "./words.js";

/** hasSecrets: whether something is not brought back. clear(), undo(): what the buttons do. */
export function createFinish(form, { hasSecrets, clear, undo }) {
  const root = element("div", "finish");
  const title = element("h2");
  const more = element("p");
  const row = element("div", "step-ways");
  const submit = element("button", "primary");
  const clearing = button("plain", "", clear);
  row.append(submit, clearing);
  const notice = element("p", "notice");
  const text = element("span");
  const back = button("", "", undo);
  notice.append(text, " ", back);
  notice.hidden = true;
  root.append(title, more, row, notice);

  return {
    root,

    /** Says that everything was cleared, and offers to take it back. Returns what it says. */
    offerUndo() {
      notice.hidden = false;
      back.focus();
      return text.textContent;
    },

    withdrawUndo() {
      notice.hidden = true;
    },

    focus() {
      clearing.focus();
    },

    speak() {
      title.textContent = say("guide.finish");
      more.textContent = say("guide.finish.more");
      submit.textContent = say("guide.submit");
      clearing.textContent = say("guide.clear");
      back.textContent = say("guide.undo");
      const said = [say("guide.cleared", { form: say(`form.${form}`) })];
      if (hasSecrets) said.push(say("guide.cleared.secret"));
      text.textContent = said.join(language() === "ja" ? "" : " ");
    },
  };
}
