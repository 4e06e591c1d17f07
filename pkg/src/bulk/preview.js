// The beginning of a file, and how it would be read: what a page shows before it begins.

import { start } from "../engine.js";
import { readOptions, readSignal } from "./options.js";
import { Reading } from "./reading.js";
import { openSource, untilAborted } from "./source.js";

const ROWS = 10;
const MASK = "\u2022\u2022\u2022\u2022";

/** Encoding, delimiter, header and columns of a file, with its first rows. */
export async function preview(source, options) {
  start();
  const signal = readSignal(options);
  const reading = new Reading(untilAborted(openSource(source), signal), readOptions(options));
  try {
    const { encoding, delimiter, header, columns, rows, secret } = await reading.preview(ROWS);
    if (signal?.aborted) throw signal.reason;
    const shown = rows.map((row) => row.map((cell, index) => (secret[index] && cell !== "" ? MASK : cell)));
    return { encoding, delimiter, header, columns, rows: shown };
  } finally {
    reading.close();
  }
}
