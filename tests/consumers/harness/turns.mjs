// Several things at once, but not all.

/** Calls `work` with every item, `width` of them at a time; the results are in the order of the items. */
export async function takeTurns(items, width, work) {
  const results = [];
  const waiting = items.entries();
  const takeOneAfterAnother = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, takeOneAfterAnother));
  return results;
}
