// The unpacked package: what users get, file by file.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = new URL("../node_modules/onshi-check/", import.meta.url);

export const packageFolder = fileURLToPath(folder);

export const manifest = JSON.parse(packageFile("package.json"));

/** The text of a file of the package. */
export function packageFile(path) {
  return readFileSync(new URL(path, folder), "utf8");
}

/** The bytes of the WebAssembly module. */
export function moduleBytes() {
  return readFileSync(new URL("dist/onshi_check.wasm", folder));
}

/** Every path of the package, sorted. */
export function packagePaths() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => pathToFileURL(`${entry.parentPath ?? entry.path}/${entry.name}`).href.slice(folder.href.length))
    .sort();
}

let copies = 0;

/** An entry loaded once more, with a state of its own. */
export function freshEntry(name) {
  return import(new URL(`dist/${name}.js?copy=${++copies}`, folder).href);
}
