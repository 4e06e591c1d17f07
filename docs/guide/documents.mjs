// The documents of the guide, in the order in which they are listed, and what stands in a document.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The tools of the tests, and beside them the packed package as its users have it.
export const require = createRequire(new URL("../../tests/package.json", import.meta.url));
const { lexer } = await import(require.resolve("marked"));

/** The root of the repository. Paths of documents start there. */
export const root = new URL("../../", import.meta.url);

/** The guide, and what it leads to of the other documents. */
export const DOCUMENTS = [
  "docs/guide/README.md",
  "docs/guide/start-web-form.md",
  "docs/guide/start-static-page.md",
  "docs/guide/start-pre-check.md",
  "docs/guide/recipes.md",
  "docs/guide/migration.md",
  "docs/guide/many.md",
  "docs/guide/command-line.md",
  "docs/guide/codes.md",
  "docs/guide/api.md",
  "docs/consumers.md",
  "BENCHMARKS.md",
];

/** The text of a file of the repository. */
export function readDocument(path) {
  return readFileSync(new URL(path, root), "utf8");
}

/** The tokens of a Markdown text, those inside lists and tables included. */
export function tokensOf(markdown) {
  const found = [];
  const visit = (token) => {
    found.push(token);
    const cells = [token.header ?? [], token.rows ?? []].flat(2);
    for (const inner of [token.tokens ?? [], token.items ?? [], cells].flat()) visit(inner);
  };
  for (const token of lexer(markdown)) visit(token);
  return found;
}

/** The blocks of code of a Markdown text. The first word after the fence is the language, the second the name of a file. */
export function codeBlocks(markdown) {
  return tokensOf(markdown).filter(({ type }) => type === "code").map(({ lang, text }) => {
    const [language, name] = lang.split(" ");
    return { language, name, text };
  });
}

/** A function that makes the anchors of the headings of one document, as GitHub makes them. */
export function anchorMaker() {
  const counts = new Map();
  return (heading) => {
    const anchor = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };
}

/** The anchors of a Markdown text. */
export function anchorsOf(markdown) {
  return tokensOf(markdown).filter(({ type }) => type === "heading").map(({ text }) => text).map(anchorMaker());
}
