// The pages as people meet them: how they are opened and what is entered. The tests and the screenshots share it.

/**
 * Opens a path of the site. `initScript`: runs before the page's own scripts. Returns the page and what went wrong on it by
 * itself: thrown errors, messages on the console (among them what its own Content-Security-Policy refuses) and requests to
 * elsewhere.
 */
async function open(browser, address, path, { width = 1280, height = 900, scheme = "light", initScript, route }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    // What a page has made itself, for a worker or to be saved, is no request to anybody.
    const isElsewhere = [address, "data:", `blob:${address}`].every((beginning) => !request.url().startsWith(beginning));
    if (isElsewhere) complaints.push(request.url());
  });
  if (initScript) await page.addInitScript(initScript);
  if (route) await page.route(...route);
  await page.goto(`${address}/site/${path}`);
  return { page, complaints, close: () => context.close() };
}

/**
 * Opens the pre-check at a view, and waits until it judges or has said that it cannot. `place`: of the address, without the
 * language.
 */
export async function openPage(browser, address, options = {}) {
  const { language = "ja", place = "" } = options;
  const opened = await open(browser, address, `#${language}/${place}`, options);
  await opened.page.evaluate(async () => (await import("./js/package.js")).settled);
  await opened.page.locator("#sources:not([hidden]), #missing:not([hidden])").first().waitFor();
  return opened;
}

/** Opens the rule book at a place, and waits until it is written or has said that it cannot be. */
export async function openRuleBook(browser, address, options = {}) {
  const { language = "ja", place = "" } = options;
  const hash = language === "ja" ? place : `${language}/${place}`;
  const opened = await open(browser, address, `rules.html${hash && `#${hash}`}`, options);
  await opened.page.locator(".rule, #unavailable:not([hidden])").first().waitFor();
  return opened;
}

/** Opens the bulk check, and waits until it can check or has said that it cannot. */
export async function openBulkCheck(browser, address, options = {}) {
  const { language = "ja" } = options;
  const opened = await open(browser, address, `bulk.html#${language}`, options);
  await opened.page.evaluate(async () => (await import("./js/bulk-package.js")).settled);
  return opened;
}

/** Opens the embedding guide, and waits until its examples are there. */
export async function openEmbedding(browser, address, options = {}) {
  const { language = "ja" } = options;
  const opened = await open(browser, address, `embed.html#${language}`, options);
  await opened.page.locator("iframe").first().waitFor();
  await opened.page.waitForLoadState("networkidle");
  return opened;
}

/** Goes to a view of the pre-check without loading the page again. */
export async function goTo(page, place) {
  await page.evaluate((place) => {
    location.hash = `${document.documentElement.lang}/${place}`;
  }, place);
  await page.locator(`#view-${place.split("/")[0] || "home"}`).waitFor();
}

/** The controls of a field: of a month its two boxes, of a choice its buttons. */
export function controls(page, form, name) {
  return page.locator(`#${form}-form [data-field="${name}"]`).locator("input, select, textarea");
}

/** What stands under a field. */
export function message(page, form, name) {
  return page.locator(`#${form}-${name}-message`);
}

/** Opens the step that holds a field. */
export async function openStep(page, form, name) {
  const step = page.locator(`#${form}-form details`, { has: page.locator(`[data-field="${name}"]`) });
  if (!(await step.evaluate((details) => details.open))) await step.locator("summary").click();
}

/** Enters a value the way a person does: opens the step that holds the field, answers it, and goes on. */
export async function enter(page, form, name, value) {
  await openStep(page, form, name);
  const found = controls(page, form, name);
  const type = await found.first().evaluate((control) => control.type);
  if (type === "radio") {
    await found.and(page.locator(`[value="${value}"]`)).check();
  } else if (type === "checkbox") {
    await found.setChecked(value);
  } else if (type === "select-one") {
    for (const [index, part] of [value].flat().entries()) await found.nth(index).selectOption(part);
  } else {
    await found.fill(value);
  }
  await found.first().press("Tab");
}

export async function fill(page, form, values) {
  for (const [name, value] of Object.entries(values)) await enter(page, form, name, value);
}

const nextYear = String(new Date().getFullYear() + 1);

/** A dental clinic in Tokyo with nothing to complain about. */
export const right = {
  "user-registration": {
    familyName: "見本",
    givenName: "花子",
    feeSchedule: "3",
    prefecture: "13",
    institutionNumber: "3246295",
    locationConfirmed: true,
    institutionName: "見本歯科医院",
    founderName: "医療法人社団見本会",
    phone: "03-1234-5678",
    email: "clinic.mihon@example.jp",
    password: "Abcdefg1",
    passwordConfirm: "Abcdefg1",
    termsAccepted: true,
  },
  "eligibility-application": {
    prefecture: "13",
    feeSchedule: "3",
    institutionNumber: "3246295",
    applicationType: "new",
    termsAccepted: true,
    lineType: "1",
    customerIdSource: "caf",
    customerId: "ｃａｆ０１２３-456-789",
    customerIdConfirm: "CAF0123456789",
    v6Option: "contracted",
    lineService: "hikari-next",
    startMonth: [nextYear, "4"],
    testMonth: [nextYear, "3"],
    secretNumber: "4826",
    secretNumberConfirm: "4826",
    paymentMethod: "1",
  },
  "claims-application": {
    prefecture: "13",
    feeSchedule: "3",
    institutionNumber: "3246295",
    applicationType: "start",
    termsAccepted: true,
    claimsSoftware: "見本レセコン2",
    claimsSoftwareMaker: "株式会社見本ソフト",
    osAndBrowser: "Windows 11／Microsoft Edge",
    lineType: "ip-vpn-ipv6",
    customerIdSource: "same-as-eligibility",
    paymentMethod: "1",
  },
  "certificate-application": {
    feeAccepted: true,
    eligibilityApplied: true,
    prefecture: "13",
    feeSchedule: "3",
    institutionNumber: "3246295",
    institutionName: "見本歯科医院",
    contactName: "見本 花子",
    phone: "0312345678",
    email: "clinic.mihon@example.jp",
    terminalName: "資格確認端末1",
  },
};

export const forms = Object.keys(right);

/** The months of claims that fit depend on the day: three months from now always do. */
export function monthOfClaims() {
  const date = new Date();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 4);
  return [String(date.getUTCFullYear()), String(date.getUTCMonth() + 1)];
}
right["claims-application"].startMonth = monthOfClaims();

/** The same clinic with something to look at again, something wrong, and something left out. */
export const mixed = {
  "user-registration": { ...right["user-registration"], institutionNumber: "3246259", email: "Mihon@example.jp", founderName: "ﾐﾎﾝ会", passwordConfirm: "Abcdefg2", termsAccepted: false },
  "eligibility-application": { ...right["eligibility-application"], prefecture: "27", institutionNumber: "3246259", customerIdSource: "cop", customerId: "COP01234567", customerIdConfirm: "COP01234568", lineService: "hikari-next-giga-line", paymentMethod: undefined },
  "claims-application": { ...right["claims-application"], institutionNumber: "3246259", lineType: "internet", customerIdSource: undefined, internetProvider: "となりの回線", claimsSoftware: undefined, remarks: "請求は別の建物の端末から行います。" },
  "certificate-application": { ...right["certificate-application"], institutionNumber: "1333246295", phone: "３-1234-5678", terminalName: undefined },
};
for (const values of Object.values(mixed)) for (const [name, value] of Object.entries(values)) if (value === undefined) delete values[name];
