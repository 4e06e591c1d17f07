// Whole files: what the caller may say, what a source may do, how a run is stopped, and what nobody must see.

import assert from "node:assert/strict";
import { mkdtempSync, openSync, rmSync, writeSync, closeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { annotate, bulk, check, form, preview } from "onshi-check/bulk";
import { describe } from "onshi-check/reference";
import { runModule } from "./child.mjs";
import { objects } from "./hostile.mjs";
import { freshEntry } from "./package-files.mjs";
import { watching } from "./platform.mjs";
import { FIELDS, FORMS, KINDS } from "./tables.mjs";
import { trappingModuleOf, withFirstInstance } from "./trapping.mjs";

const SMALL = "お客さまID,電話\nCAF0123456789,312345678\nCAF012345678,03-1234-5678\n";
const encode = (text) => new TextEncoder().encode(text);
const codes = ({ issues }) => issues.map(({ code }) => code);
const counts = ({ rows, valid, invalid, malformed }) => [rows, valid, invalid, malformed];
const kinds = ({ columns }) => columns.map(({ kind }) => kind);
const annotated = async (source, options) => new Response(annotate(source, options)).text();

/** A source in pieces that says what was done to it. */
function watchedSource(pieces) {
  const seen = { taken: 0, released: 0 };
  const iterator = {
    next: async () => (seen.taken < pieces.length ? { done: false, value: pieces[seen.taken++] } : { done: true, value: undefined }),
    return: async () => ({ done: true, value: void seen.released++ }),
  };
  return [seen, { [Symbol.asyncIterator]: () => iterator }];
}

/** Rows of one customer ID each, in pieces of a thousand rows. */
function thousands(count, row = (number) => `CAF${String(number).padStart(10, "0")}`) {
  const rows = (from) => Array.from({ length: 1000 }, (_, index) => `${row(from + index)}\n`).join("");
  return ["customerId\n", ...Array.from({ length: count }, (_, index) => rows(index * 1000))].map(encode);
}

/** Gives these pieces, and then nothing more: a network that has gone. */
function stalled(...pieces) {
  return new ReadableStream({ pull: (controller) => (pieces.length > 0 ? controller.enqueue(pieces.shift()) : new Promise(() => {})) });
}

// What the caller says.

test("columns are checked as the caller says: by header, by index, or not at all; the others as found out", async () => {
  const file = "お客さまID,連絡先,メール,番号\nCAF1,312345678,taro,CAF0123456789\n";
  const told = (columns, options) => bulk(file, { columns, ...options });
  assert.deepEqual(kinds(await told(undefined)), ["customer-id", "phone", "email", null]);
  assert.deepEqual(kinds(await told({ お客さまID: null, 番号: "customer-id" })), [null, "phone", "email", "customer-id"]);
  assert.deepEqual(kinds(await told({ 0: null, 3: "customer-id" })), [null, "phone", "email", "customer-id"]);
  assert.deepEqual(kinds(await told([null, "text", undefined, "customer-id"])), [null, "text", "email", "customer-id"]);
  assert.deepEqual(codes(await told({ 0: null, 1: null, 2: null })), []);
  assert.deepEqual(codes(await told({ 1: "text", 2: "customer-id" })), ["customer-id.too-short", "customer-id.unknown-prefix"]);
});

test("what names no column and no kind changes nothing", async () => {
  const expected = await bulk(SMALL);
  for (const key of ["", " ", "0x0", "1e0", "-1", "0.0", "2", "99999999999", "length", "番号", "お客さまid"]) {
    assert.deepEqual(await bulk(SMALL, { columns: { [key]: null } }), expected, JSON.stringify(key));
  }
  for (const kind of ["", "Phone", "customerId", "terminalNames", undefined, 4, {}, ["phone"]]) {
    assert.deepEqual(await bulk(SMALL, { columns: { 0: kind } }), expected, String(kind));
  }
});

test("a name that several columns have means all of them, and a number is an index wherever it can be one", async () => {
  const file = "電話,1,電話\n1,2,3\n";
  assert.deepEqual(kinds(await bulk(file, { columns: { 電話: "email" } })), ["email", null, "email"]);
  assert.deepEqual(kinds(await bulk(file, { columns: { 1: "text" } })), ["phone", "text", "phone"]);
  assert.deepEqual(kinds(await bulk("1,0\n,\n", { header: true, columns: { 0: "phone" } })), ["phone", null]);
  assert.deepEqual(kinds(await bulk("a,7\n,\n", { header: true, columns: { 7: "phone" } })), [null, "phone"]);
});

test("with a form, columns are its fields", async () => {
  const file = "a,b,c\n1,CAF0123456789,0312345678\n";
  const told = (columns) => bulk(file, { form: "eligibility-paper", columns });
  const fields = (report) => report.columns.map(({ field, kind }) => [field, kind]);
  const none = [undefined, null];
  assert.deepEqual(fields(await told({})), [none, none, none]);
  assert.deepEqual(fields(await told({ a: "lineType", b: "customerId" })), [["lineType", "line-type"], ["customerId", "customer-id"], none]);
  // A kind is no field, and a field of another form is none of this one.
  assert.deepEqual(fields(await told({ a: "line-type", b: "isdnNumber", c: "password" })), [none, none, none]);
  assert.deepEqual(fields(await told({ a: "lineType", 0: null })), [["lineType", "line-type"], none, none]);
  const report = await bulk("customerId,phone\n,\n", { form: "eligibility-paper", columns: { customerId: null } });
  assert.deepEqual([fields(report), codes(report)], [[none, ["phone", "phone"]], ["required"]]);
  for (const name of ["no-such-form", "__proto__", 0, {}]) assert.deepEqual(await bulk(SMALL, { form: name }), await bulk(SMALL), String(name));
});

test("every field of every form is known by its own name, and is of the kind that the reference says", async () => {
  for (const [name, numbers] of FORMS) {
    const fields = numbers.map((number) => FIELDS[number]);
    const { columns } = await preview(`${fields.join(",")}\n${fields.map(() => "").join(",")}`, { form: name, header: true });
    const told = new Map(describe(name).fields.map((field) => [field.name, field]));
    const kindOf = (field) => {
      const { kind, repeats, items } = told.get(field) ?? {};
      if (repeats !== undefined) return kindOf(repeats);
      // The reference says of a list how many items it takes.
      if (items !== undefined) return "terminal-name";
      return KINDS.includes(kind) ? kind : null;
    };
    assert.deepEqual(columns, fields.map((field, index) => ({ index, header: field, kind: kindOf(field), field })), name);
  }
});

test("encoding, delimiter and header are as the caller says", async () => {
  const utf8 = encode(SMALL);
  assert.deepEqual((await bulk(utf8, { encoding: "utf-8" })).encoding, "utf-8");
  const misread = await bulk(utf8, { encoding: "shift_jis" });
  assert.deepEqual([misread.encoding, kinds(misread)[0]], ["shift_jis", null]);
  const cut = await bulk("電話;メール,備考\n0312345678;taro@example.jp,\n", { delimiter: ";" });
  assert.deepEqual([cut.delimiter, cut.columns.map(({ header }) => header)], [";", ["電話", "メール,備考"]]);
  const headless = await bulk(SMALL, { header: false });
  assert.deepEqual([headless.header, headless.rows, headless.columns.map(({ header }) => header)], [false, 3, ["", ""]]);
  const headed = await bulk("CAF0123456789\nCOP01234567\n", { header: true });
  assert.deepEqual([headed.header, headed.rows, headed.columns[0].header], [true, 1, "CAF0123456789"]);
  for (const options of [{ encoding: "auto", delimiter: "auto" }, { encoding: "utf-16", delimiter: "|" }, null, undefined, 5]) {
    assert.deepEqual(await bulk(utf8, options), await bulk(utf8));
  }
});

test("no more issues are kept than asked for; all of them are counted", async () => {
  const file = `customerId\n${"CAF1\n".repeat(1200)}`;
  for (const [maxIssues, kept] of [[0, 0], [1, 1], [2.9, 2], [1199, 1199], [1200, 1200], [Infinity, 1200], [undefined, 1000], [-1, 1000], [NaN, 1000], ["5", 1000]]) {
    const report = await bulk(file, { maxIssues });
    assert.deepEqual([report.issues.length, report.truncated], [kept, kept < 1200], String(maxIssues));
    assert.deepEqual([report.invalid, report.columns[0].codes], [1200, { "customer-id.too-short": 1200 }]);
  }
});

test("the language is that of the issues, of the fix and of the annotated file; Japanese unless told", async () => {
  const { issues } = await bulk(SMALL, { locale: "en" });
  assert.match(issues[0].message, /^Zeros in front/);
  assert.equal(issues[0].fix.label, "Use 0312345678");
  assert.equal((await bulk(SMALL)).issues[0].fix.label, "0312345678にする");
  assert.match(await annotated(SMALL, { locale: "en" }), /,result,findings,codes\r\n/);
  assert.match(await annotated(SMALL), /,確認結果,指摘,コード\r\n/);
});

test("rules about time go by the day that the caller says", async () => {
  const file = "運用開始日\n2026-04-02\n";
  const on = (today) => ({ form: "operation-start", today });
  assert.deepEqual(codes(await bulk(file, on("2026-04-01"))), ["date.in-future"]);
  assert.deepEqual(codes(await bulk(file, on("2026-04-02"))), []);
  assert.match(await annotated(file, on("2026-04-01")), /date\.in-future/);
});

test("a row as a form has the issues that the form has for it", async () => {
  const options = { form: "user-registration", today: "2026-04-01" };
  const values = { familyName: "基金", phone: "03-1234", email: "Taro@example.jp", password: "short", passwordConfirm: "other" };
  const names = Object.keys(values);
  const { issues, columns } = await bulk(`${names.join(",")}\n${Object.values(values).join(",")}\n`, options);
  const report = form("user-registration").check(values, { only: names, today: options.today });
  assert.deepEqual(
    issues.map(({ code, column }) => [code, names[column]]),
    report.issues.filter(({ path }) => !path[0].startsWith("password")).map(({ code, path }) => [code, path[0]]),
  );
  for (const { header, codes } of columns) {
    const expected = report.issues.filter(({ path }) => path[0] === header).map(({ code }) => [code, 1]);
    assert.deepEqual(codes, Object.fromEntries(expected), header);
  }
});

// Options that fight.

test("options that are nonsense or throw say nothing", async () => {
  const expected = await bulk(SMALL);
  const names = ["columns", "form", "encoding", "delimiter", "onProgress", "signal", "worker", "locale", "today"];
  for (const [what, value] of Object.entries(objects)) {
    assert.deepEqual(await bulk(SMALL, value), expected, what);
    // The first item of that list says that the first column is not looked at.
    const nonsense = what === "array of everything" ? names.slice(1) : names;
    for (const name of nonsense) assert.deepEqual(await bulk(SMALL, { [name]: value }), expected, `${name}: ${what}`);
    if (typeof value !== "boolean") assert.deepEqual(await bulk(SMALL, { header: value }), expected, `header: ${what}`);
    if (typeof value !== "number") assert.deepEqual(await bulk(SMALL, { maxIssues: value }), expected, `maxIssues: ${what}`);
  }
  const thrower = () => {
    throw new Error("hostile");
  };
  const all = Object.fromEntries([...names, "header", "maxIssues"].map((name) => [name, { get: thrower, enumerable: true }]));
  assert.deepEqual(await bulk(SMALL, Object.defineProperties({}, all)), expected);
  assert.deepEqual(await bulk(SMALL, { columns: Object.defineProperties({}, { 0: { get: thrower, enumerable: true } }) }), expected);
});

test("names of the prototype are columns like any other, and nobody's prototype is touched", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const before = Object.getOwnPropertyNames(Object.prototype);
  const file = `${names.join(",")}\n${names.map(() => "CAF1").join(",")}\n`;
  assert.deepEqual(kinds(await bulk(file)), [null, null, null, null]);
  assert.deepEqual(kinds(await bulk(file, { columns: {} })), [null, null, null, null]);
  const columns = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}: "customer-id"`)}}`);
  const report = await bulk(file, { columns });
  assert.deepEqual(report.columns.map(({ header, codes }) => [header, codes]), names.map((name) => [name, { "customer-id.too-short": 1 }]));
  assert.deepEqual(kinds(await bulk(file, { columns: { __proto__: { constructor: "customer-id" } } })), [null, null, null, null]);
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), before);
});

