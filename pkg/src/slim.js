// onshi-check/slim: the same, without the module; `init` says where it is.

import { OnshiUnavailable, provide, start } from "./engine.js";

export * from "./public.js";

let settle;

/** Settles as the first `init` does. */
export const ready = new Promise((resolve, reject) => {
  settle = { resolve, reject };
});
ready.catch(() => {});

/** Takes the module: bytes, a compiled module, a Response, a URL, or a promise of one of them. */
export async function init(source) {
  try {
    const module = await compile(await source);
    if (!isOurs(module)) throw new TypeError("it is another module");
    provide(() => module);
    start();
    settle.resolve();
  } catch (cause) {
    const error = cause instanceof OnshiUnavailable ? cause : new OnshiUnavailable("the module cannot be used: " + cause?.message, { cause });
    settle.reject(error);
    throw error;
  }
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (typeof Response === "function" && source instanceof Response) source = await source.arrayBuffer();
  return WebAssembly.compile(source);
}

function isOurs(module) {
  return WebAssembly.Module.exports(module).some(({ name }) => name === "form_check");
}
