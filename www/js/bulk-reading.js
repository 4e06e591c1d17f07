// The second part of the page: how the table is read and what its columns are checked as, shown with its first rows. Every
// change reads the beginning of the file again, so that what is shown is what will be checked.

import { columnName, formOptions, targetOf, targetOptions } from "./bulk-column.js";
import { sizeInWords } from "./bulk-file.js";
import { createMapping } from "./bulk-mapping.js";
import { preview } from "./bulk-package.js";
import { fillSelect } from "./bulk-select.js";
import { createSettings } from "./bulk-settings.js";
import { announce } from "./live.js";
import { element, icon } from "./message.js";
import { language, say } from "./words.js";

const delimiterNames = { ",": "comma", "\t": "tab", ";": "semicolon" };
const encodings = ["utf-8", "shift_jis"];

export function delimiterName(delimiter) {
  return say(`delimiter.${delimiterNames[delimiter]}`);
}

/**
 * onRun({ file, options, columns }): the person wants the table checked. onChange(): what was checked before does not fit any
 * more. onFail(file): it could not be read.
 */
export function createReading({ onRun, onChange, onFail }) {
  const place = (id) => document.getElementById(id);
  const [root, title, table, sheet] = ["reading", "reading-title", "rows", "sheet"].map(place);
  const selects = Object.fromEntries(["encoding", "delimiter", "header", "form"].map((name) => [name, place(name)]));
  const mapping = createMapping((index, target) => {
    settings.chooseTarget(index, target);
    readAgain();
  });
  let chosen = null;
  let settings = createSettings();
  let read = null;
  /** Counts readings: only the last one is shown. */
  let readings = 0;

  for (const [name, select] of Object.entries(selects)) {
    select.addEventListener("change", () => {
      settings.choose(name, select.value);
      readAgain();
    });
  }
  place("run").addEventListener("click", () => {
    if (checkedCount() > 0) onRun({ file: chosen.file, options: settings.options(), columns: read.columns });
    else mapping.ask();
  });

  /** Reads a table that was just chosen, and goes there. */
  async function open(choice) {
    chosen = choice;
    settings = createSettings();
    root.setAttribute("aria-busy", "true");
    if (!(await readBeginning())) return;
    root.hidden = false;
    title.focus({ preventScroll: true });
    root.scrollIntoView();
    announce(say("reading.found", { name: chosen.file.name, ...counts() }));
  }

  async function readAgain() {
    onChange();
    await readBeginning();
  }

  /** False where it failed, or where a later reading has taken its place. */
  async function readBeginning() {
    const reading = ++readings;
    let found;
    try {
      found = await preview(chosen.file, settings.options());
    } catch {
      if (reading === readings) onFail(chosen.file);
      return false;
    }
    if (reading !== readings) return false;
    read = found;
    settings.learn(read, read.columns.map((column) => targetOf(column, settings.form)));
    root.removeAttribute("aria-busy");
    speak();
    return true;
  }

  function checkedCount() {
    return read.columns.filter((column) => targetOf(column, settings.form) !== "").length;
  }

  function counts() {
    return { columns: read.columns.length, checked: checkedCount() };
  }

  function speak() {
    if (!read) return;
    const { file, isSample } = chosen;
    const hasRows = read.rows.length > 0;
    place("file-name").textContent = file.name;
    place("file-size").textContent = sizeInWords(file.size, language());
    place("sample-note").hidden = !isSample;
    speakSettings();
    place("rows-title").textContent = say("reading.rows", { count: read.rows.length });
    place("rows-title").hidden = sheet.hidden = place("mapping-part").hidden = !hasRows;
    place("no-rows").hidden = hasRows;
    place("no-rows").replaceChildren(icon("look"), sayNothing());
    const options = targetOptions(settings.form);
    table.replaceChildren(makeHead(options), makeBody());
    place("mapping-count").textContent = sayCount();
    mapping.paint({ read, options, form: settings.form, autoTarget: settings.autoTarget });
  }

  function sayCount() {
    if (checkedCount() === 0) return say("mapping.count.nothing");
    return say(settings.form ? "mapping.count.form" : "mapping.count", counts());
  }

  /** Rows in another encoding than the chosen one cannot be read at all. */
  function sayNothing() {
    const isForced = settings.chosen.encoding !== "auto";
    return say(isForced ? "reading.no-rows.encoding" : "reading.no-rows", { auto: selects.encoding.options[0].text });
  }

  function speakSettings() {
    const { chosen: values, auto } = settings;
    const offer = (name, names, nameOf) => {
      const options = names.map((value) => ({ value, text: nameOf(value) }));
      const found = { value: "auto", text: say("reading.auto", { found: nameOf(auto[name]) }) };
      fillSelect(selects[name], [found, ...options], values[name]);
    };
    offer("encoding", encodings, (value) => say(`encoding.${value}`));
    offer("delimiter", Object.keys(delimiterNames), delimiterName);
    offer("header", ["true", "false"], (value) => say(`header.${value}`));
    fillSelect(selects.form, formOptions(), values.form);
  }

  function makeHead(options) {
    const head = element("thead");
    const row = head.insertRow();
    row.append(headCell("col", say("issues.row")));
    for (const column of read.columns) {
      const made = headCell("col", columnName(read.columns, column.index));
      const target = targetOf(column, settings.form);
      made.append(element("span", target ? "target" : "target none", options.find(({ value }) => value === target)?.text ?? target));
      row.append(made);
    }
    return head;
  }

  function makeBody() {
    const body = element("tbody");
    read.rows.forEach((cells, index) => {
      const row = body.insertRow();
      row.append(headCell("row", String(index + 1)));
      for (const text of [...cells, ...Array(Math.max(read.columns.length - cells.length, 0)).fill("")]) {
        row.append(element("td", "", text));
      }
    });
    return body;
  }

  return {
    open,
    speak,
    hide() {
      root.hidden = true;
      read = null;
    },
  };
}

function headCell(scope, text) {
  const made = element("th", "", text);
  made.scope = scope;
  return made;
}
