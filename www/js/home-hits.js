// What was found in a text, as a list to choose from: kind, value, the word before it, how sure it is, and what is wrong.

import { doubtful } from "./home-choice.js";
import { japanese, withJapanese } from "./japanese.js";
import { element, icon, toneOf, toneWord } from "./message.js";
import { language, prefectureName, say } from "./words.js";

/** chosen: a set of hits; choose(hit, isChosen): hears of a tick. */
export function paintHits(hits, { chosen, describe, choose }) {
  const root = element("fieldset", "hits");
  const legend = element("legend", "", say("paste.found", { count: hits.length }));
  const lead = element("p", "", say("paste.choose"));
  const doubts = doubtful(hits).map(({ hit, count }) => doubt(describe(hit.kind, language()).label, count));
  const list = element("ul");
  list.append(...hits.map((hit, index) => row(hit, index)));
  root.append(legend, lead, ...doubts, list);
  return root;

  function row(hit, index) {
    const item = element("li", "option");
    const label = element("label");
    const control = element("input");
    Object.assign(control, { type: "checkbox", id: `paste-hit-${index}`, value: index, checked: chosen.has(hit) });
    control.addEventListener("change", () => choose(hit, control.checked));
    const name = element("span", "name");
    name.append(element("span", "hit-kind", describe(hit.kind, language()).label), " ", value(hit, describe));
    label.append(control, name);
    const more = element("div", "hit-more");
    more.id = `${control.id}-more`;
    more.append(sureness(hit), ...hit.verdict.issues.map(finding));
    control.setAttribute("aria-describedby", more.id);
    item.append(label, more);
    return item;
  }
}

function doubt(kind, count) {
  const made = element("p", "hit-doubt");
  made.dataset.tone = "look";
  const text = element("span");
  text.append(element("strong", "tone", toneWord("look")), say("paste.doubt", { kind, count }));
  made.append(icon("look"), text);
  return made;
}

/** The value as it is read back: in groups, a code in its parts. */
function value({ kind, value: text, verdict }, describe) {
  const made = element("strong", "hit-value");
  if (kind === "institution-code" && verdict.status === "valid") {
    const { prefecture, feeSchedule, institutionNumber } = verdict.parts;
    const schedule = describe("fee-schedule", language()).choices.find((choice) => choice.value === feeSchedule)?.label ?? "";
    made.append(...withJapanese(say("paste.code", { prefecture, place: prefectureName(prefecture), feeSchedule, schedule, institutionNumber })));
  } else if (verdict.status === "valid") {
    made.textContent = text.replace(/^(CAF)(\d{4})(\d{3})/, "$1 $2 $3 ").replace(/^(COP)(\d{4})/, "$1 $2 ");
  } else {
    made.append(japanese("span", text));
  }
  return made;
}

function sureness({ label = "", confidence }) {
  const made = element("p");
  const key = confidence === "low" ? "paste.unsure" : label ? "paste.sure.label" : "paste.sure";
  made.append(...withJapanese(say(key, { label: label.replace(/\s+/g, " ") })));
  return made;
}

function finding(issue) {
  const made = element("p", "hit-finding");
  made.dataset.tone = toneOf(issue);
  const text = element("span");
  text.append(element("strong", "tone", toneWord(made.dataset.tone)), ...withJapanese(issue.message));
  made.append(icon(made.dataset.tone), text);
  return made;
}
