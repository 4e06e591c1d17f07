// The first view takes a text of any kind: what is found in it is listed, and what the person keeps goes into an
// application. The text stays in its box, and nothing of it leaves the page.

import { pickFirst, toggle, valuesOf } from "./home-choice.js";
import { paintHits } from "./home-hits.js";
import { announce } from "./live.js";
import { button, element } from "./message.js";
import { find } from "./package.js";
import { language, say } from "./words.js";

const pasted = ["insertFromPaste", "insertFromDrop"];

/**
 * describe: of the reference; begin(form, values): goes to an application with what was found. Returns what writes its
 * words anew.
 */
export function mountPaste(root, { forms, describe, begin }) {
  const box = root.querySelector("textarea");
  const place = root.querySelector(".paste-found");
  /** The text that was looked through last, or null. */
  let text = null;
  let hits = [];
  /** Those of them that go into an application. */
  let chosen = new Set();
  let asked = 0;

  /** mayChoose: the text is another one, so that the choice begins anew. */
  async function look(mayChoose) {
    asked += 1;
    const own = asked;
    text = box.value;
    const found = text.trim() === "" ? [] : await find(text, { locale: language() });
    if (own !== asked) return;
    if (found === null) return showSentence("paste.lost");
    if (text.trim() === "") return showSentence("paste.empty");
    if (mayChoose) {
      hits = found;
      chosen = pickFirst(hits);
    } else {
      // The same hits in the other language.
      chosen = new Set(found.filter((_, index) => chosen.has(hits[index])));
      hits = found;
    }
    paint();
    if (mayChoose) announce(say(hits.length ? "paste.found" : "paste.nothing", { count: hits.length }));
  }

  function showSentence(key) {
    hits = [];
    text = null;
    place.replaceChildren(element("p", "notice", say(key)));
    announce(say(key));
  }

  function paint() {
    if (!hits.length) return place.replaceChildren(element("p", "notice", say("paste.nothing")));
    const list = paintHits(hits, { chosen, describe, choose });
    const title = element("h3", "", say("paste.begin.title"));
    const row = element("div", "paste-ways");
    place.replaceChildren(list, title, row);
    paintWays(row);
  }

  function paintWays(row) {
    const values = valuesOf(chosen);
    const taking = forms.filter((form) => describe(form, language()).fields.some(({ name }) => name in values));
    if (!taking.length) return row.replaceChildren(element("p", "", say("paste.none")));
    row.replaceChildren(...taking.map((form) => button("", say("paste.begin", { form: say(`form.${form}`) }), () => begin(form, values))));
  }

  function choose(hit, isChosen) {
    chosen = toggle(chosen, hit, isChosen);
    for (const control of place.querySelectorAll("input")) control.checked = chosen.has(hits[control.value]);
    paintWays(place.querySelector(".paste-ways"));
  }

  box.addEventListener("input", ({ inputType, isComposing }) => {
    if (!isComposing && pasted.includes(inputType)) look(true);
    if (box.value === "") {
      asked += 1;
      text = null;
      place.replaceChildren();
    }
  });
  // What is typed is looked through when it is done: on the way there a number is another number.
  box.addEventListener("change", () => {
    if (box.value !== "" && box.value !== text) look(true);
  });
  root.querySelector("button").addEventListener("click", () => look(true));
  root.hidden = false;

  return {
    speak() {
      if (text !== null) look(false);
      else place.replaceChildren();
    },
  };
}
