// The golden cases as Node reads them.

import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../cases/", import.meta.url);

/** File name and cases, each with the promise that `is` agrees with `check`. */
export function readCases() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((name) => {
    const cases = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return [name, cases.map((one) => ({ ...one, agrees: true }))];
  });
}
