// The generated tables, in the shapes that the other files need.

import { CODES, DOCUMENTS, FIELDS, FORMS } from "#tables";

const SEVERITIES = ["error", "warning", "info"];

/** By number: name, severity, parameter names, and the document that states the rule. */
export const codes = CODES.map((line) => {
  const [name, severity, document, ...params] = line.split(" ");
  return { name, severity: SEVERITIES[severity], params, document: DOCUMENTS[document].split(" "), source: undefined };
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
