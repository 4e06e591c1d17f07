// The site's page in Chromium, served as it is published and under its own Content-Security-Policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openBrowser, serve } from "./browser.mjs";
import { axe, controls, japaneseLeft, objections, overflow, policyOf, tabThrough } from "./examine.mjs";
import { choose, enter, fillRight, fillWrong, openPage } from "./page.mjs";

const site = process.env.SITE;
const withoutWebAssembly = "delete globalThis.WebAssembly";

let server;
let browser;

before(async () => {
  server = await serve({ site }, {});
  browser = await openBrowser();
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
  }
});

/** Runs `work` on the opened page. Fails when the page throws, writes to the console or asks for anything elsewhere. */
async function onPage(options, work) {
  const { page, complaints, close } = await openPage(browser, server.address, options);
  try {
    const result = await work(page);
    assert.deepEqual(complaints, []);
    return result;
  } finally {
    await close();
  }
}

function message(page, name) {
  return page.innerText(`#${name}-message`);
}

/** Waits until a matching element is there. */
async function appears(page, selector) {
  await page.locator(selector).first().waitFor({ state: "attached", timeout: 5000 });
}

/** Waits until the place shows the text, which a regular expression may describe. */
async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).waitFor({ timeout: 5000 });
}

async function typeInto(page, field, text) {
  await page.focus(`#${field}`);
  await page.keyboard.type(text);
}

async function switchTo(page, language) {
  await page.click(`#lang-${language}`);
  await appears(page, `html[lang=${language}]`);
}

function focused(page) {
  return page.evaluate(() => document.activeElement.id);
}

// The institution code

test("prefecture, fee schedule and number make the ten digits, and the check digit fits", () =>
  onPage({}, async (page) => {
    assert.ok(!(await page.isVisible("#unavailable")));
    await page.selectOption("#prefecture", "13");
    await choose(page, "feeSchedule", "3");
    await typeInto(page, "institutionNumber", "3246295");
    assert.equal(await page.textContent("#institution-code"), "1333246295");
    assert.equal(await page.getAttribute("#strip", "data-judged"), "ok");
    assert.equal(await page.innerText("#check-digit"), "検証番号が合っています");
    const boxes = await page.locator("#strip .box").allTextContents();
    assert.equal(boxes.join(""), "1333246295");
    assert.deepEqual(await page.locator("#strip .part-read").allInnerTexts(), ["東京都", "歯科", "検証番号"]);
    assert.match(await message(page, "institutionNumber"), /13 東京都 ／ 3 歯科 ／ 3246295/);
  }));

test("a check digit that does not fit is a warning once the field is left, and blocks nothing", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "13");
    await choose(page, "feeSchedule", "3");
    await typeInto(page, "institutionNumber", "3246296");
    assert.equal(await page.getAttribute("#strip", "data-judged"), "none", "not while it is typed for the first time");
    await page.keyboard.press("Tab");
    assert.equal(await page.getAttribute("#strip", "data-judged"), "mismatch");
    assert.match(await message(page, "institutionNumber"), /^要確認[^]*このまま進む/);
    assert.equal(await page.getAttribute("#institutionNumber", "aria-invalid"), null);
    assert.equal(await page.textContent("#institution-code"), "1333246296", "the code is made all the same");
    assert.match(await page.innerText("[data-section=code]"), /要確認1件/);
    assert.doesNotMatch(await page.innerText("[data-section=code]"), /エラー|残り/);
  }));

// The customer ID

test("typing a customer ID counts what is left, and says nothing else", () =>
  onPage({}, async (page) => {
    await typeInto(page, "customerId", "CAF0123456");
    assert.equal(await message(page, "customerId"), "あと3桁");
    await page.keyboard.type("78");
    assert.equal(await message(page, "customerId"), "あと1桁");
    await page.keyboard.type("9");
    assert.match(await message(page, "customerId"), /CAF 0123 456 789/);
    assert.equal(await page.getAttribute("#customerId", "aria-invalid"), null);
  }));

