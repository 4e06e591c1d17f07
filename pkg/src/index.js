// onshi-check: the module is inside, as text, and starts at the first call.

import text from "#wasm-text";
import { provide, start } from "./engine.js";

export * from "./public.js";

provide(() => {
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) bytes[index] = parseInt(text.substr(index * 2, 2), 16);
  return new WebAssembly.Module(bytes);
});

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
