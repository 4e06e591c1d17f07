/**
 * The files that the Chromium part serves: modules of this folder as they are,
 * contenders bundled as an esbuild user bundles them.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const PLAIN_MODULES = [
  "page-task.mjs",
  "contests.mjs",
  "inputs.mjs",
  "rules.mjs",
  "stopwatch.mjs",
  "laps.mjs",
  "bulk/contests.mjs",
  "bulk/rows.mjs",
];

/** @returns {Promise<Map<string, string>>} path to JavaScript */
export async function makeFiles(contenders, bulkContenders) {
  const files = new Map();
  for (const module of PLAIN_MODULES) files.set(`/${module}`, await readFile(`${FOLDER}${module}`, "utf8"));
  files.set("/memory.mjs", await bundle('export * from "./memory.mjs"'));
  for (const contender of contenders) {
    const module = `./contenders/${contender}.mjs`;
    files.set(`/contenders/${contender}.mjs`, await bundle(`export * from "${module}"`));
    files.set(firstVerdictPath(contender), await bundle(`export { customerId } from "${module}"`));
  }
  for (const contender of bulkContenders) {
    const path = `bulk/contenders/${contender}.mjs`;
    files.set(`/${path}`, await bundle(`export * from "./${path}"`));
  }
  return files;
}

/** Where the bundle lies that holds the customer ID alone, for import to first verdict. */
export function firstVerdictPath(contender) {
  return `/first-verdict/${contender}.mjs`;
}

export function brotliSize(text) {
  return brotliCompressSync(text).length;
}

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FOLDER },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}
