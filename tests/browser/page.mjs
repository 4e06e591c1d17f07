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
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  if (initScript) await page.addInitScript(initScript);
  if (route) await page.route(...route);
  await page.goto(`${address}/site/${path}`);
  return { page, complaints, close: () => context.close() };
}

/** Opens the page and waits until it judges, or has said that it cannot. `language`: of the address. */
export async function openPage(browser, address, options = {}) {
  const opened = await open(browser, address, options.language === "en" ? "#en" : "", options);
  await opened.page.evaluate(async () => (await import("./js/judge.js")).settled);
  await opened.page.locator("#sources").waitFor();
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

/** Enters text the way a person does: into the field, then on to the next. */
export async function enter(page, field, text) {
  await page.fill(`#${field}`, text);
  await page.press(`#${field}`, "Tab");
}

/** Chooses a radio button. One that is greyed can be chosen too, which is why nothing waits for it to be enabled. */
export async function choose(page, group, value) {
  await page.check(`#${group}-${value}`, { force: true });
}

/** A dental clinic in Tokyo with nothing to complain about. */
export async function fillRight(page) {
  await page.selectOption("#prefecture", "13");
  await choose(page, "feeSchedule", "3");
  await enter(page, "institutionNumber", "3246295");
  await enter(page, "customerId", "ｃａｆ０１２３-456-789");
  await enter(page, "email", "clinic.tanaka@example.jp");
  await enter(page, "password", "Abcdefg1");
  await enter(page, "passwordConfirm", "Abcdefg1");
  await enter(page, "phone", "03-1234-5678");
  await choose(page, "lineType", "1");
  await choose(page, "customerIdSource", "caf");
  await choose(page, "v6Option", "contracted");
}

/** The same clinic: a digit of the number was miscopied (a warning), and the address has capitals (an error). */
export async function fillMixed(page) {
  await fillRight(page);
  await enter(page, "institutionNumber", "3246259");
  await enter(page, "email", "Tanaka@example.jp");
}

/** Every field that can be wrong is. */
export async function fillWrong(page) {
  await page.selectOption("#prefecture", "27");
  await choose(page, "feeSchedule", "3");
  await enter(page, "institutionNumber", "123");
  await choose(page, "customerIdKind", "cop");
  await enter(page, "customerId", "COP01234567");
  await enter(page, "email", "Tanaka@Example.jp");
  await enter(page, "password", "abc");
  await enter(page, "passwordConfirm", "abd");
  await enter(page, "phone", "03123");
  await choose(page, "lineType", "2");
  await choose(page, "customerIdSource", "cop");
  await choose(page, "v6Option", "contracted");
}
