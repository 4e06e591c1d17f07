/**
 * Runs all contests in Node and in Chromium and writes BENCHMARKS.md.
 *
 *     node tests/bench/run.mjs           the real thing, some minutes
 *     node tests/bench/run.mjs --quick   a rehearsal: too few and too short rounds to quote, prints and writes nothing
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openChromium } from "./chromium.mjs";
import { CONTESTS } from "./contests.mjs";
import { openNode } from "./node.mjs";
import { writeReport } from "./report.mjs";

const { values: flags } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const EFFORT = flags.quick
  ? { rounds: 3, milliseconds: 5, loads: 3, memorySteps: [1_000, 10_000] }
  : { rounds: 25, milliseconds: 20, loads: 15, memorySteps: [10_000, 90_000, 900_000] };

const OUTPUT = new URL("../../BENCHMARKS.md", import.meta.url);
/** The contest that is held once more where no code may be generated from strings. */
const STRICT = "eight-issues";

const report = await writeReport(await measure(), EFFORT);
if (flags.quick) {
  process.stdout.write(report);
} else {
  await writeFile(OUTPUT, report);
}

async function measure() {
  const before = loadBefore();
  const chromium = await openChromium();
  try {
    const environments = [await measureIn(openNode()), await measureIn(chromium)];
    say("Chromium: import to first verdict");
    const firstVerdicts = await chromium.timeFirstVerdicts(EFFORT.loads);
    return { environments, firstVerdicts, load: { before, after: loadavg()[0] } };
  } finally {
    await chromium.close();
  }
}

async function measureIn(environment) {
  const { name, version } = environment;
  const contests = {};
  for (const contest of Object.keys(CONTESTS)) {
    say(`${name}: ${contest}`);
    contests[contest] = await environment.runContest(contest, EFFORT, { unsafeEval: true });
  }
  say(`${name}: ${STRICT}, without unsafe-eval`);
  contests[`${STRICT}-strict`] = await environment.runContest(STRICT, EFFORT, { unsafeEval: false });
  say(`${name}: memory`);
  const memory = await environment.watchMemory(EFFORT.memorySteps);
  return { name, version, contests, memory };
}

/** The load average before the first contest; a busy machine is worth a warning, its figures are not worth keeping. */
function loadBefore() {
  const load = loadavg()[0];
  if (load > availableParallelism() / 4) say(`the machine is busy (load ${load.toFixed(2)}): ratios will be rough`);
  return load;
}

function say(what) {
  process.stderr.write(`bench: ${what}\n`);
}
