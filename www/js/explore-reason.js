// What a choice is said to be: 可, 不可 or 要確認 with icon and word, why, and where that stands.

import { japanese } from "./japanese.js";
import { element, icon, toneOf, toneWord } from "./message.js";
import { say } from "./words.js";

const icons = { allowed: "check", forbidden: "off", unknown: "look" };

export const states = Object.keys(icons);

/**
 * The state of an option as it is shown. The package allows what a warning is about; the reader still has to look again,
 * which is the word of every warning.
 */
export function shownState({ state, issue }) {
  return state === "allowed" && issue?.severity === "warning" ? "unknown" : state;
}

/** Icon and word. */
export function stateMark(state) {
  const made = element("strong", "explore-state");
  made.dataset.state = state;
  made.append(icon(icons[state]), element("span", "", say(`explore.${state}`)));
  return made;
}

/** How many options are in which state: 可 2・不可 1. States that none is in are left out. */
export function tally(options) {
  const counts = states.map((state) => ({ state, count: options.filter((option) => shownState(option) === state).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ state, count }) => say("explore.tally", { state: say(`explore.${state}`), count }));
  return parts.join(say("explore.tally.join"));
}

/** Why an option is in its state, and the source. text: the words of the issue where they are not those of the one option. */
export function reasonOf({ state, issue }, text = issue?.message) {
  if (!issue) return [];
  const sentence = element("p", "explore-why");
  // A remark on what is allowed says that it is one; the reason for a state needs no other word than the state.
  if (state === "allowed" && issue.severity === "info") sentence.append(element("strong", "tone", toneWord("note")), " ");
  sentence.append(text);
  return [sentence, citation(issue.source)];
}

/** The document by its short name, the place in it as printed, and its date. */
export function citation({ document, section, asOf }) {
  const made = element("p", "explore-source");
  const time = element("time", "", say("explore.source.asOf", { asOf }));
  time.dateTime = asOf;
  made.append(say("explore.source", { document: say(`explore.document.${document}`) }), japanese("cite", section), say("explore.source.end"), time);
  return made;
}

/** An issue of the combination: severity as icon and word, what it says, the source. */
export function finding(issue) {
  const made = element("li", "explore-finding");
  made.dataset.tone = toneOf(issue);
  const words = element("div");
  const sentence = element("p");
  sentence.append(element("strong", "tone", toneWord(made.dataset.tone)), " ", issue.message);
  words.append(sentence, citation(issue.source));
  made.append(icon(made.dataset.tone), words);
  return made;
}
