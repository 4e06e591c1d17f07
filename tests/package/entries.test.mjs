// The package as it is published: what is in it, how it is found, and that loading it does nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { runCommonJs, runModule } from "./child.mjs";
import { freshEntry, manifest, moduleBytes, packageFile, packageFolder, packagePaths } from "./package-files.mjs";
import { watching } from "./platform.mjs";

const require = createRequire(import.meta.url);
const ENTRIES = {
  ".": "index",
  "./slim": "slim",
  "./widget": "widget",
  "./bulk": "bulk",
  "./reference": "reference",
  "./react-hook-form": "react-hook-form",
};
const TYPES = { ...ENTRIES, ".": "types" };
/** Entries that are one classic script, and what its types are called. */
const SCRIPTS = ["global", "bulk-global"];
const scripts = packagePaths().filter((path) => /\.c?js$/.test(path));

function specifier(subpath) {
  return `onshi-check${subpath.slice(1)}`;
}

function repositoryFile(path) {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

test("the tarball holds these files and no other", () => {
  const generated = Object.values(ENTRIES).flatMap((name) => [`dist/${name}.cjs`, `dist/${name}.js`]);
  const types = Object.values(TYPES).flatMap((name) => [`dist/${name}.d.cts`, `${name}.d.ts`]);
  const classic = SCRIPTS.flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.cts`, `${name}.d.ts`]);
  const others = ["dist/workerd.js", "dist/cli.js", "dist/onshi_check.wasm", "widget.css", "package.json"];
  const texts = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];
  assert.deepEqual(packagePaths(), [...generated, ...types, ...classic, ...others, ...texts].sort());
});

test("the manifest says what bundlers and Node need", () => {
  assert.equal(manifest.name, "onshi-check");
  assert.equal(manifest.type, "module");
  assert.deepEqual(manifest.sideEffects, ["./dist/global.js", "./dist/bulk-global.js", "*.css"]);
  assert.deepEqual(manifest.engines, { node: ">=20" });
  assert.deepEqual([manifest.main, manifest.module, manifest.types], ["./dist/index.cjs", "./dist/index.js", "./types.d.ts"]);
  assert.deepEqual(manifest.files, ["dist", "*.d.ts", "widget.css", "LICENSE-*"]);
});

test("the manifest says whose package it is and how to find it, as the crate does", () => {
  const crate = repositoryFile("Cargo.toml");
  const [, license] = crate.match(/^license = "(.+)"$/m);
  const [, repository] = crate.match(/^repository = "(.+)"$/m);
  assert.equal(manifest.license, license);
  // npm refuses a statement of provenance when the address is not that of the repository it was built in.
  assert.deepEqual(manifest.repository, { type: "git", url: `git+${repository}.git`, directory: "pkg" });
  assert.match(manifest.description, /Japan.*オンライン資格確認/);
  for (const word of ["validation", "japan", "form", "wasm", "オンライン資格確認"]) assert.ok(manifest.keywords.includes(word), word);
  for (const path of ["LICENSE-APACHE", "LICENSE-MIT"]) assert.equal(packageFile(path), repositoryFile(path));
});

test("bundlers may drop what is imported for nothing, but not what is a script and not the style sheet", async () => {
  const size = async (specifier) => {
    const stdin = { contents: `import ${JSON.stringify(specifier)};`, resolveDir: packageFolder };
    const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, outdir: "out", logLevel: "error" });
    return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  };
  for (const subpath of Object.keys(ENTRIES)) assert.equal(await size(specifier(subpath)), 0, subpath);
  for (const name of SCRIPTS) assert.ok((await size(`onshi-check/${name}.js`)) >= packageFile(`dist/${name}.js`).length, name);
  assert.ok((await size("onshi-check/widget.css")) > 1000);
});

test("the package needs no other package and runs nothing when it is installed", () => {
  const keys = ["dependencies", "optionalDependencies", "bundleDependencies", "scripts"];
  assert.deepEqual(keys.filter((key) => key in manifest), []);
});

test("the library whose types an entry names is a peer that nobody must have", () => {
  assert.deepEqual(Object.keys(manifest.peerDependencies), ["react-hook-form"]);
  assert.deepEqual(manifest.peerDependenciesMeta, { "react-hook-form": { optional: true } });
});

test("the version is that of the crate, and the package says it", async () => {
  const [, version] = repositoryFile("Cargo.toml").match(/^version = "(.+)"$/m);
  assert.equal(manifest.version, version);
  for (const name of ["index", "slim", "bulk"]) assert.equal((await freshEntry(name)).version, version);
});

test("every entry has code and types of its own for import and for require", () => {
  const expected = Object.entries(ENTRIES).map(([subpath, name]) => [
    subpath,
    {
      ...(subpath === "." ? { workerd: { types: "./types.d.ts", default: "./dist/workerd.js" } } : {}),
      import: { types: `./${TYPES[subpath]}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${TYPES[subpath]}.d.cts`, default: `./dist/${name}.cjs` },
    },
  ]);
  const { "./onshi_check.wasm": module, "./package.json": itself, ...others } = manifest.exports;
  const { "./global.js": script, "./bulk-global.js": bulkScript, "./widget.css": style, ...entries } = others;
  assert.deepEqual(entries, Object.fromEntries(expected));
  assert.deepEqual([module, itself, style], ["./dist/onshi_check.wasm", "./package.json", "./widget.css"]);
  assert.deepEqual(script, { types: "./global.d.ts", default: "./dist/global.js" });
  assert.deepEqual(bulkScript, { types: "./bulk-global.d.ts", default: "./dist/bulk-global.js" });
});

test("conditions stand in the order in which they are tried: types first, default last", () => {
  for (const subpath of Object.keys(ENTRIES)) {
    for (const condition of ["import", "require"]) {
      assert.deepEqual(Object.keys(manifest.exports[subpath][condition]), ["types", "default"]);
    }
  }
});

test("the types of a CommonJS entry refer to each other, not to those of the ES modules", () => {
  for (const name of Object.values(TYPES)) {
    assert.equal(packageFile(`dist/${name}.d.cts`), packageFile(`${name}.d.ts`).replaceAll('.js"', '.cjs"'));
  }
});

test("types are those written by hand: they name each other, the peer and nothing that a tool has made", () => {
  const written = Object.values(TYPES).map((name) => `./${name}.js`);
  for (const name of [...Object.values(TYPES), ...SCRIPTS]) {
    const types = packageFile(`${name}.d.ts`);
    assert.equal(types, repositoryFile(`pkg/${name}.d.ts`));
    const named = [...types.matchAll(/^(?:import|export)\b[^;]*? from "(.+?)"|\bimport\("(.+?)"\)/gm)].map(([, from, inline]) => from ?? inline);
    const others = named.filter((name) => !written.includes(name) && !Object.hasOwn(manifest.peerDependencies, name));
    assert.deepEqual(others, [], name);
  }
});

test("the module can be found beside the entries", () => {
  assert.deepEqual(readFileSync(require.resolve("onshi-check/onshi_check.wasm")), moduleBytes());
  assert.deepEqual(readFileSync(fileURLToPath(import.meta.resolve("onshi-check/onshi_check.wasm"))), moduleBytes());
});

test("what is not an entry cannot be imported", () => {
  for (const path of ["onshi-check/dist/index.js", "onshi-check/types.d.ts", "onshi-check/widgets"]) {
    assert.throws(() => require.resolve(path), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" }, path);
  }
});

test("the entries give the names of the contract and no other", async () => {
  const shared = [
    ...["OnshiUnavailable", "assemble", "check", "checkTogether", "form", "is", "lineIssues", "lineOptions", "message", "ready"],
    ...["schema", "split", "version"],
  ];
  const names = {
    "onshi-check": shared,
    "onshi-check/slim": [...shared, "init"],
    "onshi-check/widget": [...shared, "attach"],
    "onshi-check/bulk": [...shared, "annotate", "bulk", "find", "preview"],
    "onshi-check/reference": ["describe", "jsonSchema", "rules"],
    "onshi-check/react-hook-form": ["resolver"],
  };
  for (const [name, expected] of Object.entries(names)) {
    assert.deepEqual(Object.keys(await import(name)).sort(), [...expected].sort(), name);
  }
});

test("the inlined module is the module of the slim entry, byte for byte", async () => {
  const { made } = await watching("Module", async () => (await freshEntry("index")).check("text", ""));
  assert.deepEqual(Buffer.from(made[0].parts[0]), moduleBytes());
});

for (const subpath of Object.keys(ENTRIES)) {
  const name = specifier(subpath);
  const watch = `
    const started = [];
    for (const name of Object.getOwnPropertyNames(WebAssembly)) {
      const original = WebAssembly[name];
      if (typeof original !== "function") continue;
      const watched = new Proxy(original, {
        apply: (...parts) => (started.push(name), Reflect.apply(...parts)),
        construct: (...parts) => (started.push(name), Reflect.construct(...parts)),
      });
      Object.defineProperty(WebAssembly, name, { value: watched });
    }
    for (const name of ["fetch", "setTimeout", "setInterval", "queueMicrotask", "eval", "Function", "Worker"]) {
      globalThis[name] = () => assert.fail(name);
    }
    const globals = Object.getOwnPropertyNames(globalThis).length;`;
  const nothingHappened = `
    assert.deepEqual(started, []);
    assert.equal(Object.getOwnPropertyNames(globalThis).length, globals);`;

  test(`${name}: import loads it, and nothing happens`, () =>
    runModule(`${watch} await import(${JSON.stringify(name)}); ${nothingHappened}`));

  test(`${name}: require loads it, and nothing happens`, () =>
    runCommonJs(`${watch} require(${JSON.stringify(name)}); ${nothingHappened}`));

  test(`${name}: import and require give the same names`, async () => {
    const imported = Object.keys(await import(name)).sort();
    assert.ok(imported.length > 0);
    assert.deepEqual(Object.keys(require(name)).sort(), imported);
  });
}

test("the first call compiles once and instantiates once, and no later one does", async () => {
  const { check, form, ready } = await freshEntry("index");
  const first = await watching("Module", () => watching("Instance", () => check("email", "")));
  assert.deepEqual([first.made.length, first.result.made.length], [1, 1]);
  const later = await watching("Module", () => watching("Instance", () => ready.then(() => form("user-registration").check({}))));
  assert.deepEqual([later.made.length, later.result.made.length], [0, 0]);
});

test("ready starts the module when somebody waits for it", async () => {
  const { ready } = await freshEntry("index");
  const wait = async () => [await ready, await Promise.all([ready, ready.then(() => 1), ready.finally(() => 2)])];
  const { result, made } = await watching("Instance", wait);
  assert.deepEqual(result, [undefined, [undefined, 1, undefined]]);
  assert.equal(made.length, 1);
});

test("the CommonJS entries work", () =>
  runCommonJs(`
    const { check, ready } = require("onshi-check");
    assert.equal(check("phone", "03-1234-5678").value, "0312345678");
    const slim = require("onshi-check/slim");
    assert.throws(() => slim.check("phone", ""), slim.OnshiUnavailable);
    const bytes = require("node:fs").readFileSync(require.resolve("onshi-check/onshi_check.wasm"));
    ready.then(() => slim.init(bytes)).then(() => assert.equal(slim.check("phone", "03-1234-5678").value, "0312345678"));
  `));

test("the resolver loads the entry that lies beside it and nothing else, and has no engine of its own", () => {
  for (const [path, beside] of [["dist/react-hook-form.js", "./index.js"], ["dist/react-hook-form.cjs", "./index.cjs"]]) {
    const code = packageFile(path);
    const loaded = [...code.matchAll(/(?:\bfrom |\brequire\()"(.+?)"/g)].map(([, name]) => name);
    assert.deepEqual(loaded, [beside]);
    assert.doesNotMatch(code, /WebAssembly|[0-9a-f]{100}/);
  }
});

for (const path of scripts) {
  const code = packageFile(path);

  test(`${path} is ASCII: a page in Shift_JIS can use it`, () => {
    assert.match(code, /^[\0-\x7f]*$/);
  });

  test(`${path} makes no code out of text, and may stand inside a script element`, () => {
    assert.doesNotMatch(code, /\beval\s*\(|\bFunction\s*\(|\bimport\s*\(|<\/script|<!--/);
  });

  test(`${path} refers to no file and no machine`, () => {
    assert.doesNotMatch(code, /sourceMappingURL|import\.meta|file:\/\/|__dirname|__filename|process\.env|\/work\/|\/home\//);
    if (!path.includes("slim")) assert.doesNotMatch(code, /\bfetch\s*\(|\bnew URL\b|XMLHttpRequest/);
  });
}
