// Scripts in a process of their own, whose globals they may break.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Runs an ES module that finds `assert`, and packages as the tests do. Fails when it fails or when it does not end. */
export function runModule(script) {
  return run("module", `import assert from "node:assert/strict";\n${script}`);
}

/** Runs a CommonJS script in the same way. */
export function runCommonJs(script) {
  return run("commonjs", `const assert = require("node:assert/strict");\n${script}`);
}

async function run(type, script) {
  await promisify(execFile)(process.execPath, [`--input-type=${type}`, "--eval", script], { cwd: folder, timeout: 60_000 });
}
