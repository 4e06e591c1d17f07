import * as v from "valibot";
import { CUSTOMER_ID } from "../rules.mjs";
import { entries, judgeApplications, judgeIds } from "./papaparse.mjs";

export const name = "papaparse + valibot";

export function customerIds(bytes) {
  const schema = cell(CUSTOMER_ID);
  return judgeIds(bytes, (text) =>
    v.safeParse(schema, text).issues?.map(({ type, message }) => ({ code: type, message })),
  );
}

export function applications(file) {
  const schema = v.object(entries(cell));
  return judgeApplications(file, (row) =>
    v.safeParse(schema, row).issues?.map(({ type, path, message }) => ({ code: type, path: path[0].key, message })),
  );
}

function cell({ pattern, message }) {
  return v.pipe(v.string(), v.regex(new RegExp(pattern), message));
}
