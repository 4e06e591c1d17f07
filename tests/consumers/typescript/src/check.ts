import type { StandardSchemaV1 } from "@standard-schema/spec";
import { check, form, schema } from "onshi-check";
import { describe } from "onshi-check/reference";
import { answer, only, type Fields } from "./answer.js";

const registration = schema("eligibility-paper", { only }) satisfies StandardSchemaV1;
type Registration = StandardSchemaV1.InferOutput<typeof registration>;

/** The verdict on one field decides which of its parts are there. */
function read(input: string): string {
  const verdict = check("customer-id", input);
  return verdict.status === "valid" ? `${verdict.value} ${verdict.parts.prefix}` : verdict.issues.map(({ code }) => code).join(" ");
}

function label(field: keyof Registration & (typeof only)[number]): string {
  return describe("eligibility-paper").fields.find(({ name }) => name === field)?.label ?? field;
}

if (read("CAF0123456789") !== "CAF0123456789 CAF") throw new Error(label("customerId"));
const fields = JSON.parse(process.argv[2] ?? "{}") as Fields;
console.log(JSON.stringify(answer(form("eligibility-paper").check(fields, { only }))));
