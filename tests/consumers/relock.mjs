// Writes the lock files of consumers anew, after a change of their package.json or of the package's own dependencies.
//
//   node tests/consumers/relock.mjs [name…]
//
// A lock file names neither a registry's host, because every machine has its own, nor the fingerprint of the tarball,
// because that is built afresh.

import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./harness/command.mjs";
import { consumersFolder, readJson } from "./harness/consumer.mjs";
import { findTarball, shareTarball } from "./harness/tarball.mjs";
import { makeCopy } from "./harness/work-copy.mjs";

const projects = readdirSync(consumersFolder).filter((name) => existsSync(`${consumersFolder}${name}/package.json`));
const chosen = process.argv.length === 2 ? projects : process.argv.slice(2);

shareTarball(findTarball());
for (const name of chosen) {
  const folder = makeCopy({ name, source: `${consumersFolder}${name}` });
  const lockFile = `${folder}/package-lock.json`;
  rmSync(lockFile, { force: true });
  await run(folder, ["npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  const lock = readJson(lockFile);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "node_modules/onshi-check") delete entry.integrity;
    else delete entry.resolved;
  }
  writeFileSync(`${consumersFolder}${name}/package-lock.json`, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${name}: ${Object.keys(lock.packages).length - 1} packages`);
}