// Progress.

test("progress goes up, in bytes of the source and in rows, to the end of both", async () => {
  const pieces = thousands(300);
  const whole = Buffer.concat(pieces);
  for (const [source, totalBytes] of [[whole, whole.length], [new Blob([whole]), whole.length], [whole.toString(), whole.length], [ReadableStream.from(pieces), undefined]]) {
    const seen = [];
    await bulk(source, { onProgress: (progress) => seen.push(progress) });
    assert.ok(seen.length > 2);
    seen.reduce((before, after) => {
      assert.ok(after.bytes >= before.bytes && after.rows >= before.rows);
      return after;
    });
    for (const progress of seen) assert.equal(progress.totalBytes, totalBytes);
    assert.deepEqual({ ...seen.at(-1), totalBytes: 0 }, { bytes: whole.length, rows: 300_000, totalBytes: 0 });
  }
});

test("what a listener does stops nothing", async () => {
  const expected = await bulk(SMALL);
  const onProgress = () => {
    throw new Error("the caller's own");
  };
  assert.deepEqual(await bulk(SMALL, { onProgress }), expected);
});

// Stopping.

test("a signal that has stopped already: nothing is read, and the source is let go of", async () => {
  const [seen, source] = watchedSource(thousands(2));
  const report = await bulk(source, { signal: AbortSignal.abort() });
  assert.deepEqual([report.aborted, counts(report), report.issues], [true, [0, 0, 0, 0], []]);
  assert.deepEqual(seen, { taken: 0, released: 1 });
});

