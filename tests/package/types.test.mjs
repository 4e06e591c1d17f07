// The hand-written types: they compile strictly, they cover everything, and they say what the tables say.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as onshi from "onshi-check";
import * as bulk from "onshi-check/bulk";
import * as reactHookForm from "onshi-check/react-hook-form";
import * as reference from "onshi-check/reference";
import * as slim from "onshi-check/slim";
import { CONTRACT } from "./contract.mjs";
import { packageFile } from "./package-files.mjs";
import { CHANGES, CODES, FORMS, FIELDS, KINDS, LINE_FIELDS, LINE_SERVICES, SEVERITIES } from "./tables.mjs";

const folder = new URL("types/", import.meta.url);
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const typeRoots = fileURLToPath(new URL("../node_modules/@types", import.meta.url));
const strictest = [
  ...["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--skipLibCheck", "false"],
  ...["--target", "es2022", "--types", ""],
];
const resolution = {
  node: ["--module", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};

async function compile(files, ...options) {
  const paths = files.map((file) => fileURLToPath(new URL(file, folder)));
  try {
    await promisify(execFile)(process.execPath, [tsc, ...strictest, ...options, ...paths]);
  } catch (error) {
    assert.fail(error.stdout || error.message);
  }
}

/** What names the types of a browser, itself, through the sources of a file, or through React. */
const withBrowser = ["browser.ts", "bulk.ts", "react-hook-form.ts", "tanstack-form.ts"];
const portable = readdirSync(folder).filter((file) => file.endsWith(".ts") && !withBrowser.includes(file));
const browserTypes = ["--lib", "es2022,dom,dom.iterable"];

for (const [name, options] of Object.entries(resolution)) {
  test(`every use compiles without the types of a browser, resolved as by ${name}`, () =>
    compile(portable, "--lib", "es2022", ...options));
  test(`every use compiles with the types of a browser, resolved as by ${name}`, () =>
    compile([...portable, ...withBrowser], ...browserTypes, ...options));
}

test("an author with exactOptionalPropertyTypes can compile them too", () =>
  compile(portable, "--lib", "es2022", "--exactOptionalPropertyTypes", ...resolution.node));

test("files with many rows need the types of blobs and streams, which Node's are as well", () =>
  compile(["bulk.ts"], "--lib", "es2022", "--types", "node", "--typeRoots", typeRoots, ...resolution.node));

test("a CommonJS file finds its own types", () => compile(["require.cts"], "--lib", "es2022", ...resolution.node));

test("so does one that takes the resolver", () => compile(["require-browser.cts"], ...browserTypes, ...resolution.node));

// Every exported word is used by the files above, and every exported value exists.

const entries = {
  "types.d.ts": onshi,
  "slim.d.ts": slim,
  "bulk.d.ts": bulk,
  "reference.d.ts": reference,
  "react-hook-form.d.ts": reactHookForm,
};
const used = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");

for (const [file, entry] of Object.entries(entries)) {
  const declared = [...packageFile(file).matchAll(/^export (declare )?(?:type|interface|function|class|const) (\w+)/gm)];
  test(`${file}: every exported name is used by the type tests`, () => {
    const unused = declared.map(([, , name]) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(used));
    assert.deepEqual(unused, []);
  });
  test(`${file}: the values it declares are the values of the entry`, () => {
    const values = declared.filter(([, value]) => value).map(([, , name]) => name);
    const inherited = packageFile(file).includes('export * from "./types.js"') ? Object.keys(onshi) : [];
    assert.deepEqual(Object.keys(entry).sort(), [...new Set([...values, ...inherited])].sort());
  });
}

// The words are those of the Rust tables.

const types = packageFile("types.d.ts");

/** The texts of `export type name = "a" | "b";`. */
function union(name) {
  const [, body] = types.match(new RegExp(`^export type ${name} =([^;]+);`, "m")) ?? [];
  return [...(body ?? "").matchAll(/"([^"]+)"/g)].map(([, text]) => text);
}

/** The lines between `export interface name {` and the closing brace in the first column. */
function interfaceBody(name) {
  return types.match(new RegExp(`^export interface ${name} \\{\n([^]*?)\n\\}`, "m"))?.[1] ?? "";
}

const sorted = (words) => [...words].sort();

test("the kinds are those of the tables", () => {
  assert.deepEqual(sorted(union("Kind")), sorted(KINDS));
});

test("the line services are those of the tables, in their order", () => {
  assert.deepEqual(union("LineService"), LINE_SERVICES);
});

test("the change kinds are those of the tables", () => {
  assert.deepEqual(sorted(union("ChangeKind")), sorted(CHANGES));
});

test("the line fields are those of the tables", () => {
  assert.deepEqual(sorted(union("LineField")), sorted(LINE_FIELDS));
});

test("the documents are those of the rules", () => {
  assert.deepEqual(sorted(union("DocumentName")), sorted(reference.rules.documents.map((document) => document.name)));
});

/** Of a parameter that is no number. Days and months are text. */
const PARAM_TYPES = {
  ...{ prefecture: "string", feeSchedule: "FeeSchedule", prefix: "CustomerIdPrefix", lineService: "LineService" },
  ...{ name: "FieldName | keyof MonthBoxes", earliest: "string", latest: "string", since: "string" },
};

test("the issue codes, their severities and their parameters are those of the tables", () => {
  const declared = [...interfaceBody("IssueCodes").matchAll(/^ {2}("[^\n]+)$/gm)].map(([, line]) => line);
  const expected = CODES.map(({ name, severity, params }) => {
    const fields = params.map((param) => `${param}: ${PARAM_TYPES[param] ?? "number"}`).join("; ");
    return `"${name}": Code<"${severity}"${fields && `, { ${fields} }`}>;`;
  });
  assert.deepEqual(declared, expected);
});

test("the issue codes, their severities and their parameters are those of the rules", () => {
  const told = reference.rules.codes.map(({ code, severity, params }) => ({ name: code, severity, params }));
  assert.deepEqual(told, CODES.map(({ name, severity, params }) => ({ name, severity, params })));
});

test("the severities are those of the tables", () => {
  assert.deepEqual(union("Severity"), SEVERITIES);
});

test("the forms, their fields and what these hold are those of the tables and of the contract", () => {
  const declared = [...interfaceBody("Forms").matchAll(/^ {2}"([^"]+)": \{\n([^]*?)\n {2}\};/gm)].map(([, name, body]) => {
    const fields = [...body.matchAll(/^ {4}(\w+)(\??): "([^"]+)";/gm)];
    const isOptional = (field) => fields.some(([, name, mark]) => name === field && mark === "?");
    const holding = (kinds) => fields.filter(([, , , kind]) => kinds.includes(kind)).map(([, field]) => field);
    return { name, kinds: fields.map(([, , , kind]) => kind), fields: fields.map(([, field]) => field), holding, isOptional };
  });
  const names = (numbers) => numbers.map((number) => FIELDS[number]);
  const expected = FORMS.map(([name, fields, secrets, ticked, months, lists]) => ({
    name,
    fields: names(fields.filter((field) => !boxesOf(months).includes(field))),
    secrets: names(secrets),
    ticked: names(ticked),
    lists: names(lists),
  }));
  const told = declared.map(({ name, fields, holding }) => ({
    ...{ name, fields, secrets: holding(union("SecretKind")), ticked: holding(["checkbox"]), lists: holding(["list"]) },
  }));
  assert.deepEqual(told, expected);
  for (const { name, kinds, fields, isOptional } of declared) {
    for (const kind of kinds) assert.ok(["checkbox", "choice", "list", ...KINDS].includes(kind), `${name}: ${kind}`);
    // What a valid form may lack: what is optional, what may not apply, and the number of a workplace clinic.
    const { optional, when } = CONTRACT[name];
    const lacking = fields.filter((field) => optional.includes(field) || field in when || field === "institutionNumber");
    assert.deepEqual(fields.filter(isOptional), lacking, name);
  }
  const boxes = FORMS.flatMap(([, , , , months]) => boxesOf(months)).map((field) => FIELDS[field]);
  const declaredBoxes = [...interfaceBody("MonthBoxes").matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
  assert.deepEqual(new Set(declaredBoxes), new Set(boxes));
});

/** Months stand with their two boxes. */
function boxesOf(months) {
  return months.filter((_, place) => place % 3 !== 0);
}
