import { form } from "onshi-check";
import * as slim from "onshi-check/slim";
import module from "onshi-check/onshi_check.wasm";

const only = ["customerId", "phone", "email"];

await slim.init(module);

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    const rules = pathname === "/slim" ? slim.form : form;
    const { status, values, issues } = rules("eligibility-paper").check(await request.json(), { only });
    if (status === "valid") return Response.json({ values });
    return Response.json({ issues: issues.map(({ path, code, message }) => ({ field: path[0], code, message })) });
  },
};