test("a signal that stops a run: what was counted so far is the report", async () => {
  const controller = new AbortController();
  const [seen, source] = watchedSource(thousands(100, (number) => (number % 10 === 0 ? "CAF1" : "CAF0123456789")));
  let last;
  const onProgress = (progress) => {
    last = progress;
    if (progress.rows >= 20_000) controller.abort();
  };
  const report = await bulk(source, { signal: controller.signal, onProgress });
  assert.equal(report.aborted, true);
  assert.deepEqual(counts(report), [last.rows, last.rows * 0.9, last.rows / 10, 0]);
  assert.ok(last.rows < 100_000);
  assert.ok(seen.taken < 101 && seen.released === 1);
  assert.deepEqual([report.columns[0].filled, report.columns[0].codes], [last.rows, { "customer-id.too-short": last.rows / 10 }]);
});

test("a run whose source says nothing more can be stopped, and half a row is no row", async () => {
  const controller = new AbortController();
  const source = stalled(...thousands(20), encode("CAF1"));
  const onProgress = ({ rows, bytes }) => bytes > 280_000 && rows === 20_000 && controller.abort();
  const report = await bulk(source, { signal: controller.signal, onProgress });
  assert.deepEqual([report.aborted, counts(report)], [true, [20_000, 20_000, 0, 0]]);
});

