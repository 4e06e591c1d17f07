// A text that somebody pastes fills the fields of a form: which ones, what they say about it, and how it is taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, objections } from "./examine.mjs";
import { choose, drawn, enter, load, openPages, read, says, stateOf, submitted } from "./widget.mjs";

const onPage = openPages();

/** As it comes out of a PDF: full width, a broken line, numbers of other things. */
const letter = `東日本見本電話株式会社
　　　　　　　お申し込み内容のご案内
ご契約名義　：　医療法人社団見本会　見本歯科医院　様
お客さまＩＤ：　ＣＡＦ０１２３-４５６-
７８９
医療機関等コード（１０桁）：　１３３３２４６２９５
電話番号（平日）：０３（１２３４）５６７８　ＦＡＸ：０３（１２３４）５６７９
メール：ｃｌｉｎｉｃ．ｍｉｈｏｎ@example.jp
受付日 2026年11月21日 請求書番号 20261121001 秘密の番号 4826`;

/** Puts a text into a control the way a person pastes it. */
async function paste(page, id, text) {
  await page.focus(`#${id}`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
  await drawn(page);
}

const registration = ["prefecture", "institutionNumber", "phone", "email", "password"];

/** What stands in the fields of the registration. */
async function values(page) {
  const texts = await page.evaluate((ids) => ids.map((id) => document.getElementById(id).value), registration);
  const schedule = await page.evaluate(() => document.querySelector("[name=feeSchedule]:checked")?.value ?? "");
  return [schedule, ...texts];
}

const filled = ["3: 歯科", "東京都", "3246295", "0312345678", "clinic.mihon@example.jp", ""];
const empty = ["", "", "", "", "", ""];

function focused(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName);
}

/** Writes down what is read out from now on. */
function listenToAnnouncements(page) {
  return page.evaluate(() => {
    globalThis.announced = [];
    new MutationObserver(() => announced.push(document.querySelector(".onshi-live").textContent.trim())).observe(document.querySelector(".onshi-live"), { childList: true, characterData: true, subtree: true });
  });
}

test("a letter fills the fields of its form, choices among them, and each says where its answer came from", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "letter", letter);
    assert.deepEqual(await values(page), filled);
    const from = (label) => `貼り付けた文章の「${label}」から入力しました。`;
    assert.deepEqual(await says(page, "email"), ["clinic.mihon@example.jp", from("メール")]);
    assert.deepEqual(await says(page, "phone"), ["03 1234 5678", from("電話")]);
    assert.deepEqual(await says(page, "institutionNumber"), ["13 東京都 ／ 3 歯科 ／ 3246295", from("医療機関等コード")]);
    assert.deepEqual((await says(page, "prefecture")).at(-1), from("医療機関等コード"));
    assert.deepEqual((await says(page, "feeSchedule")).at(-1), from("医療機関等コード"));
    assert.equal(await stateOf(page, "phone"), "understood", "judged as if it had been left");
    assert.deepEqual(await read(page, "password"), { state: "quiet", isInvalid: false, lines: [] });
    assert.deepEqual((await read(page, "letter")).lines, [
      { tone: "note", text: "点数表、都道府県、医療機関等コード、電話番号、メールアドレスを入力しました。", button: "元に戻す" },
    ]);
    assert.equal(await page.inputValue("#letter"), letter);
    for (const id of ["id", "code", "day", "claimsId"]) assert.equal(await page.inputValue(`#${id}`), "", "of another form");
  }));

test("the focus stays, the page does not scroll, and it is read out once", () =>
  onPage("paste", {}, async (page) => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.focus("#letter");
    await listenToAnnouncements(page);
    const before = await page.evaluate(() => scrollY);
    await paste(page, "letter", letter);
    assert.equal(await focused(page), "letter");
    assert.equal(await page.evaluate(() => scrollY), before);
    assert.deepEqual(await page.evaluate(() => announced), ["点数表、都道府県、医療機関等コード、電話番号、メールアドレスを入力しました。"]);
    await page.keyboard.type("。");
    assert.ok((await page.inputValue("#letter")).endsWith("4826。"), "one can go on typing");
  }));

