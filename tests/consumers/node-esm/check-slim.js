// The same, with the module from its file.

import { readFile } from "node:fs/promises";
import { form, init } from "onshi-check/slim";
import { answer } from "./answer.js";

await init(readFile(new URL(import.meta.resolve("onshi-check/onshi_check.wasm"))));
console.log(answer(form, process.argv[2]));
