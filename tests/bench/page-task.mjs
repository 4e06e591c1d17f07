/** The page's side of chromium.mjs: does the task named in its address and hands in the result. */
const TASKS = {
  contest: async ({ contest, options }) => (await import("./contests.mjs")).runContest(contest, options),
  bulk: async ({ contest, options }) => {
    const { runBulkContest } = await import("./bulk/contests.mjs");
    return runBulkContest(contest, options, async (bytes) => {
      const file = new File([bytes], "rows.csv");
      return { source: () => file, pieces: () => file.stream() };
    });
  },
  memory: async ({ steps }) => {
    const { exercise } = await import("./memory.mjs");
    const samples = [];
    for (const calls of steps) {
      const wasm = await exercise(calls);
      globalThis.gc();
      samples.push({ calls, wasm, heap: performance.memory.usedJSHeapSize });
    }
    return samples;
  },
  /** From just before the import of a bundle to the first verdict of a customer ID, in milliseconds. */
  firstVerdict: async ({ path }) => {
    const start = performance.now();
    const { customerId } = await import(path);
    const verdict = customerId()("CAF0123456789");
    const elapsed = performance.now() - start;
    if (verdict !== true) throw new Error(`${path} answered ${verdict}`);
    return elapsed;
  },
};

const { task, ...parameters } = JSON.parse(decodeURIComponent(location.search.slice(1)));
const outcome = await TASKS[task](parameters).then(
  (result) => ({ result }),
  (error) => ({ error: error.stack ?? String(error) }),
);
await fetch("/result", { method: "POST", body: JSON.stringify(outcome) });
