// The list of findings: filtered by column, code and severity, fifty on a page.

import { columnName } from "./bulk-column.js";
import { shortSentence } from "./bulk-finding.js";
import { number } from "./bulk-numbers.js";
import { messageOf } from "./bulk-package.js";
import { fillSelect } from "./bulk-select.js";
import { withJapanese } from "./japanese.js";
import { announce } from "./live.js";
import { element, toneOf, toneWord } from "./message.js";
import { severityMark } from "./rule-book-sources.js";
import { cell, headRow, tableBody } from "./rule-book-table.js";
import { language, say } from "./words.js";

const PAGE = 50;
const severities = ["error", "warning", "info"];

export function createIssueList() {
  const place = (id) => document.getElementById(id);
  const [part, title, table, count, showAll, paging] = ["issues-part", "issues-title", "issues", "count", "show-all", "paging"].map(place);
  /** What is filtered by: of an issue, the property as text; "" takes all. */
  const filters = Object.fromEntries(["column", "code", "severity"].map((name) => [name, place(`filter-${name}`)]));
  const steps = { first: () => 0, previous: () => page - 1, next: () => page + 1, last: () => pages() - 1 };
  let report = null;
  let fitting = [];
  let page = 0;

  for (const select of Object.values(filters)) select.addEventListener("change", filterAndSay);
  showAll.addEventListener("click", () => {
    choose({});
    filters.column.focus();
    announce(count.textContent);
  });
  for (const control of paging.querySelectorAll("[data-go]")) control.addEventListener("click", () => go(control));

  function pages() {
    return Math.max(Math.ceil(fitting.length / PAGE), 1);
  }

  /** The beginning of the page comes into view; the button keeps the focus where it stays in the window. */
  function go(control) {
    if (control.getAttribute("aria-disabled") === "true") return;
    page = steps[control.dataset.go]();
    paintPage();
    if (getComputedStyle(paging).position !== "sticky") title.focus({ preventScroll: true });
    if (table.getBoundingClientRect().top < 0) table.scrollIntoView();
    announce(count.textContent);
  }

  function choose(values) {
    for (const [name, select] of Object.entries(filters)) select.value = values[name] ?? "";
    filter();
  }

  function filterAndSay() {
    filter();
    announce(count.textContent);
  }

  function filter() {
    const wanted = Object.entries(filters).filter(([, select]) => select.value !== "");
    fitting = report.issues.filter((issue) => wanted.every(([name, select]) => String(issue[name]) === select.value));
    page = 0;
    paintPage();
  }

  function paintPage() {
    const all = report.issues.length;
    const first = page * PAGE;
    const shown = fitting.slice(first, first + PAGE);
    const params = { first: number(first + 1), last: number(first + shown.length), total: number(fitting.length), all: number(all) };
    count.textContent = say(shown.length === 0 ? "issues.nothing" : fitting.length === all ? "issues.shown" : "issues.filtered", params);
    showAll.hidden = Object.values(filters).every((select) => select.value === "");
    table.hidden = shown.length === 0;
    const heads = ["row", "line", "column", "severity", "what"].map((name) => say(`issues.${name}`));
    table.replaceChildren(headRow(heads), tableBody(shown.map(issueCells)));
    paging.hidden = fitting.length <= PAGE;
    place("page-number").textContent = say("paging.page", { page: number(page + 1), pages: number(pages()) });
    // Disabled for good they would lose the focus.
    for (const control of paging.querySelectorAll("[data-go]")) {
      const to = steps[control.dataset.go]();
      control.setAttribute("aria-disabled", String(to === page || to < 0 || to >= pages()));
    }
  }

  function issueCells(issue) {
    const { row, line, column, code, severity, fix } = issue;
    const rowCell = cell("th", { scope: "row", column: say("issues.row") });
    rowCell.append(number(row));
    const lineCell = cell("td", { column: say("issues.line") });
    lineCell.append(number(line));
    const columnCell = cell("td", { column: say("issues.column") });
    columnCell.append(columnName(report.columns, column));
    const severityCell = cell("td");
    severityCell.dataset.tone = toneOf(issue);
    severityCell.append(severityMark(severity));
    const whatCell = cell("td");
    const message = element("p", "sentence");
    message.append(...withJapanese(messageOf(issue, language())));
    whatCell.append(message);
    if (fix) whatCell.append(fixLine(fix));
    whatCell.append(element("code", "", code));
    return [rowCell, lineCell, columnCell, severityCell, whatCell];
  }

  function fixLine(fix) {
    const made = element("p", "fix");
    made.append(element("span", "", say("issues.fix.to")), " ", element("b", "", fix.value));
    return made;
  }

  /** Offers what there is in the list, with how often. */
  function offer() {
    const counted = (name) => {
      const counts = new Map();
      for (const issue of report.issues) counts.set(issue[name], (counts.get(issue[name]) ?? 0) + 1);
      return [...counts];
    };
    const option = (value, name, count) => ({ value: String(value), text: say("issues.option", { name, count: number(count) }) });
    const any = { value: "", text: say("issues.any") };
    const offered = {
      column: counted("column").sort(([one], [other]) => one - other).map(([index, count]) => option(index, columnName(report.columns, index), count)),
      code: counted("code").sort(([, one], [, other]) => other - one).map(([code, count]) => option(code, shortSentence(code), count)),
      severity: counted("severity").sort(([one], [other]) => severities.indexOf(one) - severities.indexOf(other)).map(([severity, count]) => option(severity, toneWord(toneOf({ severity })), count)),
    };
    for (const [name, select] of Object.entries(filters)) fillSelect(select, [any, ...offered[name]], select.value);
  }

  return {
    paint(shown) {
      const isOther = shown !== report;
      report = shown;
      part.hidden = report.issues.length === 0;
      place("truncated").hidden = !report.truncated;
      place("truncated").textContent = say("issues.truncated", { count: number(report.issues.length) });
      offer();
      if (isOther) choose({});
      else paintPage();
    },
    /** Shows the findings of one kind in one column, and goes there. */
    show({ column, code }) {
      choose({ column: String(column), code });
      title.focus({ preventScroll: true });
      part.scrollIntoView();
      announce(count.textContent);
    },
  };
}
