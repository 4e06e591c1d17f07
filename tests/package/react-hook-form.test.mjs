// onshi-check/react-hook-form: what the resolver answers, and the form that a person sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { click, control, focused, leave, said, show, submit, type } from "./react-page.mjs";
import { transform } from "esbuild";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { form, schema } from "onshi-check";
import { resolver } from "onshi-check/react-hook-form";
import { createElement } from "react";
import { useForm } from "react-hook-form";
import { runCommonJs, runModule } from "./child.mjs";
import { packageFile } from "./package-files.mjs";
import { FORMS } from "./tables.mjs";

const registration = Object.freeze({
  familyName: " 基金 ", givenName: "太郎", feeSchedule: "3: 歯科", prefecture: "東京都", institutionNumber: "32,4629,5",
  institutionName: "基金歯科クリニック", locationConfirmed: true, founderName: "基金　太郎", phone: "03-1234-5678",
  email: "kikin@example.jp", password: "Abcdefg1", passwordConfirm: "Abcdefg1", termsAccepted: "on",
});
/** What react-hook-form asks with, before it has a field. */
const nothing = { fields: {}, names: [], criteriaMode: "firstError", shouldUseNativeValidation: false };

function resolve(name, values, options, asked) {
  return resolver(name, options)(values, undefined, { ...nothing, ...asked });
}

/** Types and messages, without the elements. */
function told(errors) {
  return Object.fromEntries(Object.entries(errors).map(([name, { type, message }]) => [name, { type, message }]));
}

// What it answers.

test("an unknown form is a RangeError when the resolver is made", () => {
  for (const name of ["registration", "email", "", undefined]) assert.throws(() => resolver(name), RangeError);
});

test("of every form the errors are those of the report: code as type, message, first of each field", () => {
  for (const [name] of FORMS) {
    for (const options of [undefined, null, { locale: "en" }]) {
      const errors = form(name).check({}, options).issues.filter((issue) => issue.severity === "error");
      const expected = errors.map(({ code, message, path: [field] }) => [field, { type: code, message }]);
      const { errors: actual, values } = resolve(name, {}, options);
      assert.deepEqual(told(actual), Object.fromEntries(expected.reverse()), name);
      assert.deepEqual(values, {});
    }
  }
});

test("warnings and infos refuse nothing", () => {
  const values = { ...registration, institutionNumber: "1234567", email: "kikin@gmial.com" };
  const { issues } = form("user-registration").check(values);
  assert.deepEqual(issues.map(({ code }) => code).sort(), ["email.look-alike-domain", "institution-code.check-digit"]);
  assert.deepEqual(resolve("user-registration", values).errors, {});
});

test("only when every criterion is asked for, an error has all codes of its field with their messages", () => {
  const values = { ...registration, password: "!", passwordConfirm: "!" };
  const issues = form("user-registration").check(values).issues.filter(({ path }) => path[0] === "password");
  assert.ok(issues.length > 2);
  const { type, types } = resolve("user-registration", values, undefined, { criteriaMode: "all" }).errors.password;
  assert.equal(type, issues[0].code);
  assert.deepEqual(types, Object.fromEntries(issues.map(({ code, message }) => [code, message])));
  assert.ok(!("types" in resolve("user-registration", values).errors.password));
});

test("success hands on what a schema does", () => {
  const variants = [registration, { ...registration, feeSchedule: "7", institutionNumber: "" }];
  for (const values of variants) {
    for (const options of [undefined, { only: ["phone", "password"] }]) {
      const { value } = schema("user-registration", options)["~standard"].validate(values);
      assert.deepEqual(resolve("user-registration", values, options), { values: value, errors: {} });
    }
  }
});

test("what is no field of the form comes through as it is, and the values stay as they were", () => {
  const own = Object.freeze({ ...registration, newsletter: true, tags: ["a"], since: 5 });
  const { values, errors } = resolve("user-registration", own);
  assert.deepEqual(errors, {});
  assert.deepEqual([values.newsletter, values.tags, values.since, values.phone], [true, own.tags, 5, "0312345678"]);
});

test("an optional field in which nothing stands is not handed on", () => {
  for (const institutionNumber of ["", " \u3000", null, undefined]) {
    const { values } = resolve("user-registration", { ...registration, feeSchedule: "7", institutionNumber });
    assert.ok(values.phone !== undefined && !("institutionNumber" in values));
  }
});

test("no error repeats a secret", () => {
  const { errors } = resolve("user-registration", { ...registration, password: "geheim", passwordConfirm: "geheimer" });
  assert.deepEqual(Object.keys(errors), ["password", "passwordConfirm"]);
  assert.doesNotMatch(JSON.stringify(errors), /geheim/);
});

test("an error has the element to focus: the field's own, of radio buttons the first", () => {
  const [phone, first, second] = [{ name: "phone" }, { value: "1" }, { value: "3" }];
  const fields = { phone: { ref: phone }, feeSchedule: { ref: { type: "radio" }, refs: [first, second] } };
  const { errors } = resolve("user-registration", {}, undefined, { fields });
  assert.equal(errors.phone.ref, phone);
  assert.equal(errors.feeSchedule.ref, first);
  assert.equal(errors.email.ref, undefined);
});

