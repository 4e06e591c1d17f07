// The line explorer: choose anything, and every other choice says whether it still fits, why, and where that stands. Every
// state and every reason comes from `lineOptions` and `lineIssues`. Nothing is asked for and nothing is stored.

import { createNow } from "./explore-now.js";
import { createPrefectures } from "./explore-prefectures.js";
import { states, stateMark } from "./explore-reason.js";
import { createTable, nameOf } from "./explore-table.js";
import { exploreWords } from "./explore-words.js";
import { announce } from "./live.js";
import { element, toneOf, toneWord } from "./message.js";
import { isAvailable, lineIssues, lineOptions, settled } from "./package.js";
import { reference, rules } from "./reference.js";
import { addWords, language, say } from "./words.js";

addWords(exploreWords);

/** In the order of the application; the long list comes last. */
const fields = ["prefecture", "lineType", "customerIdSource", "v6Option", "lineService"];

/** What both applications have in common; the other choices are kept for each. */
const common = ["prefecture", "lineService"];

/** Fills `main`, whose heading it makes too. `refresh()` writes everything anew in the language of the page. */
export function mountExplore(main) {
  const title = element("h1");
  title.id = "explore-title";
  title.tabIndex = -1;
  const lead = element("p", "lead");
  const unavailable = element("p", "banner");
  unavailable.hidden = true;
  const signs = element("dl", "explore-signs");
  const top = element("div", "explore-top");
  top.append(title, lead, unavailable, signs);

  const now = createNow(fields, {
    onApplication: switchTo,
    onClear: (field) => choose(field, ""),
    onClearAll: clearAll,
    onFix: choose,
  });
  const prefectures = createPrefectures((value) => choose("prefecture", value), (code) => rules?.codes.find((rule) => rule.code === code));
  const tables = new Map(fields.slice(1).map((field) => [field, createTable(field, (value) => choose(field, value))]));
  const columns = element("div", "explore-columns");
  const choices = element("div", "explore-fields");
  choices.append(prefectures.section, ...[...tables.values()].map((table) => table.section));
  columns.append(now.section, choices);
  main.append(top, columns);

  let isSettled = false;
  let application = "eligibility";
  let chosen = {};
  let kept = {};
  let options = {};
  let issues = [];

  /** Asks the package. False where it is not there yet, or cannot run in this browser. */
  function ask() {
    if (!isAvailable()) return false;
    try {
      const selection = { application, ...chosen };
      options = lineOptions(selection, { locale: language() });
      issues = lineIssues(selection, { locale: language() });
      return true;
    } catch {
      // The package throws for one reason only: OnshiUnavailable.
      return false;
    }
  }

  function paint() {
    title.textContent = say("explore.title");
    lead.textContent = say("explore.lead");
    signs.replaceChildren(...states.flatMap(signEntry));
    const isAnswered = ask();
    unavailable.hidden = isAnswered || !isSettled;
    columns.hidden = signs.hidden = !isAnswered;
    unavailable.replaceChildren(element("strong", "", say("explore.unavailable")), say("explore.unavailable.more"));
    if (!isAnswered) return;
    now.paint({ application, chosen, options, issues });
    prefectures.paint(options.prefecture, chosen.prefecture ?? "", options.lineService);
    for (const [field, table] of tables) table.paint(options[field], chosen[field] ?? "");
  }

  function signEntry(state) {
    const term = element("dt");
    term.append(stateMark(state));
    return [term, element("dd", "", say(`explore.${state}.what`))];
  }

  function choose(field, value) {
    const { [field]: before, ...others } = chosen;
    chosen = value === "" ? others : { ...others, [field]: value };
    change(() => {
      const option = options[field].find((option) => option.value === value);
      const name = say(`explore.${field}`);
      return option ? say("explore.said.chosen", { field: name, value: nameOf(option) }) : say("explore.said.cleared", { field: name });
    });
  }

  function clearAll() {
    chosen = {};
    kept = {};
    change(() => say("explore.said.clearedAll"));
  }

  function switchTo(name) {
    kept[application] = chosen;
    application = name;
    const shared = Object.entries(chosen).filter(([field]) => common.includes(field));
    const own = Object.entries(kept[name] ?? {}).filter(([field]) => !common.includes(field));
    chosen = Object.fromEntries([...shared, ...own]);
    change(() => say("explore.said.application", { application: say(`explore.${name}`) }));
  }

  /** done(): the sentence about what the person did. */
  function change(done) {
    holdStill(document.activeElement, paint);
    announce([done(), ...result()].join(language() === "ja" ? "" : " "));
  }

  function result() {
    if (!issues.length) return Object.keys(chosen).length ? [say("explore.found.none")] : [];
    const counts = ["error", "warning", "info"].map((severity) => ({ severity, count: issues.filter((issue) => issue.severity === severity).length }));
    const said = counts.filter(({ count }) => count > 0).map(({ severity, count }) => say("explore.said.count", { severity: toneWord(toneOf({ severity })), count }));
    return [say("explore.said.found", { counts: said.join(say("join")) })];
  }

  paint();
  // The words of shared reasons come with the reference; without it, those of one prefecture stand for the others.
  Promise.all([settled, reference]).then(() => {
    isSettled = true;
    paint();
  });
  return { refresh: paint };
}

/** What the person has just chosen stays where it is on the screen, whatever grows or shrinks above it. */
function holdStill(target, change) {
  const before = target.getBoundingClientRect().top;
  change();
  if (!target.isConnected) return;
  scrollBy({ top: target.getBoundingClientRect().top - before, behavior: "instant" });
}
