// When the module breaks, or never starts: the caller is told, nobody is accused, and nothing but OnshiUnavailable is thrown.

import assert from "node:assert/strict";
import test from "node:test";
import { runModule } from "./child.mjs";
import { CONTRACT, PARTS } from "./contract.mjs";
import { EXAMPLES } from "./examples.mjs";
import { freshEntry, moduleBytes } from "./package-files.mjs";
import { assertIssues } from "./shape.mjs";
import { trappingModule, withFirstInstance } from "./trapping.mjs";

const JUDGES = ["check", "is", "assemble", "form_check", "form_is"];
const VALID = { kind: "customer-id", input: "CAF0123456789" };
const registration = EXAMPLES["user-registration"].output;
const both = { eligibility: EXAMPLES[PARTS.eligibility].values, claims: EXAMPLES[PARTS.claims].values };

async function startedSlim(module) {
  const slim = await freshEntry("slim");
  await slim.init(module);
  return slim;
}

function codes(issues) {
  return issues.map((issue) => issue.code);
}

function isUnavailable(error) {
  return error.name === "OnshiUnavailable" && error instanceof Error && error.message !== "";
}

// A module that always traps.

test("a check that traps answers with the warning `internal` and says nothing about the value", async () => {
  const { check, assemble } = await startedSlim(trappingModule(...JUDGES));
  for (const locale of ["ja", "en"]) {
    const verdicts = [check(VALID.kind, VALID.input, { locale }), check("password", "short", { locale }), assemble({}, { locale })];
    for (const verdict of verdicts) {
      assert.deepEqual([verdict.status, verdict.value, verdict.text, verdict.changes], ["empty", null, "", []]);
      assert.deepEqual(codes(verdict.issues), ["internal"]);
      assert.equal(verdict.issues[0].severity, "warning");
      assertIssues(verdict.issues, { locale });
    }
  }
});

test("is and split say no when they trap", async () => {
  const { is, split, form } = await startedSlim(trappingModule(...JUDGES));
  assert.equal(is(VALID.kind, VALID.input), false);
  for (const [name, { values }] of Object.entries(EXAMPLES)) assert.equal(form(name).is(values), false, name);
  assert.equal(split("1310110049"), null);
});

test("a form check that traps answers with `internal`: empty, not invalid, and nothing is missing", async () => {
  const { form } = await startedSlim(trappingModule(...JUDGES));
  for (const name of Object.keys(CONTRACT)) {
    for (const values of [EXAMPLES[name].values, {}, { emial: "" }]) {
      const report = form(name).check(values);
      assert.deepEqual(codes(report.issues), ["internal"], name);
      assertIssues(report.issues);
      assert.deepEqual([report.status, report.values, report.fields, report.missing], ["empty", {}, {}, []], name);
    }
  }
});

test("two applications of which neither can be checked are empty: nobody is accused", async () => {
  for (const names of [["form_check"], ["form_check", "together"], [...JUDGES, "together", "message"]]) {
    const { checkTogether } = await startedSlim(trappingModule(...names));
    for (const values of [both, {}, { eligibility: { lineType: "x" } }, null]) {
      const report = checkTogether(values);
      assert.deepEqual(new Set(codes(report.issues)), new Set(["internal"]));
      assert.ok(report.issues.every(({ severity }) => severity === "warning"));
      assert.deepEqual([report.status, report.fields, report.missing], ["empty", {}, []]);
      assert.deepEqual(report.values, { eligibility: {}, claims: {} });
    }
  }
});

test("when only the comparison of two applications fails, their own reports stand and it is said that something failed", async () => {
  const whole = await startedSlim(new WebAssembly.Module(moduleBytes()));
  const broken = await startedSlim(trappingModule("together"));
  for (const values of [both, {}, { eligibility: { lineType: "3" }, claims: { lineType: "ip-vpn-ipv6" } }]) {
    const expected = whole.checkTogether(values);
    const report = broken.checkTogether(values);
    const without = (prefix, issues) => issues.filter(({ code }) => !code.startsWith(prefix));
    assert.equal(codes(report.issues).filter((code) => code === "internal").length, 1);
    assert.deepEqual(without("internal", report.issues), without("together.", expected.issues));
    assert.deepEqual([report.status, report.values, report.missing], [expected.status, expected.values, expected.missing]);
    assertIssues(report.issues);
  }
});

test("line choices that trap answer with `internal` and with no options", async () => {
  const { lineIssues, lineOptions } = await startedSlim(trappingModule("line_issues", "line_options"));
  assert.deepEqual(codes(lineIssues({ prefecture: "27", lineType: "2" })), ["internal"]);
  const options = lineOptions({ prefecture: "27" });
  assert.deepEqual(Object.values(options), Object.keys(options).map(() => []));
});