// Reports of any shape: the resolver beside an entry that gives them.

async function resolverOf(report) {
  const beside = `export const form = () => ({ fields: ["names", "note"], check: () => (${JSON.stringify(report)}) });`;
  const address = `data:text/javascript,${encodeURIComponent(beside)}`;
  const code = packageFile("dist/react-hook-form.js").replace('"./index.js"', JSON.stringify(address));
  const { resolver } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return (values, fields = {}) => resolver("any")(values, undefined, { ...nothing, fields });
}

function errorAt(...path) {
  return { code: `code.${path.at(-1)}`, severity: "error", message: path.join("."), path };
}

test("errors are nested by their paths, lists as lists", async () => {
  const report = { issues: [errorAt("eligibility", "lineType"), errorAt("eligibility", "email"), errorAt("names", 2)] };
  const ref = {};
  const answer = await resolverOf(report);
  const { errors } = answer({ names: ["", "", "x"] }, { names: [undefined, undefined, { ref }] });
  assert.deepEqual(told(errors.eligibility), {
    lineType: { type: "code.lineType", message: "eligibility.lineType" },
    email: { type: "code.email", message: "eligibility.email" },
  });
  assert.ok(Array.isArray(errors.names));
  assert.deepEqual(errors.names[2], { type: "code.2", message: "names.2", ref });
  assert.equal(errors.names[2].ref, ref);
  assert.deepEqual(Object.keys(errors.names), ["2"]);
});

test("what is wrong with a list as a whole is its root, before and after its items", async () => {
  const [list, item] = [errorAt("names"), errorAt("names", 0)];
  for (const issues of [[list, item], [item, list]]) {
    const { names } = (await resolverOf({ issues }))({ names: ["x"] }).errors;
    assert.ok(Array.isArray(names));
    assert.deepEqual([names.root.type, names[0].type], ["code.names", "code.0"]);
  }
});

test("a list that is not there has its error as any other field has", async () => {
  const { errors } = (await resolverOf({ issues: [errorAt("names")] }))({});
  assert.equal(errors.names.type, "code.names");
});

test("a list is handed on as the form writes it, and a field that was not judged is not", async () => {
  const report = { status: "valid", issues: [], values: { names: ["X"] }, fields: { "names.0": { status: "valid" } } };
  const answer = await resolverOf(report);
  assert.deepEqual(answer({ names: [" X "], note: "of an answer taken back", own: 1 }), { values: { names: ["X"], own: 1 }, errors: {} });
});

test("what could not be checked passes as it is", async () => {
  const internal = { code: "internal", severity: "warning", message: "", path: [] };
  const answer = await resolverOf({ status: "empty", issues: [internal], values: {}, fields: {} });
  assert.deepEqual(answer({ names: ["x"], note: "" }), { values: { names: ["x"], note: "" }, errors: {} });
});

// One engine for both entries.

for (const [system, run, load] of [["import", runModule, "await import"], ["require", runCommonJs, "require"]]) {
  test(`with ${system} both entries of a page have one engine, and one class of errors`, () =>
    run(`
      const { resolver } = ${load}("onshi-check/react-hook-form");
      const { check } = ${load}("onshi-check");
      let made = 0;
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (...parts) => (made++, Reflect.construct(...parts)) });
      const answer = resolver("user-registration");
      assert.equal(made, 0);
      answer({}, undefined, { fields: {} });
      check("email", "");
      assert.equal(made, 1);
    `));

  test(`with ${system} and without WebAssembly a resolver is made, and throws OnshiUnavailable when it is asked`, () =>
    run(`
      delete globalThis.WebAssembly;
      const { OnshiUnavailable } = ${load}("onshi-check");
      const { resolver } = ${load}("onshi-check/react-hook-form");
      const answer = resolver("user-registration");
      assert.throws(() => answer({}, undefined, { fields: {} }), OnshiUnavailable);
    `));
}

// The form that a person sees.

/** Every field of the registration, with the code of its error beside it. */
function Registration({ send, resolver, ...options }) {
  const { register, handleSubmit, formState } = useForm({ resolver, ...options });
  const fields = form("user-registration").fields.map((name) => {
    const box = name === "locationConfirmed" || name === "termsAccepted";
    return createElement("input", { key: name, ...(box && { type: "checkbox" }), ...register(name) });
  });
  const errors = Object.entries(formState.errors).map(([name, { type, message }]) =>
    createElement("p", { key: `${name} error`, "data-code": type }, message),
  );
  return createElement("form", { noValidate: true, onSubmit: handleSubmit(send) }, fields, errors, createElement("button"));
}

async function showRegistration(options) {
  const sent = [];
  const { termsAccepted, locationConfirmed, ...texts } = registration;
  const defaultValues = { ...texts, newsletter: true };
  const send = (values) => void sent.push(values);
  await show(createElement(Registration, { resolver: resolver("user-registration"), defaultValues, send, ...options }));
  return sent;
}

const submitted = {
  ...registration, familyName: "基金", feeSchedule: "3", prefecture: "13", institutionNumber: "3246295", phone: "0312345678",
  locationConfirmed: "true", termsAccepted: "true", newsletter: true,
};

