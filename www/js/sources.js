// The documents behind the rules, from the package's own reference data.

import { element } from "./message.js";
import { language, say } from "./words.js";

let rules = null;
const loading = import("../onshi-check/dist/reference.js")
  .then((reference) => {
    rules = reference.rules;
  })
  .catch(() => {});

function inLanguage(text) {
  return text && typeof text === "object" ? text[language()] ?? text.ja : text;
}

/** The title of a document that an issue cites by its short name; undefined without reference data. */
export function documentTitle(name) {
  const found = rules?.documents.find((document) => document.name === name);
  return inLanguage(found?.title);
}

/** Lists the documents in the footer, in the language of the page. Without reference data the place stays hidden. */
export async function paintSources() {
  await loading;
  if (!rules) return;
  const { asOf, version } = rules;
  document.getElementById("sources-version").textContent = say("foot.version", { asOf, version });
  document.getElementById("sources-list").replaceChildren(...rules.documents.map((source) => {
    const details = [source.publisher, source.asOf].map(inLanguage).filter(Boolean).join(", ");
    const title = inLanguage(source.title);
    return element("li", "", details ? `${title} (${details})` : title);
  }));
  document.getElementById("sources").hidden = false;
}