test("so can one whose source never says anything", async () => {
  for (const work of [(signal) => bulk(stalled(), { signal }), (signal) => bulk(stalled(encode("a,b\n1,")), { signal })]) {
    const controller = new AbortController();
    const running = work(controller.signal);
    controller.abort();
    assert.deepEqual([(await running).aborted, counts(await running)], [true, [0, 0, 0, 0]]);
  }
});

test("a preview that is stopped rejects with the reason", async () => {
  const controller = new AbortController();
  const seen = preview(stalled(), { signal: controller.signal });
  controller.abort(new Error("enough"));
  await assert.rejects(seen, /^Error: enough$/);
});

test("an annotated file that is stopped fails with the reason, and the source is let go of", async () => {
  const reason = new Error("enough");
  const before = watchedSource(thousands(2));
  await assert.rejects(annotated(before[1], { signal: AbortSignal.abort(reason) }), reason);
  assert.deepEqual(before[0], { taken: 0, released: 1 });

  const controller = new AbortController();
  const [seen, source] = watchedSource(thousands(100));
  const reader = annotate(source, { signal: controller.signal }).getReader();
  assert.equal((await reader.read()).done, false);
  controller.abort(reason);
  await assert.rejects(async () => {
    for (;;) await reader.read();
  }, reason);
  assert.ok(seen.taken < 101 && seen.released === 1);
});

