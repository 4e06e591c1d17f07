// The reference: descriptions and rules as data.

import {
  describe,
  rules,
  type Choice,
  type CodeDescription,
  type Description,
  type DocumentDescription,
  type FieldDescription,
  type FormDescription,
  type Rules,
  type Undecided,
  type Words,
} from "onshi-check/reference";
import type { DocumentName, FieldName, IssueCode, Kind, Severity, Source } from "onshi-check";
import { typeOf } from "./expect.js";

const kind = describe("customer-id");
typeOf(kind).is<Description<"customer-id">>();
typeOf(kind.name).is<"customer-id">();
typeOf(kind.label, kind.hint, kind.example, kind.pattern, kind.autocomplete).is<string>();
typeOf(kind.minLength, kind.maxLength).is<number | undefined>();
typeOf(kind.inputmode).is<"numeric" | "email" | "tel" | "text" | "none">();
typeOf(kind.secret).is<boolean>();
typeOf(kind.sources).is<readonly Source[]>();
for (const choice of kind.choices) {
  typeOf(choice).is<Choice>();
  typeOf(choice.value, choice.label).is<string>();
}

const form = describe("user-registration", "en");
typeOf(form).is<FormDescription<"user-registration">>();
typeOf(form.label).is<string>();
typeOf(form.sources).is<readonly Source[]>();
typeOf(form.name).is<"user-registration">();
for (const field of form.fields) {
  typeOf(field).is<FieldDescription<"user-registration">>();
  typeOf(field.name).is<FieldName<"user-registration">>();
  typeOf(field.kind).is<Kind | "checkbox" | "repeat">();
  typeOf(field.repeats).is<FieldName<"user-registration"> | undefined>();
  if (field.required !== "always") typeOf(field.required.when).is<string>();
}
// @ts-expect-error there is no such kind or form
describe("mail");

typeOf(rules).is<Rules>();
typeOf(rules.version, rules.asOf).is<string>();
for (const document of rules.documents) {
  typeOf(document).is<DocumentDescription>();
  typeOf(document.name).is<DocumentName>();
  typeOf(document.title, document.publisher, document.asOf).is<string>();
}
for (const code of rules.codes) {
  typeOf(code).is<CodeDescription>();
  typeOf(code.code).is<IssueCode>();
  typeOf(code.severity).is<Severity>();
  typeOf(code.params).is<readonly string[]>();
  typeOf(code.ja, code.en).is<string>();
  typeOf(code.source).is<Source>();
}
for (const question of rules.undecided) {
  typeOf(question).is<Undecided>();
  const words: Words = question;
  typeOf(words.ja, words.en).is<string>();
  typeOf(question.sources).is<readonly Source[]>();
}
