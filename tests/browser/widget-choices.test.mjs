// Fields that hang on others: what is not asked, choices that do not fit, the ten digits, context for a control alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, lineOptions } from "onshi-check";
import { choose, drawn, enter, fillEligibility, openPages, read, says, stateOf, submitted } from "./widget.mjs";

const onPage = openPages();

/** A radio button as the widget leaves it: mark, whether it can be chosen, and what it is described by. */
async function choice(page, name, value) {
  await drawn(page);
  return page.evaluate(([name, value]) => {
    const radio = document.querySelector(`[name=${name}][value="${value}"]`);
    const ids = (radio.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
    const reasons = ids.map((id) => document.getElementById(id)).filter((element) => element.matches(".onshi-reason"));
    const marked = radio.closest("label")?.dataset.onshiChoice ?? radio.dataset.onshiChoice;
    return { marked, isDisabled: radio.disabled || radio.ariaDisabled === "true", reasons: reasons.map((reason) => reason.textContent) };
  }, [name, value]);
}

const free = { marked: undefined, isDisabled: false, reasons: [] };

test("a field that another choice rules out says so, and is not asked for", () =>
  onPage("eligibility", {}, async (page) => {
    await fillEligibility(page);
    await choose(page, "customerIdSource", "same-as-claims");
    for (const name of ["customerId", "customerIdConfirm"]) {
      await page.fill(`#${name}`, "");
      const { state, isInvalid, lines } = await read(page, name);
      assert.equal(state, "off", name);
      assert.ok(!isInvalid);
      assert.deepEqual(lines.map(({ tone, tag }) => [tone, tag]), [["off", undefined]]);
      assert.ok(lines[0].text.length > 5);
    }
    await choose(page, "applicationType", "change");
    for (const name of ["secretNumber", "secretNumberConfirm"]) {
      assert.equal(await stateOf(page, name), "off", name);
      await page.fill(`#${name}`, "");
    }
    assert.equal(Object.fromEntries(await submitted(page, "#send")).customerIdSource, "same-as-claims");
  }));

test("the reason names the choice that it hangs on", () =>
  onPage("eligibility", {}, async (page) => {
    await choose(page, "lineType", "3");
    const { state, lines } = await read(page, "v6Option");
    assert.equal(state, "off");
    assert.match(lines[0].text, /回線種別.*1/);
    await page.evaluate(() => (document.documentElement.lang = "en"));
    const [text] = await says(page, "v6Option");
    // The page's own label, whatever its language.
    assert.match(text, /Asked only when .*回線種別.*1/);
    await choose(page, "lineType", "1");
    assert.equal(await stateOf(page, "v6Option"), "quiet");
  }));

test("nothing is folded away: what is not asked can still be seen, reached and filled in", () =>
  onPage("eligibility", {}, async (page) => {
    await choose(page, "lineType", "3");
    await drawn(page);
    for (const selector of ["#customerId", "[name=v6Option]"]) {
      assert.ok(await page.locator(selector).first().isVisible());
      assert.ok(await page.locator(selector).first().isEnabled());
    }
    await enter(page, "#customerId", "CAF0123456789");
    const { state, lines } = await read(page, "customerId");
    assert.equal(state, "wrong");
    assert.match(lines[0].text, /回線種別は「1」/);
  }));

test("a choice that does not fit is marked with its reason, and can still be chosen", () =>
  onPage("eligibility", {}, async (page) => {
    assert.deepEqual(await choice(page, "lineType", "2"), free);
    await page.selectOption("#prefecture", "13");
    const { issue } = lineOptions({ prefecture: "13" }).lineType.find(({ value }) => value === "2");
    assert.deepEqual(await choice(page, "lineType", "2"), { marked: "forbidden", isDisabled: false, reasons: [issue.message] });
    assert.deepEqual(await choice(page, "lineType", "1"), free);
    const follows = await page.evaluate(() => {
      const label = document.querySelector("[name=lineType][value='2']").closest("label");
      const reason = document.querySelector(".onshi-reason");
      return label.contains(reason) || label.nextElementSibling === reason;
    });
    assert.ok(follows, "the reason stands behind its choice");

    await choose(page, "lineType", "2");
    const { state, lines } = await read(page, "lineType");
    assert.equal(state, "wrong");
    assert.equal(lines[0].text, issue.message);
    await page.selectOption("#prefecture", "23");
    assert.deepEqual(await choice(page, "lineType", "2"), free);
    assert.notEqual(await stateOf(page, "lineType"), "wrong");
    assert.equal(await page.locator(".onshi-reason").count(), await page.locator("[data-onshi-choice]").evaluateAll((all) => all.filter((one) => one.localName !== "option").length));
  }));

test("the reasons follow the language", () =>
  onPage("eligibility", {}, async (page) => {
    await page.selectOption("#prefecture", "27");
    const reason = (locale) => lineOptions({ prefecture: "27" }, { locale }).customerIdSource.find(({ value }) => value === "cop").issue.message;
    assert.deepEqual((await choice(page, "customerIdSource", "cop")).reasons, [reason("ja")]);
    await page.evaluate(() => (document.documentElement.lang = "en"));
    assert.deepEqual((await choice(page, "customerIdSource", "cop")).reasons, [reason("en")]);
  }));

test("an option that does not fit says so in its label, and can still be chosen", () =>
  onPage("eligibility", {}, async (page) => {
    const option = (value) => page.evaluate((value) => {
      const { label, text, disabled, dataset } = document.querySelector(`#lineService [value="${value}"]`);
      return { label, text, disabled, marked: dataset.onshiChoice };
    }, value);
    await page.selectOption("#prefecture", "13");
    await choose(page, "lineType", "1");
    await drawn(page);
    assert.deepEqual(await option("hikari-next-hayabusa"), { label: "光ネクスト隼（不可）", text: "光ネクスト隼", disabled: false, marked: "forbidden" });
    assert.deepEqual(await option("hikari-next"), { label: "光ネクスト", text: "光ネクスト", disabled: false, marked: undefined });
    assert.deepEqual(await option(""), { label: "選ばない", text: "選ばない", disabled: false, marked: undefined });
    await page.selectOption("#lineService", "hikari-next-hayabusa");
    assert.equal(await stateOf(page, "lineService"), "wrong");
    await page.selectOption("#prefecture", "27");
    await drawn(page);
    assert.equal((await option("hikari-next-hayabusa")).label, "光ネクスト隼");
    assert.ok(!(await page.locator("#lineService [value=hikari-next-hayabusa]").getAttribute("label")));
  }));

test("the ten digits stand in their place as soon as they are there", () =>
  onPage("eligibility", {}, async (page) => {
    const code = async () => {
      await drawn(page);
      return page.evaluate(() => {
        const { textContent, dataset } = document.querySelector("[data-onshi-code]");
        return [textContent, dataset.state];
      });
    };
    assert.equal((await code())[1], "");
    await page.selectOption("#prefecture", "13");
    await page.selectOption("#feeSchedule", "3");
    await page.fill("#institutionNumber", "３２４６２９");
    assert.equal((await code())[1], "");
    await page.fill("#institutionNumber", "３２４６２９５");
    assert.deepEqual(await code(), ["1333246295", "ok"]);
    await page.fill("#institutionNumber", "3246259");
    assert.deepEqual(await code(), ["1333246259", "mismatch"]);
    await page.selectOption("#feeSchedule", "7");
    assert.deepEqual(await code(), ["1373246259", "unverified"]);
    await page.fill("#institutionNumber", "32");
    assert.equal((await code())[1], "");
    assert.doesNotMatch((await code())[0], /\d{10}/);
  }));

test("a change elsewhere judges again what was reported", () =>
  onPage("eligibility", {}, async (page) => {
    await page.selectOption("#prefecture", "13");
    await choose(page, "lineType", "1");
    await choose(page, "customerIdSource", "cop");
    await enter(page, "#customerId", "12345678");
    assert.equal(await stateOf(page, "customerId"), "understood");
    await choose(page, "customerIdSource", "caf");
    assert.equal(await stateOf(page, "customerId"), "wrong");
    await choose(page, "customerIdSource", "cop");
    assert.equal(await stateOf(page, "customerId"), "understood");
    await page.fill("#customerId", "87654321");
    await enter(page, "#customerIdConfirm", "12345678");
    assert.equal(await stateOf(page, "customerIdConfirm"), "wrong");
    await page.fill("#customerId", "12345678");
    assert.equal(await stateOf(page, "customerIdConfirm"), "understood");
  }));

test("data-onshi-with: another control is context, and its change counts at once", () =>
  onPage("alone", {}, async (page) => {
    await page.selectOption("#area", "27");
    await enter(page, "#id", "COP12345678");
    assert.deepEqual(await says(page, "id"), [check("customer-id", "COP12345678", { prefecture: "27" }).issues[0].message]);
    await page.selectOption("#area", "13");
    assert.equal(await stateOf(page, "id"), "understood");
    await page.selectOption("#area", "27");
    assert.equal(await stateOf(page, "id"), "wrong");
  }));

test("data-onshi-with in a form: several controls, by any selector", () =>
  onPage("alone", {}, async (page) => {
    await page.evaluate(() => {
      document.querySelector("main").insertAdjacentHTML("beforeend", `
        <p><label><input type="radio" name="kind" value="1"> 医科</label> <label><input type="radio" name="kind" value="3"> 歯科</label></p>
        <p><label>7桁 <input id="seven" data-onshi="institution-number" data-onshi-with="prefecture:#area feeSchedule:[name=kind]"></label></p>`);
    });
    await choose(page, "kind", "3");
    await enter(page, "#seven", "3246259");
    assert.equal(await stateOf(page, "seven"), "look");
    await page.fill("#seven", "3246295");
    assert.equal(await stateOf(page, "seven"), "understood");
  }));

test("a month in two boxes is one field: what is wrong is said, and both boxes are submitted as they are named", () =>
  onPage("several", {}, async (page) => {
    await page.evaluate(() => {
      later.innerHTML = `<form id="months" data-onshi-form="eligibility-application" action="thanks.html">
        <fieldset><legend>利用開始予定年月</legend><label>年 <input id="year" name="startYear"></label> <label>月 <input id="month" name="startMonthOfYear"></label></fieldset>
        <button>送る</button></form>`;
    });
    await drawn(page);
    await enter(page, "#year", "２０９０");
    await page.click("#months button");
    const links = await page.locator("#months .onshi-summary a").allTextContents();
    assert.equal(links.length, 1, "one field, one entry");
    assert.match(links[0], /もう片方|入力されていません/);
    await enter(page, "#month", "１２");
    assert.deepEqual(await submitted(page, "#months button"), [["startYear", "2090"], ["startMonthOfYear", "12"]]);
  }));

test("a list is several controls of one name: each has its own verdict, and all are submitted", () =>
  onPage("several", {}, async (page) => {
    await page.evaluate(() => {
      later.innerHTML = `<form id="terminals" data-onshi-form="eligibility-paper" action="thanks.html">
        ${["一", "二", "三"].map((name) => `<label>端末${name} <input name="terminalNames"></label>`).join("")} <button>送る</button></form>`;
    });
    await drawn(page);
    await page.click("#terminals button");
    assert.equal(await page.locator("#terminals .onshi-summary a").count(), 1, "at least one is asked for, not each");
    await page.locator("[name=terminalNames]").nth(0).fill(" 受付端末1 ");
    await page.locator("[name=terminalNames]").nth(1).fill("資格確認端末2");
    await page.keyboard.press("Tab");
    assert.deepEqual(await submitted(page, "#terminals button"), [["terminalNames", "受付端末1"], ["terminalNames", "資格確認端末2"], ["terminalNames", ""]]);
  }));