test("a schema hands on what could not be checked", async () => {
  const { schema } = await startedSlim(trappingModule(...JUDGES));
  assert.deepEqual(schema("email")["~standard"].validate("kikin@example.jp"), { value: "kikin@example.jp" });
  assert.deepEqual(schema("password")["~standard"].validate("Abcdefg1"), { value: "Abcdefg1" });
  for (const [name, { values }] of Object.entries(EXAMPLES)) {
    assert.deepEqual(schema(name)["~standard"].validate(values), { value: values }, name);
  }
});

test("a message that traps leaves the code, and the words that an issue has already", async () => {
  const { check, message } = await startedSlim(trappingModule("message"));
  const verdict = check(VALID.kind, "CAF1");
  assert.equal(typeof verdict.issues[0].code, "string");
  assert.equal(message({ code: "required", message: "入力してください" }, "en"), "入力してください");
});

test("even when every function traps, nothing is thrown", async () => {
  const all = WebAssembly.Module.exports(new WebAssembly.Module(moduleBytes()));
  const functions = all.filter(({ kind, name }) => kind === "function" && !name.startsWith("__"));
  const slim = await startedSlim(trappingModule(...functions.map(({ name }) => name)));
  assert.deepEqual(codes(slim.check(VALID.kind, VALID.input).issues), ["internal"]);
  assert.deepEqual(codes(slim.form("user-registration").check({}).issues), ["internal"]);
  assert.deepEqual(codes(slim.lineIssues({})), ["internal"]);
  assert.equal(slim.is(VALID.kind, VALID.input), false);
  assert.equal(slim.message({ code: "required", message: "入力してください" }, "ja"), "入力してください");
  slim.lineOptions({});
  slim.checkTogether(both);
  slim.schema("email")["~standard"].validate("");
});

// A module that traps once.

const questions = {
  check: ({ check }) => check(VALID.kind, "ｃａｆ ０１２３４５６７８９", { prefecture: "13" }),
  is: ({ is }) => is(VALID.kind, VALID.input),
  assemble: ({ assemble }) => assemble({ prefecture: "13", feeSchedule: "1", institutionNumber: "01,1004,9" }),
  split: ({ split }) => split("1310110049"),
  "form().is": ({ form }) => form("user-registration").is(registration),
  "form().check": ({ form }) => form("user-registration").check({ ...registration, email: "Kikin@example.jp", emial: "" }),
  "form().check of a list": ({ form }) =>
    form("eligibility-paper").check({ terminalNames: [" a ", 5, "b"], startYear: "2026" }, { today: "2026-05-12" }),
  checkTogether: ({ checkTogether }) =>
    checkTogether({ eligibility: { ...both.eligibility, lineType: "3" }, claims: both.claims }, { today: "2026-05-12" }),
  lineIssues: ({ lineIssues }) => lineIssues({ prefecture: "27", lineType: "2" }),
  lineOptions: ({ lineOptions }) => lineOptions({ prefecture: "27" }),
  message: ({ message }) => message({ code: "required" }, "en"),
  schema: ({ schema }) => schema("user-registration")["~standard"].validate(registration),
};

for (const [name, ask] of Object.entries(questions)) {
  test(`${name}: when the first instance traps, the second answers as if nothing had happened`, async () => {
    const whole = new WebAssembly.Module(moduleBytes());
    const broken = trappingModule(...JUDGES, "together", "line_issues", "line_options", "message");
    const expected = ask(await startedSlim(whole));
    await withFirstInstance(broken, async (made) => {
      const slim = await startedSlim(whole);
      assert.deepEqual(ask(slim), expected);
      assert.equal(made(), 2, "one instance more");
      assert.deepEqual(ask(slim), expected);
      assert.equal(made(), 2, "and it stays");
    });
  });
}

test("checkTogether: when the comparison alone traps once, the second instance makes it", async () => {
  const whole = new WebAssembly.Module(moduleBytes());
  const expected = questions.checkTogether(await startedSlim(whole));
  await withFirstInstance(trappingModule("together"), async (made) => {
    assert.deepEqual(questions.checkTogether(await startedSlim(whole)), expected);
    assert.equal(made(), 2);
  });
});

// Before `init`, and what may be given to it.

test("before init every call of the slim entry throws OnshiUnavailable", async () => {
  const slim = await freshEntry("slim");
  const calls = { ...questions, "schema of a kind": ({ schema }) => schema("email")["~standard"].validate("") };
  for (const [name, ask] of Object.entries(calls)) assert.throws(() => ask(slim), isUnavailable, name);
  assert.throws(() => slim.check("email", ""), slim.OnshiUnavailable);
  assert.throws(() => slim.form("login?"), RangeError);
});

