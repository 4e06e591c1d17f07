// Which line services can be connected for which application, with the reason on every cell; the notes under the table;
// the providers of internet connections.

import { japanese } from "./japanese.js";
import { element } from "./message.js";
import { placeLink } from "./rule-book-place.js";
import { cell, headRow, row, tableBody, tableHead } from "./rule-book-table.js";
import { language, prefectureName, say } from "./words.js";

/** What stands in a cell, and its sign. */
const signs = { "ok": "○", "ok-ipv6": "○", "no": "×", "not-offered": "–", "unknown": "?", "ended": "×" };

/** The rule behind a cell that is not a plain yes. Its message is the reason, in the product's own words. */
const ruleOf = {
  "ok-ipv6": "line.service-needs-ipv6",
  "no": "line.service-not-connectable",
  "not-offered": "line.service-not-offered",
  "unknown": "line.service-unknown",
  "ended": "line.service-discontinued",
};

const applications = ["eligibility", "claims"];
const areas = ["east", "west"];

/** rules: of the reference. */
export function createLines(rules) {
  const table = document.getElementById("line-table");
  const allReasons = document.getElementById("all-reasons");
  const reasons = () => [...table.querySelectorAll("details")];
  const areAllOpen = () => reasons().every((reason) => reason.open);

  allReasons.addEventListener("click", () => {
    const open = !areAllOpen();
    for (const reason of reasons()) reason.open = open;
    paintAllReasons();
  });
  // `toggle` does not bubble; it is heard on the way down.
  table.addEventListener("toggle", paintAllReasons, true);

  function paintAllReasons() {
    allReasons.textContent = say(areAllOpen() ? "lines.closeAll" : "lines.openAll");
  }

  return {
    paint() {
      const source = rules.documents.find((document) => document.name === "line-table");
      document.getElementById("lines-lead").textContent = say("lines.lead", { document: say("document.line-table"), asOf: source.asOf });
      document.getElementById("signs").replaceChildren(...Object.keys(signs).map(signEntry));
      const open = new Set(reasons().filter((reason) => reason.open).map((reason) => reason.id));
      table.replaceChildren(lineHead(), tableBody(rules.lineServices.map((service) => serviceRow(service, rules))));
      for (const reason of reasons()) reason.open = open.has(reason.id);
      paintAllReasons();
      document.getElementById("line-notes").replaceChildren(...rules.lineNotes.map((note) => noteEntry(note, rules)));
      paintProviders(rules.providers);
    },
  };
}

function signEntry(state) {
  const item = element("li");
  item.append(sign(state), element("span", "", say(`cell.${state}.what`)));
  return item;
}

/** A sign for the eye and its word for everybody. */
function sign(state) {
  const made = element("strong", "sign");
  made.dataset.state = state;
  const picture = element("span", "glyph", signs[state]);
  picture.setAttribute("aria-hidden", "true");
  made.append(picture, element("span", "word", say(`cell.${state}`)));
  return made;
}

function lineHead() {
  const service = cell("th", { scope: "col" });
  service.rowSpan = 2;
  service.append(say("lines.service"));
  const groups = applications.map((application) => {
    const head = cell("th", { scope: "colgroup", span: 2 });
    head.append(say(`lines.${application}`));
    return head;
  });
  const columns = applications.flatMap(() => areas.map((area) => {
    const head = cell("th", { scope: "col" });
    head.append(say(`lines.${area}`));
    return head;
  }));
  return tableHead([row([service, ...groups]), row(columns)]);
}

function serviceRow(service, rules) {
  const name = cell("th", { scope: "row" });
  name.id = `line-${service.value}`;
  name.tabIndex = -1;
  name.append(element("span", "service", service.label[language()]), ...serviceFacts(service));
  const cells = applications.flatMap((application) => (
    service.area ? [areaCell(service, application, rules)] : areas.map((area) => lineCell(service, application, area, rules))
  ));
  return [name, ...cells];
}

/** What holds for the whole row: where it is sold, since when it has ended, how sure the reading is, which notes it has. */
function serviceFacts({ area, ended, confidence, notes }) {
  const facts = [];
  if (area) facts.push(element("span", "", prefecturesOf(area)));
  if (ended) facts.push(element("span", "ended", sayEnded(ended)));
  const reading = element("span", "", say("lines.confidence"));
  reading.append(element("span", `confidence ${confidence}`, say(`confidence.${confidence}`)));
  facts.push(reading);
  for (const number of notes) facts.push(placeLink(`line-note-${number}`, say("lines.note", { number }), "note-link"));
  return facts.map((fact) => {
    const line = element("span", "fact");
    line.append(fact);
    return line;
  });
}

function prefecturesOf(area) {
  return area.map(prefectureName).join(say("book.join"));
}

function sayEnded(ended) {
  if (ended.east === ended.west) return say("lines.ended", { date: ended.east });
  const parts = areas.filter((area) => ended[area]).map((area) => say("lines.ended.area", { area: say(`lines.${area}`), date: ended[area] }));
  return parts.join(say("book.join"));
}