test("one button takes all of it back: texts, choices and what was said", () =>
  onPage("paste", {}, async (page) => {
    const before = await Promise.all(registration.map((id) => read(page, id)));
    await paste(page, "letter", letter);
    await listenToAnnouncements(page);
    await page.click(".onshi-undo");
    assert.deepEqual(await values(page), empty);
    assert.deepEqual(await Promise.all(registration.map((id) => read(page, id))), before);
    assert.deepEqual(await read(page, "feeSchedule"), { state: "quiet", isInvalid: false, lines: [] });
    assert.deepEqual((await read(page, "letter")).lines, []);
    assert.deepEqual(await page.evaluate(() => announced), ["元に戻しました。"]);
    assert.equal(await focused(page), "letter");
    await page.keyboard.press("Control+a");
    await paste(page, "letter", letter);
    assert.deepEqual(await values(page), filled, "and it can be pasted again");
  }));

test("the button is reached from the text with Tab, and pressed with Enter, which sends nothing", () =>
  onPage("paste", {}, async (page, requests) => {
    await paste(page, "letter", letter);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "onshi-undo");
    await page.keyboard.press("Enter");
    assert.deepEqual(await values(page), empty);
    assert.equal(await focused(page), "letter");
    assert.ok(!requests.some((address) => address.includes("thanks")));
  }));

test("Ctrl+Z takes a filled field back, which then says nothing of the text any more", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "letter", "電話 03-1234-5678");
    await page.focus("#phone");
    await page.keyboard.press("Control+z");
    assert.equal(await page.inputValue("#phone"), "");
    assert.deepEqual((await read(page, "letter")).lines, []);
    assert.deepEqual(await says(page, "phone"), []);
  }));

test("what is filled in already stays, and a choice that says the same counts as filled", () =>
  onPage("paste", {}, async (page) => {
    await enter(page, "#phone", "0699998888");
    await page.selectOption("#prefecture", "東京都");
    await paste(page, "letter", letter);
    assert.deepEqual(await values(page), ["3: 歯科", "東京都", "3246295", "0699998888", "clinic.mihon@example.jp", ""]);
    assert.deepEqual((await read(page, "letter")).lines.map(({ text }) => text), ["点数表、医療機関等コード、メールアドレスを入力しました。"]);
    await page.click(".onshi-undo");
    assert.deepEqual(await values(page), ["", "東京都", "", "0699998888", "", ""]);
  }));

test("of a code whose prefecture is another than the one chosen nothing is taken", () =>
  onPage("paste", {}, async (page) => {
    await page.selectOption("#prefecture", "大阪府");
    await paste(page, "letter", "医療機関等コード 1333246295");
    assert.deepEqual(await values(page), ["", "大阪府", "", "", "", ""]);
    assert.deepEqual(await says(page, "letter"), ["空いている欄に入れられるものは見つかりませんでした。"]);
  }));

test("a number of seven digits is taken by itself", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "letter", "医療機関コード\n３２，４６２９，５");
    assert.equal(await page.inputValue("#institutionNumber"), "3246295");
    assert.equal(await page.inputValue("#prefecture"), "");
  }));

test("two different texts of a kind: neither is taken, until the person enters one", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "note", "お客さまID CAF0123456789 または CAF9876543210、電話 03-1234-5678");
    assert.equal(await page.inputValue("#id"), "");
    assert.equal(await page.inputValue("#day"), "0312345678");
    const { state, lines } = await read(page, "note");
    assert.equal(state, "look");
    assert.deepEqual(lines, [
      { tone: "note", text: "昼間の電話番号を入力しました。", button: "元に戻す" },
      { tone: "look", tag: "要確認", text: "文章にお客さまIDが2通りあります。あてはまるものを入力してください。" },
    ]);
    await enter(page, "#id", "CAF9876543210");
    assert.deepEqual((await read(page, "note")).lines.map(({ tone }) => tone), ["note"]);
  }));

test("a code and a number that do not belong together are two", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "letter", "医療機関等コード 1333246295 医療機関コード 1234567");
    assert.deepEqual(await values(page), empty);
    assert.deepEqual(await says(page, "letter"), ["文章に医療機関等コードが2通りあります。あてはまるものを入力してください。"]);
  }));

test("the same thing said twice is one, and digits that could be something else are taken only when alone", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "note", "CAF0123456789\nお客さまID：ＣＡＦ０１２３４５６７８９");
    assert.deepEqual(await says(page, "id"), ["CAF 0123 456 789", "貼り付けた文章の「お客さまID」から入力しました。"]);
    await page.click(".onshi-undo");
    await page.fill("#note", "");
    await paste(page, "note", "03-1111-2222 06-3333-4444");
    assert.equal(await page.inputValue("#day"), "");
    await page.fill("#note", "");
    await paste(page, "note", "見本歯科医院 0311112222");
    assert.deepEqual(await says(page, "day"), ["03 1111 2222", "貼り付けた文章から入力しました。"]);
    assert.equal(await page.inputValue("#night"), "", "of two fields of a kind the first");
  }));

