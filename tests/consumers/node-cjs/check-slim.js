// The same, with the module from its file.

const { readFile } = require("node:fs/promises");
const { form, init } = require("onshi-check/slim");
const { answer } = require("./answer.js");

init(readFile(require.resolve("onshi-check/onshi_check.wasm"))).then(() => {
  console.log(answer(form, process.argv[2]));
});
