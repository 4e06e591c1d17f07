// The lines for pages that load the package from a CDN: `cargo xtask pack` prints them and writes them beside the tarball.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { manifest, packageFile } from "./package-files.mjs";

const lines = readFileSync(new URL("../../target/pack/cdn.html", import.meta.url), "utf8");
const base = `https://cdn.jsdelivr.net/npm/onshi-check@${manifest.version}/`;

const hash = (path) => `sha384-${createHash("sha384").update(packageFile(path)).digest("base64")}`;

test("each line names this version and the hash of the file in the tarball", () => {
  const [script, style, module] = ["dist/global.js", "widget.css", "dist/index.js"];
  const map = { imports: { "onshi-check": base + module }, integrity: { [base + module]: hash(module) } };
  assert.equal(
    lines,
    `<script src="${base}${script}" integrity="${hash(script)}" crossorigin defer></script>
<link rel="stylesheet" href="${base}${style}" integrity="${hash(style)}" crossorigin>
<script type="importmap">${JSON.stringify(map)}</script>
`,
  );
});
