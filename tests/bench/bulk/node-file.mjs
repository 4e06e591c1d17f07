/** Files of the bulk contests in Node: read as a stream, in pieces of one MiB for everybody. */
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PIECE = 1 << 20;

export function fileAt(path) {
  const open = () => createReadStream(path, { highWaterMark: PIECE });
  return { path, source: open, pieces: open };
}

/** Lets `work` make files of bytes, and removes them afterwards. */
export async function withFiles(work) {
  const folder = await mkdtemp(join(tmpdir(), "onshi-check-bench-"));
  let made = 0;
  try {
    return await work(async (bytes) => {
      const path = join(folder, `${(made += 1)}.csv`);
      await writeFile(path, bytes);
      return fileAt(path);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
