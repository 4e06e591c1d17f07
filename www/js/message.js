// Paints what stands under a control. The only maker of icons, state words and fix buttons.
//
//   message = { state, lines }        state: quiet reading understood look wrong off
//   line    = { tone, text, also, more, actions, actionsLead }
//             tone: reading understood look wrong note off; also: further sentences of the same weight; more: quieter ones;
//             actions: [{ label, run }], under the words `actionsLead`

import { say } from "./words.js";

const icons = { understood: "check", look: "look", wrong: "wrong", note: "note", off: "off" };

const svg = "http://www.w3.org/2000/svg";

export function icon(name) {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button({ label, run }) {
  const made = element("button", "", label);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** The state in a word, for those who see neither colour nor icon: エラー, 要確認, お知らせ. */
export function toneWord(tone) {
  if (tone === "look") return say("tone.look");
  if (tone === "wrong") return say("tone.wrong");
  if (tone === "note") return say("tone.note");
  return "";
}

function body(line) {
  const made = element("div", "message-body");
  if (line.tone in icons) {
    made.append(icon(icons[line.tone]));
  }
  if (line.tone !== "reading" && line.tone !== "understood") made.dataset.tone = line.tone;

  const texts = element("div");
  const first = element("p", line.tone === "understood" ? "read" : "");
  const word = toneWord(line.tone);
  if (word) first.append(element("strong", "tone", word));
  if (line.tone === "understood") first.append(element("span", "visually-hidden", `${say("tone.understood")}${say("colon")}`));
  first.append(line.text);
  texts.append(first);
  for (const text of line.also ?? []) texts.append(element("p", "", text));
  for (const text of line.more ?? []) texts.append(element("p", "aside", text));
  if (line.actions?.length) {
    const actions = element("div", "actions");
    if (line.actionsLead) texts.append(element("p", "aside", line.actionsLead));
    actions.append(...line.actions.map(button));
    texts.append(actions);
  }
  made.append(texts);
  return made;
}

/** Replaces what stands in `place` by `message`. */
export function paintMessage(place, message) {
  place.dataset.state = message.state;
  place.replaceChildren(...message.lines.map(body));
}

const tones = { error: "wrong", warning: "look", info: "note" };

/** How an issue of the package is shown: error as wrong, warning as look, info as note. */
export function toneOf(issue) {
  return tones[issue.severity];
}

/** Issues of the package as lines, one for each tone. actionsOf(issue): the buttons that belong to it. */
export function issueLines(issues, actionsOf = () => []) {
  return ["wrong", "look", "note"].flatMap((tone) => {
    const same = issues.filter((issue) => toneOf(issue) === tone);
    if (!same.length) return [];
    const [text, ...also] = same.map((issue) => issue.message);
    return [{ tone, text, also, actions: same.flatMap(actionsOf) }];
  });
}

/** A message as one sentence for the live region. */
export function spoken(message) {
  return message.lines
    .filter((line) => line.tone !== "reading")
    .map((line) => [toneWord(line.tone), line.text, ...(line.also ?? []), ...(line.more ?? [])].filter(Boolean).join(" "))
    .join(" ");
}
