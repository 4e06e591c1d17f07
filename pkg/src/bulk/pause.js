// Lets the page breathe between two pieces.

/** How long work goes on before the page gets a turn, in milliseconds: less than a frame. */
const TURN = 12;

/** Waits for a turn of the page where the last one is long past. */
export function makePause() {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN) return;
    await nextTurn();
    last = performance.now();
  };
}

/**
 * A message waits behind what waits already. `scheduler.yield()` goes before timers and messages: in Chromium none of them
 * came to its turn while a file was read, the one that cancels it least of all. A timer would wait for four milliseconds.
 */
function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
