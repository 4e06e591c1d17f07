// The buttons that save the result, and how far the long one is.

import { issuesAsCsv, reportAsJson } from "./bulk-issues-file.js";
import { createProgress, percent } from "./bulk-progress.js";
import { makeAnnotated, save } from "./bulk-save.js";
import { announce } from "./live.js";
import { language, say } from "./words.js";

export function createDownloads() {
  const place = (id) => document.getElementById(id);
  const [annotated, problem] = ["save-annotated", "saving-problem"].map(place);
  const progress = createProgress({ root: "saving", bar: "saving-progress", line: "saving-rate", cancel: "saving-cancel" }, () => stop());
  /** What was checked, and how: `{ file, options, report }`. */
  let checked = null;
  let controller = null;

  annotated.addEventListener("click", saveAnnotated);
  place("save-issues-csv").addEventListener("click", () => saveText("csv", "text/csv;charset=utf-8", issuesAsCsv(checked.report)));
  place("save-issues-json").addEventListener("click", () => saveText("json", "application/json", reportAsJson(checked.report, checked.file.name)));

  function nameFor(what) {
    return say(`downloads.${what}.file`, { name: checked.file.name.replace(/\.(csv|tsv|txt)$/i, "") });
  }

  function saveText(what, type, text) {
    finish(new Blob([text], { type }), nameFor(what));
  }

  function finish(blob, name) {
    save(blob, name);
    announce(say("saving.done", { file: name }));
  }

  async function saveAnnotated() {
    if (controller) return;
    const own = controller = new AbortController();
    const { file, options } = checked;
    const name = nameFor("annotated");
    problem.hidden = true;
    progress.begin(say("saving.start"));
    announce(say("saving.start"));
    try {
      const blob = await makeAnnotated(file, { ...options, locale: language(), signal: own.signal }, (bytes) => {
        const said = say("saving.rate", { percent: percent(bytes, file.size) });
        progress.show(bytes, file.size, said, () => said);
      });
      if (!own.signal.aborted) finish(blob, name);
    } catch {
      if (!own.signal.aborted) {
        problem.hidden = false;
        announce(problem.textContent);
      }
    } finally {
      if (controller === own) end();
    }
  }

  function stop() {
    controller.abort();
    announce(say("saving.aborted"));
    end();
  }

  function end() {
    controller = null;
    if (progress.hasFocus) annotated.focus();
    progress.end();
  }

  return {
    offer(what) {
      checked = what;
      problem.hidden = true;
      for (const part of document.querySelectorAll(".needs-issues")) part.hidden = checked.report.issues.length === 0;
    },
    /** Another table takes the place of this one. */
    drop() {
      if (controller) {
        controller.abort();
        end();
      }
      checked = null;
    },
  };
}
