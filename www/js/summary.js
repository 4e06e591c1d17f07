// How it stands: for every section what is left, what to look at again and what is wrong.

import { element, icon } from "./message.js";
import { say } from "./words.js";

function counts({ remaining, look, wrong }) {
  const made = [];
  if (wrong) made.push(count("wrong", "wrong", say("summary.wrong", { count: wrong })));
  if (look) made.push(count("look", "look", say("summary.look", { count: look })));
  if (remaining) made.push(element("span", "", say("summary.remaining", { count: remaining })));
  return made;
}

function count(tone, iconName, text) {
  const made = element("span");
  made.dataset.tone = tone;
  made.append(icon(iconName), text);
  return made;
}

/** sections: `{ code: { remaining, look, wrong, isNotAsked }, … }`; canJudge: false where nothing was checked. */
export function paintSummary(sections, canJudge) {
  const total = { remaining: 0, look: 0, wrong: 0 };
  for (const [name, section] of Object.entries(sections)) {
    for (const key of Object.keys(total)) total[key] += section[key];
    const made = counts(section);
    if (section.isNotAsked) made.push(element("span", "", say("notAsked")));
    else if (!made.length && canJudge) made.push(count("good", "check", say("summary.good")));
    document.querySelector(`[data-section="${name}"]`).replaceChildren(...made);
  }
  const parts = [
    total.remaining && say("summary.remaining", { count: total.remaining }),
    total.wrong && say("summary.wrong", { count: total.wrong }),
    total.look && say("summary.look", { count: total.look }),
  ];
  document.getElementById("summary-total").textContent = parts.filter(Boolean).join(say("summary.join")) || say("summary.done");
}