test("a COP ID in Osaka is an error when the field is left, and gone as soon as it is corrected", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "27");
    await typeInto(page, "customerId", "COP01234567");
    assert.doesNotMatch(await message(page, "customerId"), /エラー/);
    await page.keyboard.press("Tab");
    assert.match(await message(page, "customerId"), /^エラー[^]*大阪府[^]*CAF/);
    assert.equal(await page.getAttribute("#customerId", "aria-invalid"), "true");
    const described = await page.getAttribute("#customerId", "aria-describedby");
    assert.deepEqual(described.split(" "), ["customerId-hint", "customerId-message"]);
    await shows(page, "#live", /お客さまID：エラー/);

    await page.focus("#customerId");
    await page.keyboard.press("Home");
    for (const key of ["Delete", "Delete", "Delete", "C", "A", "F"]) await page.keyboard.press(key);
    assert.equal(await page.inputValue("#customerId"), "CAF01234567");
    assert.equal(await message(page, "customerId"), "あと2桁");
    assert.equal(await page.getAttribute("#customerId", "aria-invalid"), null);
  }));

test("another prefecture takes the error of a customer ID away", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "27");
    await enter(page, "customerId", "COP01234567");
    assert.match(await message(page, "customerId"), /エラー/);
    await page.selectOption("#prefecture", "13");
    assert.match(await message(page, "customerId"), /COP 0123 4567/);
    assert.doesNotMatch(await message(page, "customerId"), /エラー/);
  }));

// The account

test("the fix button lowers the case, and Ctrl+Z or its counterpart brings the typed address back", () =>
  onPage({}, async (page) => {
    await enter(page, "email", "Tanaka@Example.jp");
    await page.click("#email-message button:text-is('小文字にする')");
    assert.equal(await page.inputValue("#email"), "tanaka@example.jp");
    assert.equal(await focused(page), "email");
    await page.keyboard.press("Control+z");
    assert.equal(await page.inputValue("#email"), "Tanaka@Example.jp");
    assert.match(await message(page, "email"), /エラー/);

    await page.click("#email-message button:text-is('小文字にする')");
    await page.click("#email-message button:text-is('元に戻す')");
    assert.equal(await page.inputValue("#email"), "Tanaka@Example.jp");
    await shows(page, "#live", /元に戻しました/);
  }));

test("a click that makes the message of another field appear still lands", () =>
  onPage({ height: 3000 }, async (page) => {
    await typeInto(page, "email", "A");
    const target = await page.locator("label:has(#application-claims)").boundingBox();
    await page.mouse.move(target.x + 5, target.y + 5);
    await page.mouse.down();
    assert.doesNotMatch(await message(page, "email"), /エラー/, "nothing moves under the pressed pointer");
    await page.mouse.up();
    await shows(page, "#email-message", /エラー/);
    assert.ok(await page.isChecked("#application-claims"));
  }));

test("the password's conditions are ticked off, and the confirmation is compared", () =>
  onPage({}, async (page) => {
    const met = () => page.locator("#password-conditions li").evaluateAll((rows) => rows.map((row) => row.dataset.met));
    assert.deepEqual(await met(), ["false", "false", "false", "false"]);
    await typeInto(page, "password", "Abc");
    assert.deepEqual(await met(), ["false", "true", "true", "false"]);
    assert.equal(await message(page, "password"), "");
    await page.keyboard.type("defg1");
    assert.deepEqual(await met(), ["true", "true", "true", "true"]);

    await enter(page, "passwordConfirm", "Abcdefg2");
    assert.equal(await message(page, "passwordConfirm"), "", "the button that shows it belongs to the field");
    await page.keyboard.press("Tab");
    assert.match(await message(page, "passwordConfirm"), /^エラー/);
    await page.fill("#passwordConfirm", "Abcdefg1");
    assert.match(await message(page, "passwordConfirm"), /一致しています/);
    await enter(page, "password", "Abcdefg12");
    assert.match(await message(page, "passwordConfirm"), /^エラー/, "compared again when the other of the two changes");
  }));

