// Waiting for a module that starts by itself.

import { start } from "./engine.js";

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
