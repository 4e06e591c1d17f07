/**
 * The marks that the project set itself, as far as these contests measure them.
 * A mark compares the package with another contender in one contest, in one environment;
 * both times come from the same interleaved run.
 */

const BOTH = ["Node", "Chromium"];

const SPEED_MARKS = [
  ...atMost(["Chromium"], "field-valid", "customer ID, valid", { regex: 1.25, floor: 1.3 }),
  ...timesFaster(["Chromium"], "field-valid", "customer ID, valid", { zod: 1, valibot: 1 }),
  ...atMost(BOTH, "eight-valid", "8 fields, valid", { regex: 1.5 }),
  ...timesFaster(BOTH, "eight-valid", "8 fields, valid", { zod: 2, valibot: 2 }),
  ...timesFaster(BOTH, "eight-issues", "8 fields, 3 wrong, full issues", {
    zod: 4,
    valibot: 2,
    typebox: 10,
    arktype: 10,
  }),
  ...timesFaster(BOTH, "eight-issues-strict", "the same without `unsafe-eval`", { zod: 3 }),
  ...atMost(["Chromium"], "first-verdict", "import to first verdict", { valibot: 1.2, zod: 0.6 }),
];

/** How much the JavaScript heap may differ after a collection and still count as flat. */
const HEAP_NOISE = 1024 * 1024;

/**
 * @param {(environment: string, contest: string, contender: string) => number} timeOf
 * @param {(environment: string) => { calls: number, wasm: number, heap: number }[]} memoryOf
 * @returns {{ mark: string, environment: string, measured: string, met: boolean }[]}
 */
export function judgeMarks(timeOf, memoryOf) {
  const speed = SPEED_MARKS.map(({ environment, contest, words, contender, limit, faster }) => {
    const ours = timeOf(environment, contest, "onshi-check");
    const theirs = timeOf(environment, contest, contender);
    const ratio = faster ? theirs / ours : ours / theirs;
    return {
      mark: `${words}: ${faster ? fasterThan(contender, limit) : `≤ ${limit} × ${contender}`}`,
      environment,
      measured: `${ratio.toFixed(2)} ×`,
      met: faster ? ratio >= limit : ratio <= limit,
    };
  });
  const memory = BOTH.map((environment) => {
    const [first, ...later] = memoryOf(environment);
    const last = later.at(-1);
    return {
      mark: "memory flat over 1 000 000 calls",
      environment,
      measured: `WebAssembly ${kibibytes(last.wasm - first.wasm)}, heap ${kibibytes(last.heap - first.heap)}`,
      met: last.wasm === first.wasm && last.heap - first.heap <= HEAP_NOISE,
    };
  });
  return [...speed, ...memory];
}

/** `least` is a speed of our own, in million rows a second. */
const BULK_MARKS = [
  { contest: "ids", words: "customer IDs from bytes", least: 150 },
  { contest: "ids", words: "customer IDs from bytes", contender: "regex", limit: 15 },
  { contest: "csv", words: "CSV of 8 columns, from a file", contender: "regex", limit: 3 },
  { contest: "csv", words: "CSV of 8 columns, from a file", contender: "papaparse-zod", limit: 5 },
];

/** A row of the largest file may take so much more than one of the smallest, and growth still counts as linear. */
const GROWTH_NOISE = 1.25;

/**
 * The marks about whole files, for the largest of the sizes.
 * @param {number[]} sizes in rows, ascending
 * @param {(environment: string, contest: string, rows: number, contender: string) => number} timeOf nanoseconds a row
 */
export function judgeBulkMarks(sizes, timeOf) {
  const [first, last] = [sizes[0], sizes.at(-1)];
  const speed = BULK_MARKS.map(({ contest, words, contender, limit, least }) => (environment) => {
    const ours = timeOf(environment, contest, last, "onshi-check");
    if (contender === undefined) {
      const speed = 1000 / ours;
      return { mark: `${words}: ≥ ${least} million rows/s`, measured: speed.toFixed(0), met: speed >= least };
    }
    const faster = timeOf(environment, contest, last, contender) / ours;
    return {
      mark: `${words}: ${fasterThan(contender, limit)}`,
      measured: `${faster.toFixed(2)} ×`,
      met: faster >= limit,
    };
  });
  const growth = ["ids", "csv"].map((contest) => (environment) => {
    const [few, many] = [first, last].map((rows) => timeOf(environment, contest, rows, "onshi-check"));
    return {
      mark: `${contest}: linear from ${first} to ${last} rows`,
      measured: `a row takes ${(many / few).toFixed(2)} × as long`,
      met: many <= few * GROWTH_NOISE,
    };
  });
  return [...speed, ...growth].flatMap((judge) => BOTH.map((environment) => ({ environment, ...judge(environment) })));
}

function atMost(environments, contest, words, limits) {
  return marksOf(environments, contest, words, limits, false);
}

function timesFaster(environments, contest, words, limits) {
  return marksOf(environments, contest, words, limits, true);
}

function marksOf(environments, contest, words, limits, faster) {
  return Object.entries(limits).flatMap(([contender, limit]) =>
    environments.map((environment) => ({ environment, contest, words, contender, limit, faster })),
  );
}

function fasterThan(contender, limit) {
  return limit === 1 ? `faster than ${contender}` : `≥ ${limit} × faster than ${contender}`;
}

function kibibytes(bytes) {
  const rounded = Math.round(bytes / 1024);
  return `${rounded > 0 ? "+" : ""}${rounded} KiB`;
}
