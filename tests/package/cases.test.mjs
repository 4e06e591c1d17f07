// The golden cases of tests/cases/*.json through the packed package.

import assert from "node:assert/strict";
import test from "node:test";
import * as onshi from "onshi-check";
import { readCases } from "./read-cases.mjs";
import { replay } from "./replay.mjs";

for (const [file, cases] of readCases()) {
  test(`${file}: ${cases.length} cases`, () => {
    for (const expected of cases) {
      const actual = replay(onshi, expected);
      for (const key of Object.keys(actual)) {
        if (key in expected) assert.deepEqual(actual[key], expected[key], `${expected.note} (${key})`);
      }
    }
  });
}
