// What a consumer says about itself in its consumer.json.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const consumersFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * Every folder with a `consumer.json`. Its keys:
 *
 * - `title`, `place`, `shows`: for the table, with the row it stands in; `tools`: the npm packages whose installed versions
 *   it names
 * - `pages`: HTML files, opened from `file://`, or with `folder` from a server that has that folder as its root
 * - `programs`: commands that take the fields as JSON and print the answer as JSON
 * - `server`: a `command` that listens on a port of its own choice, which the pattern `port` finds in what it prints; with
 *   `api`, paths that take and give the same JSON, or `pages`, paths of forms that React hydrates and that work without
 *   scripts as well
 */
export function readConsumers() {
  return readdirSync(consumersFolder)
    .filter((name) => existsSync(`${consumersFolder}${name}/consumer.json`))
    .map((name) => ({
      ...readJson(`${consumersFolder}${name}/consumer.json`),
      name,
      source: `${consumersFolder}${name}`,
      lockedPackages: Object.keys(readJson(`${consumersFolder}${name}/package-lock.json`).packages).length,
    }));
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
