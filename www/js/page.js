// The page: which control is judged by what, and who hears of whose changes.

import { paintConditions, readCustomerId, readPhone, setUpReveal } from "./account.js";
import { createChoices } from "./choices.js";
import { paintCode, readInstitution } from "./code.js";
import { createField } from "./field.js";
import { assemble, check, checkInForm, isAvailable, lineOptions, onUnavailable, settled } from "./judge.js";
import { setUpLanguage } from "./language.js";
import { createLine } from "./line.js";
import { announce } from "./live.js";
import { setUpSectionLinks } from "./section-links.js";
import { createSelect } from "./select.js";
import { paintSources } from "./sources.js";
import { paintSummary } from "./summary.js";
import { language, prefectures, say } from "./words.js";

/** The fee schedule of workplace clinics, which have no number before they register. */
const withoutNumber = "7";

const prefecture = createSelect({ id: "prefecture", onChange: () => choosePrefecture(prefecture.value) });
const feeSchedule = createChoices({ name: "feeSchedule", onChange: contextChanged });
const customerIdKind = createChoices({ name: "customerIdKind", onChange: contextChanged });

const institutionNumber = createField({
  name: "institutionNumber",
  judge: (text, mode) => check("institution-number", text, options({ mode, prefecture: prefecture.value, feeSchedule: feeSchedule.value })),
  readBack: ({ value }) => readInstitution({ ...institution(), institutionNumber: value }),
  progress: ({ remaining }) => digitsLeft(remaining),
  onChange: paintAround,
});

const customerId = createField({
  name: "customerId",
  judge: (text, mode) => check("customer-id", text, options({
    mode,
    prefecture: prefecture.value,
    customerIdKind: customerIdKind.value,
  })),
  readBack: ({ value }) => readCustomerId(value),
  progress: ({ remaining }) => digitsLeft(remaining),
  notAsked: () => line.whyNoCustomerId,
  onChange: () => line.refresh(),
});

const email = createField({
  name: "email",
  judge: (text, mode) => check("email", text, options({ mode })),
  readBack: ({ value }) => value,
  progress: () => "",
  onChange: paintAround,
});

const password = createField({
  name: "password",
  isSecret: true,
  judge: (text, mode) => check("password", text, options({ mode })),
  readBack: () => say("password.understood"),
  progress: () => "",
  onChange() {
    passwordConfirm.refresh();
    paintAround();
  },
});

const passwordConfirm = createField({
  name: "passwordConfirm",
  isSecret: true,
  judge: (text, mode) => checkInForm("user-registration", "passwordConfirm", { password: password.text, passwordConfirm: text }, options({ mode })),
  readBack: () => say("passwordConfirm.understood"),
  progress: () => "",
  onChange: paintAround,
});

const phone = createField({
  name: "phone",
  judge: (text, mode) => check("phone", text, options({ mode })),
  readBack: ({ value }) => readPhone(value),
  progress: ({ text }) => (text ? say("reading.soFar", { count: text.length }) : ""),
  onChange: paintAround,
});

const line = createLine({
  customerId: () => customerId.verdict,
  onPrefecture: choosePrefecture,
  onChange() {
    customerId.refresh();
    paintAround();
  },
});

const fields = [institutionNumber, customerId, email, password, passwordConfirm, phone];
const reveals = [...document.querySelectorAll("[data-reveals]")].map(setUpReveal);

/** The options of a call in the page's language, without those that are not known yet. */
function options(given) {
  const known = Object.entries(given).filter(([, value]) => value);
  return { locale: language(), ...Object.fromEntries(known) };
}

function institution() {
  return { prefecture: prefecture.value, feeSchedule: feeSchedule.value, institutionNumber: institutionNumber.text };
}

function digitsLeft(remaining) {
  return remaining ? say("reading.digits", { count: remaining }) : "";
}

function choosePrefecture(value) {
  prefecture.choose(value);
  line.setPrefecture(value);
  contextChanged();
}

function contextChanged() {
  institutionNumber.refresh();
  customerId.refresh();
  line.refresh();
}

/** The kinds of ID that the prefecture rules out, shown where the ID is typed. */
function paintKinds() {
  const selection = prefecture.value ? { prefecture: prefecture.value } : {};
  const states = lineOptions(selection, { locale: language() })?.customerIdSource ?? [];
  const ruledOut = states.filter((option) => option.state === "forbidden");
  const lines = ruledOut.map(({ issue }) => ({ tone: "off", text: issue.message }));
  customerIdKind.paint(new Map(ruledOut.map(({ value, state }) => [value, { state }])), { message: { state: "off", lines } });
}

function paintAround() {
  const isNumberOptional = feeSchedule.value === withoutNumber;
  document.getElementById("institutionNumber-mark").textContent = say(isNumberOptional ? "institutionNumber.optional" : "required");
  document.getElementById("customerId-mark").textContent = say(line.whyNoCustomerId ? "notAsked" : "required");
  paintKinds();
  paintConditions(password.text === "" ? null : check("password", password.text, options({})));
  paintCode({
    ...institution(),
    number: institutionNumber.verdict,
    code: assemble(institution(), options({})),
    mayWarn: institutionNumber.isReported,
  });
  paintSummary({
    code: tally([institutionNumber], isNumberOptional ? 0 : 1, Number(prefecture.value === "") + Number(feeSchedule.value === "")),
    customer: tally([customerId], Number(line.whyNoCustomerId === "")),
    account: tally([email, password, passwordConfirm, phone], 4),
    line: {
      remaining: line.remaining,
      look: line.findings.filter((issue) => issue.severity === "warning").length,
      wrong: line.findings.filter((issue) => issue.severity === "error").length,
    },
  }, isAvailable());
}

/** What is left in a section: text fields not yet complete, and `choices` that are not made. */
function tally(section, required, choices = 0) {
  const inState = (state) => section.filter((field) => field.state === state).length;
  const done = section.filter((field) => field.text !== "" && field.state !== "reading").length;
  const isNotAsked = section.every((field) => field.state === "off");
  return { remaining: Math.max(0, required - done) + choices, look: inState("look"), wrong: inState("wrong"), isNotAsked };
}

/** Writes every word anew: at the start, and when the language changes. */
function speak() {
  prefecture.offer(prefectures().map(({ value, label }) => ({ value, label: `${value}: ${label}` })), say("choose"));
  feeSchedule.offer(["1", "3", "4", "6", "7"], feeSchedule.value);
  customerIdKind.offer(["", "caf", "cop"], customerIdKind.value);
  for (const paint of reveals) paint();
  for (const field of fields) field.refresh();
  line.speak();
  paintSources();
}

document.getElementById("form").addEventListener("submit", (event) => event.preventDefault());
onUnavailable(() => {
  const banner = document.getElementById("unavailable");
  if (!banner.hidden) return;
  banner.hidden = false;
  announce(banner.textContent);
});
setUpSectionLinks(".skip, .summary a");
setUpLanguage(() => {
  speak();
  announce("");
});
speak();
settled.then(speak);
