// Inside the worker: one file, and the end.

import { provide } from "../engine.js";
import { run } from "./run.js";

const controller = new AbortController();

globalThis.onmessage = async ({ data }) => {
  if (data.abort) {
    controller.abort();
    return;
  }
  provide(() => data.module);
  try {
    const report = await run(data.source, data.settings, (progress) => globalThis.postMessage({ progress }), controller.signal);
    globalThis.postMessage({ report });
  } catch (failed) {
    globalThis.postMessage({ failed });
  }
};
