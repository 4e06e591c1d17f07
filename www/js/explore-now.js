// What was found about the combination, what is chosen, and how the choices of every field stand.

import { finding, tally } from "./explore-reason.js";
import { nameOf } from "./explore-table.js";
import { button, element, icon } from "./message.js";
import { say } from "./words.js";

const applications = ["eligibility", "claims"];

/**
 * onApplication(name), onClear(field), onClearAll(): what the person did here. onFix(field, value): the remedy that the
 * package offers was taken.
 */
export function createNow(fields, { onApplication, onClear, onClearAll, onFix }) {
  const section = element("section", "section explore-now");
  const title = element("h2");
  title.id = "explore-now-title";
  section.setAttribute("aria-labelledby", title.id);

  const application = element("fieldset", "explore-application");
  const legend = element("legend");
  const radios = applications.map(makeApplication);
  application.append(legend, ...radios.map((radio) => radio.label));
  application.addEventListener("change", (event) => onApplication(event.target.value));

  const list = element("ul", "explore-chosen");
  const rows = new Map(fields.map((field) => [field, makeRow(field)]));
  list.append(...[...rows.values()].map((row) => row.root));
  const clearAll = button("", "", onClearAll);
  clearAll.id = "explore-clear-all";

  const foundTitle = element("h3");
  foundTitle.id = "explore-found-title";
  const found = element("ul", "explore-found");
  found.id = "explore-found";
  found.setAttribute("aria-labelledby", foundTitle.id);
  section.append(title, application, foundTitle, found, list, clearAll);

  function makeApplication(name) {
    const label = element("label", "explore-choice");
    const input = element("input");
    input.type = "radio";
    input.name = "explore-application";
    input.value = name;
    input.id = `explore-application-${name}`;
    const text = element("span");
    label.append(input, text);
    return { name, label, input, text };
  }

  function makeRow(field) {
    const root = element("li");
    const link = element("a");
    link.href = `#explore-${field}`;
    // The address belongs to the views of the page and their language.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const place = document.getElementById(`explore-${field}`);
      place.focus({ preventScroll: true });
      place.scrollIntoView();
    });
    const count = element("span", "explore-tally");
    const value = element("span", "explore-value");
    const clear = button("explore-clear", "", () => {
      // The button goes away; the name beside it takes the focus.
      link.focus({ preventScroll: true });
      onClear(field);
    });
    root.append(link, count, value, clear);
    return { root, link, count, value, clear };
  }

  function paintRow(field, options, value) {
    const { root, link, count, value: place, clear } = rows.get(field);
    const chosen = options.find((option) => option.value === value);
    root.dataset.state = chosen ? "chosen" : "";
    link.textContent = say(`explore.${field}.short`);
    count.textContent = tally(options);
    place.textContent = chosen ? nameOf(chosen) : say("explore.notChosen");
    clear.textContent = say("explore.clear");
    clear.setAttribute("aria-label", say("explore.clear.field", { field: say(`explore.${field}`) }));
    clear.hidden = !chosen;
  }

  function paintFound(issues, isChosen) {
    foundTitle.textContent = say("explore.found");
    if (issues.length) {
      found.replaceChildren(...issues.map(entry));
      return;
    }
    const made = element("li", "explore-finding");
    made.dataset.tone = isChosen ? "good" : "off";
    made.append(icon(isChosen ? "check" : "open"), element("p", "", say(isChosen ? "explore.found.none" : "explore.found.start")));
    found.replaceChildren(made);
  }

  function entry(issue) {
    const made = finding(issue);
    const [field] = issue.path;
    if (!issue.fix || !rows.has(field)) return made;
    const fix = button("", issue.fix.label, () => {
      rows.get(field).link.focus();
      onFix(field, issue.fix.value);
    });
    made.lastChild.append(fix);
    return made;
  }

  return {
    section,
    paint({ application: name, chosen, options, issues }) {
      title.textContent = say("explore.now");
      legend.textContent = say("explore.application");
      for (const radio of radios) {
        radio.text.textContent = say(`explore.${radio.name}`);
        radio.input.checked = radio.name === name;
      }
      for (const field of fields) paintRow(field, options[field], chosen[field] ?? "");
      clearAll.textContent = say("explore.clear.all");
      paintFound(issues, Object.keys(chosen).length > 0);
    },
  };
}
