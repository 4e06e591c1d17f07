// The pre-check: one document with a view for home, for each of four applications, and for the lines. What was entered stays
// in its memory while people go from one to the other, and nowhere else.

import { mountExplore } from "./explore.js";
import { bring } from "./guide-carry.js";
import { guideWords } from "./guide-words.js";
import { createGuide } from "./guide.js";
import { formNames } from "./guide-steps.js";
import { mountPaste } from "./home-paste.js";
import { homeWords } from "./home-words.js";
import { addressOf, setUpLanguage } from "./language.js";
import { announce } from "./live.js";
import { keepAtHand } from "./offline.js";
import { isAvailable, onUnavailable, settled } from "./package.js";
import { reference } from "./reference.js";
import { reportWords } from "./report-words.js";
import { setUpSectionLinks } from "./section-links.js";
import { paintSources } from "./sources.js";
import { createViews } from "./views.js";
import { addWords, say } from "./words.js";

for (const words of [homeWords, guideWords, reportWords]) addWords(words);

const rootOf = (name) => document.getElementById(`view-${name}`);

const guides = formNames.map((form, index) => createGuide(form, rootOf(form), { entered, next: formNames[index + 1] }));

const explore = {
  name: "explore",
  root: rootOf("explore"),
  title: () => say("pages.explore"),
  speak() {
    this.mounted?.refresh();
  },
};

const home = {
  name: "",
  root: rootOf("home"),
  title: () => say("home.page"),
  speak() {
    this.paste?.speak();
  },
};

const views = createViews([home, ...guides, explore]);

/** What is entered in every application. */
function entered() {
  return Object.fromEntries(guides.map((guide) => [guide.name, guide.entered]));
}

/** Goes to an application with what was found in a text. */
function begin(form, values) {
  bring(values);
  location.hash = addressOf(form);
}

/** Writes every word anew: at the start, and when the language changes. */
function speak() {
  for (const guide of guides) guide.speak();
  explore.speak();
  home.speak();
  paintSources();
  views.speak();
}

setUpLanguage(() => {
  speak();
  announce("");
});
setUpSectionLinks(".skip");
for (const guide of guides) guide.speak();
views.start();

onUnavailable(() => {
  const banner = document.getElementById("unavailable");
  if (!banner.hidden) return;
  banner.hidden = false;
  announce(banner.textContent);
});

reference.then(async (loaded) => {
  if (!loaded) {
    document.getElementById("missing").hidden = false;
    return;
  }
  for (const guide of guides) guide.fill(loaded);
  paintSources();
  await settled;
  explore.mounted = mountExplore(explore.root);
  if (isAvailable()) home.paste = mountPaste(home.root.querySelector(".paste"), { forms: formNames, describe: loaded.describe, begin });
  views.reopen();
  views.speak();
});

addEventListener("beforeunload", (event) => {
  if (guides.some((guide) => guide.isFilled)) event.preventDefault();
});

keepAtHand();