test("a password appears in no markup, no address and no request, shown or hidden, right or wrong", () =>
  onPage({}, async (page) => {
    const passwords = ["Zq7kWv2mXp", "zq7kwv2mx", "ＺＱ７ｋｗｖ２"];
    const requests = [];
    page.on("request", (request) => requests.push(request));
    const seen = [];
    const look = async () => seen.push(await page.evaluate(() => document.documentElement.outerHTML + location.href + document.title));
    for (const password of passwords) {
      await enter(page, "password", password);
      await look();
      await enter(page, "passwordConfirm", `${password}x`);
      await page.focus("#phone");
      assert.match(await message(page, "passwordConfirm"), /^エラー/);
      await look();
      await enter(page, "passwordConfirm", password);
      await page.click("[data-reveals=password]");
      assert.equal(await page.getAttribute("#password", "type"), "text");
      await look();
      await page.click("[data-reveals=password]");
      assert.equal(await page.getAttribute("#password", "type"), "password");
    }
    await switchTo(page, "en");
    await look();
    for (const password of passwords) assert.ok(!seen.some((text) => text.includes(password)), "in the document");
    assert.deepEqual(requests.map((request) => request.url()), []);
  }));

test("a full-width phone number stays as typed, is read back in groups, and the folding is said", () =>
  onPage({}, async (page) => {
    await page.focus("#phone");
    await page.keyboard.insertText("０３－１２３４－５６７８");
    await page.keyboard.press("Tab");
    assert.equal(await page.inputValue("#phone"), "０３－１２３４－５６７８");
    assert.match(await message(page, "phone"), /03 1234 5678\s+全角を半角にしました、ハイフンを取りました。0312345678 として読みました。/);
    await switchTo(page, "en");
    assert.match(await message(page, "phone"), /Full-width characters became half-width, hyphens were left out\. Read as 0312345678\./);
  }));

test("nothing is judged during an IME composition, and all of it once the text is committed", () =>
  onPage({}, async (page) => {
    await page.focus("#customerId");
    const protocol = await page.context().newCDPSession(page);
    const compose = (text) => protocol.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    for (const text of ["ｃ", "ｃａｆ", "ｃａｆ１２"]) {
      await compose(text);
      assert.equal(await page.inputValue("#customerId"), text, "the composition has reached the page");
      assert.equal(await message(page, "customerId"), "");
    }
    await page.evaluate(() => document.getElementById("customerId").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
    assert.equal(await message(page, "customerId"), "", "nor by the Enter key that picks a candidate");
    await protocol.send("Input.insertText", { text: "ｃａｆ１２" });
    assert.equal(await message(page, "customerId"), "あと8桁");
    assert.equal(await page.inputValue("#customerId"), "ｃａｆ１２");
  }));

test("nor does anything else on the page make it judge during a composition", () =>
  onPage({}, async (page) => {
    await page.focus("#customerId");
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Input.imeSetComposition", { text: "ｃａｆ１２", selectionStart: 5, selectionEnd: 5 });
    await page.evaluate(() => {
      location.hash = "#en";
    });
    await appears(page, "html[lang=en]");
    assert.equal(await message(page, "customerId"), "");
    await protocol.send("Input.insertText", { text: "ｃａｆ１２" });
    assert.equal(await message(page, "customerId"), "8 more digits");
  }));

// The line

test("in Osaka line type 2 is greyed and says why", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "27");
    assert.equal(await page.inputValue("#linePrefecture"), "27", "the prefecture is the same everywhere");
    const option = page.locator(".option:has(#lineType-2)");
    assert.equal(await option.getAttribute("data-state"), "forbidden");
    assert.equal(await option.locator(".verdict").innerText(), "不可");
    assert.match(await option.locator(".reason").innerText(), /大阪府/);
    const input = page.locator("#lineType-2");
    assert.equal(await input.getAttribute("aria-disabled"), "true");
    assert.equal(await input.getAttribute("aria-describedby"), "lineType-2-reason");
    assert.equal(await page.locator(".option:has(#lineType-1)").getAttribute("data-state"), "allowed");
  }));

