// The documents behind the rules, from the package's own reference data.

import { japanese } from "./japanese.js";
import { element } from "./message.js";
import { rules } from "./reference.js";
import { say } from "./words.js";

function find(source) {
  return rules?.documents.find((document) => document.name === source?.document);
}

/**
 * Where in which document an issue is founded, `{ document, section, asOf }`: the citation is Japanese in either
 * language, and marked as such. Null without a source.
 */
export function citation(source) {
  const found = find(source);
  if (!found) return null;
  const made = element("span", "source", say("source"));
  made.append(japanese("cite", `${found.title} ${source.section}`), say("source.asOf", source));
  return made;
}

/** The same as plain text; "" without a source. */
export function citationText(source) {
  const found = find(source);
  return found ? `${say("source")}${found.title} ${source.section}${say("source.asOf", source)}` : "";
}

/** Lists the documents in the footer, titles and publishers as printed. Without reference data the place stays hidden. */
export function paintSources() {
  if (!rules) return;
  const { asOf, version } = rules;
  document.getElementById("sources-version").textContent = say("foot.version", { asOf, version });
  const rows = rules.documents.map(({ title, publisher, asOf }) => japanese("li", `${title}（${publisher}、${asOf}）`));
  document.getElementById("sources-list").replaceChildren(...rows);
  document.getElementById("sources").hidden = false;
}
