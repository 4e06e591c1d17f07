// onshi-check.global.js: one classic script for static pages, also from file://. What it exports is `OnshiCheck`.

import { attach } from "./attach.js";

export * from "./widget.js";

if (globalThis.document !== undefined) {
  const begin = () => attach(document);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
}
