// The guide keeps its word: its JavaScript gives what its arrows say, its lists are complete, and its links lead somewhere.
// What it shows of pages is opened in tests/browser/guide.test.mjs; its Rust is a test of the crate (src/lib.rs).

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import test from "node:test";
import { show, control, leave, said, submit, type } from "./react-page.mjs";
import { transform } from "esbuild";
import { createElement } from "react";
import { writeOverview } from "../../docs/guide/api.mjs";
import { writeList } from "../../docs/guide/codes.mjs";
import { readTypes, subpaths, typesOf } from "../../docs/guide/declarations.mjs";
import { anchorsOf, codeBlocks, DOCUMENTS, readDocument, root, tokensOf } from "../../docs/guide/documents.mjs";
import { packageFile } from "./package-files.mjs";
import { FORMS, KINDS } from "./tables.mjs";

const guide = DOCUMENTS.filter((path) => path.startsWith("docs/guide/"));

/** Runs a module that imports as the tests do. */
function runModule(code) {
  const resolved = code.replace(/from "(.+?)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
  return import(`data:text/javascript,${encodeURIComponent(resolved)}`);
}

// Snippets.

for (const path of guide) {
  const blocks = codeBlocks(readDocument(path)).filter(({ language, name }) => language === "js" && !name);
  for (const [index, { text }] of blocks.entries()) {
    test(`${path}: JavaScript ${index + 1} gives what its arrows say`, async () => {
      const checked = text.replace(/^(.+); \/\/ → (.+)$/gm, "equal($1, $2);");
      assert.notEqual(checked, text, "no arrow in the example");
      assert.doesNotMatch(checked, /→/, "an arrow at the end of no statement");
      await runModule(`import { deepStrictEqual as equal } from "node:assert";\n${checked}`);
    });
  }
}

test("every snippet is of a kind that some test runs", () => {
  const recipes = readFileSync(new URL("src/lib.rs", root), "utf8").match(/include_str!\("\.\.\/(.+?)"\)/g).join();
  for (const path of guide) {
    for (const { language, name, text } of codeBlocks(readDocument(path))) {
      const isRun =
        // tests/package/cli.test.mjs runs these.
        path === "docs/guide/command-line.md" ||
        (language === "js" && (!name || name === "attach.js")) ||
        (language === "jsx" && name === "registration.jsx") ||
        (language === "html" && name.endsWith(".html")) ||
        (language === "text" && name === "policy") ||
        (language === "rust" && recipes.includes(path)) ||
        (language === "sh" && text.split("\n").every((line) => isCommand(line)));
      assert.ok(isRun, `${path}: ${language} ${name}\n${text}`);
    }
  }
});

/** Whether a line of the shell does what it should where this package is. */
function isCommand(line) {
  const [program, ...words] = line.split(" ");
  if (line === "npm install onshi-check") return JSON.parse(packageFile("package.json")).name === words[1];
  if (program === "cp") return existsSync(new URL(`tests/${words[0]}`, root));
  return program === "cargo" && readDocument("xtask/src/main.rs").includes(`name: "${words[1]}"`);
}

test("the React component of the guide says what the guide says", async () => {
  const [{ text }] = codeBlocks(readDocument("docs/guide/start-web-form.md")).filter(({ language }) => language === "jsx");
  const { code } = await transform(text, { loader: "jsx", jsx: "automatic" });
  const { Registration } = await runModule(code);
  const sent = [];
  await show(createElement(Registration, { send: (values) => void sent.push(values) }));
  await type("phone", "12");
  await leave("phone");
  assert.deepEqual(said("data-code"), [["phone.no-leading-zero", "Phone numbers start with 0. Enter it from the area code."]]);
  assert.equal(control("phone").getAttribute("aria-invalid"), "true");
  await type("phone", "０３-1234-5678");
  assert.deepEqual(said("data-code"), []);
  await submit();
  assert.deepEqual(sent, [{ phone: "0312345678" }]);
});

// Lists.

test("codes.md is what docs/guide/codes.mjs writes", () => {
  assert.equal(readDocument("docs/guide/codes.md"), writeList(), "run: node docs/guide/codes.mjs");
});

test("api.md is what docs/guide/api.mjs writes", () => {
  assert.equal(readDocument("docs/guide/api.md"), writeOverview(), "run: node docs/guide/api.mjs");
});

/** The names in the first column of the tables under a heading of api.md. */
function namesUnder(heading) {
  const [, part] = readDocument("docs/guide/api.md").split(`\n## ${heading}\n`);
  return [...part.split("\n## ")[0].matchAll(/^\| \[?`([^`]+)`/gm)].map(([, name]) => name);
}

for (const subpath of Object.keys(subpaths).filter(typesOf)) {
  const name = `onshi-check${subpath.slice(1)}`;
  test(`api.md has every export of ${name}`, async () => {
    const { declarations, handsOn } = readTypes(typesOf(subpath));
    const inherited = handsOn ? namesUnder("`onshi-check`") : [];
    const listed = [...inherited, ...namesUnder(`\`${name}\``)];
    for (const { name, isGlobal } of declarations) assert.ok(isGlobal || listed.includes(name), name);
    // A classic script exports nothing.
    if (!subpaths[subpath].import) return;
    const exported = Object.keys(await import(name));
    assert.deepEqual(exported.filter((name) => !listed.includes(name)), []);
    // Found apart from how declarations.mjs reads them.
    const declared = [...packageFile(typesOf(subpath)).matchAll(/^export (?:declare )?(?:type|interface|function|class|const) (\w+)/gm)];
    const values = declarations.filter(({ isValue }) => isValue).map(({ name }) => name);
    assert.deepEqual([...new Set(declared.map(([, name]) => name))].toSorted(), declarations.filter(({ isGlobal }) => !isGlobal).map(({ name }) => name).toSorted());
    assert.deepEqual(values.filter((name) => !exported.includes(name)), []);
  });
}

test("api.md has every entry, every kind and every form", () => {
  const [top] = readDocument("docs/guide/api.md").split("\n## ");
  for (const subpath of Object.keys(subpaths)) assert.ok(top.includes(`| \`onshi-check${subpath.slice(1)}\` |`), subpath);
  assert.deepEqual(namesUnder("Kinds"), KINDS);
  assert.deepEqual(namesUnder("Forms"), FORMS.map(([name]) => name));
});

// Links.

for (const path of DOCUMENTS) {
  test(`${path}: links lead to files, and to places that are there`, () => {
    const links = tokensOf(readDocument(path)).filter(({ type }) => type === "link").map(({ href }) => href);
    for (const link of links.filter((link) => !link.startsWith("https://"))) {
      const [file, anchor] = link.split("#");
      const target = file ? posix.join(posix.dirname(path), file) : path;
      assert.ok(existsSync(new URL(target, root)), link);
      if (anchor) assert.ok(placesIn(target).includes(decodeURIComponent(anchor)), link);
    }
  });
}

/** What an address may name in a file. */
function placesIn(path) {
  if (path.endsWith(".md")) return anchorsOf(readDocument(path));
  if (path.endsWith(".d.ts")) return readTypes(posix.basename(path)).declarations.map(({ name }) => name);
  return [...readDocument(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
}
