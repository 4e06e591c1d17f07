// Where the bytes of a file come from.

/** A piece is read at once, so it bounds how long the page waits, and how much of the file is in memory. */
const PIECE = 1 << 20;
const NOTHING = new Uint8Array(0);

/**
 * A source as one thing: `next()` gives the next bytes, or undefined at the end; `close()` lets go of it. Bytes that it only
 * lends are good until the next ones.
 */
export function openSource(source) {
  if (typeof source === "string") return { ...fromBytes(new TextEncoder().encode(source)), isText: true };
  if (source instanceof Uint8Array) return fromBytes(source);
  if (typeof Blob !== "undefined" && source instanceof Blob) return fromBlob(source);
  if (typeof source?.getReader === "function") {
    const reader = source.getReader();
    return fromStream(() => reader.read(), () => reader.cancel());
  }
  if (typeof source?.[Symbol.asyncIterator] === "function") {
    const iterator = source[Symbol.asyncIterator]();
    return fromStream(() => iterator.next(), () => iterator.return?.());
  }
  throw new TypeError("onshi-check/bulk: the source is none of File, Blob, ReadableStream, async iterable, Uint8Array, string");
}

function fromBytes(bytes) {
  let at = 0;
  return {
    totalBytes: bytes.length,
    next: () => (at < bytes.length ? bytes.subarray(at, (at += PIECE)) : undefined),
    close() {},
  };
}

/** As a stream, which reads ahead: slice by slice, every one waits for the process that holds the file, four times as long. */
function fromBlob(blob) {
  const reader = blob.stream().getReader();
  const read = () => reader.read().catch((error) => explain(blob, error));
  return { ...fromStream(read, () => reader.cancel()), totalBytes: blob.size, lends: false };
}

/** Of a file that is gone or has changed, the stream says in Chromium that the network failed; a slice says what it was. */
async function explain(blob, error) {
  await blob.slice(0, 1).arrayBuffer();
  throw error;
}

/** What gives pieces of any length. */
function fromStream(read, cancel) {
  let rest = NOTHING;
  return {
    lends: true,
    async next() {
      if (rest.length === 0) {
        const { done, value } = await read();
        if (done) return undefined;
        rest = toBytes(value);
      }
      const piece = rest.subarray(0, PIECE);
      rest = rest.subarray(PIECE);
      return piece;
    },
    // Somebody else may hold the other end, and what they say of it comes too late.
    close: () => void Promise.resolve().then(cancel).catch(() => {}),
  };
}

function toBytes(piece) {
  if (piece instanceof Uint8Array) return piece;
  if (typeof piece === "string") return new TextEncoder().encode(piece);
  throw new TypeError("onshi-check/bulk: the source gives something else than bytes");
}

/** The same source, which ends with the signal: whoever stops must not wait for a network that says nothing. */
export function untilAborted(source, signal) {
  if (signal === undefined) return source;
  const next = () =>
    new Promise((resolve, reject) => {
      const stop = () => resolve(undefined);
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop);
      Promise.resolve(source.next())
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", stop));
    });
  return { ...source, next };
}
