// JSON Schema: a server that checks with ajv and a page that checks with the package come to the same answer about what a
// form is made of.

import assert from "node:assert/strict";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import { check, form, is } from "onshi-check";
import { describe, jsonSchema } from "onshi-check/reference";
import { readCases } from "./read-cases.mjs";
import { FORMS, KINDS } from "./tables.mjs";

const names = FORMS.map(([name]) => name);
const BOXES = ["startYear", "startMonthOfYear", "testYear", "testMonthOfYear"];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const ajv = new Ajv({ strict: true, allErrors: true }).addKeyword("x-onshi-rules");
const validators = new Map(names.map((name) => [name, ajv.compile(jsonSchema(name))]));

/** What the schema has against the values, one line an error. */
function objections(name, values) {
  const validate = validators.get(name);
  return validate(values) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

test("a schema is an object of its own, and an unknown name is a RangeError", () => {
  for (const name of names) {
    const schema = jsonSchema(name);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.match(schema.$id, new RegExp(`^urn:onshi-check:[0-9.]+:${name}$`));
    schema.properties = {};
    assert.deepEqual(Object.keys(jsonSchema(name).properties), form(name).fields);
  }
  assert.throws(() => jsonSchema("email"), RangeError);
  assert.throws(() => jsonSchema("__proto__"), RangeError);
});

test("every property has both languages, and an example that it accepts", () => {
  for (const name of names) {
    const { title, properties, "x-onshi-rules": rules } = jsonSchema(name);
    const texts = [title, ...rules.map((rule) => rule.text)];
    for (const property of Object.values(properties)) {
      texts.push(property.title, property.description);
      const validate = new Ajv({ strict: true }).compile(property);
      for (const example of property.examples) assert.equal(validate(example), true, `${name}: ${property.title}`);
    }
    for (const text of texts) {
      const [ja, en] = text.split(/ \/ |\n/);
      assert.match(ja, JAPANESE, text);
      assert.match(en, /[a-z]{3}/i, text);
    }
    assert.deepEqual(rules, describe(name).rules.map((rule, at) => ({ ...rule, text: `${rule.text}\n${describe(name, "en").rules[at].text}` })));
  }
});

test("patterns keep to escapes that servers in other languages read too", () => {
  const patterns = names.flatMap((name) => Object.values(jsonSchema(name).properties)).map((it) => (it.items ?? it).pattern);
  for (const pattern of patterns.filter(Boolean)) {
    assert.doesNotMatch(pattern, /\(\?[^:]|\\u\{|\\p|\\[dwb]/, pattern);
    assert.ok(new RegExp(pattern, "u") && new RegExp(pattern, "v"));
  }
});

/** What the golden cases come to, and how many of each there are. */
const outcomes = { valid: 0, structure: 0, between: 0, boxes: 0 };

for (const name of names) {
  const cases = readCases().flatMap(([, all]) => all).filter((one) => one.form === name);
  test(`${name}: the schema agrees with the check on ${cases.length} golden cases`, () => {
    assert.ok(cases.length > 0);
    for (const { values, options, note } of cases) {
      // What is not given, and what may still be typed, is missing for a server; and it gets canonical values.
      const { only, mode, strict, ...rest } = options ?? {};
      compare(name, unfold(values), rest, note);
    }
  });
}

test("the golden cases show every outcome", () => {
  assert.ok(outcomes.valid >= 200, `valid ${outcomes.valid}`);
  assert.ok(outcomes.structure >= 200, `wrong in structure ${outcomes.structure}`);
  assert.ok(outcomes.between >= 50, `wrong between fields ${outcomes.between}`);
  assert.ok(outcomes.boxes >= 5, `wrong in the boxes of a month ${outcomes.boxes}`);
});

function compare(name, values, options, note) {
  const report = form(name).check(values, options);
  const sent = canonical(name, values, report);
  const found = objections(name, sent);
  const errors = report.issues.filter((issue) => issue.severity === "error");
  if (report.status === "valid") {
    outcomes.valid++;
    assert.deepEqual(found, [], note);
    return;
  }
  const rules = jsonSchema(name)["x-onshi-rules"].map((rule) => rule.code);
  const inBoxes = (issue) => BOXES.includes(issue.path[0]);
  const inStructure = errors.filter((issue) => !rules.includes(issue.code) && !inBoxes(issue));
  if (inStructure.length > 0) {
    outcomes.structure++;
    // Each is found at its place: of a field that is missing the name stands in the message.
    const wrong = inStructure.map((issue) => issue.path[0]);
    for (const { path, code } of inStructure) {
      // What depends on a field that is wrong itself waits until that one is right.
      if (code === "required" && conditions(name, path[0]).some((field) => wrong.includes(field))) continue;
      const isHere = (line) => (code === "required" ? line.includes(`'${path[0]}'`) : line.startsWith(`/${path.join("/")} `));
      assert.ok(found.some(isHere), `${note}: ${code} at ${path} was not found in\n${found.join("\n")}`);
    }
  } else if (errors.some(inBoxes)) {
    // A canonical month has no boxes, and half a month is none.
    outcomes.boxes++;
  } else {
    // What breaks a rule need not be complete: the check says one thing at a time.
    const unfinished = errors.map((issue) => issue.path[0]).filter((field) => isUnfinished(name, field, sent[field]));
    if (unfinished.length === 0) outcomes.between++;
    const others = found.filter((line) => !unfinished.some((field) => line.startsWith(`/${field} `)));
    assert.deepEqual(others, [], `${note}: ${errors.map((issue) => issue.code)}`);
  }
}

/** The fields on whose answers it depends whether a field is required. */
function conditions(name, field) {
  const other = describe(name).fields.find((it) => it.name === field).required.field;
  return other === undefined ? [] : [other, ...conditions(name, other)];
}

function isUnfinished(name, field, text) {
  const { kind } = describe(name).fields.find((it) => it.name === field);
  return KINDS.includes(kind) && !is(kind, text);
}

/** What a page sends: the values of the report, the secrets, and what was refused as far as it was read. */
function canonical(name, values, report) {
  const sent = { ...report.values };
  const context = { customerIdKind: canonicalKind(report.fields.customerIdSource) };
  const { fields } = describe(name);
  for (const { name: field, kind, repeats, items, secret } of fields) {
    const verdict = report.fields[field];
    const typed = values[field];
    if (items) {
      sent[field] = canonicalList(field, typed, report);
    } else if (verdict !== undefined && verdict.status !== "empty" && sent[field] === undefined) {
      sent[field] = typeof typed === "string" ? canonicalText(kind, typed, { secret, context, verdict }) : typed;
    }
    if (repeats && typeof sent[field] === "string") {
      // The other entry says what shape it should have; whether the two agree is no matter of the schema.
      const judged = fields.find((it) => it.name === repeats).kind;
      if (!is(judged, sent[field])) sent[field] = sent[repeats];
    }
    if (sent[field] === undefined) delete sent[field];
  }
  return sent;
}

function canonicalKind(verdict) {
  return ["caf", "cop"].find((kind) => kind === verdict?.text);
}

function canonicalText(kind, text, { secret, context, verdict }) {
  if (secret && kind !== "password" && /^[^A-Za-z]*$/.test(text)) return text.normalize("NFKC").replace(/[\s-]/g, "");
  if (secret) return text;
  return check(kind, text, context).value ?? (verdict.text || text);
}

function canonicalList(field, given, report) {
  if (!Array.isArray(given)) return typeof given === "string" ? canonicalList(field, [given], report) : (given ?? undefined);
  const read = (item, at) => (typeof item === "string" ? (report.fields[`${field}.${at}`]?.value ?? item.trim()) : item);
  const items = given.map(read).filter((item) => item !== "" && item !== null && item !== undefined);
  return items.length > 0 ? items : undefined;
}

/** `{"repeat": "9", "times": 10001}` stands for the long text. */
function unfold(values) {
  const long = (value) => typeof value === "object" && value !== null && "repeat" in value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, long(value) ? value.repeat.repeat(value.times) : value]));
}

test("in every situation a form can be in, the schema misses what the check misses", () => {
  let compared = 0;
  for (const name of names) {
    const { fields } = describe(name);
    const full = Object.fromEntries(Object.entries(jsonSchema(name).properties).map(([field, { examples }]) => [field, examples[0]]));
    const asked = new Set(fields.map(({ required }) => required.field).filter(Boolean));
    let situations = [full];
    for (const field of fields.filter((it) => asked.has(it.name))) {
      const answers = [...field.choices.map((choice) => choice.value), undefined];
      situations = situations.flatMap((one) => answers.map((answer) => ({ ...one, [field.name]: answer })));
    }
    for (const situation of situations) {
      for (const { name: left } of fields) {
        const values = Object.fromEntries(Object.entries(situation).filter(([field, value]) => field !== left && value !== undefined));
        const validate = validators.get(name);
        validate(values);
        const missed = (validate.errors ?? []).filter((error) => error.keyword === "required").map((error) => error.params.missingProperty);
        assert.deepEqual(new Set(missed), new Set(form(name).check(values).missing), `${name} without ${left}: ${JSON.stringify(values)}`);
        compared++;
      }
    }
  }
  assert.ok(compared > 3000, `only ${compared} situations`);
});