const bytes = moduleBytes();
const sources = {
  "bytes of Node": () => bytes,
  "an ArrayBuffer": () => new Uint8Array(bytes).buffer,
  "a compiled module": () => new WebAssembly.Module(bytes),
  "a response": () => new Response(bytes, { headers: { "content-type": "application/wasm" } }),
  "a response of no known type": () => new Response(bytes),
  "a promise of bytes": async () => bytes,
  "a promise of a module": async () => WebAssembly.compile(bytes),
  "a promise of a response": async () => new Response(bytes),
  "a URL": () => new URL(`data:application/wasm;base64,${bytes.toString("base64")}`),
  "an address": () => `data:application/wasm;base64,${bytes.toString("base64")}`,
};

for (const [name, source] of Object.entries(sources)) {
  test(`init takes ${name}`, async () => {
    const slim = await freshEntry("slim");
    assert.equal(await slim.init(source()), undefined);
    await slim.ready;
    assert.equal(slim.check(VALID.kind, VALID.input).value, VALID.input);
  });
}

const garbage = {
  nothing: () => undefined,
  null: () => null,
  "a number": () => 5,
  "bytes that are no module": () => new Uint8Array([1, 2, 3]),
  "a page instead of the module": () => new Response("<!doctype html>", { status: 404 }),
  "another module": () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  "an address that cannot be fetched": () => "nowhere:onshi_check.wasm",
  "a promise that is rejected": () => Promise.reject(new Error("offline")),
  "a promise that is rejected with nothing": () => Promise.reject(),
};

for (const [name, source] of Object.entries(garbage)) {
  test(`init with ${name} rejects with OnshiUnavailable, and so does ready; calls still throw it`, async () => {
    const slim = await freshEntry("slim");
    await assert.rejects(slim.init(source()), isUnavailable);
    await assert.rejects(Promise.resolve(slim.ready), isUnavailable);
    assert.throws(() => slim.check("email", ""), isUnavailable);
  });

  test(`after init with ${name} a second init with the module works`, async () => {
    const slim = await freshEntry("slim");
    await slim.init(source()).catch(() => {});
    await slim.init(bytes);
    assert.equal(slim.check(VALID.kind, VALID.input).value, VALID.input);
  });
}

test("a second init after the first changes nothing", async () => {
  const slim = await startedSlim(bytes);
  await slim.init(bytes);
  assert.equal(slim.is(VALID.kind, VALID.input), true);
});

test("ready of the slim entry waits for init", async () => {
  const slim = await freshEntry("slim");
  let settled = false;
  slim.ready.then(() => (settled = true));
  await new Promise(setImmediate);
  assert.equal(settled, false);
  await slim.init(bytes);
  await slim.ready;
  assert.equal(settled, true);
});

// A platform without WebAssembly.

test("without WebAssembly the inlined entry throws OnshiUnavailable from every call, and ready rejects with it", async () => {
  await runModule(`
    delete globalThis.WebAssembly;
    const onshi = await import("onshi-check");
    const calls = [
      () => onshi.check("email", ""),
      () => onshi.is("email", ""),
      () => onshi.form("user-registration").check({}),
      () => onshi.form("user-registration").is({}),
      () => onshi.form("eligibility-paper").check({ terminalNames: ["a"] }),
      () => onshi.checkTogether({}),
      () => onshi.assemble({}),
      () => onshi.split("1310110049"),
      () => onshi.lineIssues({}),
      () => onshi.lineOptions({}),
      () => onshi.message({ code: "required" }, "en"),
      () => onshi.schema("email")["~standard"].validate(""),
    ];
    for (const call of [...calls, ...calls]) assert.throws(call, onshi.OnshiUnavailable, String(call));
    await assert.rejects(async () => { await onshi.ready; }, onshi.OnshiUnavailable);
  `);
});

test("where the platform refuses to compile, the inlined entry throws OnshiUnavailable with the reason", async () => {
  await runModule(`
    WebAssembly.Module = function () { throw new WebAssembly.CompileError("refused by the policy"); };
    const onshi = await import("onshi-check");
    assert.throws(() => onshi.check("email", ""), (error) =>
      error instanceof onshi.OnshiUnavailable && /refused by the policy/.test(error.message) && error.cause instanceof Error);
    let rejected;
    await onshi.ready.catch((error) => { rejected = error; });
    assert.ok(rejected instanceof onshi.OnshiUnavailable);
  `);
});

test("without WebAssembly init of the slim entry rejects with OnshiUnavailable", async () => {
  await runModule(`
    delete globalThis.WebAssembly;
    const slim = await import("onshi-check/slim");
    await assert.rejects(slim.init(new Uint8Array()), slim.OnshiUnavailable);
    await assert.rejects(async () => { await slim.ready; }, slim.OnshiUnavailable);
  `);
});

test("an entry that cannot start and whose ready nobody watches leaves no unhandled rejection", async () => {
  await runModule(`
    delete globalThis.WebAssembly;
    process.on("unhandledRejection", (error) => { console.error(error); process.exit(1); });
    await import("onshi-check");
    const slim = await import("onshi-check/slim");
    await slim.init(new Uint8Array()).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
  `);
});
