// What is found in which column how often: a table whose last column is a bar chart.

import { columnName } from "./bulk-column.js";
import { openSentence, severityOf } from "./bulk-finding.js";
import { number } from "./bulk-numbers.js";
import { element, button, toneOf } from "./message.js";
import { severityMark } from "./rule-book-sources.js";
import { cell, headRow, tableBody } from "./rule-book-table.js";
import { language, say } from "./words.js";

/** How many kinds of findings are shown at first: what is beyond is rare. */
const FIRST = 10;
const svg = "http://www.w3.org/2000/svg";

/** `[{ column, code, count }]`, the most frequent first. Findings about whole rows are those in the list. */
export function countByColumn(report) {
  const counts = report.columns.flatMap(({ index, codes }) => Object.entries(codes).map(([code, count]) => ({ column: index, code, count })));
  const ofRows = new Map();
  for (const { column, code } of report.issues) if (column < 0) ofRows.set(code, (ofRows.get(code) ?? 0) + 1);
  for (const [code, count] of ofRows) counts.push({ column: -1, code, count });
  return counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count || one.column - other.column);
}

/** onPick({ column, code }): the person wants to see where that is. */
export function createChart(onPick) {
  const place = (id) => document.getElementById(id);
  const [part, table, all] = ["chart-part", "chart", "chart-all"].map(place);
  let isOpen = false;
  let shown = null;

  all.addEventListener("click", () => {
    isOpen = !isOpen;
    paint(shown);
  });

  function paint(report) {
    if (report !== shown) isOpen = false;
    shown = report;
    const counts = countByColumn(report);
    part.hidden = counts.length === 0;
    if (part.hidden) return;
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const explained = [say("chart.explained", { kinds: number(counts.length), count: number(total) })];
    if (report.truncated && counts.some(({ column }) => column < 0)) explained.push(say("chart.explained.truncated"));
    place("chart-explained").textContent = explained.join(language() === "ja" ? "" : " ");
    // The bars of all rows are of one scale, whatever their numbers.
    table.style.setProperty("--count", `${number(counts[0].count).length}ch`);
    const listed = new Set(report.issues.map(({ column, code }) => `${column} ${code}`));
    const rows = counts.slice(0, isOpen ? undefined : FIRST).map((entry) => chartRow(entry, {
      report,
      most: counts[0].count,
      isListed: listed.has(`${entry.column} ${entry.code}`),
    }));
    table.replaceChildren(headRow([say("issues.column"), say("chart.what"), say("chart.count")]), tableBody(rows));
    all.hidden = counts.length <= FIRST;
    all.textContent = isOpen ? say("chart.less") : say("chart.all", { count: number(counts.length) });
  }

  function chartRow({ column, code, count }, { report, most, isListed }) {
    const name = columnName(report.columns, column);
    const head = cell("th", { scope: "row" });
    head.append(element("strong", "", name));
    const what = cell("td");
    what.append(severityMark(severityOf(code)), openSentence(code), element("code", "", code));
    const many = cell("td");
    const how = element("div", "how-many");
    how.append(bar(count / most, severityOf(code)), element("span", "count-of", say("chart.items", { count: number(count) })));
    if (isListed) {
      const show = button("", say("chart.show"), () => onPick({ column, code }));
      show.setAttribute("aria-label", say("chart.show.this", { column: name, code }));
      how.append(show);
    }
    many.append(how);
    return [head, what, many];
  }

  return { paint };
}

/** The number stands beside it, so it is for the eyes alone. */
function bar(share, severity) {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "bar");
  picture.setAttribute("aria-hidden", "true");
  picture.dataset.tone = toneOf({ severity });
  const filled = document.createElementNS(svg, "rect");
  filled.setAttribute("width", `${Math.max(share * 100, 1)}%`);
  filled.setAttribute("height", "100%");
  picture.append(filled);
  return picture;
}
