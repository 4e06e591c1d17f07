// UTF-8 or Shift_JIS: found out where the first character beyond ASCII stands, and turned into UTF-8.

/** How much is looked at from there on, in bytes. */
export const WINDOW = 1 << 16;

/** The encoding of bytes that begin with the first one beyond ASCII. */
export function findEncoding(bytes) {
  const window = bytes.subarray(0, WINDOW);
  const utf8 = count(window, "utf-8");
  // Of a text in Shift_JIS nearly nothing is UTF-8; of one in UTF-8 a few bytes may be broken, and as Shift_JIS more are.
  return utf8.broken * 4 > utf8.wide && count(window, "shift_jis").broken < utf8.broken ? "shift_jis" : "utf-8";
}

/** How many characters are beyond ASCII, and how many of them are none. The last one may be cut by the window. */
function count(bytes, encoding) {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  let wide = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) wide++;
    if (unit === 0xfffd) broken++;
  }
  return { wide, broken };
}

/** Where the first byte beyond ASCII stands, or the length. */
export function asciiLength(bytes) {
  let length = 0;
  while (length < bytes.length && bytes[length] < 0x80) length++;
  return length;
}

/** Turns the bytes of one encoding into UTF-8, piece by piece. */
export function makeConverter(encoding) {
  if (encoding === "utf-8") return { convert: (bytes) => bytes, end: () => new Uint8Array(0) };
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    convert: (bytes) => encoder.encode(decoder.decode(bytes, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  };
}
