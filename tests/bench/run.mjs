/**
 * Runs all contests in Node and in Chromium and writes BENCHMARKS.md.
 *
 *     node tests/bench/run.mjs           the real thing, a quarter of an hour
 *     node tests/bench/run.mjs --quick   a rehearsal: too few and too short rounds to quote, prints and writes nothing
 *     node tests/bench/run.mjs --bulk    the contests about whole files alone, prints and writes nothing
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { BULK_CONTESTS } from "./bulk/contests.mjs";
import { openChromium } from "./chromium.mjs";
import { CONTESTS } from "./contests.mjs";
import { openNode } from "./node.mjs";
import { writeBulkReport, writeReport } from "./report.mjs";

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean", default: false }, bulk: { type: "boolean", default: false } },
});
/** Whole files are raced in fewer rounds: one of the largest takes ten seconds. */
const EFFORT = flags.quick
  ? { rounds: 3, milliseconds: 5, loads: 3, memorySteps: [1_000, 10_000], bulkRounds: { 1000: 3, 10_000: 3 } }
  : {
      rounds: 25,
      milliseconds: 20,
      loads: 15,
      memorySteps: [10_000, 90_000, 900_000],
      bulkRounds: { 10_000: 25, 100_000: 9, 1_000_000: 9 },
    };

const OUTPUT = new URL("../../BENCHMARKS.md", import.meta.url);
/** The contest that is held once more where no code may be generated from strings. */
const STRICT = "eight-issues";

const measurements = await measure();
if (flags.bulk) {
  process.stdout.write(await writeBulkReport(measurements, EFFORT));
} else if (flags.quick) {
  process.stdout.write(await writeReport(measurements, EFFORT));
} else {
  await writeFile(OUTPUT, await writeReport(measurements, EFFORT));
}

async function measure() {
  const before = loadBefore();
  const chromium = await openChromium();
  try {
    const node = openNode();
    const environments = [];
    for (const environment of [node, chromium]) {
      const { name, version } = environment;
      const calls = flags.bulk ? {} : await measureCalls(environment);
      environments.push({ name, version, ...calls, bulk: await measureBulk(environment) });
    }
    say("Node: memory for whole files");
    const peaks = await node.watchPeaks(sizes().at(-1));
    let firstVerdicts;
    if (!flags.bulk) {
      say("Chromium: import to first verdict");
      firstVerdicts = await chromium.timeFirstVerdicts(EFFORT.loads);
    }
    return { environments, firstVerdicts, peaks, load: { before, after: loadavg()[0] } };
  } finally {
    await chromium.close();
  }
}

async function measureCalls(environment) {
  const { name } = environment;
  const contests = {};
  for (const contest of Object.keys(CONTESTS)) {
    say(`${name}: ${contest}`);
    contests[contest] = await environment.runContest(contest, EFFORT, { unsafeEval: true });
  }
  say(`${name}: ${STRICT}, without unsafe-eval`);
  contests[`${STRICT}-strict`] = await environment.runContest(STRICT, EFFORT, { unsafeEval: false });
  say(`${name}: memory`);
  const memory = await environment.watchMemory(EFFORT.memorySteps);
  return { contests, memory };
}

/** For each contest the rows of its table by the size of the file. */
async function measureBulk(environment) {
  const bulk = {};
  for (const contest of Object.keys(BULK_CONTESTS)) {
    bulk[contest] = {};
    for (const rows of sizes()) {
      say(`${environment.name}: ${contest}, ${rows} rows`);
      bulk[contest][rows] = await environment.runBulk(contest, { rows, rounds: EFFORT.bulkRounds[rows] });
    }
  }
  return bulk;
}

function sizes() {
  return Object.keys(EFFORT.bulkRounds).map(Number);
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
