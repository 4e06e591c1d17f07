// Inside the worker: one file, and the end.

import { provide } from "../engine.js";
import { run } from "./run.js";
import { openSource } from "./source.js";

let isAborted = false;

globalThis.onmessage = async ({ data }) => {
  if (data.abort) {
    isAborted = true;
    return;
  }
  isAborted = data.isAborted;
  provide(() => data.module);
  try {
    const report = await run(openSource(data.source), data.settings, (progress) => globalThis.postMessage({ progress }), () => isAborted);
    globalThis.postMessage({ report });
  } catch (failed) {
    globalThis.postMessage({ failed });
  }
};
