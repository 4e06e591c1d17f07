import { form, init } from "onshi-check/slim";
import module from "onshi-check/onshi_check.wasm";

const only = ["customerId", "phone", "email"];

await init(module);

export default {
  async fetch(request) {
    const { status, values, issues } = form("eligibility-paper").check(await request.json(), { only });
    if (status === "valid") return Response.json({ values });
    return Response.json({ issues: issues.map(({ path, code, message }) => ({ field: path[0], code, message })) });
  },
};
