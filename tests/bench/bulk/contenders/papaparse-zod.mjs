import * as z from "zod";
import { CUSTOMER_ID } from "../rules.mjs";
import { entries, judgeApplications, judgeIds } from "./papaparse.mjs";

export const name = "papaparse + zod";

export function customerIds(bytes) {
  const schema = cell(CUSTOMER_ID);
  return judgeIds(bytes, (text) => schema.safeParse(text).error?.issues);
}

export function applications(file) {
  const schema = z.object(entries(cell));
  return judgeApplications(file, (row) =>
    schema.safeParse(row).error?.issues.map(({ code, path, message }) => ({ code, path: path[0], message })),
  );
}

function cell({ pattern, message }) {
  return z.string().regex(new RegExp(pattern), message);
}
