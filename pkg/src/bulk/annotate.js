// The same file with what was found in it.

import { start } from "../engine.js";
import { readProperty } from "../property.js";
import { readOptions } from "./options.js";
import { makePause } from "./pause.js";
import { Reading } from "./reading.js";
import { openSource } from "./source.js";

const JAPANESE = 1;
const ENGLISH = 2;

/** The annotated file as a stream of bytes. It is made as it is read. */
export function annotate(source, options) {
  const settings = { ...readOptions(options), mostIssues: 0 };
  const signal = readProperty(options, "signal");
  const pause = makePause();
  let reading;
  let isOpen = true;
  return new ReadableStream({
    async start() {
      start();
      reading = await Reading.begin(openSource(source), settings, settings.english ? ENGLISH : JAPANESE);
    },
    async pull(controller) {
      let output;
      // A piece may hold the beginning of a row alone.
      do {
        if (signal?.aborted) {
          reading.close();
          throw signal.reason;
        }
        isOpen = await reading.step();
        output = reading.takeOutput();
        await pause();
      } while (isOpen && output.length === 0);
      if (output.length > 0) controller.enqueue(output);
      if (!isOpen) {
        reading.close();
        controller.close();
      }
    },
    cancel() {
      reading?.close();
    },
  });
}
