// How an application stands while it is filled in: for every step what is left, what to look at again and what is wrong.
// What is wrong is what the widget shows; what is left is what the package still waits for.

import { button, element, icon } from "./message.js";
import { isAvailable } from "./package.js";
import { say } from "./words.js";

/** report: of the form as it stands, or null where nothing can be checked. */
export function tally(fields, report) {
  const total = { wrong: 0, look: 0, remaining: 0 };
  for (const field of fields) {
    const standing = standingOf(field, report);
    if (standing in total) total[standing] += 1;
  }
  return total;
}

function standingOf(field, report) {
  if (report?.missing.includes(field.name)) return "remaining";
  if (field.state === "wrong" || field.state === "look") return field.state;
  const status = report?.fields[field.name]?.status;
  // What is typed at the moment may be wrong so far; it is not done in any case.
  return status === "incomplete" || status === "invalid" ? "remaining" : "done";
}

function add(counts) {
  const total = { wrong: 0, look: 0, remaining: 0 };
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key];
  return total;
}

/** `残り3項目・要確認1件`, or nothing where nothing is left. */
export function inWords({ wrong, look, remaining }) {
  const parts = [
    remaining && say("summary.remaining", { count: remaining }),
    wrong && say("summary.wrong", { count: wrong }),
    look && say("summary.look", { count: look }),
  ];
  return parts.filter(Boolean).join(say("summary.join"));
}

/** The state of a step as its parts, the weightiest first. */
export function stateOf(count) {
  const made = [];
  if (count.wrong) made.push(part("wrong", say("summary.wrong", { count: count.wrong })));
  if (count.look) made.push(part("look", say("summary.look", { count: count.look })));
  if (count.remaining) made.push(part("open", say("summary.remaining", { count: count.remaining })));
  if (!made.length && isAvailable()) made.push(part("check", say("summary.good")));
  return made;
}

function part(name, text) {
  const made = element("span");
  made.dataset.tone = name;
  made.append(icon(name), element("span", "", text));
  return made;
}

/**
 * The box beside the form. length: how many steps there are; open(index): goes to one of them; report(): to the report.
 * `paint(titles, counts)` writes it.
 */
export function createSummary(id, length, { open, report }) {
  const root = element("aside", "summary");
  const title = element("h2");
  title.id = `${id}-summary-title`;
  root.setAttribute("aria-labelledby", title.id);
  const total = element("p", "total");
  const list = element("ol");
  const rows = Array.from({ length }, (_, index) => {
    const item = element("li");
    const link = button("to-step", "", () => open(index));
    const name = element("span", "name");
    const state = element("span", "state");
    link.append(name, state);
    item.append(link);
    return { item, name, state };
  });
  list.append(...rows.map(({ item }) => item));
  const toReport = button("", "", report);
  root.append(title, total, list, toReport);

  function paint(titles, counts) {
    title.textContent = say("summary.title");
    toReport.textContent = say("guide.report");
    list.setAttribute("aria-label", say("summary.steps"));
    total.textContent = isAvailable() ? inWords(add(counts)) || say("summary.done") : say("unavailable");
    rows.forEach(({ name, state }, index) => {
      name.textContent = `${index + 1}. ${titles[index]}`;
      state.replaceChildren(...(isAvailable() ? stateOf(counts[index]) : []));
    });
  }

  return { root, paint };
}
