// The annotated copy: written beside its place and moved there when it is whole, so that half a file never looks like one.

import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { CannotRun } from "./cannot-run.js";
import { plain } from "./plain.js";

/** Where a copy will be written. Refuses the file that is read. `input` is what `openInput` gave. */
export async function planCopy(path, input, words) {
  const target = await stat(path).catch(() => undefined);
  if (target?.isDirectory()) throw new CannotRun(words.isFolder(plain(path)));
  const { stats } = input;
  // By number, not by name: a link is the same file.
  if (target && stats && target.dev === stats.dev && target.ino === stats.ino) throw new CannotRun(words.copyIsInput(plain(path)));
  // What stands in the file stays with those who may read it now.
  const model = target ?? (stats?.isFile() ? stats : undefined);
  const mode = model === undefined ? 0o666 : model.mode & 0o777;
  if (target && !target.isFile()) return { path, target: path, mode, isDirect: true };
  return { path, target: target ? await realpath(path) : path, mode, isDirect: false };
}

/** Writes the copy. Of a run that was stopped nothing stays. */
export async function writeCopy(chunks, { path, target, mode, isDirect }, { signal, words }) {
  const place = isDirect ? target : `${target}.${process.pid}.part`;
  let file;
  try {
    file = await open(place, isDirect ? "w" : "wx", mode);
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.close();
    if (isDirect) return;
    await rename(place, target);
  } catch (error) {
    await file?.close();
    if (file && !isDirect) await rm(place, { force: true });
    // The stream of a stopped run ends with an error.
    if (signal.aborted) return;
    if (error.syscall === undefined) throw error;
    throw new CannotRun(words.unwritable(plain(path), error.code));
  }
}
