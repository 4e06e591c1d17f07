// A person before a page. All pages agree on this much: inputs by the name of the field, `#<field>-message` beside each
// with the code in `data-code`, one button, and an <output> that shows as JSON what would be sent.

import assert from "node:assert/strict";
import { FIELDS, ISSUES, RIGHT, VALUES, WRONG } from "./facts.mjs";

/** Fills in the form wrongly, reads what is said when a field is left, and mends it. */
export async function meetMistakes(page) {
  await fillIn(page, WRONG);
  await expectIssues(page);
  await submit(page);
  await expectIssues(page);
  await fillIn(page, RIGHT);
  await expectNoIssues(page);
  await submit(page);
  await expectValues(page);
}

/** The same where no script runs: the answers come from the server, and only to what was sent. */
export async function meetMistakesWithoutScript(page) {
  await fillIn(page, WRONG);
  await submit(page);
  await expectIssues(page);
  await fillIn(page, RIGHT);
  await submit(page);
  await expectValues(page);
  await expectNoIssues(page);
}

async function fillIn(page, values) {
  for (const field of FIELDS) {
    await page.fill(`[name="${field}"]`, values[field]);
    await page.press(`[name="${field}"]`, "Tab");
  }
}

async function submit(page) {
  await page.click("form button");
}

async function expectIssues(page) {
  for (const issue of ISSUES) {
    await page.locator(`#${issue.field}-message[data-code="${issue.code}"]`, { hasText: issue.message }).waitFor();
  }
  const others = FIELDS.filter((field) => ISSUES.every((issue) => issue.field !== field));
  for (const field of others) assert.equal(await page.locator(`#${field}-message[data-code]:not([data-code=""])`).count(), 0, field);
  assert.equal((await page.locator("output").allTextContents()).join("").trim(), "", "nothing is sent");
}

async function expectNoIssues(page) {
  for (const { field, message: text } of ISSUES) {
    await page.locator(`#${field}-message`, { hasText: text }).waitFor({ state: "detached" });
  }
}

async function expectValues(page) {
  const output = page.locator("output", { hasText: "{" });
  await output.waitFor();
  assert.deepEqual(JSON.parse(await output.textContent()), VALUES);
}
