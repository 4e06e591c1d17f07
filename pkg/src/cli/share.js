// One source for several readers: standard input can be read only once.

/**
 * Gives every reader the same chunks, no faster than the slowest takes them, so that nothing piles up. A reader that is
 * done calls `leave`; otherwise the others would wait for it.
 */
export function share(chunks, count) {
  const iterator = chunks[Symbol.asyncIterator]();
  let readers = count;
  let waiting = [];

  function advance() {
    if (waiting.length === 0 || waiting.length < readers) return;
    const served = waiting;
    waiting = [];
    iterator.next().then(
      (result) => served.forEach(({ resolve }) => resolve(result)),
      (error) => served.forEach(({ reject }) => reject(error)),
    );
  }

  function makeReader() {
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      readers--;
      advance();
    };
    return {
      leave,
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise((resolve, reject) => {
            waiting.push({ resolve, reject });
            advance();
          }),
        return: async () => {
          leave();
          return { done: true, value: undefined };
        },
      }),
    };
  }

  return Array.from({ length: count }, makeReader);
}
