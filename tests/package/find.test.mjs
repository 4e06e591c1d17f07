// Codes found in any text: what they are, where they stand in it, and that no text is too odd.

import assert from "node:assert/strict";
import test from "node:test";
import { check, find } from "onshi-check/bulk";
import { objects, texts } from "./hostile.mjs";
import { freshEntry } from "./package-files.mjs";
import { assertVerdict } from "./shape.mjs";
import { watching } from "./platform.mjs";
import { trappingModuleOf, withFirstInstance } from "./trapping.mjs";

const KINDS = ["customer-id", "institution-code", "institution-number", "email", "phone"];
const LETTER = `開通のご案内
お客さまＩＤ：ＣＡＦ０１２３-４５６-７８９
医療機関等コード（10桁） 1333246295、薬局コード：07,1236,2
ご連絡先　０３（１２３４）５６７８　FAX 03-1234-5679
お問い合わせは Desk@clinic-1.example.jp まで。番号 0312345670`;

/** What must hold of every answer. Returns kind, text as it stands, value, label and confidence. */
function findAll(text, options) {
  const found = find(text, options);
  let end = 0;
  return found.map((hit) => {
    const { kind, value, range, label, confidence, verdict, ...rest } = hit;
    assert.deepEqual(rest, {});
    assert.ok(KINDS.includes(kind), kind);
    assert.ok(Number.isInteger(range[0]) && range[0] >= end && range[1] > range[0] && range[1] <= text.length, String(range));
    end = range[1];
    const written = text.slice(...range);
    assert.equal(value, verdict.status === "valid" ? verdict.value : written);
    assert.ok(confidence === "high" || confidence === "low", confidence);
    assert.ok(label === undefined || (label !== "" && text.slice(0, range[0]).includes(label)), label);
    assert.equal("label" in hit, label !== undefined);
    assertVerdict(verdict, { kind, input: written, locale: options?.locale });
    return [kind, written, value, label, confidence];
  });
}

test("a letter: every kind, with its label, as it stands and in its canonical form", () => {
  assert.deepEqual(findAll(LETTER), [
    ["customer-id", "ＣＡＦ０１２３-４５６-７８９", "CAF0123456789", "お客さまＩＤ", "high"],
    ["institution-code", "1333246295", "1333246295", "医療機関等コード", "high"],
    ["institution-number", "07,1236,2", "0712362", "薬局コード", "high"],
    ["phone", "０３（１２３４）５６７８", "0312345678", "連絡先", "high"],
    ["email", "Desk@clinic-1.example.jp", "Desk@clinic-1.example.jp", undefined, "high"],
    ["phone", "0312345670", "0312345670", undefined, "low"],
  ]);
  assert.deepEqual(find(LETTER)[4].verdict, check("email", "Desk@clinic-1.example.jp"));
});

test("text of a PDF: broken lines, blanks between characters, full width", () => {
  const texts = [
    ["お 客 さ ま Ｉ Ｄ\nCAF01234\n56789", ["customer-id", "CAF01234\n56789", "CAF0123456789", "お 客 さ ま Ｉ Ｄ", "high"]],
    ["電\n話　０３ー１２３４ー\n５６７８", ["phone", "０３ー１２３４ー\n５６７８", "0312345678", "電\n話", "high"]],
    ["電話：03\n1234\n5678", ["phone", "03\n1234\n5678", "0312345678", "電話", "high"]],
    ["医療機関コード　１３３３２４\n６２９５", ["institution-code", "１３３３２４\n６２９５", "1333246295", "医療機関コード", "high"]],
    ["医療機関コード：３２４６２９５", ["institution-number", "３２４６２９５", "3246295", "医療機関コード", "high"]],
    ["メール：ｄｅｓｋ＠ｅｘａｍｐｌｅ．ｊｐ", ["email", "ｄｅｓｋ＠ｅｘａｍｐｌｅ．ｊｐ", "desk@example.jp", "メール", "high"]],
  ];
  for (const [text, hit] of texts) assert.deepEqual(findAll(text), [hit]);
});

test("what is not right is found as well, with what is the matter", () => {
  const [hit] = find("お客さまID: COP0123456");
  assert.deepEqual([hit.kind, hit.value, hit.verdict.status, hit.verdict.issues[0].code], ["customer-id", "COP0123456", "invalid", "customer-id.too-short"]);
});