function columnOf(application, area) {
  return say("lines.column", { application: say(`lines.${application}`), area: say(`lines.${area}`) });
}

function lineCell(service, application, area, rules) {
  const column = columnOf(application, area);
  const since = service.ended?.[area];
  const written = service[application][area];
  const said = [reasonText(since ? "ended" : written, service, { application, area, since }, rules)];
  if (since) said.push(say("lines.before", { word: say(`cell.${written}`) }));
  return reasonCell({ service, column, state: since ? "ended" : written, said, id: `${application}-${area}`, beside: since }, rules);
}

/** A service that is sold by prefecture has one cell for East and West together. */
function areaCell(service, application, rules) {
  const written = service[application].west;
  const column = columnOf(application, "area");
  const said = [
    reasonText(written, service, { application, area: "area" }, rules),
    say("lines.areas", { prefectures: prefecturesOf(service.area) }),
  ];
  const made = reasonCell({ service, column, state: written, said, id: application, beside: say("lines.areaOnly") }, rules);
  made.colSpan = 2;
  return made;
}

/** One cell: sign and word, which open the reason. column: what it is about; beside: what else has to be seen at once. */
function reasonCell({ service, column, state, said, id, beside }, { lineNotes }) {
  const made = cell("td");
  const fold = element("details", "reason");
  fold.id = `line-${service.value}-${id}`;
  const summary = element("summary");
  // Who comes here with Tab hears no head of a column.
  summary.append(element("span", "column", column), " ", sign(state));
  if (beside) summary.append(" ", element("span", "beside", beside));
  const texts = element("div", "reason-text");
  texts.append(...said.map((text) => element("p", "", text)));
  // Where a service is not sold, or no more, its notes do not matter.
  if (!["not-offered", "ended"].includes(state)) texts.append(...notesOf(service, lineNotes));
  texts.append(confidenceOf(service));
  fold.append(summary, texts);
  made.append(fold);
  return made;
}

/** A plain yes needs no rule; everything else is said in the words of the rule that reports it. */
function reasonText(state, service, { application, area, since }, { codes }) {
  if (state === "ok") return say("lines.ok", { application: say(`lines.${application}`), place: say(`lines.${area}`) });
  const template = codes.find(({ code }) => code === ruleOf[state])[language()];
  const params = { lineService: service.label[language()], prefecture: say(`lines.${area}.in`), since: since && sayDay(since) };
  return template.replace(/\{(\w+)\}/g, (_, name) => params[name]);
}

/** A day as messages write it. */
function sayDay(date) {
  const [year, month, day] = date.split("-").map(Number);
  return say("lines.day", { date, year, month, day });
}

function notesOf({ notes }, lineNotes) {
  return notes.map((number) => {
    const made = element("p", "", say("lines.rowNote", { number }));
    made.append(lineNotes.find((note) => note.number === number)[language()]);
    return made;
  });
}

function confidenceOf({ confidence }) {
  const made = element("p", "", say("lines.confidence"));
  made.append(say(`confidence.${confidence}`), say("colon"), say(`confidence.${confidence}.what`));
  return made;
}

/** A note, and the way back to the services that carry it. */
function noteEntry({ number, ...text }, { lineServices }) {
  const made = element("li");
  made.id = `line-note-${number}`;
  made.value = number;
  made.tabIndex = -1;
  made.append(element("p", "", text[language()]));
  const carriers = lineServices.filter((service) => service.notes.includes(number));
  if (carriers.length) {
    const list = element("ul", "choice-list");
    list.append(...carriers.map((service) => {
      const item = element("li");
      item.append(placeLink(`line-${service.value}`, service.label[language()]));
      return item;
    }));
    made.append(element("p", "facts", say("lines.back")), list);
  }
  return made;
}

function paintProviders(providers) {
  const names = [say("providers.service"), say("providers.company"), ...applications.map((application) => say(`lines.${application}`))];
  const rows = providers.map((provider) => {
    const service = cell("th", { scope: "row" });
    service.append(japanese("span", provider.service));
    const company = cell("td", { column: names[1] });
    company.append(japanese("span", provider.company));
    const listed = applications.map((application, index) => {
      const made = cell("td", { column: names[index + 2] });
      made.append(listing(provider[application]));
      return made;
    });
    return [service, company, ...listed];
  });
  document.getElementById("providers").replaceChildren(headRow(names), tableBody(rows));
}

function listing(isListed) {
  const made = element("span", "sign");
  made.dataset.state = isListed ? "ok" : "not-offered";
  const picture = element("span", "glyph", isListed ? signs.ok : signs["not-offered"]);
  picture.setAttribute("aria-hidden", "true");
  made.append(picture, element("span", "word", say(isListed ? "providers.yes" : "providers.no")));
  return made;
}