test("an annotated file that nobody reads any more takes no more of its source, and disturbs no other", async () => {
  const expected = await annotated(SMALL);
  for (const reads of [0, 1, 2]) {
    const [seen, source] = watchedSource(thousands(100));
    const reader = annotate(source).getReader();
    for (let read = 0; read < reads; read++) await reader.read();
    const last = reader.read();
    await reader.cancel();
    await last;
    const { taken } = seen;
    assert.equal(await annotated(SMALL), expected);
    assert.deepEqual(seen, { taken, released: 1 });
    assert.ok(taken < 101);
  }
});

test("a piece that comes after the cancel is not read", async () => {
  let give;
  const late = { [Symbol.asyncIterator]: () => ({ next: () => new Promise((resolve) => (give = resolve)) }) };
  const file = annotate(late);
  const reader = file.getReader();
  const read = reader.read();
  give({ done: false, value: encode(`customerId\n${"CAF0123456789\n".repeat(20_000)}`) });
  assert.equal((await read).done, false);
  const next = reader.read();
  await reader.cancel();
  // Another file takes the place in the module while the piece is on its way.
  const other = async function* () {
    yield* thousands(20);
    give({ done: false, value: encode("x".repeat(100_000)) });
    assert.equal((await next).done, true);
    yield* thousands(1);
  };
  assert.deepEqual(counts(await bulk(other())), [21_001, 21_000, 1, 0]);
});

test("an annotated file is made as it is read", async () => {
  const [seen, source] = watchedSource(thousands(100));
  const reader = annotate(source).getReader();
  await reader.read();
  await new Promise(setImmediate);
  assert.ok(seen.taken < 30, `${seen.taken} pieces taken`);
  await reader.cancel();
});

// Sources.

test("what is no source is a TypeError, in a promise or in the stream", async () => {
  const own = ["bytes", "proxy that throws", "proxy of an array that throws", "proxy of a function that throws", "revoked proxy", "revoked proxy of an array"];
  const none = Object.entries(objects).filter(([name]) => !own.includes(name));
  for (const [name, value] of [...none, ["an array of bytes", [new Uint8Array(3)]], ["a response", new Response("a")]]) {
    for (const work of [bulk, preview, annotated]) await assert.rejects(async () => work(value), TypeError, name);
  }
  for (const name of own.slice(1)) {
    for (const work of [bulk, preview, annotated]) await assert.rejects(async () => work(objects[name]), name);
  }
});

test("a source that fails fails the run with its own error, and is let go of", async () => {
  const own = new RangeError("the disk is gone");
  for (const after of [0, 1, 200]) {
    const pieces = () => thousands(200).slice(0, after);
    const iterable = async function* () {
      yield* pieces();
      throw own;
    };
    const stream = () => {
      const rest = pieces();
      return new ReadableStream({ pull: (controller) => (rest.length > 0 ? controller.enqueue(rest.shift()) : controller.error(own)) });
    };
    for (const source of [iterable, stream]) {
      for (const work of [bulk, annotated]) await assert.rejects(work(source()), own);
    }
  }
  let released = false;
  const iterator = { next: () => Promise.reject(own), return: () => void (released = true) };
  await assert.rejects(bulk({ [Symbol.asyncIterator]: () => iterator }), own);
  assert.ok(released);
  assert.deepEqual(counts(await bulk(SMALL)), [2, 0, 2, 0]);
});

test("what a source says when it is let go of is not heard", async () => {
  const fails = () => {
    throw new Error("too late");
  };
  for (const end of [fails, async () => fails(), undefined, () => 5]) {
    let given = false;
    const next = async () => (given ? { done: true } : ((given = true), { done: false, value: encode(SMALL) }));
    const report = await bulk({ [Symbol.asyncIterator]: () => ({ next, return: end }) });
    assert.deepEqual(counts(report), [2, 0, 2, 0]);
  }
  const cancel = () => Promise.reject(new Error("too late"));
  const source = new ReadableStream({ start: (controller) => controller.enqueue(encode(SMALL)), cancel });
  assert.equal((await bulk(source, { signal: AbortSignal.abort() })).aborted, true);
});

