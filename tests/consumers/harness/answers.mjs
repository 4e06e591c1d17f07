// What a program or a server without pages must answer to the fields as JSON: `{ issues: [{ field, code, message }] }`, or
// `{ values }` when there are none.

import assert from "node:assert/strict";
import { ISSUES, RIGHT, VALUES, WRONG } from "./facts.mjs";

/** `ask` takes the fields and gives the parsed answer. */
export async function expectAnswers(ask) {
  assert.deepEqual(await ask(WRONG), { issues: ISSUES });
  assert.deepEqual(await ask(RIGHT), { values: VALUES });
}
