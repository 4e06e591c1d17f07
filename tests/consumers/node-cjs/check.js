// node check.js '{"customerId":"…","phone":"…","email":"…"}'

const { form } = require("onshi-check");
const { answer } = require("./answer.js");

console.log(answer(form, process.argv[2]));
