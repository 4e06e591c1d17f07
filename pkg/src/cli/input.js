// What is read: a file or standard input, its beginning looked at before the rest is taken.

import { fstatSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { CannotRun } from "./cannot-run.js";
import { plain } from "./plain.js";
import { suggest } from "./suggest.js";

/** As much as the plan of a file is made from. */
const HEAD = 128 << 10;
const CHUNK = 256 << 10;

export const STANDARD_INPUT = "-";

/** What files that are no text begin with. */
const FORMATS = [
  ["excel", [0x50, 0x4b, 0x03, 0x04]],
  ["excel", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["utf-16", [0xff, 0xfe]],
  ["utf-16", [0xfe, 0xff]],
  ["gzip", [0x1f, 0x8b]],
];

/**
 * Opens what is to be read. `head` is its beginning; iterating gives all of it, once, and ends early when the signal is
 * aborted. `size` and `stats` are those of a file.
 */
export async function openInput(path, { stdin, signal, words }) {
  const isStandard = path === STANDARD_INPUT;
  const name = isStandard ? words.standardInput : path;
  const { stream, stats } = isStandard ? { stream: stdin, stats: statsOf(stdin) } : await openFile(path, words);
  // Waiting for a pipe must end as well.
  signal.addEventListener("abort", () => void stream.destroy(), { once: true });
  if (signal.aborted) stream.destroy();

  const chunks = stream[Symbol.asyncIterator]();
  async function next() {
    try {
      return await chunks.next();
    } catch (error) {
      if (signal.aborted) return { done: true, value: undefined };
      throw unreadable(error, name, words);
    }
  }

  const first = [];
  for (let length = 0; length < HEAD; ) {
    const { done, value } = await next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const head = Buffer.concat(first);
  const [format] = FORMATS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte)) ?? [];
  if (format !== undefined) {
    stream.destroy();
    throw new CannotRun(words.formats[format](plain(name)));
  }

  async function* read() {
    try {
      if (head.length > 0) yield head;
      for (let step = await next(); !step.done; step = await next()) yield step.value;
      // One turn more to see that it was stopped: the row that was cut off is not the last one of the file.
      if (signal.aborted) yield new Uint8Array(0);
    } finally {
      stream.destroy();
    }
  }
  return { name, head, stats, size: stats?.isFile() ? stats.size : undefined, [Symbol.asyncIterator]: read, close: () => void stream.destroy() };
}

/** Of standard input: a shell may have opened a file for it. */
function statsOf({ fd }) {
  try {
    return fd === undefined ? undefined : fstatSync(fd);
  } catch {
    return undefined;
  }
}

async function openFile(path, words) {
  let handle;
  try {
    handle = await open(path);
    const stats = await handle.stat();
    if (!stats.isDirectory()) return { stream: handle.createReadStream({ highWaterMark: CHUNK }), stats };
  } catch (error) {
    await handle?.close();
    if (error.code === "ENOENT") throw new CannotRun(words.noSuchFile(plain(path), plain((await findNeighbour(path)) ?? "")));
    throw unreadable(error, path, words);
  }
  await handle.close();
  throw new CannotRun(words.isFolder(plain(path)));
}

function unreadable(error, name, words) {
  if (error.code === "EACCES" || error.code === "EPERM") return new CannotRun(words.notAllowed(plain(name)));
  return new CannotRun(words.unreadable(plain(name), plain(error.message)));
}

/** A file of the same folder whose name is nearly the same. */
async function findNeighbour(path) {
  try {
    return suggest(basename(path), await readdir(dirname(path)));
  } catch {
    return undefined;
  }
}
