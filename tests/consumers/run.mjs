// Installs the packed package into small projects, builds each with its own tool, and uses the result as a person would.
//
//   node tests/consumers/run.mjs [name…]
//
// TARBALL: what `npm pack` made (default: target/pack/onshi-check-<version>.tgz). CHROMIUM: the browser (default: the one
// in PATH). A run of all of them writes docs/consumers.md, or with TABLE=compare fails when it says something else.

import { availableParallelism } from "node:os";
import { openBrowser } from "./harness/browser.mjs";
import { readConsumers } from "./harness/consumer.mjs";
import { findTarball, shareTarball } from "./harness/tarball.mjs";
import { takeTurns } from "./harness/turns.mjs";
import { use } from "./harness/use.mjs";
import { build, install, makeCopy, readVersions } from "./harness/work-copy.mjs";
import { compareTable, writeTable } from "./harness/table.mjs";

const all = readConsumers();
const names = process.argv.slice(2);
const unknown = names.filter((name) => all.every((consumer) => consumer.name !== name));
if (unknown.length > 0) {
  console.error(`there is no consumer ${unknown.join(", ")}: ${all.map(({ name }) => name).join(" ")}`);
  process.exit(2);
}
const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));

// So that what was started is stopped on the way out.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

shareTarball(findTarball());
const browser = await openBrowser();
const results = await takeTurns(longestFirst(chosen), availableParallelism(), runOne).finally(() => browser.close());

const failed = results.filter(({ failure }) => failure);
for (const { consumer, failure } of failed) console.error(`\n✖ ${consumer.name}\n${failure.stack ?? failure}`);
if (failed.length === 0 && chosen.length === all.length) {
  const keep = process.env.TABLE === "compare" ? compareTable : writeTable;
  keep(results, browser.version());
}
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runOne(consumer) {
  const began = performance.now();
  const times = [];
  const timed = async (what, step) => {
    const start = performance.now();
    const result = await step();
    times.push(`${what} ${seconds(performance.now() - start)}`);
    return result;
  };
  try {
    const folder = makeCopy(consumer);
    await timed("install", () => install(folder));
    await timed("build", () => build(folder));
    await timed("use", () => use(consumer, folder, browser));
    console.log(`✔ ${consumer.name} ${seconds(performance.now() - began)} (${times.join(", ")})`);
    return { consumer, versions: readVersions(consumer, folder) };
  } catch (failure) {
    console.log(`✖ ${consumer.name} ${seconds(performance.now() - began)}`);
    return { consumer, failure };
  }
}

/**
 * The dearest ones begin, so that none of them is left alone at the end: those with a server of their own, which brings the
 * largest tools, then those with the most packages.
 */
function longestFirst(consumers) {
  const cost = ({ server, lockedPackages }) => (server ? 1000 : 0) + lockedPackages;
  return [...consumers].sort((one, other) => cost(other) - cost(one));
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
