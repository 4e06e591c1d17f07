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

/** The items of a list, and one more to say that there are too many. */
const LIST_SLOTS = 11;

/** By name: the number of the form and whether today matters; of its inputs the numbers and names, and of each whether
 * it is secret, ticked, and without meaning for others; the names without the boxes of months; the month of each box;
 * the place of a list; how many slots they take. */
export const forms = new Map(
  FORMS.map(([name, numbers, secrets, ticked, months, lists, aside, needsToday], number) => {
    const names = numbers.map((field) => FIELDS[field]);
    const isIn = (list) => numbers.map((field) => list.includes(field));
    const owners = new Map();
    for (let at = 0; at < months.length; at += 3) {
      for (const box of [1, 2]) owners.set(FIELDS[months[at + box]], FIELDS[months[at]]);
    }
    const list = numbers.indexOf(lists[0]);
    const table = { number, needsToday, numbers, names, secret: isIn(secrets), box: isIn(ticked), aside: isIn(aside) };
    const fields = names.filter((name) => !owners.has(name));
    return [name, { ...table, fields, owners, list, slots: numbers.length + (list < 0 ? 0 : LIST_SLOTS - 1) }];
  }),
);

/** The same by number. */
export const formTables = [...forms.values()];
