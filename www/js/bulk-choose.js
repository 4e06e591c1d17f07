// The first part of the page: a file dropped or chosen, a pasted table, or the sample.

import { findProblem } from "./bulk-file.js";
import { makeSample } from "./bulk-sample.js";
import { announce } from "./live.js";
import { icon } from "./message.js";
import { say } from "./words.js";

/** onChoose({ file, isSample }): there is a file that may be a table. What was chosen before stays until then. */
export function createChooser(onChoose) {
  const place = (id) => document.getElementById(id);
  const [drop, input, pick, pasted, problem] = ["drop", "file", "pick", "pasted", "problem"].map(place);
  let shownProblem = null;
  let isChosen = false;
  /** Counts choices: only the last one counts, however long an earlier one takes. */
  let choices = 0;

  pick.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) choose(file);
    // The same file can be chosen again after it was changed.
    input.value = "";
  });
  place("read-pasted").addEventListener("click", readPasted);
  place("try-sample").addEventListener("click", () => choose(makeSample(say("choose.sample.name")), { isSample: true }));
  setUpDrop();

  /** A file let go anywhere on the page is meant for it; otherwise the browser would open it in the page's place. */
  function setUpDrop() {
    const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      drop.dataset.over = "";
    });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) delete drop.dataset.over;
    });
    document.addEventListener("drop", (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      delete drop.dataset.over;
      const { files } = event.dataTransfer;
      if (files.length > 0) choose(files[0], { count: files.length });
    });
  }

  function readPasted() {
    if (pasted.value.trim() === "") {
      pasted.focus();
      refuse("nothing-pasted", "");
      return;
    }
    choose(new File([pasted.value], say("choose.pasted.name"), { type: "text/plain" }));
  }

  async function choose(file, { isSample = false, count = 1 } = {}) {
    const choice = ++choices;
    announce(count > 1 ? say("choose.one", { count, name: file.name }) : say("choose.reading", { name: file.name }));
    const found = await findProblem(file);
    if (choice !== choices) return;
    if (found) return refuse(found, file.name);
    shownProblem = null;
    isChosen = true;
    speak();
    onChoose({ file, isSample });
  }

  /** what: of the words under "problem". */
  function refuse(what, name) {
    shownProblem = { what, name };
    speak();
    announce(problem.textContent);
  }

  function speak() {
    pick.textContent = say(isChosen ? "choose.pick.other" : "choose.pick");
    drop.toggleAttribute("data-chosen", isChosen);
    problem.hidden = shownProblem === null;
    problem.replaceChildren();
    if (shownProblem) problem.append(icon("wrong"), say(`problem.${shownProblem.what}`, shownProblem));
  }

  return { speak, refuse };
}
