/**
 * The contests about whole files. This module and all it imports run unchanged in Node and in Chromium; there the contenders
 * come bundled, one file each.
 */
import { median } from "../stopwatch.mjs";
import { makeApplications, makeIds } from "./rows.mjs";

export const BULK_CONTENDERS = ["onshi-check", "regex", "row-regex", "papaparse-zod", "papaparse-valibot"];

/** `judge` names a contender's function; `also` is verified and not timed. */
export const BULK_CONTESTS = {
  ids: { judge: "customerIds", make: makeIds, also: (count) => makeIds(count, { wrong: true }), isFile: false },
  csv: { judge: "applications", make: makeApplications, isFile: true },
};

/** After a collection, in milliseconds. */
const PAUSE = 50;

/** So many rows are verified beside those that are timed. */
const VERIFIED_ROWS = 5_000;

/**
 * Verifies and then races the contenders, interleaved, in rotated order.
 * @param {(bytes: Uint8Array) => Promise<object>} makeFile a file of the environment that holds these bytes
 * @returns {Promise<{ contender: string, nanoseconds: number }[]>} median nanoseconds a row
 */
export async function runBulkContest(contestName, { rows, rounds }, makeFile) {
  const contest = BULK_CONTESTS[contestName];
  const contenders = await Promise.all(BULK_CONTENDERS.map(loadContender));
  const prepare = async ({ bytes, expected }) => ({ input: contest.isFile ? await makeFile(bytes) : bytes, expected });
  if (contest.also !== undefined) {
    const { input, expected } = await prepare(contest.also(VERIFIED_ROWS));
    for (const contender of contenders) verify(contender, await contender[contest.judge](input), expected);
  }
  const { input, expected } = await prepare(contest.make(rows));
  const nanoseconds = contenders.map(() => []);
  // The first round warms up.
  for (let round = -1; round < rounds; round += 1) {
    for (let step = 0; step < contenders.length; step += 1) {
      const index = (round + 1 + step) % contenders.length;
      await cleanUp();
      const start = performance.now();
      const summary = await contenders[index][contest.judge](input);
      const elapsed = performance.now() - start;
      verify(contenders[index], summary, expected);
      if (round >= 0) nanoseconds[index].push((elapsed * 1e6) / rows);
    }
  }
  return BULK_CONTENDERS.map((contender, index) => ({ contender, nanoseconds: median(nanoseconds[index]) }));
}

/** Nobody pays for what another left behind: after a collection, threads of the engine go on giving memory back. */
async function cleanUp() {
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}

/** One contender, one file, once: what it takes in memory is the environment's to say. */
export async function runBulkOnce(contender, file) {
  const { applications } = await loadContender(contender);
  return applications(file);
}

async function loadContender(contender) {
  return { ...(await import(`./contenders/${contender}.mjs`)), contender };
}

/** Throws at the first difference: a contender that judges otherwise is not measured. */
function verify({ contender }, { rows, valid, invalid, wrongByColumn, issues }, expected) {
  const found = { rows, valid, invalid, wrongByColumn };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${contender}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
  if ((issues.length === 0) !== (invalid === 0)) throw new Error(`${contender}: ${issues.length} issues`);
  for (const { code, message } of issues) {
    if (typeof code !== "string" || code === "" || !/[\u3041-\u30ff\u4e00-\u9fff]/.test(message)) {
      throw new Error(`${contender}: an issue without a code or a Japanese message`);
    }
  }
}
