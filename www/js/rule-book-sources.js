// What the rules rest on: the documents, the citation of a place in one, and what the documents leave open.

import { japanese } from "./japanese.js";
import { element, icon, toneOf, toneWord } from "./message.js";
import { placeLink } from "./rule-book-place.js";
import { language, say } from "./words.js";

const severities = ["error", "warning", "info"];
const openEnds = ["contradiction", "silent", "unreadable"];

/** How much a finding weighs: icon and word. */
export function severityMark(severity) {
  const tone = toneOf({ severity });
  const made = element("span", "severity");
  made.dataset.tone = tone;
  made.append(icon(tone), element("strong", "tone", toneWord(tone)));
  return made;
}

/** Where something stands: the document by its short name, the place in it as printed, and its date. */
export function citationOf({ document: name, section, asOf }) {
  const made = element("span", "citation");
  made.append(placeLink(`document-${name}`, say(`document.${name}`)), " ", japanese("cite", section), " ", date(asOf));
  return made;
}

/** Several citations as a list. */
export function citationList(sources) {
  const list = element("ul", "citations");
  for (const source of sources) {
    const item = element("li");
    item.append(citationOf(source));
    list.append(item);
  }
  return list;
}

function date(text) {
  const made = element("time", "", text);
  made.dateTime = text;
  return made;
}

/** Version, date, what the severities mean, and the documents with what rests on each. */
export function paintAbout(rules, formCount) {
  const { version, asOf, codes } = rules;
  document.getElementById("about-version").textContent = say("about.version", { version, asOf, rules: codes.length, forms: formCount });
  document.getElementById("severities").replaceChildren(...severities.map((severity) => {
    const item = element("li");
    item.dataset.tone = toneOf({ severity });
    item.append(severityMark(severity), element("p", "", say(`about.${severity}`)));
    return item;
  }));
  document.getElementById("documents").replaceChildren(...rules.documents.map((source) => documentEntry(source, codes)));
}

function documentEntry({ name, title, publisher, asOf }, codes) {
  const item = element("li", "document");
  item.id = `document-${name}`;
  item.tabIndex = -1;
  const cited = codes.filter((code) => code.source.document === name).length;
  const facts = element("p", "facts");
  facts.append(japanese("span", publisher), " ", date(asOf), " ", element("span", "", say("about.cited", { count: cited })));
  item.append(element("strong", "", say(`document.${name}`)), japanese("cite", title), element("p", "", say(`document.${name}.what`)), facts);
  return item;
}

/** What no source settles: one part for every way in which the sources leave it open. */
export function paintUndecided(undecided) {
  document.getElementById("undecided-kinds").replaceChildren(...openEnds.flatMap((kind) => {
    const items = undecided.filter((item) => item.kind === kind);
    const heading = element("h3", "", say(`undecided.${kind}`));
    heading.append(" ", element("span", "tally", say("book.group", { count: items.length })));
    const list = element("ol", "undecided");
    list.append(...items.map((item) => undecidedEntry(item)));
    return [heading, element("p", "explained", say(`undecided.${kind}.what`)), list];
  }));
}

function undecidedEntry(item) {
  const made = element("li");
  made.append(element("p", "", item[language()]), citationList(item.sources));
  return made;
}
