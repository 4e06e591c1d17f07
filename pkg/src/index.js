// onshi-check: the module is inside, as text, and starts at the first call.

import text from "#wasm-text";
import { provide, start } from "./engine.js";

export * from "./public.js";

provide(() => new WebAssembly.Module(bytesOf(text)));

/** Reads what `write_text` in xtask/src/pack.rs wrote: one character for a frequent byte, two for a rare one. */
function bytesOf(text) {
  const frequent = [];
  const rare = [];
  for (let byte = 0; byte < 256; byte++) {
    if (byte < 30) frequent[byte + 35] = byte;
    else if (byte > 0x7f && byte < 0x94) frequent[byte - 56] = byte;
    else if (/[ !A-G\]-z|~]/.test(String.fromCharCode(byte))) frequent[byte] = byte;
    else rare.push(byte);
  }
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const byte = frequent[text.charCodeAt(index)];
    bytes[length++] = byte ?? rare[placeOf(text[index], text.charCodeAt(++index))];
  }
  return bytes.subarray(0, length);
}

/** `{` and `}` are the first and the second page of the rare bytes; no character is a backslash. */
function placeOf(brace, code) {
  return (brace === "{" ? 0 : 91) + code - (code > 92 ? 36 : 35);
}

/** Resolves when the first check will work; rejects with OnshiUnavailable when none ever will. Waiting is optional,
 * and nothing is started before somebody waits. */
export const ready = {
  then: (resolve, reject) => begun().then(resolve, reject),
  catch: (reject) => begun().catch(reject),
  finally: (settle) => begun().finally(settle),
};

async function begun() {
  start();
}
