// Every form with its fields, and every kind of field, as the reference describes them.

import { japanese, withJapanese } from "./japanese.js";
import { element } from "./message.js";
import { placeLink } from "./rule-book-place.js";
import { citationList, severityMark } from "./rule-book-sources.js";
import { cell, headRow, tableBody } from "./rule-book-table.js";
import { language, say } from "./words.js";

/** In the order in which people meet them. */
export const forms = [
  "user-registration",
  "login",
  "eligibility-application",
  "eligibility-paper",
  "claims-application",
  "certificate-application",
  "deferral-notice",
  "operation-start",
];

export const kinds = [
  "institution-code",
  "prefecture",
  "fee-schedule",
  "institution-number",
  "customer-id",
  "email",
  "password",
  "phone",
  "secret-number",
  "year-month",
  "date",
  "line-type",
  "claims-line-type",
  "v6-option",
  "line-service",
  "internet-provider",
  "payment-method",
  "terminal-name",
  "text",
];

export const formCount = forms.length;

/** describe: of the reference. */
export function paintForms(describe) {
  const described = new Map(kinds.map((name) => [name, describe(name, language())]));
  const labelOf = (kind) => described.get(kind).label;
  keepOpen("form-entries", forms.map((name) => formEntry(describe(name, language()), labelOf)));
  keepOpen("kind-entries", [...described.values()].map(kindEntry));
}

/** Replaces the entries of a place; those that were open stay open. */
function keepOpen(id, entries) {
  const place = document.getElementById(id);
  const open = [...place.querySelectorAll("details[open]")].map((entry) => entry.id);
  for (const entry of entries) entry.open = open.includes(entry.id);
  place.replaceChildren(...entries);
}

/** An entry that opens: what people call it and what programs call it, and how much is in it. */
function entry(id, { label, name }, more, content) {
  const made = element("details", "entry");
  made.id = id;
  const summary = element("summary");
  const title = element("h3", "entry-title", label);
  summary.append(title, " ", element("code", "", name), " ", element("span", "tally", more));
  const body = element("div", "entry-body");
  body.append(...content);
  made.append(summary, body);
  return made;
}

function formEntry(form, labelOf) {
  const table = element("table", "cards fields");
  table.setAttribute("role", "table");
  table.setAttribute("aria-label", say("forms.fields", { form: form.label }));
  const names = ["forms.field", "forms.required", "forms.content"].map((key) => say(key));
  table.append(headRow(names), tableBody(form.fields.map((field) => fieldRow(field, names, form, labelOf))));
  const content = [table];
  if (form.rules.length) content.push(element("h4", "", say("forms.rules")), crossFieldRules(form.rules));
  content.push(element("h4", "", say("kinds.sources")), citationList(form.sources));
  return entry(`form-${form.name}`, form, say("forms.count", { count: form.fields.length }), content);
}

function fieldRow(field, [, required, content], form, labelOf) {
  const name = cell("th", { scope: "row" });
  name.append(element("span", "field-label", field.label), " ", element("code", "", field.name));
  const need = cell("td", { column: required });
  need.append(...requirement(field.required));
  const what = cell("td", { column: content });
  what.append(...fieldContent(field, form, labelOf));
  return [name, need, what];
}

function hint({ hint: text }) {
  const made = element("p");
  made.append(...withJapanese(text));
  return made;
}

function requirement(required) {
  if (typeof required === "string") return [element("span", `need ${required}`, say(`required.${required}`))];
  return [element("span", "need when", say("required.when")), " ", element("span", "condition", required.when)];
}

function fieldContent(field, form, labelOf) {
  const made = [hint(field)];
  const kind = element("p", "facts");
  kind.append(...kindOf(field, form, labelOf));
  made.push(kind);
  if (field.boxes) made.push(element("p", "facts", say("field.boxes", { boxes: field.boxes.join(say("book.join")) })));
  if (field.choices.length && field.kind === "choice") made.push(choiceList(field.choices));
  else if (!field.choices.length && !["checkbox", "repeat"].includes(field.kind)) made.push(example(field));
  if (field.secret) made.push(element("p", "facts", say("field.secret")));
  return made;
}

function kindOf({ kind, repeats, items }, form, labelOf) {
  if (kind === "checkbox" || kind === "choice") return [say(`field.${kind}`)];
  if (kind === "repeat") return [say("field.repeat", { field: form.fields.find((field) => field.name === repeats).label })];
  // The one list there is holds the names of terminals.
  if (kind === "list") return [say("field.list", { max: items.max, kind: labelOf("terminal-name") })];
  return [say("field.kind"), placeLink(`kind-${kind}`, labelOf(kind))];
}

function example({ example: text }) {
  const made = element("p", "facts", say("field.example"));
  made.append(code(text));
  return made;
}

/** Values, examples and patterns are the same in every language; what is Japanese among them says so. */
function code(text) {
  return /[^ -~]/.test(text) ? japanese("code", text) : element("code", "", text);
}

function choiceList(choices) {
  const list = element("ul", "choice-list");
  for (const { value, label } of choices) {
    const item = element("li");
    item.append(element("code", "", value), " ", element("span", "", label));
    list.append(item);
  }
  return list;
}

function crossFieldRules(rules) {
  const list = element("ul", "cross-field");
  for (const { code: name, severity, text } of rules) {
    const item = element("li");
    item.append(severityMark(severity), element("p", "", text), placeLink(name, name, "code-link"));
    list.append(item);
  }
  return list;
}

function kindEntry(kind) {
  const facts = element("dl", "facts");
  const add = (key, content) => {
    const row = element("div");
    const value = element("dd");
    value.append(content);
    row.append(element("dt", "", say(key)), value);
    facts.append(row);
  };
  add("kinds.example", code(kind.example));
  if (kind.choices.length) add("kinds.choices", choiceList(kind.choices));
  if (kind.suggestions) add("kinds.suggestions", suggestionList(kind.suggestions));
  if (kind.minLength) add("kinds.length", lengthOf(kind));
  add("kinds.pattern", code(kind.pattern));
  add("kinds.sources", citationList(kind.sources));
  return entry(`kind-${kind.name}`, kind, kind.secret ? say("kinds.secret") : "", [hint(kind), facts]);
}

function suggestionList(suggestions) {
  const list = element("ul", "choice-list");
  list.append(...suggestions.map((suggestion) => japanese("li", suggestion)));
  return list;
}

function lengthOf({ minLength: min, maxLength: max }) {
  if (min === max) return say("kinds.length.exact", { min, count: min });
  return say(max ? "kinds.length.range" : "kinds.length.from", { min, max });
}
