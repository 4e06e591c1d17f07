// What is read and what is refused, by both servers alike.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askAll, BROWSER_TYPE, JSON_TYPE } from "./ask.mjs";
import { withServers } from "./servers.mjs";

const LONGEST_BODY = 64 * 1024;
const RIGHT = { userId: "desk@example.jp", password: "Kikin2026" };

/** A test with both servers. */
function testServers(name, use) {
  test(name, () => withServers({ TODAY: "2026-11-21" }, use));
}

function codes({ body }) {
  return body.issues.map(({ code }) => code);
}

testServers("requests that are not checked are refused by name", async (servers) => {
  const table = [
    ["/registration", {}, 404, "form-unknown"],
    ["/", {}, 404, "form-unknown"],
    ["/login/", {}, 404, "form-unknown"],
    ["/login/again", {}, 404, "form-unknown"],
    ["//login", {}, 404, "form-unknown"],
    ["/LOGIN", {}, 404, "form-unknown"],
    ["/constructor", {}, 404, "form-unknown"],
    ["/login%2F", {}, 404, "form-unknown"],
    ["/%FF", {}, 404, "form-unknown"],
    ["/", { method: "GET", body: undefined }, 404, "form-unknown"],
    ["/login", { method: "GET", body: undefined }, 405, "method-not-allowed"],
    ["/login", { method: "PUT" }, 405, "method-not-allowed"],
    ["/login", { method: "OPTIONS" }, 405, "method-not-allowed"],
    ["/registration", { method: "DELETE" }, 405, "method-not-allowed"],
    ["/login", { type: "text/plain" }, 415, "body-type"],
    ["/login", { type: "multipart/form-data; boundary=line" }, 415, "body-type"],
    ["/login", { type: "application/json-patch+json" }, 415, "body-type"],
    ["/login", { type: "constructor" }, 415, "body-type"],
    ["/login", { type: null }, 415, "body-type"],
    ["/registration", { type: "text/plain" }, 404, "form-unknown"],
    ["/login", { body: "" }, 400, "body-unreadable"],
    ["/login", { body: "{" }, 400, "body-unreadable"],
    ["/login", { body: "{} {}" }, 400, "body-unreadable"],
    ["/login", { body: "[]" }, 400, "body-unreadable"],
    ["/login", { body: "null" }, 400, "body-unreadable"],
    ["/login", { body: '"userId"' }, 400, "body-unreadable"],
    ["/login", { body: "\ufeff{}" }, 400, "body-unreadable"],
    ["/login", { body: '{"userId":"\\ud800"}' }, 400, "body-unreadable"],
    ["/login", { body: '{"\\ud800":""}' }, 400, "body-unreadable"],
    ["/login", { body: '{"other":[1e999]}' }, 400, "body-unreadable"],
    ["/login", { body: Buffer.from('{"userId":"\xff"}', "latin1") }, 400, "body-unreadable"],
  ];
  for (const [path, request, status, error] of table) {
    // As bytes: a text would bring a content type of its own.
    const answer = await askAll(servers, path, { body: Buffer.from("{}"), ...request });
    assert.deepEqual([answer.status, answer.body], [status, { error }], `${path} ${JSON.stringify(request)}`);
    assert.equal(answer.headers.allow, status === 405 ? "POST" : null);
  }
  const head = await askAll(servers, "/login", { method: "HEAD" });
  assert.deepEqual([head.status, head.text], [405, ""]);
});

testServers("a body may have so many bytes and not one more, of whatever type", async (servers) => {
  const start = `{"userId":"${RIGHT.userId}","password":"${RIGHT.password}"`;
  const bodies = {
    [JSON_TYPE]: `${start}${" ".repeat(LONGEST_BODY - start.length - 1)}}`,
    [BROWSER_TYPE]: String(new URLSearchParams(RIGHT)).padEnd(LONGEST_BODY, "&"),
  };
  for (const [type, body] of Object.entries(bodies)) {
    assert.equal(body.length, LONGEST_BODY);
    assert.equal((await askAll(servers, "/login", { type, body })).status, 200);
    const larger = await askAll(servers, "/login", { type, body: `${body} ` });
    assert.deepEqual([larger.status, larger.body], [413, { error: "body-too-large" }]);
  }
});

testServers("types are read with their parameters, and paths with a query", async (servers) => {
  const [json, pairs] = [JSON.stringify(RIGHT), String(new URLSearchParams(RIGHT))];
  const expected = { values: { userId: RIGHT.userId }, issues: [] };
  for (const [path, type, body] of [
    ["/login?from=page", JSON_TYPE, json],
    ["/%6cogin", JSON_TYPE, json],
    ["/login", "Application/JSON ; charset=utf-8", json],
    ["/login", `${BROWSER_TYPE};charset=UTF-8`, pairs],
  ]) {
    assert.deepEqual((await askAll(servers, path, { type, body })).body, expected, `${path} ${type}`);
  }
});

testServers("a 422 holds nothing that was typed", async (servers) => {
  const values = {
    institutionNumber: "324629",
    phone: "3-1234-5678",
    email: "Desk@example.jp",
    password: "くきん2026",
    passwordConfirm: "Kikin2026",
    passwort: "Kikin2027",
  };
  const answer = await askAll(servers, "/user-registration", { body: JSON.stringify(values) });
  assert.equal(answer.status, 422);
  const places = new Set(answer.body.issues.map(({ path }) => path[0]));
  for (const [name, text] of Object.entries(values)) {
    assert.ok(places.has(name), name);
    assert.ok(!answer.text.includes(text) && !answer.text.includes(text.toLowerCase()), name);
  }
});

