// What is shown of a report: its findings, a summary by column, and the total.

import { plain } from "./plain.js";
import { cut, pad, widthOf, wrap } from "./width.js";

/** A table has no room on a narrower terminal: its rows become paragraphs. */
const NARROWEST = 60;
const INDENT = "  ";
const GAP = "  ";
/** The most that a name may take, where there is room for anything. */
const LONGEST_NAME = 40;
const NARROWEST_CELL = 10;
const MOST_UNCHECKED = 10;

const STYLES = { error: "red", warning: "yellow", info: "cyan" };

/** The name of a column for a reader: its header, or its number from 1. */
export function columnName({ header, index }, words) {
  return cut(plain(header), LONGEST_NAME) || words.unnamedColumn(index + 1);
}

/** The lines of a report. `width` is that of the terminal, `paint(style, text)` colours. */
export function writeReport(report, { name, form, words, width, paint }) {
  // Findings may be a million: too many for the arguments of a call.
  return [
    paint("bold", plain(name)),
    ...wrap(words.reading({ ...report, form }), width),
    "",
    ...(report.issues.length > 0 ? [...writeFindings(report, words, width, paint), ""] : []),
    ...(report.truncated ? [...wrap(words.truncated(report.issues.length), width), ""] : []),
    ...(report.rows > 0 ? [...writeSummary(report, words, width, paint), ""] : []),
    ...(report.aborted ? wrap(words.stopped, width) : []),
    ...writeTotal(report, words, width, paint),
  ];
}

function writeTotal(report, words, width, paint) {
  if (report.rows === 0) return wrap(words.noRows, width);
  const isRight = report.invalid + report.malformed === 0;
  return wrap(words.total(report), width).map((line) => paint(isRight ? "green" : "red", line));
}

function writeFindings({ issues, columns }, words, width, paint) {
  const names = columns.map((column) => columnName(column, words));
  const rows = issues.map((issue) => ({
    line: words.count(issue.line),
    place: words.place(words.count(issue.line)),
    severity: words.severities[issue.severity],
    style: STYLES[issue.severity],
    column: issue.column < 0 ? words.wholeRow : names[issue.column] ?? words.unnamedColumn(issue.column + 1),
    finding: issue.message,
    fix: issue.fix && words.fix(plain(issue.fix.value)),
  }));
  if (width < NARROWEST) {
    return rows.flatMap(({ place, severity, style, column, finding, fix }) => [
      ...wrap(`${place} ${severity} ${column}`, width).map((line) => paint(style, line)),
      ...indent(finding, width),
      ...(fix ? indent(fix, width) : []),
    ]);
  }
  const columnsOfTable = [
    { title: words.line, isRight: true },
    { title: words.severity },
    { title: words.column, most: Math.floor(width * 0.3) },
    { title: words.finding },
  ];
  const cells = rows.map(({ line, severity, style, column, finding, fix }) => [
    { text: line },
    { text: severity, style },
    { text: column },
    { text: fix ? `${finding}\n${fix}` : finding },
  ]);
  return writeTable(columnsOfTable, cells, width, paint);
}

function writeSummary({ columns }, words, width, paint) {
  const { headings } = words;
  const checked = columns.filter(isChecked);
  const unchecked = columns.filter((column) => !isChecked(column)).map((column) => columnName(column, words));
  const lines = [paint("bold", headings.columns)];
  const codesOf = ({ codes }) => Object.entries(codes).filter(([, number]) => number > 0);
  const table = [
    { title: words.column, most: Math.floor(width * 0.3) },
    { title: headings.kind },
    { title: headings.filled, isRight: true },
    { title: headings.valid, isRight: true },
    { title: headings.invalid, isRight: true },
  ];
  const cells = checked.map((column) => [
    { text: columnName(column, words) },
    { text: targetOf(column) },
    ...[column.filled, column.valid, column.invalid].map((number) => ({ text: words.count(number) })),
  ]);
  if (width < NARROWEST || roomOf(measure(table, cells)) > width) {
    for (const column of checked) {
      lines.push(...wrap(`${columnName(column, words)} ${targetOf(column)}`, width), ...indent(words.tally(column), width));
      for (const [code, number] of codesOf(column)) lines.push(`${INDENT}${words.count(number)} ${code}`);
    }
  } else if (checked.length > 0) {
    const codes = (row) => codesOf(checked[row]).map(([code, number]) => `${INDENT}${INDENT}${words.count(number)} ${code}`);
    lines.push(...writeTable(table, cells, width, paint, codes));
  }
  if (checked.some((column) => isSecret(column) && codesOf(column).length > 0)) lines.push(...indent(words.secret, width));
  if (unchecked.length > 0) {
    lines.push(...indent(words.unchecked(unchecked.slice(0, MOST_UNCHECKED), unchecked.length - MOST_UNCHECKED), width));
  }
  return lines;
}

export function isChecked({ kind, field }) {
  return (kind ?? field) != null;
}

function isSecret({ kind }) {
  return kind === "password" || kind === "secret-number";
}

function targetOf({ kind, field }) {
  return field ?? kind;
}

function indent(text, width) {
  return wrap(text, width - INDENT.length).map((line) => INDENT + line);
}

/** How wide the columns of a table want to be. */
function measure(columns, rows) {
  return columns.map(({ title, most = Infinity }, index) => {
    const longest = (before, row) => row[index].text.split("\n").reduce((most, line) => Math.max(most, widthOf(line)), before);
    return Math.min(most, rows.reduce(longest, widthOf(title)));
  });
}

function roomOf(widths) {
  return widths.reduce((sum, width) => sum + GAP.length + width, INDENT.length - GAP.length);
}

/**
 * A table in lines. A column may say how wide it gets at `most`; the last one takes what is left. `below` gives lines to go
 * under a row.
 */
export function writeTable(columns, rows, width, paint, below = () => []) {
  const widths = measure(columns, rows);
  const left = width - roomOf([...widths.slice(0, -1), 0]);
  widths[widths.length - 1] = Math.min(widths.at(-1), Math.max(left, NARROWEST_CELL));

  const writeRow = (cells) => {
    const wrapped = cells.map(({ text }, index) => wrap(text, widths[index]));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const texts = wrapped.map((lines) => lines[line] ?? "");
      const last = texts.findLastIndex((text) => text !== "");
      const painted = texts.slice(0, last + 1).map((text, index) => {
        const { isRight } = columns[index];
        const padded = index === last && !isRight ? text : pad(text, widths[index], isRight);
        return cells[index].style && text !== "" ? paint(cells[index].style, padded) : padded;
      });
      return INDENT + painted.join(GAP);
    });
  };
  const title = writeRow(columns.map(({ title }) => ({ text: title, style: "dim" })));
  return [...title, ...rows.flatMap((row, index) => [...writeRow(row), ...below(index)])];
}