test("only the kinds that are asked for", () => {
  const all = find(LETTER);
  for (const kind of KINDS) assert.deepEqual(find(LETTER, { kinds: [kind] }), all.filter((hit) => hit.kind === kind), kind);
  assert.deepEqual(find(LETTER, { kinds: ["phone", "email"] }), all.filter(({ kind }) => ["phone", "email"].includes(kind)));
  for (const kinds of [[], ["password"], [5, null, {}], ["Phone"]]) assert.deepEqual(find(LETTER, { kinds }), []);
  for (const kinds of [undefined, null, "phone", {}, new Set(["phone"])]) assert.deepEqual(find(LETTER, { kinds }), all);
});

test("the language is that of the verdicts", () => {
  const message = (locale) => find("CAF012345678", { locale })[0].verdict.issues[0].message;
  assert.match(message("en"), /^Characters still missing: 1/);
  assert.match(message("ja"), /お客さまID/);
  assert.equal(message("fr"), message("ja"));
  findAll(LETTER, { locale: "en" });
});

test("ranges count UTF-16 units, whatever stands before", () => {
  const hit = "電話：03-1234-5678";
  const before = {
    nothing: "", ASCII: "abc ", "two bytes": "éß ", kana: "ひらがな", emoji: "👩‍⚕️🏥📞", "an astral digit": "𝟎", "astral kanji": "𠮷野家",
    "half a pair": "\ud83d", "the other half": "\ude00", "halves in the wrong order": "\ude00\ud83d", "many halves": "\ud800".repeat(50),
    "a replacement character": "\ufffd", "a byte order mark": "\ufeff", "zero bytes": "\0\0", "invisible characters": "\u200b\u00ad", "combining marks": "e\u0301",
  };
  for (const [name, text] of Object.entries(before)) {
    for (const whole of [`${text}${hit}`, `${text}${hit}\n${text}`, `${text}\n${hit}`]) {
      assert.deepEqual(findAll(whole), [["phone", "03-1234-5678", "0312345678", "電話", "high"]], name);
      assert.equal(find(whole)[0].range[0], whole.indexOf("03-"), name);
    }
  }
});

test("ranges stand between halves of characters that have lost each other", () => {
  const text = `\ud83d${"CAF0123456789"}\ude00\ud83d0312345678\udc00 x@example.jp\ud800`;
  assert.deepEqual(findAll(text).map(([, written]) => written), ["CAF0123456789", "0312345678", "x@example.jp"]);
});

test("what is no text holds nothing", () => {
  for (const [name, value] of Object.entries(objects)) assert.deepEqual(find(value), [], name);
  assert.deepEqual(find(), []);
});

test("every odd text has an answer, whatever the options", () => {
  for (const text of Object.values(texts)) findAll(text);
  for (const [name, options] of Object.entries(objects)) {
    assert.deepEqual(find(LETTER, options), find(LETTER), name);
    assert.doesNotThrow(() => find(LETTER, { kinds: options, locale: options }), name);
  }
  const thrower = () => {
    throw new Error("hostile");
  };
  for (const name of ["kinds", "locale"]) assert.deepEqual(find(LETTER, Object.defineProperty({}, name, { get: thrower })), find(LETTER), name);
  for (const kinds of [objects["revoked proxy of an array"], objects["proxy of an array that throws"]]) assert.deepEqual(find(LETTER, { kinds }), find(LETTER));
});

test("in a megabyte every hit is found once, and what only begins like one costs nothing", () => {
  const line = "お客さまID: CAF0123456789 / 電話 03-1234-5678 / x@example.jp\n";
  const times = Math.ceil(1_000_000 / line.length);
  const found = find(line.repeat(times));
  assert.equal(found.length, times * 3);
  assert.deepEqual(found.at(-1).range, [line.length * times - 13, line.length * times - 1]);
  // Were a pattern tried anew from each of 300,000 places to the end, none of these would end today.
  for (const piece of ["0", "0-", "C", "CAF", "CAF0", "CAF 0 ", "03(", "1,", "@", "a@", "a@b.", "a.", "\n", "　", "電話", "お客さまID", "0123456789 ", "\ud800"]) {
    const text = piece.repeat(Math.ceil(300_000 / piece.length));
    assert.ok(find(text).length <= text.length / 5, piece);
  }
});

test("a search that breaks is tried once more in a new module, and then finds nothing", async () => {
  const { made } = await watching("Module", async () => (await freshEntry("bulk")).find(""));
  const broken = trappingModuleOf(made[0].parts[0], "find");
  await withFirstInstance(broken, async (instances) => {
    const entry = await freshEntry("bulk");
    assert.deepEqual(entry.find(LETTER), find(LETTER));
    assert.equal(instances(), 2);
  });
});
