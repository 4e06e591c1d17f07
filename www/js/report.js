// What a report says, as data: shown on the screen, printed and copied from here. A secret is never in it, nor its length.

import { isAsked } from "./conditions.js";
import { choiceName } from "./guide-controls.js";
import { toneOf } from "./message.js";
import { assemble, checkForm, checkTogether } from "./package.js";
import { rules } from "./reference.js";
import { dayInWords, monthInWords, today } from "./dates.js";
import { language, say } from "./words.js";

const dots = "●●●●";

/** The applications that are compared, by what the package calls them. */
const applications = { eligibility: "eligibility-application", claims: "claims-application" };

/**
 * form: the description of the form; steps: `[{ title, fields: [description] }]`; values: what is entered, boxes of months
 * included; others: form -> { fields, values } of what is entered in the others.
 */
export function makeReport({ form, steps, values, others }) {
  const options = { locale: language(), today: today() };
  const checked = checkForm(form.name, values, options);
  const fields = steps.flatMap((step) => step.fields);
  const labelOf = (name) => fields.find((field) => field.name === name)?.label ?? name;
  const issues = (checked?.issues ?? []).filter(({ code }) => code !== "required");
  return {
    form: form.name,
    title: say("report.title", { form: form.label }),
    date: dayInWords(options.today),
    isChecked: checked !== null,
    code: codeOf(values, options),
    findings: issues.map((issue) => findingOf(issue, issue.path[0], labelOf(issue.path[0]))),
    together: compare(form.name, { fields, values }, others, options),
    missing: (checked?.missing ?? []).map((name) => ({ name, label: labelOf(name) })),
    groups: steps.map((step) => ({
      title: step.title,
      rows: step.fields.map((field) => ({ label: field.label, ...answerOf(field, form.fields, values, checked) })),
    })),
    undecided: undecidedOf(fields, values, issues),
    version: rules.version,
    asOf: rules.asOf,
  };
}

function findingOf(issue, field, label) {
  const { code, message, source } = issue;
  return { tone: toneOf(issue), field, label, code, message, source };
}

function codeOf({ prefecture = "", feeSchedule = "", institutionNumber = "" }, options) {
  const code = assemble({ prefecture, feeSchedule, institutionNumber }, options);
  return code?.status === "valid" ? { value: code.value, checkDigit: code.checkDigit } : null;
}

/** What was entered in a field, as it is understood: `{ state: given | empty | not-asked, text }`. */
function answerOf(field, fields, values, checked) {
  const typed = typedIn(field, values);
  if (field.kind === "checkbox") return { state: typed ? "given" : "empty", text: say(typed ? "report.ticked" : "report.not-ticked") };
  if (!typed) {
    const state = isAsked(field, fields, values) ? "empty" : "not-asked";
    return { state, text: say(`report.${state}`) };
  }
  if (field.secret) return { state: "given", text: dots };
  const choice = field.choices.find(({ value }) => value === typed);
  if (choice) return { state: "given", text: choiceName(choice) };
  const value = checked?.values[field.name] ?? typed;
  if (field.boxes) return { state: "given", text: value === typed ? typed : monthInWords(value) };
  return { state: "given", text: value === typed ? value : `${value}${say("report.typed", { text: typed })}` };
}

/** What stands in the field; of a month, in both of its boxes. */
function typedIn({ name, boxes }, values) {
  if (!boxes) return values[name] ?? "";
  const [year, month] = boxes.map((box) => values[box] ?? "");
  return [year && say("guide.year.of", { year }), month && say("guide.month.of", { month })].filter(Boolean).join("");
}

/** Both applications of the place, when the line of both was chosen here. Null where there is nothing to compare. */
function compare(name, own, others, options) {
  const entered = Object.entries(applications).map(([key, form]) => [key, form === name ? own : others[form]]);
  const isOne = Object.values(applications).includes(name);
  if (!isOne || entered.some(([, it]) => !it?.values.lineType)) return null;
  const both = checkTogether(Object.fromEntries(entered.map(([key, it]) => [key, it.values])), options);
  if (!both) return null;
  const found = both.issues.filter(({ code }) => code.startsWith("together."));
  return found.map((issue) => {
    const [key, field] = issue.path;
    const form = applications[key];
    const label = others[form]?.fields.find((it) => it.name === field)?.label ?? own.fields.find((it) => it.name === field)?.label ?? field;
    return findingOf(issue, form === name ? field : undefined, `${say(`form.${form}`)} ${label}`);
  });
}

/** Fields of the place. What the sources leave open about them is said where something was found about them. */
const ofThePlace = ["prefecture", "feeSchedule", "institutionNumber"];

/** What no source settles about the fields that were filled in and about what was found. */
function undecidedOf(fields, values, issues) {
  const given = fields.filter((field) => !ofThePlace.includes(field.name) && typedIn(field, values));
  const sources = [...given.flatMap((field) => field.sources), ...issues.map((issue) => issue.source)].filter(Boolean);
  const places = new Set(sources.map(placeIn));
  return rules.undecided.filter((item) => item.sources.some((source) => places.has(placeIn(source)))).map((item) => item[language()]);
}

function placeIn({ document, section }) {
  return `${document} ${section}`;
}
