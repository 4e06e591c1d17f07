// Where the bytes of a file come from.

/** A piece is read at once, so it bounds how long the page waits, and how much of the file is in memory. */
const PIECE = 1 << 20;

/** A source as one thing: `next()` gives the next bytes, or undefined at the end; `close()` lets go of it. */
export function openSource(source) {
  if (typeof source === "string") return fromBytes(new TextEncoder().encode(source));
  if (source instanceof Uint8Array) return fromBytes(source);
  if (source instanceof ArrayBuffer) return fromBytes(new Uint8Array(source));
  if (typeof Blob !== "undefined" && source instanceof Blob) return fromBlob(source);
  if (typeof source?.getReader === "function") return fromReader(source.getReader());
  if (typeof source?.[Symbol.asyncIterator] === "function") return fromIterator(source[Symbol.asyncIterator]());
  throw new TypeError("onshi-check/bulk: the source is none of File, Blob, ReadableStream, async iterable, Uint8Array, string");
}

function fromBytes(bytes) {
  let at = 0;
  return {
    totalBytes: bytes.length,
    isInMemory: true,
    next: () => (at < bytes.length ? bytes.subarray(at, (at += PIECE)) : undefined),
    close() {},
  };
}

function fromBlob(blob) {
  let at = 0;
  return {
    totalBytes: blob.size,
    async next() {
      if (at >= blob.size) return undefined;
      return new Uint8Array(await blob.slice(at, (at += PIECE)).arrayBuffer());
    },
    close() {},
  };
}

function fromReader(reader) {
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? undefined : toBytes(value);
    },
    // Somebody else may hold the other end.
    close: () => void reader.cancel().catch(() => {}),
  };
}

function fromIterator(iterator) {
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? undefined : toBytes(value);
    },
    close: () => void Promise.resolve(iterator.return?.()).catch(() => {}),
  };
}

function toBytes(piece) {
  if (piece instanceof Uint8Array) return piece;
  if (typeof piece === "string") return new TextEncoder().encode(piece);
  throw new TypeError("onshi-check/bulk: the source gives something else than bytes");
}