test("a stream may give texts, but nothing else that is no bytes", async () => {
  assert.deepEqual(await bulk(ReadableStream.from([...SMALL])), await bulk(SMALL));
  for (const piece of [5, null, undefined, {}, [1, 2], new Uint16Array(2), new ArrayBuffer(2)]) {
    await assert.rejects(bulk(ReadableStream.from([encode("a\n"), piece])), TypeError, String(piece));
  }
});

test("a stream that somebody else reads is an error, and so is one that was read", async () => {
  const stream = ReadableStream.from([encode(SMALL)]);
  assert.deepEqual(await bulk(stream), await bulk(SMALL));
  for (const work of [bulk, preview, annotated]) await assert.rejects(async () => work(stream), TypeError);
});

test("a piece may be long, empty, or stand in memory that is used again", async () => {
  const pieces = thousands(300);
  const whole = Buffer.concat(pieces);
  const expected = await bulk(whole);
  const seen = [];
  assert.deepEqual(await bulk(ReadableStream.from([whole]), { onProgress: ({ bytes }) => seen.push(bytes) }), expected);
  // The page gets its turns in a long piece too.
  assert.ok(seen.length > 3);
  assert.deepEqual(await bulk(ReadableStream.from(pieces.flatMap((piece) => [piece, new Uint8Array(0)]))), expected);
  const again = async function* () {
    const memory = Buffer.alloc(1000);
    for (let at = 0; at < whole.length; at += memory.length) yield memory.subarray(0, whole.copy(memory, 0, at));
  };
  assert.deepEqual(await bulk(again()), expected);
});

test("a text with lone surrogates is a text with characters that are none", async () => {
  const report = await bulk("customerId,name\nCAF0123456789,\ud800\udc00\nCAF0123456789,\ud800\nCOP01234567,\udc00\udc00\udc00\n");
  assert.deepEqual([report.encoding, counts(report), codes(report)], ["utf-8", [3, 1, 0, 2], ["csv.broken-text", "csv.broken-text"]]);
});

test("the encoding is found out where the first character stands that is not ASCII, however late", async () => {
  const rows = "CAF0123456789,a\n".repeat(10_000);
  const wide = { shift_jis: [0x93, 0x8c, 0x8b, 0x9e], "utf-8": encode("東京") };
  for (const [encoding, bytes] of Object.entries(wide)) {
    const whole = Buffer.concat([encode(`customerId,備考\n`.replace("備考", "remarks")), encode(rows), Buffer.from(bytes), encode(",b\nCOP01234567,"), Buffer.from(bytes), encode("\n")]);
    const expected = await bulk(whole);
    assert.deepEqual([expected.encoding, counts(expected)], [encoding, [10_002, 10_001, 1, 0]]);
    for (const size of [7, 4096, 100_000]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => whole.subarray(index * size, (index + 1) * size));
      assert.deepEqual(await bulk(ReadableStream.from(pieces)), expected, `${encoding} ${size}`);
    }
  }
});

test("a row that does not end is given up at a mebibyte, and the next one is read", async () => {
  const long = "x".repeat(5_000_000);
  const report = await bulk(`customerId,name\nCAF0123456789,${long}\nCAF0123456789,"${long}\nCOP01234567,a\n`);
  assert.deepEqual(counts(report), [3, 1, 0, 2]);
  const told = report.issues.map(({ row, line, column, code, params }) => ({ row, line, column, code, params }));
  assert.deepEqual(told, [
    { row: 1, line: 2, column: -1, code: "csv.row-too-long", params: { limit: 2 ** 20 } },
    { row: 2, line: 3, column: -1, code: "csv.open-quote", params: {} },
  ]);
});

// Secrets.

const SECRETS = { パスワード: "Hush-4711-pw", "パスワード（確認）": "Hush-4712-pw", 秘密の番号: "90817", 暗証番号: "90816" };

