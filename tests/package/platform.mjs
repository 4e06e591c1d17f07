// The platform under observation: what the package asks of WebAssembly, seen from outside.

/**
 * While `work` runs, `new WebAssembly[name](…)` is `construct(original, arguments)`. Everything else, `instanceof` too,
 * is as before.
 */
export async function withConstructor(name, construct, work) {
  const original = WebAssembly[name];
  WebAssembly[name] = new Proxy(original, { construct: (_, parts) => construct(original, parts) });
  try {
    return await work();
  } finally {
    WebAssembly[name] = original;
  }
}

/** Runs `work`, and returns what it returns with the arguments and the result of every `new WebAssembly[name](…)`. */
export async function watching(name, work) {
  const made = [];
  const construct = (original, parts) => {
    const object = new original(...parts);
    made.push({ parts, object });
    return object;
  };
  return { result: await withConstructor(name, construct, work), made };
}
