// The generated tables, in the shapes that the other files need.

import { CODES, FIELDS, FORMS, SOURCES } from "#tables";

const SEVERITIES = ["error", "warning", "info"];

const sources = SOURCES.map((line) => {
  const [document, section, asOf] = line.split("|");
  return Object.freeze({ document, section, asOf });
});

/** By number: name, severity, parameter names, source. */
export const codes = CODES.map((line) => {
  const [name, severity, source, ...params] = line.split(" ");
  return { name, severity: SEVERITIES[severity], params, source: sources[source] };
});

export const codeNumbers = new Map(codes.map((code, number) => [code.name, number]));

/** By name: number, the numbers and names of the fields, and which of them are secret. */
export const forms = new Map(
  FORMS.map(([name, fields, secrets], number) => [
    name,
    { number, fields, names: fields.map((field) => FIELDS[field]), slots: new Set(fields.map((field) => FIELDS[field])), secret: new Set(secrets) },
  ]),
);
