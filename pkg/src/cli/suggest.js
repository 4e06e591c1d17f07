// The name that somebody may have meant.

/** How many letters may be wrong. */
const MOST_WRONG = 3;

/** The known name that is nearest to what was written, or undefined. */
export function suggest(written, names) {
  const wanted = letters(written);
  let best;
  for (const name of names) {
    const known = letters(name);
    if (known === "") continue;
    // The beginning of a name is enough: "eligibility" is the application.
    const most = wanted.length > 3 && known.startsWith(wanted) ? 1 : Infinity;
    const wrong = Math.min(most, distance(wanted, known));
    if (wrong <= Math.min(MOST_WRONG, Math.floor(known.length / 3)) && (best === undefined || wrong < best.wrong)) best = { name, wrong };
  }
  return best?.name;
}

/** Names are compared without case and signs: customerId is customer-id. */
function letters(name) {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many letters must be put in, taken out, changed or exchanged with their neighbour. */
function distance(from, to) {
  let before = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isExchanged = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1));
      if (isExchanged) current[column] = Math.min(current[column], before[column - 2] + 1);
    }
    [before, above] = [above, current];
  }
  return above[to.length];
}
