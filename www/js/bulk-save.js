// What the page gives away: files that the browser saves. Nothing is sent for it.

import { annotate } from "./bulk-package.js";

/** As long as the slowest browser may take to begin saving. */
const KEPT_FOR = 60_000;

/** A piece of the file is read at once. */
const PIECE = 1 << 20;

/** So much is kept in memory before the browser gets it, which may put it on the disk. */
const BATCH = 16 << 20;

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** The file with its results. onProgress(bytes): so much of it was read. */
export async function makeAnnotated(file, options, onProgress) {
  const type = "text/csv;charset=utf-8";
  let made = new Blob([], { type });
  let batch = [];
  let length = 0;
  const reader = annotate(readPieces(file, onProgress), options).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob([made, ...batch], { type });
    batch.push(value);
    length += value.length;
    if (length < BATCH) continue;
    made = new Blob([made, ...batch], { type });
    batch = [];
    length = 0;
  }
}

async function* readPieces(file, onProgress) {
  for (let at = 0; at < file.size; at += PIECE) {
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    onProgress(Math.min(at + PIECE, file.size));
  }
}