test("line type 2 rules out customer ID and v6 option, and says so at all three places", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "21");
    await choose(page, "lineType", "2");
    for (const group of ["customerIdSource", "v6Option"]) {
      const states = await page.locator(`#${group} .option`).evaluateAll((options) => options.map((option) => option.dataset.state));
      assert.deepEqual([...new Set(states)], ["forbidden"]);
      assert.match(await message(page, group), /「1」のときだけ/);
      assert.equal(await page.innerText(`#${group}-mark`), "この選択では入力しません");
    }
    assert.match(await message(page, "customerId"), /「1」のときだけ/);
    assert.match(await page.innerText("[data-section=customer]"), /この選択では入力しません/);
    assert.match(await page.innerText("[data-section=line]"), /確認できました/);
    await choose(page, "lineType", "1");
    assert.equal(await message(page, "customerIdSource"), "");
    assert.equal(await message(page, "customerId"), "");
  }));

test("choosing what does not fit offers the way out, and the way leads out", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "21");
    await choose(page, "v6Option", "contracted");
    await page.focus("#lineType-1");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.isChecked("#lineType-2"), "a greyed choice can be chosen");
    assert.match(await message(page, "lineType"), /^エラー[^]*この選択のままにするなら/);
    assert.match(await page.innerText("[data-section=line]"), /エラー1件/);
    await page.click("#lineType-message button");
    assert.ok(!(await page.isChecked("#v6Option-contracted")));
    assert.equal(await focused(page), "lineType-2", "focus is where it was");
    assert.match(await page.innerText("#line-findings"), /見つかりませんでした/);
    await shows(page, "#live", /変更しました/);
  }));

test("whatever is chosen, every choice that does not fit has a way out that leads somewhere", () =>
  onPage({}, async (page) => {
    const { tried, stuck } = await page.evaluate(() => {
      const applications = {
        eligibility: { lineType: ["1", "2", "3"], customerIdSource: ["same-as-claims", "caf", "cop"], v6Option: ["contracted", "not-needed"] },
        claims: {
          lineType: ["ip-vpn-ipv4", "ip-vpn-ipv6", "internet", "isdn"],
          customerIdSource: ["same-as-eligibility", "caf", "cop"],
          v6Option: [""],
        },
      };
      const groups = ["lineType", "customerIdSource", "v6Option"];
      const find = (id) => document.getElementById(id);
      const wrong = () => groups.filter((group) => document.querySelector(`#${group} .option[data-state=forbidden]:has(:checked)`) && find(`${group}-message`).dataset.state === "wrong");
      const enterAll = (combination) => {
        find("linePrefecture").value = combination.prefecture;
        find("linePrefecture").dispatchEvent(new Event("change"));
        for (const group of groups) {
          const input = find(`${group}-${combination[group]}`);
          if (input) input.click();
        }
      };
      const stuck = [];
      let tried = 0;
      for (const [application, offered] of Object.entries(applications)) {
        find(`application-${application}`).click();
        for (const prefecture of ["13", "21", "27", "40"]) {
          for (const lineType of offered.lineType) {
            for (const customerIdSource of offered.customerIdSource) {
              for (const v6Option of offered.v6Option) {
                const combination = { prefecture, lineType, customerIdSource, v6Option };
                enterAll(combination);
                for (const group of wrong()) {
                  const count = find(`${group}-message`).querySelectorAll("button").length;
                  if (!count) stuck.push({ ...combination, group, why: "no way out" });
                  for (let index = 0; index < count; index += 1) {
                    enterAll(combination);
                    const button = find(`${group}-message`).querySelectorAll("button")[index];
                    const before = button.textContent;
                    button.click();
                    tried += 1;
                    const solved = !wrong().includes(group);
                    const elsewhere = document.activeElement.closest("fieldset, .field")?.id !== group && document.activeElement !== document.body;
                    if (!solved && !elsewhere) stuck.push({ ...combination, group, why: before });
                  }
                  enterAll(combination);
                }
              }
            }
          }
        }
      }
      return { tried, stuck };
    });
    assert.deepEqual(stuck, []);
    assert.ok(tried > 20, `${tried} ways were tried`);
  }));

