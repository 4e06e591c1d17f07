import { COLUMNS, CUSTOMER_ID, Tally } from "../rules.mjs";

export const name = "JavaScript, one regex a row";

/** No line is cut out of the text as long as its row is right. */
export async function customerIds(bytes) {
  const tally = new Tally(1);
  const row = rowPattern([CUSTOMER_ID]);
  judgeAll(new TextDecoder().decode(bytes), row, [new RegExp(CUSTOMER_ID.pattern)], [CUSTOMER_ID], tally);
  return tally;
}

export async function applications(file) {
  const tally = new Tally(COLUMNS.length);
  const row = rowPattern(COLUMNS);
  const patterns = COLUMNS.map(({ pattern }) => new RegExp(pattern));
  const decoder = new TextDecoder();
  let rest = "";
  let isHeader = true;
  for await (const piece of file.pieces()) {
    let text = rest + decoder.decode(piece, { stream: true });
    if (isHeader) text = text.slice(text.indexOf("\n") + 1);
    isHeader = false;
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    judgeAll(text.slice(0, end), row, patterns, COLUMNS, tally);
  }
  if (rest !== "") judgeAll(`${rest}\n`, row, patterns, COLUMNS, tally);
  return tally;
}

function rowPattern(columns) {
  // The length of an address is looked at up to its delimiter, not up to the end of the text.
  const cells = columns.map(({ pattern }) => pattern.replace(/^\^|\$$/g, "").replace("(?=.{1,40}$)", "(?=[^,]{1,40},)"));
  return new RegExp(`${cells.join(",")}\\n`, "y");
}

function judgeAll(text, row, patterns, columns, tally) {
  let at = 0;
  while (at < text.length) {
    row.lastIndex = at;
    if (row.test(text)) {
      tally.valid += 1;
      at = row.lastIndex;
      continue;
    }
    const end = text.indexOf("\n", at);
    const cells = text.slice(at, end === -1 ? text.length : end).split(",");
    patterns.forEach((pattern, column) => {
      if (!pattern.test(cells[column])) tally.report(column, "bad-format", columns[column].message);
    });
    tally.invalid += 1;
    at = end === -1 ? text.length : end + 1;
  }
}
