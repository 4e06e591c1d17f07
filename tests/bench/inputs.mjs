/**
 * The inputs of the contests: made from a fixed seed, the same in every run and environment, 64 of each kind.
 * Every text is canonical (half width, no separators), so that contenders without folding give the same verdict.
 */

/** How many inputs a contest rotates through; a power of two. */
export const ROTATION = 64;

/** The eight text fields of the contract's `user-registration` that the form contests judge. */
export const EIGHT_FIELDS = Object.freeze([
  "prefecture",
  "feeSchedule",
  "institutionNumber",
  "phone",
  "email",
  "password",
  "passwordConfirm",
  "institutionName",
]);

const FAMILY_NAMES = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村"];
const GIVEN_NAMES = ["太郎", "花子", "一郎", "美咲", "健", "由美子", "大輔", "真理"];
const INSTITUTION_NAMES = [
  "内科クリニック",
  "歯科医院",
  "調剤薬局本店",
  "訪問看護ステーション",
  "小児科医院",
  "総合病院",
];
const FEE_SCHEDULES = ["1", "3", "4", "6"];
/** Prefectures whose check digit covers the own six digits only (domain.md, section 1.2). */
const OWN_CHECK_DIGIT = new Set(["11", "12", "13", "14"]);

/** Valid customer IDs, `CAF` + 10 digits and `COP` + 8 digits by turns. */
export function validCustomerIds() {
  const random = randomFrom(1);
  const valid = validIds(random);
  return rotation((turn) => expecting(true, valid[turn % 2]()));
}

/** Half of them valid, half wrong in the ways people get them wrong. */
export function mixedCustomerIds() {
  const random = randomFrom(2);
  const mistakes = [
    () => `CAF${random.digits(9)}`,
    () => `CAF${random.digits(11)}`,
    () => `COP${random.digits(7)}`,
    () => `COP${random.digits(10)}`,
    () => `CAX${random.digits(10)}`,
    () => `L${random.digits(12)}`,
    () => `CAF${random.digits(4)}O${random.digits(5)}`,
    () => random.digits(13),
  ];
  const valid = validIds(random);
  // Drawn at random, not by turns: a branch predictor learns a period of two.
  return rotation(() => {
    const isValid = random.below(2) === 0;
    return expecting(isValid, random.of(isValid ? valid : mistakes)());
  });
}

/** Valid values of the eight text fields. */
export function validEightFields() {
  const random = randomFrom(3);
  return rotation(() => expecting(true, eightFields(random)));
}

/** Valid values of the whole form: thirteen fields, two of them checkboxes. */
export function validWholeForms() {
  const random = randomFrom(4);
  return rotation(() => expecting(true, wholeForm(random)));
}

/** Values with exactly three wrong fields; `expected` names them in the order of the form. */
export function threeWrongFields() {
  const random = randomFrom(5);
  return rotation((turn) => {
    const values = eightFields(random);
    const chosen = [0, 3, 5].map((step) => EIGHT_FIELDS[(turn + step) % EIGHT_FIELDS.length]);
    const wrong = EIGHT_FIELDS.filter((field) => chosen.includes(field));
    for (const field of wrong) values[field] = random.of(MISTAKES[field])(values, random);
    // A wrong password, repeated faithfully, is one mistake and not two.
    if (!wrong.includes("passwordConfirm")) values.passwordConfirm = values.password;
    return expecting(wrong, values);
  });
}

/** One wrong field each, so that no contender gets away with a rule left out. Used to verify, never timed. */
export function oneWrongField(makeValues) {
  const random = randomFrom(6);
  const valid = makeValues();
  return EIGHT_FIELDS.flatMap((field) =>
    MISTAKES[field].map((mistake) => {
      const values = { ...random.of(valid).input };
      values[field] = mistake(values, random);
      if (field === "password") values.passwordConfirm = values.password;
      return expecting(false, values);
    }),
  );
}

