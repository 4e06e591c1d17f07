// The reference: descriptions and rules as data.

import {
  describe,
  jsonSchema,
  rules,
  type Choice,
  type CodeDescription,
  type Condition,
  type Description,
  type DocumentDescription,
  type FieldDescription,
  type FormDescription,
  type JsonSchema,
  type LineCell,
  type LineNote,
  type LineServiceDescription,
  type Provider,
  type RuleDescription,
  type Rules,
  type Undecided,
  type Words,
} from "onshi-check/reference";
import type { DocumentName, FieldName, IssueCode, Kind, LineService, Severity, Source } from "onshi-check";
import { typeOf } from "./expect.js";

const kind = describe("customer-id");
typeOf(kind).is<Description<"customer-id">>();
typeOf(kind.name).is<"customer-id">();
typeOf(kind.label, kind.hint, kind.example, kind.pattern, kind.autocomplete).is<string>();
typeOf(kind.minLength, kind.maxLength).is<number | undefined>();
typeOf(kind.inputmode).is<"numeric" | "email" | "tel" | "text" | "none">();
typeOf(kind.secret).is<boolean>();
typeOf(kind.suggestions).is<readonly string[] | undefined>();
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
  typeOf(field.kind).is<Kind | "checkbox" | "choice" | "list" | "repeat">();
  typeOf(field.repeats).is<FieldName<"user-registration"> | undefined>();
  typeOf(field.items?.max).is<number | undefined>();
  const month: readonly ["startYear" | "testYear", "startMonthOfYear" | "testMonthOfYear"] | undefined = field.boxes;
  void month;
  if (field.required !== "always" && field.required !== "never") {
    typeOf(field.required).is<Condition<"user-registration">>();
    typeOf(field.required.when).is<string>();
    typeOf(field.required.field).is<FieldName<"user-registration">>();
    if (field.required.is) typeOf(field.required.is).is<readonly string[]>();
    else typeOf(field.required.isNot).is<readonly string[]>();
  }
}
for (const rule of form.rules) {
  typeOf(rule).is<RuleDescription>();
  typeOf(rule.code).is<IssueCode>();
  typeOf(rule.severity).is<Severity>();
  typeOf(rule.text).is<string>();
}
// @ts-expect-error there is no such kind or form
describe("mail");

const schema = jsonSchema("login");
typeOf(schema).is<JsonSchema>();
typeOf(schema.$id).is<string>();
typeOf(schema["x-onshi-rules"]).is<{ code: IssueCode; severity: Severity; text: string }[]>();
// @ts-expect-error a kind is no form
jsonSchema("email");

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
for (const service of rules.lineServices) {
  typeOf(service).is<LineServiceDescription>();
  typeOf(service.value).is<LineService>();
  typeOf(service.claims.east, service.eligibility.west).is<LineCell>();
  typeOf(service.area).is<readonly string[] | undefined>();
  typeOf(service.ended?.west).is<string | undefined>();
  typeOf(service.notes).is<readonly number[]>();
}
for (const note of rules.lineNotes) typeOf(note).is<LineNote>();
for (const provider of rules.providers) typeOf(provider).is<Provider>();
for (const question of rules.undecided) {
  typeOf(question).is<Undecided>();
  typeOf(question.kind).is<"contradiction" | "silent" | "unreadable">();
  const words: Words = question;
  typeOf(words.ja, words.en).is<string>();
  typeOf(question.sources).is<readonly Source[]>();
}
