/**
 * Times contenders against each other: interleaved in every round, their order rotated from round to round, the median
 * taken of the rounds. What disturbs the machine then disturbs all, and ratios hold where nanoseconds do not.
 */

/**
 * @param {{ run: (count: number) => number, expected: number }[]} contenders `run` judges `count` inputs and returns
 *   the sum of its answers; `expected` is that sum for one rotation
 * @param {{ rotation: number, rounds: number, milliseconds: number }} options `milliseconds` a contender and round
 * @returns {number[]} median nanoseconds an operation, in the order of the contenders
 */
export function race(contenders, { rotation, rounds, milliseconds }) {
  const counts = contenders.map((contender) => calibrate(contender, rotation, milliseconds));
  const nanoseconds = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < contenders.length; step += 1) {
      const index = (round + step) % contenders.length;
      nanoseconds[index].push((time(contenders[index], counts[index], rotation) * 1e6) / counts[index]);
    }
  }
  return nanoseconds.map(median);
}

export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many operations fill the time; warms the contender up on the way, through all tiers of the compiler. */
function calibrate(contender, rotation, milliseconds) {
  const warmUntil = performance.now() + 4 * milliseconds;
  while (performance.now() < warmUntil) time(contender, rotation * 16, rotation);
  for (let count = rotation; ; count *= 2) {
    const elapsed = time(contender, count, rotation);
    if (elapsed < milliseconds / 4) continue;
    return Math.max(1, Math.round((count * milliseconds) / elapsed / rotation)) * rotation;
  }
}

function time({ run, expected }, count, rotation) {
  const start = performance.now();
  const sum = run(count);
  const elapsed = performance.now() - start;
  if (sum !== (expected * count) / rotation) throw new Error(`answers changed: ${sum} for ${count} of ${expected}`);
  return elapsed;
}
