/**
 * Judges the rotating inputs `count` times and adds up the answers, so that no call can be optimised away.
 * Imported once a contender and contest, under a query of its own: each copy has its own inline caches,
 * and no contender pays for the shapes of another.
 */
export function laps(judge, inputs, count) {
  const mask = inputs.length - 1;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += Number(judge(inputs[index & mask]));
  return sum;
}
