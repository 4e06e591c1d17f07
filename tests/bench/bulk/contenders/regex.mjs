import { COLUMNS, CUSTOMER_ID, Tally } from "../rules.mjs";

export const name = "JavaScript, split + regex";

export async function customerIds(bytes) {
  const pattern = new RegExp(CUSTOMER_ID.pattern);
  const tally = new Tally(1);
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    if (pattern.test(line)) tally.valid += 1;
    else {
      tally.report(0, "bad-format", CUSTOMER_ID.message);
      tally.invalid += 1;
    }
  }
  return tally;
}

/** Piece by piece: quicker than the whole file as one string, and the memory does not grow with it. */
export async function applications(file) {
  const patterns = COLUMNS.map(({ pattern }) => new RegExp(pattern));
  const tally = new Tally(COLUMNS.length);
  const decoder = new TextDecoder();
  let rest = "";
  let isHeader = true;
  for await (const piece of file.pieces()) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (isHeader) isHeader = false;
      else judge(line.split(","), patterns, tally);
    }
  }
  if (rest !== "") judge(rest.split(","), patterns, tally);
  return tally;
}

function judge(cells, patterns, tally) {
  let isRight = true;
  for (let column = 0; column < patterns.length; column += 1) {
    if (patterns[column].test(cells[column])) continue;
    isRight = false;
    tally.report(column, "bad-format", COLUMNS[column].message);
  }
  if (isRight) tally.valid += 1;
  else tally.invalid += 1;
}
