// The bulk check: a file is chosen, how it is read is shown, and every row of it is checked. Nothing of it is kept, and
// nothing of it leaves the page.

import { createChooser } from "./bulk-choose.js";
import { settled } from "./bulk-package.js";
import { createReading } from "./bulk-reading.js";
import { createResult } from "./bulk-result.js";
import { bulkWords } from "./bulk-words.js";
import { setUpLanguage } from "./language.js";
import { announce } from "./live.js";
import { bookWords } from "./rule-book-words.js";
import { setUpSectionLinks } from "./section-links.js";
import { addWords, say } from "./words.js";

for (const words of [bookWords, bulkWords]) addWords(words);

const chooser = createChooser(async (choice) => {
  if (!(await settled)) return;
  result.discard();
  reading.open(choice);
});

const result = createResult(fail);

const reading = createReading({
  onRun: result.run,
  onChange() {
    if (!result.isShown) return;
    result.discard();
    announce(say("reading.changed"));
  },
  onFail: fail,
});

/** A file that was there a moment ago cannot be read any more. */
function fail(file) {
  result.discard();
  reading.hide();
  chooser.refuse("unreadable", file.name);
  document.getElementById("pick").focus();
}

setUpLanguage(() => {
  for (const part of [chooser, reading, result]) part.speak();
});
setUpSectionLinks(".skip");

settled.then((canCheck) => {
  document.getElementById("main").hidden = !canCheck;
  if (canCheck) return;
  const banner = document.getElementById("unavailable");
  banner.hidden = false;
  announce(banner.textContent);
});
