import * as z from "zod";
import { customerIdSchema, eightFieldSchema, wholeFormSchema } from "./zod.mjs";

/** zod's opt-in fast way: code generated with `new Function`. Issues come from the ordinary parser: see zod.mjs. */
export const name = "zod, z.compile";

export function customerId() {
  const schema = compiled(customerIdSchema());
  return (text) => schema.validate(text);
}

export function eightFields() {
  const schema = compiled(eightFieldSchema());
  return (values) => schema.validate(values);
}

export function wholeForm() {
  const schema = compiled(wholeFormSchema());
  return (values) => schema.validate(values);
}

function compiled(schema) {
  return z.compile(schema, { strict: true });
}
