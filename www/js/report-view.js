// The report on the screen and on paper.

import { copy } from "./copy.js";
import { inWords } from "./guide-summary.js";
import { withJapanese } from "./japanese.js";
import { addressOf } from "./language.js";
import { announce } from "./live.js";
import { button, element, icon, toneWord } from "./message.js";
import { textOf } from "./report-text.js";
import { citation } from "./sources.js";
import { say } from "./words.js";

/**
 * Fills `root` with a report. goTo(field): leads to the field in the form. next: the form that comes after this one, if any.
 */
export function paintReport(root, report, { goTo, next }) {
  const result = resultOf(report);
  const heading = element("h1", "", report.title);
  heading.tabIndex = -1;
  const parts = [
    heading,
    facts(report, result),
    actions(report, result),
    part("report.findings", report.findings.length && [findingList(report.findings, goTo)]),
    part("report.missing", report.missing.length && [missingList(report.missing, goTo)]),
    part("report.together", report.together && togetherParts(report.together, goTo)),
    part("report.entered", [enteredTable(report.groups)]),
    part("report.undecided", report.undecided.length && undecidedParts(report.undecided)),
    element("p", "report-end", say("report.portal")),
    ways(report.form, next),
  ];
  root.replaceChildren(...parts.filter(Boolean));
}

/** The result in words: what there is to mend, to look at again and to fill in. */
function resultOf({ findings, together, missing, isChecked }) {
  if (!isChecked) return say("report.result.unavailable");
  const count = (tone) => [...findings, ...(together ?? [])].filter((finding) => finding.tone === tone).length;
  return inWords({ wrong: count("wrong"), look: count("look"), remaining: missing.length }) || say("report.result.good");
}

function facts(report, result) {
  const list = element("dl", "report-facts");
  const rows = [
    ["report.result", result, "report-result"],
    ["report.date", report.date],
    report.code && ["report.code", codeText(report.code), "report-code"],
    ["report.rules", say("report.rules.version", report)],
  ];
  for (const [key, text, className] of rows.filter(Boolean)) {
    const row = element("div");
    row.append(element("dt", "", say(key)), element("dd", className, text));
    list.append(row);
  }
  return list;
}

function codeText({ value, checkDigit }) {
  return checkDigit ? `${value} ${say(`strip.${checkDigit}`)}` : value;
}

function part(key, content) {
  if (!content) return null;
  const made = element("section", "report-part");
  made.append(element("h2", "", say(key)), ...content);
  return made;
}

function findingList(findings, goTo) {
  const list = element("ul", "findings");
  list.append(...findings.map(({ tone, field, label, code, message, source }) => {
    const row = element("li");
    row.dataset.tone = tone;
    const texts = element("div");
    const sentence = element("p");
    sentence.append(element("strong", "tone", toneWord(tone)), element("strong", "", `${label}${say("colon")}`), ...withJapanese(message));
    const basis = element("p", "report-basis");
    basis.append(element("code", "", code), " ", citation(source) ?? "");
    texts.append(sentence, basis);
    row.append(icon(tone), texts);
    if (field) row.append(toField(field, label, goTo));
    return row;
  }));
  return list;
}

function toField(field, label, goTo) {
  const made = button("to-field", say("report.to-field"), () => goTo(field));
  made.setAttribute("aria-label", `${say("report.to-field")}${say("colon")}${label}`);
  return made;
}

function missingList(missing, goTo) {
  const list = element("ul", "report-missing");
  list.append(...missing.map(({ name, label }) => {
    const item = element("li");
    item.append(element("span", "", label), " ", toField(name, label, goTo));
    return item;
  }));
  return list;
}

function togetherParts(findings, goTo) {
  const made = [element("p", "", say("report.together.more"))];
  made.push(findings.length ? findingList(findings, goTo) : element("p", "", say("report.together.good")));
  return made;
}

function enteredTable(groups) {
  const table = element("table", "entered");
  const head = element("thead");
  const names = element("tr");
  for (const key of ["report.field", "report.value"]) {
    const cell = element("th", "", say(key));
    cell.scope = "col";
    names.append(cell);
  }
  head.append(names);
  table.append(head);
  for (const { title, rows } of groups) {
    const body = element("tbody");
    const group = element("tr", "group");
    const cell = element("th", "", title);
    cell.colSpan = 2;
    cell.scope = "rowgroup";
    group.append(cell);
    body.append(group, ...rows.map(enteredRow));
    table.append(body);
  }
  return table;
}

function enteredRow({ label, state, text }) {
  const row = element("tr");
  row.dataset.state = state;
  const name = element("th", "", label);
  name.scope = "row";
  const value = element("td");
  value.append(...withJapanese(text));
  row.append(name, value);
  return row;
}

function undecidedParts(texts) {
  const list = element("ul", "report-undecided");
  list.append(...texts.map((text) => element("li", "", text)));
  return [element("p", "", say("report.undecided.more")), list];
}

function actions(report, result) {
  const made = element("div", "report-actions");
  const text = element("textarea");
  text.readOnly = true;
  text.hidden = true;
  text.rows = 8;
  text.setAttribute("aria-label", say("report.text"));
  const said = element("p", "report-copied");
  const print = button("primary", say("report.print"), () => window.print());
  const copyButton = button("", say("report.copy"), async () => {
    text.value = textOf(report, result);
    const isCopied = await copy(text);
    said.textContent = say(isCopied ? "report.copied" : "report.copy.by-hand");
    announce(said.textContent);
  });
  const edit = element("a", "button", say("report.edit"));
  edit.href = addressOf(report.form);
  made.append(print, copyButton, edit, said, text);
  return made;
}

function ways(form, next) {
  const made = element("p", "report-ways");
  const edit = element("a", "button", say("report.edit"));
  edit.href = addressOf(form);
  made.append(edit);
  if (next) {
    const link = element("a", "button", say("report.next", { form: say(`form.${next}`) }));
    link.href = addressOf(next);
    made.append(link);
  }
  return made;
}
