// The controls of a field, by what the reference says it is. Every maker gives the same:
//
//   isGroup       several controls under one legend
//   controls      the inputs and selects
//   parts         what is put into the field, in order
//   speak(field)  writes the words of the description
//   read()        { name: text }, as the package takes it
//   write(values) the counterpart of read

import { element } from "./message.js";
import { createConditions, createReveal } from "./password.js";
import { today } from "./dates.js";
import { language, say } from "./words.js";

/** Fields in which people write more than a line. */
const long = ["remarks"];

export function createControl(id, field) {
  if (field.kind === "checkbox") return tickBox(id, field);
  if (field.boxes) return month(id, field);
  if (field.kind === "prefecture" || field.kind === "line-service") return select(id, field);
  if (field.choices.length) return radios(id, field);
  if (field.secret) return secret(id, field);
  return text(id, field);
}

/** Numbers of the portal's own lists stand before their names, as they do there. */
export function choiceName({ value, label }) {
  return /^[0-9]+$/.test(value) ? `${value}: ${label}` : label;
}

function one(name, control) {
  return {
    read: () => ({ [name]: control.value }),
    write: (values) => {
      control.value = values[name] ?? "";
    },
  };
}

function input(id, { name, autocomplete, inputmode }, type) {
  const made = element("input");
  Object.assign(made, { id, name, type, autocomplete, inputMode: inputmode, autocapitalize: "off", spellcheck: false });
  return made;
}

function text(id, field) {
  const isLong = long.includes(field.name);
  const control = isLong ? element("textarea") : input(id, field, field.kind === "phone" ? "tel" : "text");
  if (isLong) Object.assign(control, { id, name: field.name, rows: 3, autocomplete: field.autocomplete });
  const parts = [control];
  if (field.suggestions) {
    const list = element("datalist");
    list.id = `${id}-suggestions`;
    list.lang = "ja";
    list.append(...field.suggestions.map((suggestion) => new Option(suggestion, suggestion)));
    control.setAttribute("list", list.id);
    parts.push(list);
  }
  return { controls: [control], parts, speak() {}, ...one(field.name, control) };
}

function secret(id, field) {
  const control = input(id, field, "password");
  const reveal = createReveal(control);
  const conditions = field.kind === "password" ? createConditions(control) : null;
  const beside = element("div", "with-button");
  beside.append(control, reveal.button);
  const { read, write } = one(field.name, control);
  return {
    controls: [control],
    parts: conditions ? [conditions.list, beside] : [beside],
    describedBy: conditions ? [conditions.list.id] : [],
    read,
    write(values) {
      write(values);
      reveal.hide();
      conditions?.paint();
    },
    speak({ label }) {
      reveal.paint(label);
      conditions?.paint();
    },
  };
}

function select(id, field) {
  const control = element("select");
  Object.assign(control, { id, name: field.name, autocomplete: field.autocomplete });
  control.append(new Option("", ""), ...field.choices.map(({ value }) => new Option("", value)));
  return {
    controls: [control],
    parts: [control],
    speak({ kind, choices }) {
      control.options[0].text = say(kind === "line-service" ? "guide.unknown-service" : "guide.choose");
      choices.forEach((choice, index) => {
        control.options[index + 1].text = choiceName(choice);
      });
    },
    ...one(field.name, control),
  };
}

function radios(id, field) {
  const rows = field.choices.map(({ value }) => {
    const control = element("input");
    Object.assign(control, { id: `${id}-${value}`, type: "radio", name: field.name, value });
    return { control, ...option(control) };
  });
  const options = element("div", "options");
  // Short choices stand side by side.
  options.classList.toggle("across", field.kind === "fee-schedule" || field.name === "applicationType");
  options.append(...rows.map(({ root }) => root));
  return {
    isGroup: true,
    controls: rows.map(({ control }) => control),
    parts: [options],
    speak({ choices }) {
      rows.forEach(({ name }, index) => {
        name.textContent = choiceName(choices[index]);
      });
    },
    read: () => ({ [field.name]: rows.find(({ control }) => control.checked)?.control.value ?? "" }),
    write(values) {
      for (const { control } of rows) control.checked = control.value === values[field.name];
    },
  };
}

function tickBox(id, field) {
  const control = element("input");
  Object.assign(control, { id, type: "checkbox", name: field.name, value: "true" });
  const { root, name } = option(control);
  return {
    isTickBox: true,
    controls: [control],
    parts: [root],
    name,
    speak() {},
    read: () => ({ [field.name]: control.checked ? control.value : "" }),
    write(values) {
      control.checked = values[field.name] === control.value;
    },
  };
}

function option(control) {
  const root = element("div", "option");
  const label = element("label");
  const name = element("span", "name");
  label.append(control, name);
  root.append(label);
  return { root, name };
}

/** Year and month, in two boxes as on the portal. Years from last year on: a month that has passed can be meant. */
function month(id, { boxes: [year, monthOfYear] }) {
  const thisYear = Number(today().slice(0, 4));
  const years = Array.from({ length: 5 }, (_, index) => thisYear - 1 + index);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const parts = [
    { name: year, values: years, word: "guide.year" },
    { name: monthOfYear, values: months, word: "guide.month" },
  ].map((box) => {
    const root = element("div", "box-of-month");
    const label = element("label");
    const control = element("select");
    Object.assign(control, { id: `${id}-${box.name}`, name: box.name, autocomplete: "off" });
    label.htmlFor = control.id;
    // Alone, as in a list of fields or of errors, 年 says nothing.
    const whole = element("span", "visually-hidden");
    const own = element("span");
    label.append(whole, own);
    control.append(new Option("", ""), ...box.values.map((value) => new Option("", value)));
    root.append(label, control);
    return { ...box, root, whole, own, control };
  });
  const row = element("div", "boxes-of-month");
  row.append(...parts.map(({ root }) => root));
  return {
    isGroup: true,
    controls: parts.map(({ control }) => control),
    parts: [row],
    speak({ label }) {
      const names = { "guide.year": String, "guide.month": monthName };
      for (const { whole, own, control, values, word } of parts) {
        whole.textContent = `${label} `;
        own.textContent = say(word);
        control.options[0].text = say("guide.choose");
        values.forEach((value, index) => {
          control.options[index + 1].text = say(`${word}.of`, { year: value, month: names[word](value) });
        });
      }
    },
    read: () => Object.fromEntries(parts.map(({ name, control }) => [name, control.value])),
    write(values) {
      for (const { name, control } of parts) control.value = values[name] ?? "";
    },
  };
}

function monthName(number) {
  if (language() === "ja") return String(number);
  return new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, number - 1)));
}
