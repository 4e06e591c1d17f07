// The package under test: one file, which all consumers install.

import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readJson } from "./consumer.mjs";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the work copies of the consumers stand, and the tarball beside them, as their package.json names it. */
export const workFolder = `${repository}target/consumers/`;

/** The tarball that the environment names, or the one that `cargo xtask pack` made last. */
export function findTarball() {
  const { version } = readJson(`${repository}pkg/package.json`);
  const tarball = process.env.TARBALL ?? `${repository}target/pack/onshi-check-${version}.tgz`;
  if (!existsSync(tarball)) throw new Error(`there is no ${tarball}: run cargo xtask pack, or say in TARBALL where it is`);
  return tarball;
}

export function shareTarball(tarball) {
  mkdirSync(workFolder, { recursive: true });
  copyFileSync(tarball, `${workFolder}onshi-check.tgz`);
}
