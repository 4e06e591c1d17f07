// Checks a file of rows.

import { start } from "../engine.js";
import { readProperty } from "../property.js";
import { readOptions, readSignal } from "./options.js";
import { run } from "./run.js";
import { canRunInWorker, runInWorker } from "./worker.js";

/** The report on a file. */
export async function bulk(source, options) {
  start();
  const settings = readOptions(options);
  const signal = readSignal(options);
  const listener = readProperty(options, "onProgress");
  const onProgress = typeof listener === "function" ? (progress) => report(listener, progress) : () => {};
  if (readProperty(options, "worker") !== false && !signal?.aborted && canRunInWorker(source)) {
    const finished = await runInWorker(source, settings, onProgress, signal);
    if (finished !== undefined) return finished;
  }
  return run(source, settings, onProgress, signal);
}

/** A listener that throws is somebody else's fault, and stops nothing. */
function report(listener, progress) {
  try {
    listener(progress);
  } catch (error) {
    globalThis.reportError?.(error);
  }
}