test("a telephone number is no ISDN number, and is not typed a second time", () =>
  onPage("paste", {}, async (page) => {
    await choose(page, "lineType", "isdn");
    await paste(page, "mail", "電話 03-1234-5678");
    assert.equal(await page.inputValue("#isdn"), "");
    assert.deepEqual(await says(page, "mail"), ["Nothing was found that fits an empty field."]);
  }));

test("a text by the id of its form; and in English", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "mail", "Customer ID CAF01234567, please.");
    assert.equal(await page.inputValue("#claimsId"), "CAF01234567");
    assert.equal(await stateOf(page, "claimsId"), "wrong", "what is wrong says so at once");
    assert.deepEqual((await read(page, "mail")).lines, [
      { tone: "note", text: "Filled in: お客さまID.", more: "Look again at: お客さまID.", button: "Undo" },
    ]);
    assert.equal(await page.inputValue("#id"), "");
    await page.evaluate(() => claims.setAttribute("data-onshi-locale", "en"));
    assert.equal((await says(page, "claimsId")).at(-1), "Filled in from “Customer ID” of the pasted text.");
  }));

test("beside controls that are alone it is for those that belong to no form", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "note", letter);
    assert.deepEqual(await page.evaluate(() => [id, code, day, night].map((control) => control.value)), ["CAF0123456789", "1333246295", "0312345678", ""]);
    assert.deepEqual(await values(page), empty);
    await enter(page, "#id", "CAF9999999999");
    assert.deepEqual(await says(page, "id"), ["CAF 9999 999 999"], "what somebody changes is theirs");
    assert.deepEqual((await read(page, "note")).lines[0].text, "10桁のコード、昼間の電話番号を入力しました。");
    await page.click(".onshi-undo");
    assert.deepEqual(await page.evaluate(() => [id, code, day, night].map((control) => control.value)), ["CAF9999999999", "", "", ""]);
  }));

test("several pastes are taken back together", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "note", "CAF0123456789");
    await paste(page, "note", " 電話 03-1234-5678");
    assert.deepEqual((await read(page, "note")).lines.map(({ text }) => text), ["お客さまID、昼間の電話番号を入力しました。"]);
    await page.click(".onshi-undo");
    assert.deepEqual(await page.evaluate(() => [id.value, day.value]), ["", ""]);
  }));

test("what is typed is looked through when it is left, and moves no focus", () =>
  onPage("paste", {}, async (page) => {
    await page.focus("#note");
    await page.keyboard.type("090-1234-5678");
    assert.equal(await page.inputValue("#day"), "", "on the way there it was the number of another");
    await page.click("#id");
    assert.equal(await page.inputValue("#day"), "09012345678");
    assert.equal(await focused(page), "id");
    assert.deepEqual((await says(page, "day")).at(-1), "貼り付けた文章から入力しました。");
    await page.focus("#note");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("nothing");
    await page.keyboard.press("Tab");
    assert.deepEqual((await read(page, "note")).lines.map(({ text }) => text), ["昼間の電話番号を入力しました。"]);
  }));

test("nothing is looked through during a composition", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => {
      const { find } = OnshiBulk;
      globalThis.looked = [];
      globalThis.OnshiBulk = { find: (text) => (looked.push(text), find(text)) };
    });
    const session = await page.context().newCDPSession(page);
    await page.focus("#note");
    for (const text of ["ｃａｆ", "ｃａｆ０１２３４５６７８９"]) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await drawn(page);
    }
    assert.deepEqual(await page.evaluate(() => [looked, id.value]), [[], ""]);
    await session.send("Input.insertText", { text: "ｃａｆ０１２３４５６７８９" });
    await page.keyboard.press("Tab");
    assert.deepEqual(await page.evaluate(() => [looked, id.value]), [["ｃａｆ０１２３４５６７８９"], "CAF0123456789"]);
  }));

test("the text is sent only if the page gave it a name", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => registration.setAttribute("data-onshi-form", "certificate-application"));
    await paste(page, "letter", letter);
    await page.evaluate(() => {
      const form = new FormData(registration);
      globalThis.sent = [...form.entries()];
    });
    const sent = Object.fromEntries(await page.evaluate(() => sent));
    assert.equal(sent.phone, "0312345678");
    assert.ok(!JSON.stringify(sent).includes("見本"));
  }));

