// What every consumer must say, whatever it is made of: a part of the paper application, filled in wrongly and rightly.

export const WRONG = { customerId: "CAF012345678", phone: "3-1234-5678", email: "desk@example.jp" };

export const ISSUES = [
  { field: "phone", code: "phone.no-leading-zero", message: "電話番号は0から始まります。市外局番から入力してください。" },
  {
    field: "customerId",
    code: "customer-id.too-short",
    message: "お客さまIDがあと1文字足りません。CAFの後の数字10桁を最後まで入力してください。",
  },
];

export const RIGHT = { customerId: "ｃａｆ０１２３-456-789", phone: "０３-1234-5678", email: "desk@example.jp" };

/** The canonical values of `RIGHT`. */
export const VALUES = { phone: "0312345678", email: "desk@example.jp", customerId: "CAF0123456789" };

export const FIELDS = Object.keys(WRONG);
