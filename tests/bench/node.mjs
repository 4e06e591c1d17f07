import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What a Content-Security-Policy without 'unsafe-eval' is to a page. */
export const STRICT_FLAG = "--disallow-code-generation-from-strings";

/** Node as an environment of the contests, with the silhouette of Chromium in chromium.mjs. */
export function openNode() {
  return {
    name: "Node",
    version: process.versions.node,
    runContest: (contest, options, { unsafeEval }) =>
      runTask({ task: "contest", contest, options }, unsafeEval ? [] : [STRICT_FLAG]),
    watchMemory: (steps) => runTask({ task: "memory", steps }, ["--expose-gc"]),
  };
}

async function runTask(parameters, flags) {
  const script = fileURLToPath(new URL("./node-task.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, JSON.stringify(parameters)]);
  return JSON.parse(stdout);
}
