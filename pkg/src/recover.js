// What happens when the module traps or an object fights back: nothing is thrown, and nothing false is said.

import { codes, codeNumbers } from "./names.js";
import { makeIssue } from "./decode.js";
import { restart, start } from "./engine.js";

/** Calls `work`; when it fails once more on a new instance; when that fails too returns `otherwise()`. */
export function recover(work, otherwise) {
  start();
  try {
    return work();
  } catch {
    try {
      restart();
      return work();
    } catch {
      return otherwise();
    }
  }
}

/** The verdict when the check itself failed: says nothing about the value. */
export function internalVerdict(english) {
  return { status: "empty", value: null, text: "", changes: [], issues: [internalIssue(english)] };
}

export function internalIssue(english) {
  const number = codeNumbers.get("internal");
  try {
    restart();
    return makeIssue(number, 0, 0, 0, [], english);
  } catch {
    const { name, severity } = codes[number];
    return { code: name, severity, path: [], message: "", params: {} };
  }
}
