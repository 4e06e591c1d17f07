// Starting: the inlined entry, the slim one, and the error when neither can.

import { OnshiUnavailable, ready, version } from "onshi-check";
import * as slim from "onshi-check/slim";
import type * as whole from "onshi-check";
import { typeOf } from "./expect.js";

typeOf(ready).is<Promise<void>>();
typeOf(version).is<string>();
try {
  await ready;
} catch (error) {
  if (error instanceof OnshiUnavailable) {
    typeOf(error.name).is<"OnshiUnavailable">();
    typeOf(error.cause).is<unknown>();
  }
}
throw new OnshiUnavailable("", { cause: undefined });

// The slim entry has everything that the other has, and `init`.
const same: typeof whole = slim;
same.check("email", "");
const init: (source: slim.ModuleSource) => Promise<void> = slim.init;
init(new ArrayBuffer(0));
init("/onshi_check.wasm");
slim.init(Promise.resolve(new Uint8Array()));
typeOf(slim.check("email", "")).is<slim.Verdict<"email">>();
// @ts-expect-error the inlined entry needs no init
same.init;
// @ts-expect-error not a module
slim.init(null);
