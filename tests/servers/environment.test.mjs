// What the variables PORT and TODAY do.

import assert from "node:assert/strict";
import test from "node:test";
import { askAll } from "./ask.mjs";
import { COMMANDS, start, withServers } from "./servers.mjs";

for (const name of Object.keys(COMMANDS)) {
  for (const [variable, texts] of Object.entries({
    TODAY: ["", "2026-11", "2026-02-29", "2026/11/21", "today"],
    PORT: ["", "65536", "-1", "http"],
  })) {
    test(`${name} does not start with a ${variable} that is none, and says so`, async () => {
      for (const text of texts) {
        const { address, errors, stop } = await start(name, { [variable]: text });
        await stop();
        assert.equal(address, undefined, `listens in spite of ${variable}=${text}`);
        assert.match(errors, variable === "TODAY" ? /TODAY is not a day such as 2026-11-21/ : /port/i);
      }
    });
  }
}

test("without TODAY the clock says what is to come", () =>
  withServers({}, async (servers) => {
    for (const [operationStartDate, expected] of [
      ["2021-10-20", []],
      ["2099-12-31", ["date.in-future"]],
    ]) {
      const { body } = await askAll(servers, "/operation-start", { body: JSON.stringify({ operationStartDate }) });
      assert.deepEqual(body.issues.map(({ code }) => code), expected);
    }
  }));