test("without find the attribute does nothing", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => (globalThis.OnshiBulk = undefined));
    const before = await page.evaluate(() => document.querySelector("main").outerHTML);
    await paste(page, "letter", letter);
    assert.deepEqual(await values(page), empty);
    assert.equal(await page.evaluate(() => document.querySelector("main").outerHTML), before);
  }));

test("a find that is given goes first, and one that throws or answers nonsense is told to the developer and fills nothing", () =>
  onPage("paste", { start: false, allowed: /./ }, async (page) => {
    await load(page);
    await page.evaluate(() => {
      globalThis.errors = [];
      addEventListener("error", (event) => (event.preventDefault(), errors.push(event.message)));
      globalThis.answer = () => { throw new Error("out of order"); };
      OnshiCheck.attach(registration, { find: (text) => answer(text) });
    });
    const hit = { kind: "phone", value: "0312345678", confidence: "high", verdict: { status: "valid" } };
    await paste(page, "letter", letter);
    assert.match((await page.evaluate(() => errors)).join(), /out of order/);
    for (const nonsense of [null, 1, { then: 1 }, [null]]) {
      await page.evaluate((nonsense) => (globalThis.answer = () => nonsense), nonsense);
      await paste(page, "letter", "x");
    }
    assert.equal(await page.evaluate(() => errors.length), 5);
    for (const nonsense of [[], [{}], [{ ...hit, value: 5 }], [{ ...hit, kind: "password" }], [{ ...hit, kind: "secret-number" }], "text"]) {
      await page.evaluate((nonsense) => (globalThis.answer = () => nonsense), nonsense);
      await paste(page, "letter", "x");
      assert.deepEqual(await values(page), empty);
    }
    await page.evaluate((hit) => (globalThis.answer = () => [{ ...hit, label: "<b>電話\n番号</b>" }]), hit);
    await paste(page, "letter", "x");
    assert.equal(await page.inputValue("#phone"), "0312345678");
    assert.equal((await says(page, "phone")).at(-1), "貼り付けた文章の「<b>電話 番号</b>」から入力しました。");
    assert.equal(await page.evaluate(() => errors.length), 5);
  }));

test("fields that are locked, switched off, too small or out of sight", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => {
      id.maxLength = 10;
      code.readOnly = true;
      day.closest("p").hidden = true;
    });
    await paste(page, "note", letter);
    assert.deepEqual(await page.evaluate(() => [id, code, day].map((control) => control.value)), ["", "", "0312345678"]);
    assert.equal(await page.inputValue("#note"), letter, "nothing is typed where the focus stayed");
    await page.evaluate(() => (phone.disabled = true));
    await paste(page, "letter", letter);
    assert.equal(await page.inputValue("#phone"), "");
  }));

test("a selector that means nothing is told to the developer", () =>
  onPage("paste", { allowed: /./ }, async (page) => {
    await page.evaluate(() => {
      globalThis.errors = [];
      addEventListener("error", (event) => (event.preventDefault(), errors.push(event.message)));
      mail.setAttribute("data-onshi-paste", "#nobody");
    });
    await paste(page, "mail", letter);
    assert.match((await page.evaluate(() => errors)).join(), /data-onshi-paste.*#nobody/);
  }));

test("a page that writes a number in its own way keeps it, and a framework that watches who writes hears of it", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => {
      day.addEventListener("blur", () => (day.value = day.value.replace(/^(\d\d)(\d{4})/, "$1-$2-")));
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      let seen = "";
      globalThis.changes = [];
      Object.defineProperty(id, "value", { configurable: true, get: () => own.get.call(id), set: (text) => own.set.call(id, (seen = text)) });
      id.addEventListener("input", () => own.get.call(id) !== seen && changes.push((seen = own.get.call(id))));
    });
    await page.focus("#note");
    await page.keyboard.type("CAF0123456789");
    await page.click("#code");
    assert.deepEqual(await page.evaluate(() => changes), ["CAF0123456789"]);
    await paste(page, "note", " 電話 03-1234-5678");
    assert.equal(await page.inputValue("#day"), "03-1234-5678");
    assert.equal((await says(page, "day")).at(-1), "貼り付けた文章の「電話」から入力しました。");
    await page.click(".onshi-undo");
    assert.deepEqual(await page.evaluate(() => [id.value, day.value]), ["", ""]);
  }));