test("a secret stands in no report and in no preview, whatever the caller says about its column", async () => {
  const headers = ["お客さまID", ...Object.keys(SECRETS)];
  const secrets = Object.values(SECRETS);
  const file = `${headers.join(",")}\nCAF0123456789,${secrets.join(",")}\n,Ab1,Ab1,1,55512345\n`;
  const everything = (kind) => Object.fromEntries(Object.keys(SECRETS).map((header) => [header, kind]));
  const said = [{}, { form: "user-registration" }, { form: "eligibility-paper" }, { form: "login" }, { columns: everything(null) }, { columns: everything("phone") }, { columns: everything("institution-code") }];
  for (const options of said) {
    const shown = JSON.stringify([await bulk(file, options), await preview(file, options)]);
    for (const secret of [...secrets, "Ab1", "55512345"]) assert.ok(!shown.includes(secret), `${secret} ${JSON.stringify(options)}`);
    assert.ok(shown.includes("CAF0123456789"), "what is no secret is shown");
  }
});

test("a column that the caller calls secret is one, without a header too", async () => {
  const options = { header: false, columns: { 1: "password", 2: "secret-number" } };
  const file = "CAF0123456789,Hush-4711-pw,90817\nCOP01234567,,\n";
  assert.deepEqual((await preview(file, options)).rows, [["CAF0123456789", "••••", "••••"], ["COP01234567", "", ""]]);
  const report = await bulk(file, options);
  assert.deepEqual([report.invalid, report.issues, report.columns[2].codes], [1, [], { "secret-number.too-long": 1 }]);
});

test("a report holds nothing of the cells but fixes", async () => {
  const words = ["見本一郎", "mihon@example", "CAF98765432", "0399998888a"];
  const report = await bulk(`担当者,メール,お客さまID,電話\n${words.join(",")}\n${words.join(",")},x\n"${words[0]}`);
  for (const word of words) assert.ok(!JSON.stringify(report).includes(word), word);
});

test("a preview shows ten rows of the beginning, and takes no more of a stream than that needs", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `CAF${index},${index}`);
  const seen = await preview(`お客さまID,電話\n${rows.join("\n")}`);
  assert.deepEqual(seen.rows, rows.slice(0, 10).map((row) => row.split(",")));
  const [taken, source] = watchedSource(thousands(1000));
  await preview(source);
  assert.ok(taken.taken < 20 && taken.released === 1, JSON.stringify(taken));
});

// Several at once, and modules that break.

test("files that are read at once do not know of each other", async () => {
  const files = [SMALL, "customerId\nCAF1\nCOP01234567\n", "電話;メール\n0312345678;x\n\"", "パスワード\nAb1\n", ""];
  const slowly = async function* (text) {
    for (const byte of encode(text)) {
      check("phone", "03-1234-5678");
      yield Uint8Array.of(byte);
      await new Promise(setImmediate);
    }
  };
  const alone = [];
  for (const file of files) alone.push(await bulk(file), await annotated(file));
  const together = await Promise.all(files.flatMap((file) => [bulk(slowly(file)), annotated(slowly(file))]));
  assert.deepEqual(together, alone);
});

async function bulkModule() {
  const { made } = await watching("Module", async () => (await freshEntry("bulk")).check("text", ""));
  return made[0].parts[0];
}

test("a module that breaks while a file is read ends the run with an error, and the next file is read rightly", async () => {
  const bytes = await bulkModule();
  const readers = ({ annotate, bulk, preview }) => ({ bulk, preview, annotate: (file) => new Response(annotate(file)).text() });
  const whole = readers(await import("onshi-check/bulk"));
  for (const [name, reader] of [["bulk_plan", "preview"], ["bulk_read", "bulk"], ["bulk_report", "bulk"], ["bulk_output", "annotate"]]) {
    await withFirstInstance(trappingModuleOf(bytes, name), async () => {
      const broken = readers(await freshEntry("bulk"));
      await assert.rejects(broken[reader](SMALL), /onshi-check\/bulk: the module failed/, name);
      for (const other of Object.keys(whole)) assert.deepEqual(await broken[other](SMALL), await whole[other](SMALL), name);
    });
  }
});

