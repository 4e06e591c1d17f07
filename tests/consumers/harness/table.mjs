// Makes docs/consumers.md from a run of all consumers. No dates: it changes only when a version or a consumer does.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../../docs/consumers.md", import.meta.url));

/** `results`: the consumers with the versions that were installed. */
export function writeTable(results, chromiumVersion) {
  writeFileSync(file, makeTable(results, chromiumVersion));
}

/** Fails when a run would write something else. Node and Chromium are those of the machine, and may be others. */
export function compareTable(results, chromiumVersion) {
  const withoutMachine = (text) => text.replace(/Node \d+, Chromium \d+\./, "");
  if (withoutMachine(makeTable(results, chromiumVersion)) !== withoutMachine(readFileSync(file, "utf8"))) {
    throw new Error("docs/consumers.md is not what this run would write: node tests/consumers/run.mjs writes it anew");
  }
}

function makeTable(results, chromiumVersion) {
  const inOrder = [...results].sort((one, other) => one.consumer.place - other.consumer.place);
  const rows = inOrder.map(({ consumer, versions }) => {
    const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`).join(", ") || "nothing";
    return `| [${consumer.title}](../tests/consumers/${consumer.name}) | ${consumer.shows} | ${tools} | ${placeOf(consumer)} |`;
  });
  return `<!-- Written by tests/consumers/run.mjs: a run of all consumers writes it anew. -->

# Where the package has been run

Each of these is a small project that installs the tarball of \`npm pack\`, is built with its own tool, and is then used: the same
form, filled in wrongly and rightly, must give the same codes, the same sentences and the same canonical values everywhere. A
warning of a build tool, a message on the browser's console or a request to elsewhere fails it. No install script
runs. Node ${major(process.versions.node)}, Chromium ${major(chromiumVersion)}.

| project | shows | built with | used in |
|---|---|---|---|
${rows.join("\n")}
`;
}

function placeOf({ pages, folder, programs, server }) {
  if (programs) return "Node";
  if (server?.api) return "its own server";
  if (server) return "its own server, Chromium with scripts and without";
  return pages && folder === undefined ? "Chromium, `file://`" : "Chromium";
}

function major(version) {
  return version.split(".")[0];
}