test("with data-onshi-report=submit a filled field says where from, and waits with the rest", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => claims.setAttribute("data-onshi-report", "submit"));
    await paste(page, "mail", "お客さまID CAF01234567");
    const { state, lines } = await read(page, "claimsId");
    assert.equal(state, "quiet");
    assert.deepEqual(lines.map(({ text }) => text), ["貼り付けた文章の「お客さまID」から入力しました。"]);
  }));

test("emptying the form forgets where its answers came from", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "letter", letter);
    await page.evaluate(() => registration.reset());
    await drawn(page);
    assert.deepEqual(await says(page, "phone"), []);
    assert.deepEqual((await read(page, "letter")).lines, []);
  }));

test("a place that the page draws anew, and one that it takes away", () =>
  onPage("paste", {}, async (page) => {
    await paste(page, "note", "CAF0123456789");
    await page.evaluate(() => note.nextElementSibling.remove());
    assert.deepEqual((await read(page, "note")).lines.map(({ text }) => text), ["お客さまIDを入力しました。"]);
    await page.click(".onshi-undo");
    assert.equal(await page.inputValue("#id"), "");
    await page.evaluate(() => note.remove());
    await drawn(page);
    assert.equal(await page.locator("main > p > .onshi-undo").count(), 0);
  }));

test("a text field that is one of the form is no place for a text", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => night.setAttribute("data-onshi-paste", ""));
    await drawn(page);
    await paste(page, "night", "CAF0123456789");
    assert.equal(await page.inputValue("#id"), "");
  }));

test("an element that was attached with the name of its form is filled from inside", () =>
  onPage("paste", { start: false }, async (page) => {
    await load(page);
    await page.evaluate(() => {
      const made = document.createElement("div");
      made.innerHTML = '<textarea id="inner" data-onshi-paste></textarea><input id="own" name="customerId" aria-label="お客さまID">';
      document.querySelector("main").append(made);
      OnshiCheck.attach(document);
      OnshiCheck.attach(made, { form: "eligibility-application", find: OnshiBulk.find });
    });
    await paste(page, "inner", letter);
    assert.equal(await page.inputValue("#own"), "CAF0123456789");
    assert.equal(await page.inputValue("#id"), "");
  }));

test("detaching leaves the page as it was, and attaching again says nothing of an old text", () =>
  onPage("paste", { start: false }, async (page) => {
    await load(page);
    const markup = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await markup();
    await page.evaluate(() => (globalThis.widget = OnshiCheck.attach(document)));
    await paste(page, "letter", letter);
    await paste(page, "note", "CAF0123456789 CAF9876543210");
    await paste(page, "mail", "?");
    assert.notEqual(await markup(), before);
    await page.evaluate(() => widget.detach());
    await drawn(page);
    assert.equal(await markup(), before);
    assert.deepEqual(await values(page), filled, "what was entered stays");
    await paste(page, "note", "CAF0123456789");
    assert.equal(await page.inputValue("#id"), "", "and nothing is looked through");
    await page.evaluate(() => (globalThis.widget = OnshiCheck.attach(document)));
    await enter(page, "#phone", "0312345678");
    assert.deepEqual(await says(page, "phone"), ["03 1234 5678"]);
  }));

test("what was filled in is sent as everything else is", () =>
  onPage("paste", {}, async (page) => {
    await page.evaluate(() => {
      for (const name of ["feeSchedule", "prefecture", "institutionNumber", "email", "password"]) {
        for (const control of document.querySelectorAll(`#registration [name=${name}]`)) control.disabled = name !== "email";
      }
    });
    await paste(page, "letter", letter);
    const sent = Object.fromEntries(await submitted(page, "#send"));
    assert.deepEqual(sent, { phone: "0312345678", email: "clinic.mihon@example.jp" });
  }));

for (const scheme of ["light", "dark"]) {
  test(`axe-core objects to nothing, and nothing sticks out at 320 px: ${scheme}`, () =>
    onPage("paste", { scheme, width: 320, before: axe }, async (page) => {
      await paste(page, "letter", `${letter} メール a@example.jp`);
      await paste(page, "note", "CAF0123456789 CAF9876543210 電話 03-1234-5678");
      await paste(page, "mail", "Customer ID CAF01234567");
      assert.deepEqual(await objections(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }));
}
