// The third part of the page: how far the check is, what it came to, and what can be taken away.

import { createChart, countByColumn } from "./bulk-chart.js";
import { createDownloads } from "./bulk-downloads.js";
import { createIssueList } from "./bulk-issues.js";
import { number, rate, seconds } from "./bulk-numbers.js";
import { checkFile } from "./bulk-package.js";
import { createProgress, percent } from "./bulk-progress.js";
import { delimiterName } from "./bulk-reading.js";
import { announce } from "./live.js";
import { element, icon } from "./message.js";
import { language, say } from "./words.js";

/** So many findings are listed: more than anybody reads, and little enough for any browser. */
const MOST_ISSUES = 10_000;

/** Below it, in milliseconds, most of the time went into beginning. */
const WORTH_A_RATE = 500;

/** What rows can be, each with how it looks. */
const tallies = { rows: "note", valid: "good", invalid: "wrong", malformed: "wrong" };

/** onFail(file): it could not be read to its end. */
export function createResult(onFail) {
  const place = (id) => document.getElementById(id);
  const [root, title, heading, finished, outcome] = ["result", "result-title", "result-heading", "finished", "outcome"].map(place);
  const list = createIssueList();
  const chart = createChart(list.show);
  const downloads = createDownloads();
  const progress = createProgress({ root: "running", bar: "progress", line: "rate", cancel: "cancel" }, () => controller?.abort());
  let controller = null;
  /** `{ report, time }` when there is a result. */
  let result = null;

  /** Checks a file; what was there before is gone. */
  async function run({ file, options }) {
    discard();
    const own = controller = new AbortController();
    begin();
    const started = performance.now();
    try {
      const report = await checkFile(file, {
        ...options,
        locale: language(),
        maxIssues: MOST_ISSUES,
        signal: own.signal,
        onProgress: (now) => own === controller && showProgress(now, performance.now() - started),
      });
      if (own !== controller) return;
      result = { report, time: performance.now() - started };
      downloads.offer({ file, options, report });
      end();
    } catch {
      if (own !== controller) return;
      discard();
      onFail(file);
    }
  }

  function begin() {
    root.hidden = false;
    progress.begin(say("running.start"));
    speak();
    title.focus({ preventScroll: true });
    root.scrollIntoView();
  }

  function showProgress({ bytes, totalBytes, rows }, time) {
    const params = { percent: percent(bytes, totalBytes), rows: number(rows), rate: rate(rows, time) };
    progress.show(bytes, totalBytes, say("running.rate", params), () => say("running.said", params));
  }

  /** Whoever has stayed here, or has pressed the button that is gone now, is taken to the result. */
  function end() {
    const isHere = root.contains(document.activeElement) || document.activeElement === document.body;
    controller = null;
    progress.end();
    speak();
    if (isHere) {
      title.focus({ preventScroll: true });
      root.scrollIntoView();
    }
    const said = [outcome.textContent];
    if (result.report.aborted) said.unshift(say("result.aborted"));
    announce(said.join(language() === "ja" ? "" : " "));
  }

  function discard() {
    controller?.abort();
    controller = null;
    result = null;
    progress.end();
    downloads.drop();
    root.hidden = true;
  }

  function speak() {
    heading.textContent = say(result ? "result.title" : "running.title");
    finished.hidden = result === null;
    if (!result) return;
    const { report, time } = result;
    place("aborted").hidden = !report.aborted;
    speakOutcome(report);
    place("tallies").replaceChildren(...Object.entries(tallies).map(([name, tone]) => tallyOf(name, report[name], tone)));
    place("speed").textContent = say(time < WORTH_A_RATE ? "result.time" : "result.speed", {
      seconds: seconds(time),
      rate: rate(report.rows, time),
      encoding: say(`encoding.${report.encoding}`),
      delimiter: delimiterName(report.delimiter),
    });
    chart.paint(report);
    list.paint(report);
  }

  function speakOutcome(report) {
    const rows = number(report.rows);
    const wrong = report.invalid + report.malformed;
    const found = countByColumn(report).reduce((sum, { count }) => sum + count, 0);
    const [tone, key, count] = wrong > 0 ? ["wrong", "result.issues", wrong]
      : found > 0 ? ["look", "result.warnings", found]
      : report.rows > 0 ? ["good", "result.none", 0]
      : ["note", "result.no-rows", 0];
    outcome.dataset.tone = tone;
    const text = say(key, { rows, count: count === 1 ? 1 : number(count) });
    outcome.replaceChildren(icon(tone === "good" ? "check" : tone), element("strong", "", text));
  }

  return {
    run,
    speak,
    discard,
    get isShown() {
      return !root.hidden;
    },
  };
}

function tallyOf(name, count, tone) {
  const made = element("div");
  made.dataset.tone = count > 0 ? tone : "none";
  const value = element("dd");
  if (count > 0 && tone !== "note") value.append(icon(tone === "good" ? "check" : tone));
  value.append(number(count));
  made.append(element("dt", "", say(`tally.${name}`)), value);
  return made;
}
