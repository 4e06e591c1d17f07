// Every rule, by topic; a filter by severity and words.

import { createChoices } from "./choices.js";
import { withJapanese } from "./japanese.js";
import { announce } from "./live.js";
import { element, toneOf } from "./message.js";
import { placeLink } from "./rule-book-place.js";
import { citationOf, severityMark } from "./rule-book-sources.js";
import { language, say } from "./words.js";

/** Which topic a code belongs to, by what stands before its first dot. */
const topics = {
  institution: ["prefecture", "fee-schedule", "institution-number", "institution-code"],
  customer: ["customer-id", "customer-id-source"],
  email: ["email", "login"],
  password: ["password", "secret-number"],
  phone: ["phone"],
  time: ["year-month", "month", "date"],
  application: ["application-type", "payment-method"],
  line: ["line", "line-type", "claims-line-type", "v6-option", "line-service", "internet-provider"],
  claims: ["claims"],
  deferral: ["deferral", "scope", "ground", "network-ready", "ground-detail"],
  together: ["together"],
  file: ["csv"],
  common: ["required", "type", "kind", "internal", "input", "text", "form", "digits", "confirm", "terminal-names"],
};

/** codes: of the package's rules. Paints them and keeps what is shown in step with the filter. */
export function createRules(codes) {
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const showAll = document.getElementById("show-all");
  const severity = createChoices({ name: "severity", onChange: filterAndSay });
  let rules = [];
  let groups = [];

  search.addEventListener("input", filterAndSay);
  showAll.addEventListener("click", () => {
    reset();
    search.focus();
    announce(count.textContent);
  });
  document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());

  function reset() {
    search.value = "";
    severity.choose("");
    filter();
  }

  function filterAndSay() {
    filter();
    announce(count.textContent);
  }

  function filter() {
    const words = normalised(search.value).split(" ").filter(Boolean);
    for (const rule of rules) {
      const isWeighty = ["", rule.severity].includes(severity.value);
      rule.root.hidden = !isWeighty || !words.every((word) => rule.text.includes(word));
    }
    for (const { root } of groups) root.hidden = !root.querySelector(".rule:not([hidden])");
    const shown = rules.filter((rule) => !rule.root.hidden).length;
    count.textContent = sayShown(shown, rules.length);
    showAll.hidden = shown === rules.length;
  }

  function paint() {
    severity.offer(["", "error", "warning", "info"], severity.value);
    groups = Object.entries(topics).map(([topic, prefixes]) => {
      const own = codes.filter(({ code }) => prefixes.includes(code.split(".")[0]));
      return { topic, rules: own.map(ruleEntry) };
    }).map((group) => ({ ...group, root: groupEntry(group) }));
    rules = groups.flatMap((group) => group.rules);
    document.getElementById("topics").replaceChildren(...groups.map((group) => group.root));
    document.getElementById("topic-links").replaceChildren(...groups.map(({ topic }) => {
      const item = element("li");
      item.append(placeLink(`topic-${topic}`, say(`topic.${topic}`)));
      return item;
    }));
    filter();
  }

  return {
    paint,
    /** Takes the filter away where it hides the rule. */
    show(code) {
      if (rules.some((rule) => rule.root.id === code && rule.root.hidden)) reset();
    },
  };
}

function sayShown(shown, total) {
  if (shown === total) return say("filter.all", { count: total });
  return say(shown ? "filter.shown" : "filter.none", { count: shown, total });
}

/** Width and case do not matter to a search. */
function normalised(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function groupEntry({ topic, rules }) {
  const root = element("section", "topic");
  root.id = `topic-${topic}`;
  root.tabIndex = -1;
  const heading = element("h3", "", say(`topic.${topic}`));
  heading.id = `topic-${topic}-title`;
  heading.append(" ", element("span", "tally", say("book.group", { count: rules.length })));
  root.setAttribute("aria-labelledby", heading.id);
  const list = element("ul", "rules");
  list.append(...rules.map((rule) => rule.root));
  root.append(heading, list);
  return root;
}

function ruleEntry(rule) {
  const { code, severity, source } = rule;
  const root = element("li", "rule");
  root.id = code;
  root.tabIndex = -1;
  root.dataset.tone = toneOf(rule);
  const basis = element("span", "", say("book.basis"));
  basis.append(citationOf(source));
  const facts = element("p", "facts");
  facts.append(placeLink(code, code, "code-link"), " ", basis);
  root.append(severityMark(severity), sentence(rule[language()]), facts);
  return { root, severity, text: normalised(root.textContent) };
}

/** A message with its parameters named, in frames: they are filled in when there is a finding. */
export function sentence(template) {
  const made = element("p", "sentence");
  made.append(...template.split(/(\{\w+\})/).flatMap((part) => {
    const name = part.match(/^\{(\w+)\}$/)?.[1];
    return name ? [element("var", "", say(`param.${name}`))] : withJapanese(part);
  }));
  return made;
}
