// Findings by their codes: what they say with their parameters left open, and how much they weigh.

import { rules } from "./reference.js";
import { sentence } from "./rule-book-rules.js";
import { language } from "./words.js";

/** As much of a sentence as a list can show. */
const SHORT = 48;

function ruleOf(code) {
  return rules.codes.find((rule) => rule.code === code);
}

export function severityOf(code) {
  return ruleOf(code)?.severity ?? "warning";
}

/** What is the matter, without what to do: the first sentence, its parameters not filled in. */
function firstSentence(code) {
  const rule = ruleOf(code);
  return rule ? rule[language()].split(/(?<=\u3002)|(?<=\.) /)[0] : code;
}

/** The first sentence with its parameters named, as the rule book has it. */
export function openSentence(code) {
  return sentence(firstSentence(code));
}

/** The same for a list to choose from. */
export function shortSentence(code) {
  const open = firstSentence(code).replace(/\{\w+\}/g, "…").replace(/[\u3002.]$/, "");
  return open.length > SHORT ? `${open.slice(0, SHORT)}…` : open;
}
