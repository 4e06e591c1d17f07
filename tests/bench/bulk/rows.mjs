/**
 * The files of the bulk contests: made from a fixed seed, the same in every run and environment. Cells are canonical, so
 * that contenders without folding give the same verdict, and institution numbers have the right check digit, so that no
 * row gives a warning.
 */
import { randomFrom, withCheckDigit } from "../inputs.mjs";

/** The header of the file of applications; `RIGHT` and `WRONG` have the cells in this order. */
export const HEADER = [
  "都道府県",
  "点数表",
  "医療機関等コード",
  "お客さまID",
  "メールアドレス",
  "電話番号",
  "回線種別",
  "v6オプション",
];

/** One row in so many has a cell that is wrong. */
const ROWS_A_MISTAKE = 20;
/** `COP` IDs are those of the east: the prefectures up to 15. */
const LAST_OF_EAST = 15;
const FEE_SCHEDULES = ["1", "3", "4", "6"];

/** Each mistake breaks one rule, so that one column is wrong. */
const WRONG = [
  () => "00",
  () => "9",
  (cell) => `${cell.slice(0, 3)}x${cell.slice(4)}`,
  (cell) => cell.slice(0, -1),
  (cell) => cell.replace("@", ""),
  (cell) => cell.slice(0, 8),
  () => "9",
  () => "maybe",
];

/** Customer IDs, one a line, `CAF` and `COP` as they come; `wrong` puts the mistakes among them. */
export function makeIds(count, { wrong = false } = {}) {
  const random = randomFrom(11);
  return makeFile(count, [], () => {
    const id = customerId(random, random.below(2) === 0);
    const isWrong = wrong && random.below(ROWS_A_MISTAKE) === 0;
    return { cells: [isWrong ? WRONG[3](id) : id], wrongColumn: isWrong ? 0 : undefined };
  });
}

/** Applications, eight columns under a header. */
export function makeApplications(count) {
  const random = randomFrom(12);
  return makeFile(count, HEADER, () => {
    const cells = right(random);
    const wrongColumn = random.below(ROWS_A_MISTAKE) === 0 ? random.below(HEADER.length) : undefined;
    if (wrongColumn !== undefined) cells[wrongColumn] = WRONG[wrongColumn](cells[wrongColumn]);
    return { cells, wrongColumn };
  });
}

/** The bytes of a file and what every contender must find in it. */
function makeFile(count, header, makeRow) {
  const wrongByColumn = new Array(header.length || 1).fill(0);
  let invalid = 0;
  const pieces = [];
  let lines = header.length > 0 ? [header.join(",")] : [];
  const flush = () => {
    pieces.push(new TextEncoder().encode(`${lines.join("\n")}\n`));
    lines = [];
  };
  for (let row = 0; row < count; row += 1) {
    const { cells, wrongColumn } = makeRow();
    if (wrongColumn !== undefined) {
      wrongByColumn[wrongColumn] += 1;
      invalid += 1;
    }
    if (lines.push(cells.join(",")) === 10_000) flush();
  }
  if (lines.length > 0) flush();
  return { bytes: join(pieces), expected: { rows: count, valid: count - invalid, invalid, wrongByColumn } };
}

function right(random) {
  const number = 1 + random.below(47);
  const prefecture = String(number).padStart(2, "0");
  const feeSchedule = random.of(FEE_SCHEDULES);
  return [
    prefecture,
    feeSchedule,
    withCheckDigit(prefecture, feeSchedule, `0${random.digits(5)}`),
    customerId(random, number > LAST_OF_EAST || random.below(2) === 0),
    `${random.letters(4 + random.below(6))}.${random.letters(3)}@${random.letters(5)}.example.jp`,
    random.below(2) === 0 ? `03${random.digits(8)}` : `090${random.digits(8)}`,
    "1",
    random.of(["contracted", "not-needed"]),
  ];
}

function customerId(random, isCaf) {
  return isCaf ? `CAF${random.digits(10)}` : `COP${random.digits(8)}`;
}

function join(pieces) {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
