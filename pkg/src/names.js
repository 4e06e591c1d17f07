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

/** By name: number, the numbers and names of the fields, which are secret (numbers) and which are boxes (places). */
export const forms = new Map(
  FORMS.map(([name, fields, secrets, boxes], number) => {
    const names = fields.map((field) => FIELDS[field]);
    const isBox = new Set(boxes.map((field) => fields.indexOf(field)));
    return [name, { number, fields, names, slots: new Set(names), secret: new Set(secrets), boxes: isBox }];
  }),
);
