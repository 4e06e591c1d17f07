// With the types of a browser: files in a form, responses and modules.

import { form } from "onshi-check";
import { init } from "onshi-check/slim";

declare const element: HTMLFormElement;
form("user-registration").check(Object.fromEntries(new FormData(element)));
init(fetch("/onshi_check.wasm"));
init(new Response());
init(WebAssembly.compileStreaming(fetch("/onshi_check.wasm")));
init(new URL("https://example.jp/onshi_check.wasm"));
// @ts-expect-error not a module
init(null);
