// The report as plain text, for a mail to the help desk.

import { toneWord } from "./message.js";
import { citationText } from "./sources.js";
import { say } from "./words.js";

/** result: how it came out, in words. */
export function textOf(report, result) {
  const colon = say("colon");
  const line = (key, text) => `${say(key)}${colon}${text}`;
  const head = [
    report.title,
    line("report.date", report.date),
    line("report.result", result),
    report.code && line("report.code", report.code.value),
    line("report.rules", say("report.rules.version", report)),
  ];
  const findings = (items) => items.flatMap(({ tone, label, message, code, source }) => [
    `- ${toneWord(tone)} ${label}${colon}${message}`,
    `  ${say("report.by", { code })} ${citationText(source)}`.trimEnd(),
  ]);
  const parts = [
    head,
    section("report.findings", findings(report.findings)),
    report.together && section("report.together", report.together.length ? findings(report.together) : [say("report.together.good")]),
    section("report.missing", report.missing.map(({ label }) => `- ${label}`)),
    section("report.entered", report.groups.flatMap(({ rows }) => rows.map(({ label, text }) => `${label}${colon}${text}`))),
    section("report.undecided", report.undecided.map((text) => `- ${text}`)),
    [say("report.portal")],
  ];
  return parts.filter((part) => part?.length).map((part) => part.filter(Boolean).join("\n")).join("\n\n");
}

function section(key, lines) {
  return lines.length ? [`■ ${say(key)}`, ...lines] : [];
}
