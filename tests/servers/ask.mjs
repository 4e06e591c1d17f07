// Asks both servers the same, and holds them to one answer.

import assert from "node:assert/strict";

export const JSON_TYPE = "application/json";
export const BROWSER_TYPE = "application/x-www-form-urlencoded";

/** What belongs to the answer; date, length and connection are the affair of each server. */
const HEADERS = ["content-type", "content-language", "vary", "allow"];

/**
 * Sends one request to every server. Returns the answer that all have given, byte for byte: `status`, `headers`, `text`,
 * and the `body` that it holds.
 */
export async function askAll(servers, path, { method = "POST", type = JSON_TYPE, headers = {}, body } = {}) {
  const contentType = type === null ? {} : { "content-type": type };
  const request = { method, headers: { ...contentType, ...headers }, body };
  const [first, ...others] = await Promise.all(servers.map(({ address }) => ask(`${address}${path}`, request)));
  const shownRequest = `${method} ${path} ${type} ${String(body).slice(0, 500)}`;
  for (const other of others) assert.deepEqual(other, first, shownRequest);
  return { ...first, body: first.text === "" ? undefined : JSON.parse(first.text) };
}

async function ask(address, request) {
  const response = await fetch(address, request);
  const headers = Object.fromEntries(HEADERS.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, headers, text: await response.text() };
}
