// The embedding guide: its text in either language, and the live examples.

import { createExample } from "./embed-examples.js";
import { paintProse, readProse } from "./embed-prose.js";
import { embedWords } from "./embed-words.js";
import { setUpLanguage } from "./language.js";
import { goToPlace, setUpPlaces } from "./rule-book-place.js";
import { setUpSectionLinks } from "./section-links.js";
import { addWords, say } from "./words.js";

addWords(embedWords);
readProse();
setUpLanguage(paint);
setUpSectionLinks(".skip");
const examples = [...document.querySelectorAll(".example")].map(createExample);
paint();
setUpPlaces(() => {});
goToPlace(() => {});

function paint() {
  paintProse();
  document.querySelector("[data-label=policy]").setAttribute("aria-label", say("embed.policy"));
  for (const paintExample of examples) paintExample();
}
