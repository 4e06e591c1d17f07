/** The rules of the bulk contests: for every column one pattern and one Japanese sentence, given to every contender. */
import { MESSAGE, PATTERN } from "../rules.mjs";

export const CUSTOMER_ID = {
  pattern: PATTERN.customerId,
  message: "お客さまIDは「CAF」と数字10桁、または「COP」と数字8桁で入力してください。",
};

/** In the order of the file of applications. */
export const COLUMNS = [
  { pattern: PATTERN.prefecture, message: MESSAGE.prefecture },
  { pattern: PATTERN.feeSchedule, message: MESSAGE.feeSchedule },
  { pattern: PATTERN.institutionNumber, message: MESSAGE.institutionNumberLength },
  CUSTOMER_ID,
  { pattern: PATTERN.email, message: MESSAGE.email },
  { pattern: PATTERN.phone, message: MESSAGE.phoneDigits },
  { pattern: "^[123]$", message: "回線種別は1、2、3のいずれかを選んでください。" },
  { pattern: "^(?:contracted|not-needed)$", message: "v6オプションの契約について選んでください。" },
];

/** So many issues are kept, the others only counted: what onshi-check does unless it is told otherwise. */
export const MOST_ISSUES = 1000;

/** What a contender counts and keeps: the same for all but onshi-check, which has its own report. */
export class Tally {
  valid = 0;
  invalid = 0;
  issues = [];

  constructor(columns) {
    this.wrongByColumn = new Array(columns).fill(0);
  }

  report(column, code, message) {
    this.wrongByColumn[column] += 1;
    if (this.issues.length < MOST_ISSUES) this.issues.push({ row: this.valid + this.invalid + 1, column, code, message });
  }

  get rows() {
    return this.valid + this.invalid;
  }
}
