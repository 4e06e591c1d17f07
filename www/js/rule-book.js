// The rule book: everything on it comes from `onshi-check/reference`, in the language of the page.

import { setUpLanguage } from "./language.js";
import { reference } from "./reference.js";
import { formCount, paintForms } from "./rule-book-forms.js";
import { createLines } from "./rule-book-lines.js";
import { goToPlace, paintPlaceLinks, setUpPlaces } from "./rule-book-place.js";
import { createRules } from "./rule-book-rules.js";
import { paintAbout, paintUndecided } from "./rule-book-sources.js";
import { bookWords } from "./rule-book-words.js";
import { setUpSectionLinks } from "./section-links.js";
import { addWords } from "./words.js";

addWords(bookWords);

/** What is painted once there is something to paint. */
let paint = () => {};

// A change of the language is heard before a change of the place: the place is then marked in what was painted anew.
setUpLanguage(() => paint());

setUpSectionLinks(".skip");

const loaded = await reference;
if (loaded) open(loaded);
else document.getElementById("unavailable").hidden = false;

function open({ describe, rules }) {
  const list = createRules(rules.codes);
  const lines = createLines(rules);
  paint = () => {
    paintAbout(rules, formCount);
    list.paint();
    paintForms(describe);
    lines.paint();
    paintUndecided(rules.undecided);
    paintPlaceLinks();
  };
  paint();
  setUpPlaces((id) => list.show(id));
  goToPlace((id) => list.show(id));
}