test("the kind of a typed customer ID is taken into the line's combination", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "21");
    await enter(page, "customerId", "CAF0123456789");
    assert.match(await message(page, "customerIdSource"), /CAFとして/);
    await choose(page, "lineType", "2");
    assert.match(await page.innerText("#line-findings"), /NTT回線/);
  }));

test("online claims asks for other things, and each application keeps its own choices", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "21");
    await choose(page, "lineType", "2");
    await choose(page, "application", "claims");
    assert.ok(!(await page.isVisible("#v6Option")));
    const names = await page.locator("#lineType .name").allInnerTexts();
    assert.deepEqual(names, ["IP-VPN接続【IPv4】", "IP-VPN接続【IPv6】", "インターネット接続（IPsec+IKE）", "ISDN接続"]);
    assert.equal(await page.locator("#lineType input:checked").count(), 0);
    await choose(page, "lineType", "ip-vpn-ipv4");
    assert.match(await message(page, "customerIdSource"), /IPv6/);
    await choose(page, "lineType", "ip-vpn-ipv6");
    await choose(page, "customerIdSource", "same-as-eligibility");
    assert.match(await message(page, "customerId"), /同じ回線を使うので/);
    await choose(page, "application", "eligibility");
    assert.ok(await page.isChecked("#lineType-2"));
    assert.ok(await page.isVisible("#v6Option"));
    await choose(page, "application", "claims");
    assert.ok(await page.isChecked("#lineType-ip-vpn-ipv6"));
  }));

// Languages

test("English renders everything anew and keeps what was entered; only the hash changes", () =>
  onPage({}, async (page) => {
    await page.selectOption("#prefecture", "27");
    await choose(page, "feeSchedule", "3");
    await choose(page, "lineType", "1");
    await enter(page, "institutionNumber", "12");
    const before = new URL(page.url());
    await switchTo(page, "en");
    const now = new URL(page.url());
    assert.equal(now.hash, "#en");
    assert.equal(now.href.replace(now.hash, ""), before.href);
    assert.match(await page.title(), /^Check before you apply/);
    assert.equal(await page.getAttribute("#lang-en", "aria-current"), "true");
    assert.equal(await page.getAttribute("#lang-ja", "aria-current"), null);
    assert.equal(await page.inputValue("#prefecture"), "27");
    assert.equal(await page.inputValue("#institutionNumber"), "12");
    assert.ok(await page.isChecked("#feeSchedule-3"));
    assert.ok(await page.isChecked("#lineType-1"));
    assert.match(await message(page, "institutionNumber"), /^Error/);
    assert.match(await page.innerText(".option:has(#lineType-2) .reason"), /Osaka/);
    await page.goBack();
    await appears(page, "html[lang=ja]");
    assert.match(await message(page, "institutionNumber"), /^エラー/);
  }));

const states = {
  "empty": () => {},
  "right": fillRight,
  "full of errors": fillWrong,
  "online claims": async (page) => {
    await fillWrong(page);
    await choose(page, "application", "claims");
    await choose(page, "lineType", "ip-vpn-ipv4");
  },
};

for (const [state, fill] of Object.entries(states)) {
  test(`no Japanese is left in English: ${state}`, () =>
    onPage({}, async (page) => {
      await fill(page);
      await switchTo(page, "en");
      const left = await japaneseLeft(page);
      assert.deepEqual(left, []);
      const marked = await page.locator("[lang=ja]").evaluateAll((elements) => elements.map((element) => element.matches("#lang-ja, #sources-list li, .source cite")));
      assert.ok(marked.every(Boolean), "nothing else is marked as Japanese");
    }));
}

