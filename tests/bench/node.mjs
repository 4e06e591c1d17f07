import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BULK_CONTENDERS } from "./bulk/contests.mjs";
import { withFiles } from "./bulk/node-file.mjs";
import { makeApplications } from "./bulk/rows.mjs";

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
    runBulk: (contest, options) => runTask({ task: "bulk", contest, options }, ["--expose-gc"]),
    watchPeaks: (rows) =>
      withFiles(async (makeFile) => {
        const { path } = await makeFile(makeApplications(rows).bytes);
        const peaks = [{ contender: undefined, bytes: await runTask({ task: "bulkPeak" }, []) }];
        for (const contender of BULK_CONTENDERS) {
          peaks.push({ contender, bytes: await runTask({ task: "bulkPeak", contender, path }, []) });
        }
        return peaks;
      }),
  };
}

async function runTask(parameters, flags) {
  const script = fileURLToPath(new URL("./node-task.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, JSON.stringify(parameters)]);
  return JSON.parse(stdout);
}
