// The 47 prefectures: a list to choose from, and a table of those that share state and reason.

import { reasonOf, shownState, stateMark } from "./explore-reason.js";
import { createSection } from "./explore-section.js";
import { nameOf } from "./explore-table.js";
import { element } from "./message.js";
import { cell, headRow, row, tableBody } from "./rule-book-table.js";
import { language, say } from "./words.js";

const field = "prefecture";
const order = ["allowed", "unknown", "forbidden"];

/** onChoose(value): the person chose, or with "" took the choice back. sentenceOf(code): its words, with {prefecture} open. */
export function createPrefectures(onChoose, sentenceOf) {
  const { section, paint: paintHead, makeCaption } = createSection(field, () => {
    select.focus({ preventScroll: true });
    onChoose("");
  });
  const label = element("label", "explore-label");
  const select = element("select");
  select.id = `explore-${field}-select`;
  label.htmlFor = select.id;
  const verdict = element("div", "explore-verdict");
  verdict.id = `explore-${field}-verdict`;
  select.setAttribute("aria-describedby", verdict.id);
  const table = element("table", "explore-table explore-prefectures");
  table.setAttribute("role", "table");
  section.append(label, select, verdict, table);

  select.addEventListener("change", () => onChoose(select.value));

  /** services: the options of the line services, whose names stand in the reasons. */
  function paint(options, value, services) {
    paintHead(value);
    label.textContent = say("explore.prefecture.choose");
    paintSelect(options, value);
    const chosen = options.find((option) => option.value === value);
    verdict.replaceChildren(...(chosen ? [stateMark(shownState(chosen)), ...reasonOf(chosen)] : []));

    const names = ["prefecture", "state", "reason"].map((column) => say(`explore.column.${column}`));
    const groups = groupsOf(options).map((group) => groupRow(group, options.length, value, services));
    const body = tableBody([]);
    body.append(...groups);
    table.replaceChildren(makeCaption(options), headRow(names), body);
  }

  function paintSelect(options, value) {
    const any = { value: "", label: say("explore.prefecture.any") };
    const texts = [any, ...options].map((option) => [option.value, labelInList(option)]);
    if (select.options.length !== texts.length) select.replaceChildren(...texts.map(([value]) => new Option("", value)));
    texts.forEach(([, text], index) => {
      select.options[index].textContent = text;
    });
    select.value = value;
  }

  function labelInList(option) {
    const shown = shownState(option);
    if (option.value === "" || shown === "allowed") return nameOf(option);
    return say("explore.prefecture.inList", { label: nameOf(option), state: say(`explore.${shown}`) });
  }

  function groupRow(options, total, chosen, services) {
    const [first] = options;
    const head = cell("th", { scope: "row" });
    if (options.length === total) head.append(element("span", "explore-count", say("explore.prefecture.all")));
    else if (options.length === 1) head.append(element("span", "explore-count", first.label));
    else head.append(element("span", "explore-count", say("explore.prefecture.count", { count: options.length })), " ", namesOf(options, chosen));
    const state = cell("td");
    state.append(stateMark(shownState(first)));
    const reason = cell("td");
    reason.append(...reasonOf(first, options.length === 1 ? first.issue?.message : sharedReason(first.issue, services)));
    const made = row([head, state, reason]);
    made.dataset.state = shownState(first);
    return made;
  }

  function namesOf(options, chosen) {
    const names = element("span", "explore-names");
    const [, mark, gap] = say("join").match(/^(\S+)(\s*)$/);
    for (const { value, label } of options) {
      const name = element("span");
      name.append(value === chosen ? element("strong", "", label) : label);
      names.append(name);
      if (value === options.at(-1).value) break;
      // A name is never broken, nor parted from its comma.
      name.append(mark);
      names.append(gap);
    }
    return names;
  }

  /** What an issue says of every prefecture of a group; what it says of one where its words are not at hand. */
  function sharedReason(issue, services) {
    if (!issue || !("prefecture" in issue.params)) return issue?.message;
    const sentence = sentenceOf(issue.code)?.[language()];
    if (!sentence) return issue.message;
    const service = services.find((option) => option.value === issue.params.lineService);
    const params = { ...issue.params, lineService: service?.label, prefecture: say("explore.prefecture.these") };
    const text = sentence.replace(/\{(\w+)\}/g, (_, name) => params[name]);
    return text.replace(/(^|\. )([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
  }

  return { section, paint };
}

/** Prefectures with one state and one reason together: first those that fit. */
function groupsOf(options) {
  const groups = new Map();
  for (const option of options) {
    const { prefecture, ...params } = option.issue?.params ?? {};
    const key = JSON.stringify([option.state, option.issue?.code, params]);
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  const rank = ([first]) => order.indexOf(shownState(first));
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}
