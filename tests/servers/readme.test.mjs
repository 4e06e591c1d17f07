// The README of the examples, done as it says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { promisify } from "node:util";
import { withServers } from "./servers.mjs";

const repository = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("examples/README.md", repository), "utf8");
const examples = [...readme.matchAll(/```sh\n(curl [^\n]+)\n```\n\nAnswered with (\d+):\n\n```json\n([^`]+)\n```/g)];

test("every curl line stands above its answer", () => {
  assert.ok(examples.length > 0);
  assert.equal(examples.length, readme.match(/^curl /gm).length);
});

test("both servers answer the curl lines as it is written below them", () =>
  withServers({}, async (servers) => {
    for (const [, line, status, expected] of examples) {
      for (const { name, address } of servers) {
        const command = line.replace("http://127.0.0.1:3000", `--write-out '\\n%{http_code}' ${address}`);
        const { stdout } = await promisify(execFile)("sh", ["-c", command], { timeout: 60_000 });
        const [body, answered] = stdout.split("\n");
        assert.deepEqual([answered, JSON.parse(body)], [status, JSON.parse(expected)], `${name}: ${line}`);
      }
    }
  }));

test("the Node example asks for the package of this version", () => {
  const read = (path) => JSON.parse(readFileSync(new URL(path, repository), "utf8"));
  const { dependencies, private: isPrivate } = read("examples/node/package.json");
  assert.deepEqual(dependencies, { "onshi-check": `^${read("pkg/package.json").version}` });
  assert.equal(isPrivate, true);
});
