// A file read in a worker of its own, so that the page never waits.

import text from "#worker-text";
import { compiled } from "../engine.js";

/** Whether there are workers, and this source can be handed to one: a stream belongs to the thread that opened it. */
export function canRunInWorker(source) {
  if (typeof Worker === "undefined" || typeof Blob === "undefined" || typeof URL?.createObjectURL !== "function") return false;
  return typeof source === "string" || source instanceof Uint8Array || source instanceof Blob;
}

/** The report, or undefined where no worker may be made: the page's policy has no `worker-src blob:`. */
export function runInWorker(source, settings, onProgress, signal) {
  const worker = makeWorker();
  if (worker === undefined) return undefined;
  return new Promise((resolve, reject) => {
    const abort = () => worker.postMessage({ abort: true });
    const end = (settle, value) => {
      signal?.removeEventListener("abort", abort);
      worker.terminate();
      settle(value);
    };
    let isBegun = false;
    worker.onmessage = ({ data }) => {
      isBegun = true;
      if (data.progress) onProgress(data.progress);
      else if (data.report) end(resolve, data.report);
      else if (data.failed) end(reject, data.failed);
    };
    // Refused by the policy, or stopped from outside before anything was read: the page does it itself.
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (isBegun) end(reject, new Error(event.message || "onshi-check/bulk: the worker stopped"));
      else end(resolve, undefined);
    };
    worker.onmessageerror = () => end(resolve, undefined);
    signal?.addEventListener("abort", abort);
    try {
      worker.postMessage({ module: compiled, source, settings });
    } catch {
      // What cannot be cloned.
      end(resolve, undefined);
    }
  });
}

function makeWorker() {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch {
    return undefined;
  } finally {
    // The worker has been asked for: the address is not needed any longer.
    queueMicrotask(() => URL.revokeObjectURL(url));
  }
}
