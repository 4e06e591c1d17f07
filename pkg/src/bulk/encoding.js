// UTF-8 or Shift_JIS: found out where the first character beyond ASCII stands, and turned into UTF-8.

/** How much is looked at from there on, in bytes. */
export const WINDOW = 1 << 16;

/** The encoding of bytes that begin with the first one beyond ASCII. */
export function findEncoding(bytes) {
  const text = new TextDecoder().decode(bytes.subarray(0, WINDOW));
  let wide = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) wide++;
    if (unit === 0xfffd) broken++;
  }
  // Of a text in Shift_JIS nearly nothing is UTF-8; of one in UTF-8 a few bytes may be broken, the last ones by the cut.
  return broken > 1 && broken * 4 > wide ? "shift_jis" : "utf-8";
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
