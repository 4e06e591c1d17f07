// The documents behind the rules, from the package's own reference data.

import { japanese } from "./japanese.js";
import { element } from "./message.js";
import { reference } from "./reference.js";
import { say } from "./words.js";

let rules = null;
const loading = reference.then((loaded) => {
  rules = loaded?.rules ?? null;
});

/**
 * Where in which document an issue is founded, `{ document, section, asOf }`: the citation is Japanese in either
 * language, and marked as such. Null without reference data.
 */
export function citation(source) {
  const found = rules?.documents.find((document) => document.name === source?.document);
  if (!found) return null;
  const made = element("span", "source", say("source"));
  made.append(japanese("cite", `${found.title} ${source.section}`), say("source.asOf", source));
  return made;
}

/** Lists the documents in the footer, titles and publishers as printed. Without reference data the place stays hidden. */
export async function paintSources() {
  await loading;
  if (!rules) return;
  const { asOf, version } = rules;
  document.getElementById("sources-version").textContent = say("foot.version", { asOf, version });
  const rows = rules.documents.map(({ title, publisher, asOf }) => japanese("li", `${title}（${publisher}、${asOf}）`));
  document.getElementById("sources-list").replaceChildren(...rows);
  document.getElementById("sources").hidden = false;
}
