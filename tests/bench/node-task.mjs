/** One contest, or the memory watch, in a process of its own: what it warms up neither helps nor hurts the next. */
import { runContest } from "./contests.mjs";

const TASKS = {
  contest: ({ contest, options }) => runContest(contest, options),
  memory: async ({ steps }) => {
    const { exercise } = await import("./memory.mjs");
    const samples = [];
    for (const calls of steps) {
      const wasm = await exercise(calls);
      globalThis.gc();
      samples.push({ calls, wasm, heap: process.memoryUsage().heapUsed });
    }
    return samples;
  },
};

const { task, ...parameters } = JSON.parse(process.argv[2]);
process.stdout.write(JSON.stringify(await TASKS[task](parameters)));
