// The module inside, as text: it starts at the first call.

import text from "#wasm-text";
import { provide } from "./engine.js";

export { ready } from "./ready.js";

provide(() => new WebAssembly.Module(bytesOf(text)));

/** Hexadecimal into bytes: by the engine where it can, which is a hundred times as fast. */
function bytesOf(text) {
  if (Uint8Array.fromHex) return Uint8Array.fromHex(text);
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = (digit(text.charCodeAt(index * 2)) << 4) | digit(text.charCodeAt(index * 2 + 1));
  }
  return bytes;
}

/** `0` to `9` and `a` to `f`: the lower four bits, and nine more for a letter. */
function digit(code) {
  return (code & 15) + (code >> 6) * 9;
}
