// Schemas in TanStack Form: the form that a person sees, and what it hands on.

import assert from "node:assert/strict";
import test from "node:test";
import { leave, said, show, submit, type } from "./react-page.mjs";
import { useForm } from "@tanstack/react-form";
import { form, schema } from "onshi-check";
import { createElement } from "react";

const registration = Object.freeze({
  familyName: " 基金 ", givenName: "太郎", feeSchedule: "3: 歯科", prefecture: "東京都", institutionNumber: "32,4629,5",
  institutionName: "基金歯科クリニック", locationConfirmed: true, founderName: "基金　太郎", phone: "03-1234-5678",
  email: "kikin@example.jp", password: "Abcdefg1", passwordConfirm: "Abcdefg1", termsAccepted: true,
});

/** Two fields of the registration, with the messages of their errors beside them. */
function Registration({ validators, fieldValidators = {}, send }) {
  const { Field, handleSubmit } = useForm({ defaultValues: registration, validators, onSubmit: ({ value }) => send(value) });
  const fields = ["phone", "email"].map((name) =>
    createElement(Field, { key: name, name, validators: fieldValidators[name] }, ({ state, handleBlur, handleChange }) => [
      createElement("input", {
        ...{ key: "input", name, value: state.value, onBlur: handleBlur, onChange: (event) => handleChange(event.target.value) },
      }),
      ...state.meta.errors.map(({ message }) => createElement("p", { key: message, "data-field": name }, message)),
    ]),
  );
  const onSubmit = (event) => {
    event.preventDefault();
    return handleSubmit();
  };
  return createElement("form", { noValidate: true, onSubmit }, fields, createElement("button"));
}

async function showRegistration(props) {
  const sent = [];
  await show(createElement(Registration, { send: (value) => void sent.push(value), ...props }));
  return sent;
}

function messageOf(field, text) {
  return form("user-registration").check({ ...registration, [field]: text }).issues[0].message;
}

test("the schema of a form speaks at each change, at the field", async () => {
  await showRegistration({ validators: { onChange: schema("user-registration") } });
  await type("phone", "12");
  assert.deepEqual(said("data-field"), [["phone", messageOf("phone", "12")]]);
  await type("email", "Kikin@example.jp");
  const both = [["phone", messageOf("phone", "12")], ["email", messageOf("email", "Kikin@example.jp")]];
  assert.deepEqual(said("data-field"), both);
  await type("phone", "０３-1234-5678");
  assert.deepEqual(said("data-field"), both.slice(1));
  await type("email", "kikin@example.jp");
  assert.deepEqual(said("data-field"), []);
});

test("while typing only what no continuation can save is said, and a submit asks for the rest", async () => {
  const validators = { onChange: schema("user-registration", { mode: "typing" }), onSubmit: schema("user-registration") };
  const sent = await showRegistration({ validators });
  await type("phone", "03-12");
  assert.deepEqual(said("data-field"), []);
  await submit();
  assert.deepEqual(said("data-field"), [["phone", messageOf("phone", "03-12")]]);
  assert.deepEqual(sent, []);
  await type("phone", "12");
  assert.ok(said("data-field").some(([, message]) => message === messageOf("phone", "12")));
});

test("the schema of a kind speaks at its field when it is left", async () => {
  const fieldValidators = { email: { onBlur: schema("email", { locale: "en" }) } };
  await showRegistration({ fieldValidators });
  await type("email", "Kikin@example.jp");
  assert.deepEqual(said("data-field"), []);
  await leave("email");
  assert.match(said("data-field")[0][1], /lower case/);
  await type("email", "");
  await leave("email");
  assert.equal(said("data-field").length, 1);
});

test("a submit refuses what is wrong; what it hands on is what was typed, and the schema makes it canonical", async () => {
  const validators = { onSubmit: schema("user-registration") };
  const sent = await showRegistration({ validators });
  await type("phone", "12");
  await submit();
  assert.deepEqual(said("data-field"), [["phone", messageOf("phone", "12")]]);
  assert.deepEqual(sent, []);
  await type("phone", "０３-1234-5678");
  await submit();
  assert.deepEqual(sent, [{ ...registration, phone: "０３-1234-5678" }]);
  const { value } = validators.onSubmit["~standard"].validate(sent[0]);
  assert.deepEqual([value.phone, value.prefecture, value.password], ["0312345678", "13", "Abcdefg1"]);
});

test("warnings and infos refuse nothing", async () => {
  const sent = await showRegistration({ validators: { onSubmit: schema("user-registration") } });
  await type("email", "kikin@gmial.com");
  await submit();
  assert.deepEqual([said("data-field"), sent.length], [[], 1]);
});
