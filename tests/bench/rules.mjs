/**
 * The rules and words that every contender but onshi-check is given, so that all judge by the same grammar.
 * Patterns are sources, not RegExp objects: each contender makes its own, in the form its library likes best.
 */

const labels = "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";

/** One pattern a field: the fastest way to a verdict alone. */
export const PATTERN = {
  customerId: "^(?:CAF[0-9]{10}|COP[0-9]{8})$",
  prefecture: "^(?:0[1-9]|[1-3][0-9]|4[0-7])$",
  feeSchedule: "^[13467]$",
  institutionNumber: "^[0-9]{7}$",
  phone: "^0[0-9]{9,10}$",
  email: `^(?=.{1,40}$)[a-z0-9._+-]+@${labels}$`,
  password: "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,100}$",
  name: "\\S",
};

/** The parts of a rule that deserve an issue of their own. */
export const PART = {
  digits: "^[0-9]*$",
  leadingZero: "^0",
  email: `^[a-z0-9._+-]+@${labels}$`,
  lower: "[a-z]",
  upper: "[A-Z]",
  digit: "[0-9]",
};

export const LIMIT = { institutionNumber: 7, phone: [10, 11], email: 40, password: [8, 100] };

export const CHOICES = {
  prefecture: Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0")),
  feeSchedule: ["1", "3", "4", "6", "7"],
};

export const MESSAGE = {
  prefecture: "都道府県は「01」から「47」の番号で選んでください。",
  feeSchedule: "点数表は1、3、4、6、7のいずれかを選んでください。",
  institutionNumberDigits: "医療機関等コードには数字だけを入力してください。",
  institutionNumberLength: "医療機関等コードは7桁で入力してください。",
  phoneDigits: "電話番号には数字だけを入力してください。",
  phoneLeadingZero: "電話番号は0から始まる番号を入力してください。",
  phoneTooShort: "電話番号は10桁以上で入力してください。",
  phoneTooLong: "電話番号は11桁以下で入力してください。",
  email: "メールアドレスは英小文字・数字と . - _ + で入力し、@の後にドメインを入力してください。",
  emailTooLong: "メールアドレスは40文字以下で入力してください。",
  passwordTooShort: "パスワードは8文字以上で入力してください。",
  passwordTooLong: "パスワードは100文字以下で入力してください。",
  passwordLower: "パスワードに英小文字を1文字以上入れてください。",
  passwordUpper: "パスワードに英大文字を1文字以上入れてください。",
  passwordDigit: "パスワードに数字を1文字以上入れてください。",
  passwordConfirm: "確認用のパスワードが一致しません。もう一度入力してください。",
  institutionName: "医療機関・薬局・訪問看護ステーション名を入力してください。",
};

/** What reading a whole issue adds up to. Contenders add it up themselves, in the shape their library returns. */
export function weightOf({ code, path, message, params }) {
  return code.length + path.length + message.length + Object.keys(params).length;
}