test("a submit says what is wrong and goes to the first wrong field; when all is right it hands on canonical values", async () => {
  const sent = await showRegistration();
  await type("phone", "12");
  assert.deepEqual(said("data-code"), []);
  await submit();
  assert.deepEqual(said("data-code").map(([code]) => code).sort(), ["phone.no-leading-zero", "required", "required"]);
  assert.equal(focused(), "locationConfirmed");
  await click("locationConfirmed");
  await click("termsAccepted");
  await submit();
  const { message } = form("user-registration").check({ ...registration, phone: "12" }).issues[0];
  assert.deepEqual(said("data-code"), [["phone.no-leading-zero", message]]);
  assert.equal(focused(), "phone");
  assert.deepEqual(sent, []);
  await type("phone", "０３-1234-5678");
  assert.deepEqual(said("data-code"), []);
  await submit();
  assert.deepEqual(sent, [submitted]);
});

test("a field that is left says what is wrong with it, and nothing about the others", async () => {
  await showRegistration({ mode: "onTouched", resolver: resolver("user-registration", { locale: "en" }) });
  await type("email", "Kikin@example.jp");
  assert.deepEqual(said("data-code"), []);
  await leave("email");
  assert.deepEqual(said("data-code").map(([code]) => code), ["email.upper-case"]);
  await type("email", "kikin@example.jp");
  assert.deepEqual(said("data-code"), []);
});

test("a rule between fields speaks at the field that confirms", async () => {
  await showRegistration({ mode: "onBlur" });
  await type("passwordConfirm", "Abcdefg2");
  await leave("passwordConfirm");
  assert.deepEqual(said("data-code").map(([code]) => code), ["confirm.mismatch"]);
});

test("the browser learns each message, shows the first, and forgets them when the fields are right", async () => {
  const sent = await showRegistration({ shouldUseNativeValidation: true });
  await click("locationConfirmed");
  await click("termsAccepted");
  await type("phone", "12");
  await type("email", "kikin");
  const shown = [];
  for (const name of ["phone", "email", "password"]) control(name).reportValidity = () => shown.push(name);
  await submit();
  const { issues } = form("user-registration").check({ ...registration, phone: "12", email: "kikin" });
  const messages = ["phone", "email", "password"].map((name) => control(name).validationMessage);
  assert.deepEqual(messages, [issues[0].message, issues[1].message, ""]);
  assert.deepEqual(shown, ["phone"]);
  await type("phone", "03-1234-5678");
  await type("email", "kikin@example.jp");
  assert.deepEqual(["phone", "email"].map((name) => control(name).validationMessage), ["", ""]);
  await submit();
  assert.deepEqual(sent.length, 1);
});

test("react-hook-form's resolver for Standard Schema hands on what a schema does", async () => {
  const sent = await showRegistration({ resolver: standardSchemaResolver(schema("user-registration")) });
  await click("locationConfirmed");
  await click("termsAccepted");
  await type("phone", "12");
  await submit();
  assert.equal(said("data-code").length, 1);
  await type("phone", "03-1234-5678");
  await submit();
  const { newsletter, ...value } = submitted;
  assert.deepEqual(sent, [value]);
});

test("it would hand on nothing if success had an empty list of issues: the trap that a schema avoids", async () => {
  const validate = (value) => ({ value, issues: [] });
  const sent = await showRegistration({ resolver: standardSchemaResolver({ "~standard": { version: 1, vendor: "trap", validate } }) });
  await submit();
  assert.deepEqual(sent, [{}]);
});

// The example of the documentation.

function documentedExample() {
  const [, example] = /@example\n([^]*?)\n \*\n \* @module/.exec(packageFile("react-hook-form.d.ts"));
  return example.replace(/^ \* ?/gm, "");
}

test("the README shows the documented form", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, shown] = /```jsx\n([^]*?)\n```/.exec(readme);
  assert.equal(shown.trim(), documentedExample().trim());
});

async function documentedComponent() {
  const { code } = await transform(documentedExample(), { loader: "jsx", jsx: "automatic" });
  const resolved = code.replace(/from "(.+?)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
  return import(`data:text/javascript,${encodeURIComponent(resolved)}`);
}

test("the documented form works as it stands", async () => {
  const { Registration } = await documentedComponent();
  const sent = [];
  await show(createElement(Registration, { send: (values) => void sent.push(values) }));
  await type("phone", "12");
  await leave("phone");
  assert.deepEqual(said("data-code").map(([code]) => code), ["phone.no-leading-zero"]);
  assert.equal(control("phone").getAttribute("aria-invalid"), "true");
  await type("phone", "０３-1234-5678");
  assert.deepEqual(said("data-code"), []);
  await submit();
  assert.deepEqual(said("data-code").map(([code]) => code), ["required"]);
  assert.equal(focused(), "email");
  await type("email", "kikin@example.jp");
  assert.equal(control("email").getAttribute("aria-invalid"), "false");
  await submit();
  assert.deepEqual(sent, [{ phone: "0312345678", email: "kikin@example.jp" }]);
});
