// onshi-check under the condition `workerd`: Cloudflare compiles modules when they are deployed, and none at run time.

import module from "./onshi_check.wasm";
import { provide } from "./engine.js";

export { ready } from "./ready.js";
export * from "./public.js";

provide(() => module);