test("a module that is lost to another call ends the run with an error, and not with false results", async () => {
  const bytes = await bulkModule();
  for (const work of ["bulk", "annotate"]) {
    await withFirstInstance(trappingModuleOf(bytes, "check"), async (instances) => {
      const entry = await freshEntry("bulk");
      const source = async function* () {
        yield* thousands(20);
        assert.equal(entry.check("phone", "03-1234-5678").value, "0312345678");
        yield* thousands(2);
      };
      const running = work === "bulk" ? entry.bulk(source()) : new Response(entry.annotate(source())).text();
      await assert.rejects(running, /onshi-check\/bulk: the module had to be started again/);
      assert.equal(instances(), 2);
      assert.deepEqual(await entry.bulk(SMALL), await bulk(SMALL));
    });
  }
});

test("where WebAssembly cannot run the promise rejects with OnshiUnavailable, and so does the stream", () =>
  runModule(`
    WebAssembly.Module = function () { throw new Error("forbidden"); };
    const { annotate, bulk, find, OnshiUnavailable, preview } = await import("onshi-check/bulk");
    for (const work of [bulk, preview, (file) => new Response(annotate(file)).text()]) await assert.rejects(work("a"), OnshiUnavailable);
    assert.throws(() => find("a"), OnshiUnavailable);
  `));

// Large files.

test("a million rows are counted one by one", async () => {
  const rows = 1_000_000;
  const row = (number) => {
    if (number % 5000 === 1) return `CAF${String(number).padStart(10, "0")},0312345678,too,many`;
    const id = number % 10 === 0 ? "CAF012345678" : number % 2 === 0 ? `"COP${String(number).padStart(8, "0")}"` : `CAF${String(number).padStart(10, "0")}`;
    return `${id},${number % 250 === 3 ? "312345678" : "03-1234-5678"}`;
  };
  const source = async function* () {
    yield "お客さまID,電話\r\n";
    for (let from = 0; from < rows; from += 1000) yield Array.from({ length: 1000 }, (_, index) => `${row(from + index)}\r\n`).join("");
  };
  const report = await bulk(source(), { maxIssues: 3 });
  const [malformed, short, lost] = [rows / 5000, rows / 10, rows / 250];
  assert.deepEqual(counts(report), [rows, rows - malformed - short - lost, short + lost, malformed]);
  assert.deepEqual(report.columns, [
    { index: 0, header: "お客さまID", kind: "customer-id", filled: rows - malformed, valid: rows - malformed - short, invalid: short, codes: { "customer-id.too-short": short } },
    { index: 1, header: "電話", kind: "phone", filled: rows - malformed, valid: rows - malformed - lost, invalid: lost, codes: { "csv.lost-zeros": lost } },
  ]);
  assert.deepEqual(report.issues.map(({ row, line, code }) => [row, line, code]), [[1, 2, "customer-id.too-short"], [2, 3, "csv.too-many-cells"], [4, 5, "csv.lost-zeros"]]);
  assert.equal(report.truncated, true);
});

test("300 MB are read in less than 200 MB of memory", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onshi-check-"));
  const path = join(folder, "many.csv");
  try {
    const row = (number) => `13,3,3246295,CAF${String(number).padStart(10, "0")},03-1234-5678,desk${number % 10}@example.jp,東京都千代田区霞が関,2026-04-01\n`;
    const block = Buffer.from(Array.from({ length: 10_000 }, (_, number) => row(number)).join(""));
    const blocks = Math.ceil(300_000_000 / block.length);
    const file = openSync(path, "w");
    writeSync(file, "都道府県,点数表,医療機関番号,お客さまID,電話,メール,住所,契約日\n");
    for (let written = 0; written < blocks; written++) writeSync(file, block);
    closeSync(file);
    await runModule(`
      import { createReadStream } from "node:fs";
      import { bulk } from "onshi-check/bulk";
      const report = await bulk(createReadStream(${JSON.stringify(path)}), { today: "2026-04-01" });
      assert.deepEqual([report.rows, report.valid], [${blocks * 10_000}, ${blocks * 10_000}]);
      assert.deepEqual(report.columns.map(({ filled }) => filled), Array(8).fill(report.rows));
      const most = process.resourceUsage().maxRSS / 1000;
      assert.ok(most < 200, most + " MB");
    `);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
