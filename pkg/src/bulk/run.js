// A whole file, from its first byte to its report. Runs on the main thread and in the worker alike.

import { makePause } from "./pause.js";
import { Reading } from "./reading.js";

/** Reads a source to its end, or until `isAborted()`. */
export async function run(source, settings, onProgress, isAborted) {
  const pause = makePause();
  const reading = await Reading.begin(source, settings);
  try {
    while (!isAborted() && (await reading.step())) {
      onProgress({ bytes: reading.bytes, totalBytes: source.totalBytes, rows: reading.rows });
      await pause();
    }
    return reading.report(isAborted());
  } finally {
    reading.close();
  }
}
