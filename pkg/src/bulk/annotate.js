// The same file with what was found in it.

import { start } from "../engine.js";
import { readOptions, readSignal } from "./options.js";
import { makePause } from "./pause.js";
import { Reading } from "./reading.js";
import { openSource, untilAborted } from "./source.js";

const JAPANESE = 1;
const ENGLISH = 2;

/** The annotated file as a stream of bytes. It is made as it is read. */
export function annotate(source, options) {
  const settings = { ...readOptions(options), mostIssues: 0 };
  const signal = readSignal(options);
  const pause = makePause();
  let reading;
  let isOver = false;

  const close = () => {
    isOver = true;
    reading?.close();
  };
  /** Whatever fails, the source is let go of. */
  const trying = async (work) => {
    try {
      await work();
      if (signal?.aborted) throw signal.reason;
    } catch (error) {
      close();
      throw error;
    }
  };
  /** Until there is something to hand on: a piece may hold the beginning of a row alone. */
  const read = async () => {
    for (;;) {
      const isOpen = await reading.step();
      if (isOver || signal?.aborted) return undefined;
      if (!isOpen) reading.finish();
      const output = reading.takeOutput();
      if (output.length > 0 || !isOpen) return { output, isOpen };
      await pause();
    }
  };
  return new ReadableStream({
    start: () =>
      trying(async () => {
        start();
        reading = new Reading(untilAborted(openSource(source), signal), settings);
        await reading.begin(settings.english ? ENGLISH : JAPANESE);
      }),
    pull: (controller) =>
      trying(async () => {
        await pause();
        const { output, isOpen } = (await read()) ?? {};
        if (output === undefined || isOver) return;
        if (output.length > 0) controller.enqueue(output);
        if (!isOpen) {
          close();
          controller.close();
        }
      }),
    cancel: close,
  });
}