/** Each mistake breaks one rule only, so that one issue a field is the full answer. */
const MISTAKES = {
  prefecture: [() => "00", () => "49", () => "99"],
  feeSchedule: [() => "2", () => "5", () => "9"],
  institutionNumber: [
    (values) => values.institutionNumber.slice(0, 6),
    (values) => `${values.institutionNumber}0`,
    (values) => `${values.institutionNumber.slice(0, 3)}x${values.institutionNumber.slice(4)}`,
  ],
  phone: [
    (values) => values.phone.slice(0, 9),
    (values) => `0${values.phone}`.padEnd(12, "0"),
    (_, random) => `9${random.digits(9)}`,
  ],
  email: [
    (values) => values.email.replace("@", ""),
    (values) => values.email.replace(/@.*/, "@example"),
    (values) => values.email.replace(/^./, (letter) => letter.toUpperCase()),
    (values) => `${"a".repeat(41 - values.email.length)}${values.email}`,
  ],
  password: [() => "Abcde12", () => "abcdefg1", () => "ABCDEFG1", () => "Abcdefgh"],
  passwordConfirm: [(values) => `${values.password}x`, (values) => values.password.slice(0, -1)],
  institutionName: [() => "", () => "\u3000"],
};

function validIds(random) {
  return [() => `CAF${random.digits(10)}`, () => `COP${random.digits(8)}`];
}

function eightFields(random) {
  const prefecture = String(1 + random.below(47)).padStart(2, "0");
  const feeSchedule = random.of(FEE_SCHEDULES);
  const password = `${random.letters(4)}${random.letters(4).toUpperCase()}${random.digits(2 + random.below(5))}`;
  return {
    prefecture,
    feeSchedule,
    institutionNumber: withCheckDigit(prefecture, feeSchedule, `0${random.digits(5)}`),
    phone: random.below(2) === 0 ? `03${random.digits(8)}` : `090${random.digits(8)}`,
    email: `${random.letters(6)}.${random.letters(3)}${random.digits(2)}@${random.letters(5)}.example.jp`,
    password,
    passwordConfirm: password,
    institutionName: `${random.of(FAMILY_NAMES)}${random.of(INSTITUTION_NAMES)}`,
  };
}

function wholeForm(random) {
  const familyName = random.of(FAMILY_NAMES);
  const eight = eightFields(random);
  return {
    familyName,
    givenName: random.of(GIVEN_NAMES),
    feeSchedule: eight.feeSchedule,
    prefecture: eight.prefecture,
    institutionNumber: eight.institutionNumber,
    institutionName: eight.institutionName,
    locationConfirmed: true,
    founderName: `${familyName}${random.of(GIVEN_NAMES)}`,
    phone: eight.phone,
    email: eight.email,
    password: eight.password,
    passwordConfirm: eight.passwordConfirm,
    termsAccepted: true,
  };
}

/** Adds the check digit, so that a valid number gives no warning either. */
export function withCheckDigit(prefecture, feeSchedule, sixDigits) {
  const payload = OWN_CHECK_DIGIT.has(prefecture) ? sixDigits : prefecture + feeSchedule + sixDigits;
  let sum = 0;
  for (let fromRight = 0; fromRight < payload.length; fromRight += 1) {
    const product = Number(payload.at(-1 - fromRight)) * (fromRight % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sixDigits + String((10 - (sum % 10)) % 10);
}

function expecting(expected, input) {
  return { input, expected };
}

function rotation(make) {
  const cases = Array.from({ length: ROTATION }, (_, turn) => make(turn));
  // Through JSON: flat strings and objects of one shape, as they come from a form or a request, instead of ropes.
  return JSON.parse(JSON.stringify(cases));
}

/** A small deterministic generator (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit) => next() % limit;
  const many = (length, alphabet) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join("");
  return {
    below,
    of: (choices) => choices[below(choices.length)],
    digits: (length) => many(length, "0123456789"),
    letters: (length) => many(length, "abcdefghijklmnopqrstuvwxyz"),
  };
}
