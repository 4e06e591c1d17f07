// A copy of a consumer in target/consumers, where it is installed and built: the repository stays clean.

import { cpSync, rmSync } from "node:fs";
import { run } from "./command.mjs";
import { readJson } from "./consumer.mjs";
import { workFolder } from "./tarball.mjs";

/** Words of a warning in what a build prints. */
const WARNING = /\bwarn(ing)?s?\b|\bdeprecated\b/i;

export function makeCopy({ name, source }) {
  const folder = `${workFolder}${name}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  return folder;
}

/**
 * Installs exactly what is locked, and the tarball, whose fingerprint is not. No install script runs: nobody should need one,
 * and many projects allow none.
 */
export async function install(folder) {
  await run(folder, ["npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Runs the project's own build, if it has one. A warning is a fault of the package until shown otherwise. */
export async function build(folder) {
  if (readJson(`${folder}/package.json`).scripts?.build === undefined) return;
  const { stdout, stderr } = await run(folder, ["npm", "run", "--silent", "build"]);
  if (stderr !== "" || WARNING.test(stdout)) throw new Error(`the build complains:\n${stdout}\n${stderr}`);
}

/** The versions of its tools as they were installed. */
export function readVersions({ tools }, folder) {
  return Object.fromEntries(tools.map((tool) => [tool, readJson(`${folder}/node_modules/${tool}/package.json`).version]));
}
