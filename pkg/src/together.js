// Both applications of one place, checked together.

import { isEnglish, readContext, readToday } from "./context.js";
import { issues, next, open } from "./decode.js";
import { core, writeForms } from "./engine.js";
import { form } from "./form.js";
import { forms } from "./names.js";
import { readProperty } from "./property.js";
import { internalIssue, recover } from "./recover.js";

const PARTS = ["eligibility", "claims"];
const FORM_OF = { eligibility: "eligibility-application", claims: "claims-application" };
/** The worst first. What could not be checked says nothing, and so hides no error. */
const STATUSES = ["invalid", "empty", "incomplete", "valid"];
const SEVERITIES = ["error", "warning", "info"];

/** The report on both, and what they say about each other. Paths and names begin with the part. */
export function checkTogether(values, options) {
  const report = { status: "valid", values: {}, fields: {}, issues: [], missing: [] };
  const given = PARTS.map((part) => readProperty(values, part));
  PARTS.forEach((part, index) => add(report, part, form(FORM_OF[part]).check(given[index], options)));
  report.issues.push(...compare(given, options));
  for (const issue of report.issues) {
    const issues = report.fields[issue.path.join(".")]?.issues;
    if (issue.code.startsWith("together.") && issues !== undefined) {
      report.fields[issue.path.join(".")].issues = [...issues, issue].sort((a, b) => weight(a) - weight(b));
    }
  }
  report.issues.sort((a, b) => rank(a) - rank(b));
  return report;
}

function add(report, part, own) {
  report.values[part] = own.values;
  for (const [key, verdict] of Object.entries(own.fields)) report.fields[part + "." + key] = verdict;
  for (const issue of own.issues) issue.path = [part, ...issue.path];
  report.issues.push(...own.issues);
  report.missing.push(...own.missing.map((name) => part + "." + name));
  if (STATUSES.indexOf(own.status) < STATUSES.indexOf(report.status)) report.status = own.status;
}

function compare(given, options) {
  const english = isEnglish(options);
  return recover(
    () => {
      writeForms(given, PARTS.map((part) => forms.get(FORM_OF[part])));
      open(core.together(readContext(options), readToday(options)));
      const found = issues(english);
      const ofClaims = next();
      found.forEach((issue, index) => issue.path.unshift(PARTS[(ofClaims >> index) & 1]));
      return found;
    },
    () => [internalIssue(english)],
  );
}

function weight({ severity }) {
  return SEVERITIES.indexOf(severity);
}

/** Errors first, then in the order of the parts and their fields; a box of a month stands with its month. */
function rank(issue) {
  const [part, name] = issue.path;
  const { names, owners } = forms.get(FORM_OF[part]) ?? { names: [], owners: new Map() };
  const place = names.indexOf(owners.get(name) ?? name);
  return (weight(issue) * 2 + PARTS.indexOf(part)) * 100 + (place < 0 ? 99 : place);
}
