// A whole file, from its first byte to its report. Runs on the main thread and in the worker alike.

import { makePause } from "./pause.js";
import { Reading } from "./reading.js";
import { openSource, untilAborted } from "./source.js";

/** Reads a source to its end, or until the signal stops it. */
export async function run(source, settings, onProgress, signal) {
  const pause = makePause();
  const opened = untilAborted(openSource(source), signal);
  const reading = new Reading(opened, settings);
  const tell = () => onProgress({ bytes: reading.bytes, totalBytes: opened.totalBytes, rows: reading.rows });
  try {
    await reading.begin();
    while (!signal?.aborted && (await reading.step())) {
      tell();
      await pause();
    }
    const isAborted = signal?.aborted === true;
    if (!isAborted) {
      reading.finish();
      tell();
    }
    return reading.report(isAborted);
  } finally {
    reading.close();
  }
}