testServers("pairs are read as browsers write them", async (servers) => {
  const ask = async (body) => codes(await askAll(servers, "/login", { type: BROWSER_TYPE, body }));
  assert.deepEqual(await ask("userId=desk%40example.jp&password=Kikin2026"), []);
  // A question mark at the start belongs to the name.
  assert.deepEqual(await ask("?userId=desk%40example.jp&password=Kikin2026"), ["required", "form.unknown-field"]);
  assert.deepEqual(await ask("userId=&userId=desk%40example.jp&password=Kikin2026"), []);
  assert.deepEqual(await ask("userId=desk%40example.jp&userId=&password=Kikin2026"), ["required"]);
  assert.deepEqual(await ask(""), ["required", "required"]);
  assert.deepEqual(await ask("&&=&%=%zz"), ["required", "required"]);
});

testServers("a list has ten items, and blank ones behind them do not count", async (servers) => {
  const issues = async (terminalNames) => {
    const { body } = await askAll(servers, "/eligibility-paper", { body: JSON.stringify({ terminalNames }) });
    return body.issues.filter(({ path }) => path[0] === "terminalNames").map(({ code, path }) => [code, ...path.slice(1)]);
  };
  const ten = Array.from({ length: 10 }, (_, index) => `T${index}`);
  assert.deepEqual(await issues(ten), []);
  assert.deepEqual(await issues([...ten, "", null, "　"]), []);
  const tooMany = [["terminal-names.too-many"]];
  assert.deepEqual(await issues([...ten, "T10"]), tooMany);
  assert.deepEqual(await issues([...ten, "", "T11"]), tooMany);
  assert.deepEqual(await issues([...ten, {}]), tooMany);
  assert.deepEqual(await issues("T0"), []);
  assert.deepEqual(await issues(null), [["required"]]);
  assert.deepEqual(await issues([]), [["required"]]);
  assert.deepEqual(await issues({}), [["type.not-text"]]);
  assert.deepEqual(await issues(["T0", 1, null, ["T2"]]), [["type.not-text", 1], ["type.not-text", 3]]);
});

testServers("a text longer than 10,000 units of UTF-16 is not read, whatever its field", async (servers) => {
  const ask = async (values) => {
    const { body } = await askAll(servers, "/eligibility-application", { body: JSON.stringify(values) });
    return body.issues.filter(({ code }) => code !== "required").map(({ code, path }) => [code, path[0]]);
  };
  for (const letter of ["x", "字", "🏥"]) {
    const longest = letter.repeat(10_000 / letter.length);
    assert.deepEqual(await ask({ termsAccepted: longest }), []);
    assert.deepEqual(await ask({ termsAccepted: `${longest}x` }), [["input.too-long", "termsAccepted"]]);
    assert.deepEqual(await ask({ startYear: `${longest}x` }), [["year-month.bad-format", "startYear"]]);
  }
});

testServers("of names that are no fields, sixteen that might be misspelt are looked at", async (servers) => {
  const ask = async (names) => {
    const values = { ...RIGHT, ...Object.fromEntries(names.map((name) => [name, ""])) };
    return codes(await askAll(servers, "/login", { body: JSON.stringify(values) }));
  };
  const names = (count, length) => Array.from({ length: count }, (_, index) => `${index}`.padStart(2, "n").padEnd(length, "x"));
  const unknown = ["form.unknown-field"];
  assert.deepEqual(await ask([...names(15, 20), "pasword"]), unknown);
  assert.deepEqual(await ask([...names(16, 20), "pasword"]), []);
  assert.deepEqual(await ask(["", ...names(40, 33), "pasword"]), unknown);
  // Sixteen such are 32 units of UTF-16 and 64 bytes.
  const emoji = (count) => Array.from({ length: count }, (_, index) => "🏥".repeat(15) + String.fromCodePoint(0x1f600 + index));
  assert.deepEqual(await ask([...emoji(16), "pasword"]), []);
  assert.deepEqual(await ask([...emoji(40).map((name) => `${name}x`), "pasword"]), unknown);
  assert.deepEqual(await ask(["__proto__", "constructor", "toString"]), []);
});

testServers("the reader chooses the language", async (servers) => {
  const table = [
    [undefined, "ja"],
    ["*", "ja"],
    ["fr", "ja"],
    ["en", "en"],
    ["EN-us", "en"],
    ["en, ja", "ja"],
    ["en;q=0.8, ja;q=0.9", "ja"],
    ["ja;q=0.5,en-GB;q=0.7", "en"],
    ["fr, en ; q=0.2", "en"],
    ["en;q=0", "ja"],
    ["en;q=high", "ja"],
    ["en;q=2", "ja"],
    ["ja;q=-1", "ja"],
    ["enough", "ja"],
    [" , en", "en"],
  ];
  for (const [ranges, language] of table) {
    const headers = { "accept-language": ranges ?? "" };
    const { headers: answered, body } = await askAll(servers, "/login", { headers, body: "{}" });
    assert.deepEqual([answered["content-language"], answered.vary], [language, "accept-language"], ranges);
    for (const { message } of body.issues) assert.equal(/[ぁ-ん]/.test(message), language === "ja", message);
  }
});

test("only one of the two readers of JSON minds how deep it goes, and no field takes it", () =>
  withServers({ TODAY: "2026-11-21" }, async (servers) => {
    const body = `{"userId":${"[".repeat(127)}${"]".repeat(127)},"password":"Kikin2026"}`;
    const request = { method: "POST", headers: { "content-type": JSON_TYPE }, body };
    const statuses = {};
    for (const { name, address } of servers) statuses[name] = (await fetch(`${address}/login`, request)).status;
    assert.deepEqual(statuses, { axum: 400, node: 422 });
    const shallower = body.replace("[]", "");
    assert.deepEqual(codes(await askAll(servers, "/login", { body: shallower })), ["type.not-text"]);
  }));
