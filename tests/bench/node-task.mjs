/** One contest, or the memory watch, in a process of its own: what it warms up neither helps nor hurts the next. */
import { readFile } from "node:fs/promises";
import { runBulkContest, runBulkOnce } from "./bulk/contests.mjs";
import { fileAt, withFiles } from "./bulk/node-file.mjs";
import { runContest } from "./contests.mjs";

const TASKS = {
  contest: ({ contest, options }) => runContest(contest, options),
  bulk: ({ contest, options }) => withFiles((makeFile) => runBulkContest(contest, options, makeFile)),
  /** The largest part of the machine's memory that the process ever held; without a contender that of Node alone. */
  bulkPeak: async ({ contender, path }) => {
    if (contender !== undefined) await runBulkOnce(contender, fileAt(path));
    return peak();
  },
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

/** In bytes. `maxRSS` counts on Linux what the parent held when it started this process, too; the status does not. */
async function peak() {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kibibytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kibibytes) * 1024;
}

const { task, ...parameters } = JSON.parse(process.argv[2]);
process.stdout.write(JSON.stringify(await TASKS[task](parameters)));