test("the Japanese written into index.html is what words.js says", () =>
  onPage({}, async (page) => {
    const html = readFileSync(`${site}/index.html`, "utf8");
    const { different, moved } = await page.evaluate(async (html) => {
      const { say } = await import("./js/words.js");
      const written = new DOMParser().parseFromString(html, "text/html");
      const different = [];
      for (const place of written.querySelectorAll("[data-word]")) {
        const { word } = place.dataset;
        if (place.textContent !== say(word)) different.push({ word, written: place.textContent, said: say(word) });
      }
      if (written.title !== say("page")) different.push(written.title);
      const moved = [...written.querySelectorAll(".mark[id]")].filter((mark) => mark.textContent && mark.textContent !== document.getElementById(mark.id).textContent);
      return { different, moved: moved.map((mark) => mark.id) };
    }, html);
    assert.deepEqual(different, []);
    assert.deepEqual(moved, [], "what stands there before the scripts run stays");
  }));

test("both languages have the same words", () => {
  const source = readFileSync(`${site}/js/words.js`, "utf8");
  const keys = (name) => {
    const [, table] = source.split(`const ${name} = {\n  "`);
    return [...table.slice(0, table.indexOf("\n};")).matchAll(/^(?: {2}")?([\w.-]+)": "/gm)].map(([, key]) => key);
  };
  const ja = keys("ja");
  assert.ok(ja.length > 100, `${ja.length} words`);
  // A count of 1 has words of its own only where the language tells it from others.
  assert.deepEqual(keys("en").filter((key) => !key.endsWith(".one")).sort(), ja.sort());
});

// The keyboard

for (const [width, state] of [[1280, "empty"], [1280, "full of errors"], [320, "full of errors"]]) {
  test(`Tab reaches everything in the order it is seen, with the focus in view: ${width} px, ${state}`, () =>
    onPage({ width }, async (page) => {
      await states[state](page);
      const stops = await tabThrough(page, [".top, .skip", "main", ".summary", ".foot"]);
      const names = stops.map((stop) => (stop.group ? `group ${stop.group}` : stop.name));
      assert.deepEqual([...names].sort(), (await controls(page)).sort());
      assert.deepEqual(stops.filter((stop) => !stop.isInView).map((stop) => stop.name), [], "out of view");
      assert.deepEqual(stops.filter((stop) => !stop.hasFocusRing).map((stop) => stop.name), [], "without a focus ring");
      const backwards = stops.slice(1).filter((stop, index) => {
        const before = stops[index];
        if (stop.region !== before.region) return stop.region < before.region;
        // The summary sticks to the window: its place on the page moves with every scroll.
        if (stop.region === 2 && width === 1280) return false;
        const isSameRow = stop.top < before.bottom && before.top < stop.bottom;
        return isSameRow ? stop.left < before.left : stop.top < before.top;
      });
      assert.deepEqual(backwards, []);
    }));
}

test("the whole form can be filled in with the keyboard alone", () =>
  onPage({}, async (page) => {
    const tabTo = async (id) => {
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => ({ id: document.activeElement.id, name: document.activeElement.name }));
        if (at.id === id || at.name === id) return;
      }
      assert.fail(`Tab does not come to ${id}`);
    };
    const pick = async (group, value) => {
      await tabTo(group);
      await page.keyboard.press("Space");
      for (let presses = 0; (await focused(page)) !== `${group}-${value}`; presses += 1) {
        assert.ok(presses < 6, `the arrows do not come to ${group} ${value}`);
        await page.keyboard.press("ArrowDown");
      }
      assert.ok(await page.isChecked(`#${group}-${value}`));
    };
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "code", "the first link leads past the header");
    await tabTo("prefecture");
    await page.keyboard.type("13");
    await pick("feeSchedule", "3");
    for (const [field, text] of [
      ["institutionNumber", "3246295"],
      ["customerId", "CAF0123456789"],
      ["email", "clinic.tanaka@example.jp"],
      ["password", "Abcdefg1"],
      ["passwordConfirm", "Abcdefg1"],
      ["phone", "0312345678"],
    ]) {
      await tabTo(field);
      await page.keyboard.type(text);
    }
    await pick("lineType", "1");
    await pick("customerIdSource", "caf");
    await pick("v6Option", "contracted");
    assert.equal(await page.innerText("#summary-total"), "すべて入力されました");
    assert.equal(await page.textContent("#institution-code"), "1333246295");
  }));

