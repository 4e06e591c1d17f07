// Schemas: what the Standard Schema world sees.

import type { StandardSchemaV1 as Spec } from "@standard-schema/spec";
import {
  schema,
  type FormOutput,
  type FormValues,
  type StandardFailure,
  type StandardIssue,
  type StandardProps,
  type StandardResult,
  type StandardSchemaV1,
  type StandardSuccess,
} from "onshi-check";
import { typeOf } from "./expect.js";

const email = schema("email", { locale: "en" });
const registration = schema("user-registration");
typeOf(email).is<StandardSchemaV1<string, string>>();

// Libraries ask for the interface of the specification.
const asSpec: Spec<string, string> = email;
const formAsSpec: Spec<FormValues<"user-registration">, FormOutput<"user-registration">> = registration;
typeOf({} as Spec.InferInput<typeof email>).is<string>();
typeOf({} as Spec.InferOutput<typeof formAsSpec>).is<FormOutput<"user-registration">>();
declare function useForm<S extends Spec>(schema: S): Spec.InferOutput<S>;
typeOf(useForm(registration).email).is<string>();
typeOf(useForm(asSpec)).is<string>();

// With `only` the rest of the form is not there.
typeOf(useForm(schema("user-registration", { only: ["email"] })).email).is<string | undefined>();
// @ts-expect-error there is no such kind or form
schema("mail");

// Of every form, with the day of the application.
const paper = schema("eligibility-paper", { today: "2026-05-12" });
const paperAsSpec: Spec<FormValues<"eligibility-paper">, Partial<FormOutput<"eligibility-paper">>> = paper;
typeOf(useForm(paperAsSpec).terminalNames).is<readonly string[] | undefined>();
typeOf(useForm(schema("login")).userId).is<string>();

// The answer comes at once: no promise.
const props: StandardProps<string, string> = email["~standard"];
typeOf(props.version).is<1>();
typeOf(props.vendor).is<"onshi-check">();
const result: StandardResult<string> = props.validate("");
if (result.issues) {
  typeOf(result).is<StandardFailure>();
  for (const issue of result.issues) {
    typeOf(issue).is<StandardIssue>();
    typeOf(issue.message).is<string>();
    typeOf(issue.path).is<readonly (string | number)[]>();
  }
} else {
  typeOf(result).is<StandardSuccess<string>>();
  typeOf(result.value).is<string>();
}
