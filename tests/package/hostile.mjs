// Values that nobody should pass, and somebody will. Each has a name for the message of a failing test.

function thrower() {
  throw new Error("hostile");
}

/** Every trap a proxy can have. */
const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, thrower]));

class Instance {
  email = "kikin@example.jp";
  get phone() {
    return thrower();
  }
  toString() {
    return thrower();
  }
}

function circular() {
  const object = {};
  object.email = object;
  return object;
}

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** No text at all. */
export const objects = {
  null: null,
  undefined: undefined,
  true: true,
  false: false,
  zero: 0,
  "a code as a number": 1310110049,
  NaN: NaN,
  infinity: -Infinity,
  bigint: 10n ** 40n,
  symbol: Symbol("symbol"),
  function: thrower,
  class: Instance,
  "empty array": [],
  "array of texts": ["13"],
  "array with holes": [, "13", ,],
  "array with a getter that throws": Object.defineProperty(["13"], 0, { get: thrower, enumerable: true }),
  "array of everything": [null, undefined, 13, {}, [["13"]], Symbol("13"), revoked({})],
  "empty object": {},
  "object without prototype": Object.create(null),
  "object with a prototype": Object.create({ email: "kikin@example.jp" }),
  "own __proto__ key": JSON.parse('{"__proto__": {"email": "kikin@example.jp", "mode": "typing"}, "constructor": 1}'),
  "class instance": new Instance(),
  "getter that throws": Object.defineProperty({}, "email", { get: thrower, enumerable: true }),
  "toString that throws": { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower },
  "proxy that throws": new Proxy({}, traps),
  "proxy of an array that throws": new Proxy([], traps),
  "proxy of a function that throws": new Proxy(thrower, traps),
  "revoked proxy": revoked({}),
  "revoked proxy of an array": revoked([]),
  "boxed text": new String("13"),
  "date of nothing": new Date(NaN),
  map: new Map([["email", "kikin@example.jp"]]),
  bytes: new Uint8Array(16),
  promise: Promise.resolve("13"),
  frozen: Object.freeze({ email: "kikin@example.jp" }),
  circular: circular(),
};

/** Built piece by piece, so that the engine holds a tree of pieces and no flat text. */
function rope(piece, times) {
  let text = "";
  for (let index = 0; index < times; index++) text += piece;
  return text;
}

/** Texts that are no answer to any question. */
export const texts = {
  empty: "",
  blank: " \u3000\t\r\n\u00a0",
  "zero byte": "\0",
  "byte order mark in front": "\ufeffCAF0123456789",
  "invisible characters": "\u200b\ufeff\u00ad",
  "lone high surrogate": "\ud800",
  "lone low surrogate": "\udfff",
  "surrogates in the wrong order": "\udc00\ud83d",
  "digits between lone surrogates": "\ud83d0312345678\ude00",
  emoji: "👩‍⚕️🏥",
  "astral digits": "𝟎𝟑𝟏𝟐",
  "combining marks": "e\u0301".repeat(30),
  "right to left": "\u202eCAF0123456789\u202c",
  "half-width katakana": "ｷｷﾝ ﾀﾛｳ",
  "name of a property": "constructor",
  "name of the prototype": "__proto__",
  markup: '<img src=x onerror="alert(1)">{limit}{position}',
  rope: rope("CAF0", 2500),
  "slice of a long text": rope("0123456789", 5000).slice(3, 13),
};

/** Texts as long as the buffer, or a little shorter or longer, in characters of one to four bytes. */
export function* longTexts() {
  for (const character of ["0", "é", "あ", "Ａ", "😀", "\ud800"]) {
    for (const units of [1364, 1365, 1366, 2047, 2048, 2049, 2730, 2731, 4095, 4096, 4097, 8191, 8192, 9999, 10000, 10001]) {
      yield [`${units} units of ${JSON.stringify(character)}`, character.repeat(units).slice(0, units)];
    }
  }
  yield ["ten million units", rope("0".repeat(1000), 10000)];
}

/** Pairs of a name and a value, objects first. */
export const values = [...Object.entries(objects), ...Object.entries(texts)];
