// The line on standard error that says how far a file has been read.

import { plain } from "./plain.js";
import { cut } from "./width.js";

const BAR = 20;
/** Milliseconds between two drawings. */
const PAUSE = 100;
const CLEAR = "\r\x1b[K";

/** Draws on a terminal until `end` is called. Elsewhere it is silent. */
export function startProgress({ stream, isOn, name, size, words, now = () => performance.now() }) {
  if (!isOn) return { report() {}, end() {} };
  const begun = now();
  let drawn = -Infinity;

  function draw(bytes, rows) {
    const time = now();
    if (time - drawn < PAUSE) return;
    drawn = time;
    const share = size > 0 ? Math.min(1, bytes / size) : undefined;
    const bar = share === undefined ? [] : [`[${"#".repeat(Math.round(share * BAR)).padEnd(BAR)}]`, `${Math.floor(share * 100)} %`];
    const speed = time > begun ? Math.round((rows * 1000) / (time - begun)) : 0;
    const line = [plain(name), ...bar, words.rows(rows), words.rowsPerSecond(speed)].join("  ");
    // A line that is as long as the terminal is wide would begin a second one.
    stream.write(CLEAR + cut(line, (stream.columns ?? 80) - 1));
  }

  draw(0, 0);
  return {
    report: ({ bytes, rows }) => draw(bytes, rows),
    end: () => void stream.write(CLEAR),
  };
}
