// The generated tables, in the shapes that the other files need.

import { CODES, DOCUMENTS, FIELDS, FORMS, PARAMS } from "#tables";

const SEVERITIES = ["error", "warning", "info"];

/** By number: name, severity, what makes the parameters and their names, and the document that states the rule. */
export const codes = CODES.map((line) => {
  const [name, severity, document, shape] = line.split(" ");
  const makeParams = PARAMS[shape];
  const params = Object.keys(makeParams(0, 0, 0));
  return { name, severity: SEVERITIES[severity], makeParams, params, document: DOCUMENTS[document].split(" "), source: undefined };
});

export const codeNumbers = new Map(codes.map((code, number) => [code.name, number]));

/** By name: number, the numbers and names of the fields, and for each whether it is secret, whether it is a box. */
export const forms = new Map(
  FORMS.map(([name, fields, secrets, boxes], number) => {
    const names = fields.map((field) => FIELDS[field]);
    const secret = fields.map((field) => secrets.includes(field));
    const box = fields.map((field) => boxes.includes(field));
    return [name, { number, fields, names, secret, box }];
  }),
);