test("a link of the summary moves to its section and leaves the address alone", () =>
  onPage({}, async (page) => {
    const before = page.url();
    await page.click(".summary a[href='#line']");
    assert.equal(await focused(page), "line");
    assert.equal(page.url(), before);
  }));

// Small screens

for (const language of ["ja", "en"]) {
  for (const [state, fill] of Object.entries(states)) {
    test(`nothing sticks out at 320 px: ${language}, ${state}`, () =>
      onPage({ language, width: 320, height: 700 }, async (page) => {
        await fill(page);
        assert.deepEqual(await overflow(page), []);
      }));
  }

  test(`every prefecture and fee schedule fits into the code strip at 320 px: ${language}`, () =>
    onPage({ language, width: 320, height: 700 }, async (page) => {
      await page.fill("#institutionNumber", "3246295");
      const wide = [];
      for (const feeSchedule of ["6", "7"]) {
        await choose(page, "feeSchedule", feeSchedule);
        for (let prefecture = 1; prefecture <= 47; prefecture += 1) {
          await page.selectOption("#prefecture", String(prefecture).padStart(2, "0"));
          wide.push(...(await overflow(page)).map((text) => `${prefecture} ${feeSchedule}: ${text}`));
        }
      }
      assert.deepEqual(wide, []);
    }));
}

// What leaves the page, and what stays behind

test("after loading the page asks for nothing and stores nothing", () =>
  onPage({}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").length);
    assert.ok(loaded > 0);
    await fillRight(page);
    await fillWrong(page);
    await choose(page, "application", "claims");
    await page.press("#phone", "Enter");
    await switchTo(page, "en");
    await page.click("#email-message button");
    await shows(page, "#live", /Done/);
    const kept = await page.evaluate(async () => ({
      resources: performance.getEntriesByType("resource").length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: await indexedDB.databases(),
      history: history.state,
    }));
    assert.deepEqual(kept, { resources: loaded, local: 0, session: 0, cookies: "", databases: [], history: null });
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(requests, []);
  }));

test("the page's own policy lets nothing in or out but itself", () =>
  onPage({}, async (page) => {
    assert.deepEqual(await policyOf(page), {
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  }));

test("without WebAssembly the page says so, reassures of nothing, and its fields stay usable", () =>
  onPage({ initScript: withoutWebAssembly }, async (page) => {
    assert.ok(await page.isVisible("#unavailable"));
    await shows(page, "#live", /自動の確認ができません/);
    await fillRight(page);
    await choose(page, "lineType", "2");
    await choose(page, "application", "claims");
    assert.doesNotMatch(await page.innerText("#line-findings"), /見つかりませんでした/);
    assert.doesNotMatch(await page.innerText(".summary"), /確認できました/);
    assert.equal(await page.locator("[aria-invalid]").count(), 0);
    await switchTo(page, "en");
    assert.match(await page.innerText("#unavailable"), /cannot run the checks/);
    assert.equal(await page.inputValue("#email"), "clinic.tanaka@example.jp");
    assert.equal(await page.inputValue("#institutionNumber"), "3246295");
  }));

// Accessibility

for (const language of ["ja", "en"]) {
  for (const scheme of ["light", "dark"]) {
    for (const state of ["empty", "full of errors"]) {
      test(`axe-core objects to nothing: ${language}, ${scheme}, ${state}`, () =>
        onPage({ language, scheme, initScript: axe }, async (page) => {
          await states[state](page);
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            assert.deepEqual(await objections(page), [], `${width} px`);
          }
        }));
    }
  }
}

test("axe-core objects to nothing: right values, and the page without WebAssembly", async () => {
  await onPage({ initScript: axe }, async (page) => {
    await fillRight(page);
    assert.deepEqual(await objections(page), []);
  });
  await onPage({ initScript: `${withoutWebAssembly};${axe}` }, async (page) => {
    assert.deepEqual(await objections(page), []);
  });
});
