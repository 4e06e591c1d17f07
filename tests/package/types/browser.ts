// With the types of a browser: files in a form, responses and modules.

import { check, form } from "onshi-check";
import { find } from "onshi-check/bulk";
import { init } from "onshi-check/slim";
import { attach } from "onshi-check/widget";

declare const element: HTMLFormElement;
form("user-registration").check(Object.fromEntries(new FormData(element)));
init(fetch("/onshi_check.wasm"));
init(new Response());
init(WebAssembly.compileStreaming(fetch("/onshi_check.wasm")));
init(new URL("https://example.jp/onshi_check.wasm"));
// @ts-expect-error not a module
init(null);

attach(element, { find });
attach(element, { find: (text) => [{ kind: "phone", value: text, confidence: "low", verdict: check("phone", text) }] });
// @ts-expect-error has to answer at once
attach(element, { find: async (text: string) => find(text) });
