// The README's JavaScript says what it prints; this runs it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

test("the README has JavaScript examples", () => assert.notEqual(examples.length, 0));

for (const [number, example] of examples.entries()) {
  test(`README example ${number + 1} gives what its arrows say`, async () => {
    const checked = example.replace(/^(.+); \/\/ → (.+)$/gm, "equal($1, $2);");
    assert.notEqual(checked, example, "no arrow in the example");
    const resolved = checked.replace(/from "(.+?)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
    const module = `import { deepStrictEqual as equal } from "node:assert";\n${resolved}`;
    await import(`data:text/javascript,${encodeURIComponent(module)}`);
  });
}
