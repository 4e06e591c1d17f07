// node check.js '{"customerId":"…","phone":"…","email":"…"}'

import { form } from "onshi-check";
import { answer } from "./answer.js";

console.log(answer(form, process.argv[2]));
