// Writes the guide as pages of the site, from its Markdown and from the types: `node docs/guide/pages.mjs target/site`.
// They need no script, so that they can be read wherever the site is put.

import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { say, setLanguage } from "../../www/js/words.js";
import { repository, TYPE_FILES } from "./declarations.mjs";
import { DOCUMENTS, readDocument } from "./documents.mjs";
import { escape, isJapanese, renderDocument } from "./markdown.mjs";
import { renderTypes } from "./reference.mjs";

const source = `${repository.url.replace(/^git\+|\.git$/g, "")}/blob/main/`;

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230c3f86'/%3E%3Cpath d='M8 17l5 5 11-12' fill='none' stroke='%23fff' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";
const STYLES = ["tokens.css", "site.css", "rule-book.css", "embed.css", "guide.css"];

/** What the frame says in the language of its document. */
const WORDS = {
  ja: {
    guide: "ガイド",
    contents: "目次",
    foot: "onshi-checkを使う方、置く方のためのガイドです。国や支払基金のページではありません。",
  },
  en: {
    guide: "Guide",
    contents: "Contents",
    foot: "A guide for those who build with onshi-check or host it. It is not a page of the government or of the payment fund.",
  },
};

/** The page that leads to the references. */
const OVERVIEW = "api.html";

/** Path in the repository -> name of its page. */
const PAGES = new Map([
  ...DOCUMENTS.map((path) => [path, pageOf(path)]),
  ...TYPE_FILES.map((file) => [`pkg/${file}`, file.replace(".d.ts", ".html")]),
]);

function pageOf(path) {
  return path === DOCUMENTS[0] ? "index.html" : posix.basename(path, ".md").toLowerCase().concat(".html");
}

/** Where a link in a document leads on the site: to a page of the guide, to a page of the site, or to the repository. */
function addressFrom(path) {
  return (href) => {
    if (/^(https?:|#)/.test(href)) return href;
    const [file, anchor] = href.split("#");
    const target = posix.join(posix.dirname(path), file);
    const page = PAGES.get(target) ?? (target.startsWith("www/") ? `../${target.slice("www/".length)}` : source + target);
    return anchor === undefined ? page : `${page}#${anchor}`;
  };
}

/** Every page: its name, its language, and what is on it. */
function renderAll() {
  const documents = DOCUMENTS.map((path) => {
    const markdown = readDocument(path);
    const language = isJapanese(markdown.match(/^# (.+)$/m)[1]) ? "ja" : "en";
    return { page: PAGES.get(path), language, ...renderDocument(markdown, { language, addressOf: addressFrom(path) }) };
  });
  const types = TYPE_FILES.map((file) => {
    const addressOf = addressFrom(`pkg/${file}`);
    return { page: PAGES.get(`pkg/${file}`), language: "en", isReference: true, ...renderTypes(file, addressOf) };
  });
  return [...documents, ...types];
}

/** The contents of the guide; of the page itself its sections, of the overview the references that it leads to. */
function writeContents(pages, current) {
  const references = pages.filter(({ isReference }) => isReference);
  const entries = pages.filter(({ isReference }) => !isReference).map((page) => {
    if (page.page === OVERVIEW && (page === current || current.isReference)) {
      return writeEntry(page, current, writeList(references.map((reference) => writeEntry(reference, current))));
    }
    const sections = page === current ? page.sections : [];
    return writeEntry(page, current, writeList(sections.map(({ anchor, heading }) => `<a href="#${escape(anchor)}">${heading}</a>`)));
  });
  return writeList(entries);
}

function writeEntry({ page, language, title }, current, inside = "") {
  const foreign = language === current.language ? "" : ` lang="${language}" hreflang="${language}"`;
  const here = page === current.page ? ' aria-current="page"' : "";
  return `<a href="${page}"${foreign}${here}>${title}</a>${inside}`;
}

function writeList(entries) {
  return entries.length === 0 ? "" : `<ol>${entries.map((entry) => `<li>${entry}</li>\n`).join("")}</ol>`;
}

/** The links to the other pages of the site, as these have them among themselves. */
function writeSiteLinks(language) {
  const [, navigation] = readDocument("www/rules.html").match(/<nav class="pages"[^>]*>([^]*?)<\/nav>/);
  const links = [...navigation.matchAll(/<a href="([^"#]*)#?([^"]*)".*? data-word="([^"]+)"/g)].map(([, page, place, word]) => {
    const hash = [language === "ja" ? "" : language, place].filter(Boolean).join("/");
    return `        <a href="../${page.replace("./", "")}${hash && `#${hash}`}">${say(word)}</a>`;
  });
  return links.join("\n");
}

function writePage(pages, current) {
  const { language, title, introduction, sections, isReference } = current;
  setLanguage(language);
  const words = WORDS[language];
  const plain = title.replace(/<[^>]+>/g, "");
  const name = plain === words.guide ? plain : `${plain} | ${words.guide}`;
  // Dozens of regions would be no help to find one's way, and names differ only in their capitals.
  const region = (anchor) => (isReference ? "" : ` aria-labelledby="${escape(anchor)}-title"`);
  const cards = sections.map(({ anchor, heading, html }) => `
      <section class="section" id="${escape(anchor)}"${region(anchor)} tabindex="-1">
        <h2 id="${escape(anchor)}-title">${heading}</h2>
${html}      </section>`);
  const first = introduction.trim() === "" ? "" : `
      <div class="section">
${introduction}      </div>`;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="no-referrer">
  <meta name="format-detection" content="telephone=no">
  <title>${name} | onshi-check</title>
  <link rel="icon" href="${ICON}">
${STYLES.map((style) => `  <link rel="stylesheet" href="../${style}">`).join("\n")}
</head>
<body>
  <a class="skip" href="#main">${say("skip")}</a>

  <header class="top">
    <div class="wrap">
      <div class="top-row">
        <p class="brand">onshi-check</p>
      </div>
      <nav class="pages" aria-label="${say("pages")}">
${writeSiteLinks(language)}
      </nav>
      <h1>${title}</h1>
    </div>
  </header>

  <div class="wrap columns book guide">
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">${words.contents}</h2>
      ${writeContents(pages, current)}
    </nav>

    <main class="prose" id="main" tabindex="-1">${first}${cards.join("")}
    </main>
  </div>

  <footer class="foot">
    <div class="wrap">
      <p>${words.foot}</p>
      <p>${say("foot.portal")} <a href="https://iryohokenjyoho.service-now.com/csm" rel="noreferrer">${say("foot.portal.name")}</a></p>
    </div>
  </footer>
</body>
</html>
`;
}

/** Writes all pages into the folder `guide` of the site. */
function writePages(site) {
  const folder = join(site, "guide");
  mkdirSync(folder, { recursive: true });
  const pages = renderAll();
  for (const current of pages) writeFileSync(join(folder, current.page), writePage(pages, current));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , site] = process.argv;
  if (!site) throw new Error("say where the site is: node docs/guide/pages.mjs target/site");
  writePages(site);
}
