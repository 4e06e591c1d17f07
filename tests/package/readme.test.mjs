// The READMEs' JavaScript says what it gives; this runs it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

for (const file of ["README.md", "pkg/README.md"]) {
  test(`the JavaScript of ${file} gives what its arrows say`, async () => {
    const readme = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, example]) => example);
    assert.notEqual(examples.length, 0);
    for (const example of examples) {
      const checked = example.replace(/^(.+); \/\/ → (.+)$/gm, "equal($1, $2);");
      assert.notEqual(checked, example, "no arrow in the example");
      const resolved = checked.replace(/from "(.+?)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
      const module = `import { deepStrictEqual as equal } from "node:assert";\n${resolved}`;
      await import(`data:text/javascript,${encodeURIComponent(module)}`);
    }
  });
}
