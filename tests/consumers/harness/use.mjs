// Uses an installed and built consumer in every way that it says it can be used.

import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import sirv from "sirv";
import { expectAnswers } from "./answers.mjs";
import { onPage } from "./browser.mjs";
import { run, startServer } from "./command.mjs";
import { meetMistakes, meetMistakesWithoutScript } from "./person.mjs";

export async function use(consumer, folder, browser) {
  const { pages, programs = [], server } = consumer;
  if (!pages && programs.length === 0 && !server) throw new Error(`${consumer.name}: nothing to use`);
  for (const program of programs) await useProgram(program, folder);
  if (pages && consumer.folder === undefined) await useFiles(pages, folder, browser);
  if (pages && consumer.folder !== undefined) await useServedFiles(pages, `${folder}/${consumer.folder}`, browser);
  if (server) await useServer(server, folder, browser);
}

async function useProgram(program, folder) {
  await expectAnswers(async (fields) => JSON.parse((await run(folder, [...program, JSON.stringify(fields)])).stdout));
}

async function useFiles(pages, folder, browser) {
  const home = `${pathToFileURL(folder)}/`;
  for (const page of pages) await onPage(browser, { address: home + page, home }, meetMistakes);
}

async function useServedFiles(pages, root, browser) {
  const files = sirv(root, { dev: true });
  // Chromium asks for an icon of the page on its own; anything else that is missing is the consumer's fault.
  const missing = (request) => (request.url === "/favicon.ico" ? 204 : 404);
  const server = createServer((request, response) => files(request, response, () => response.writeHead(missing(request)).end()));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const home = `http://127.0.0.1:${server.address().port}/`;
    for (const page of pages) await onPage(browser, { address: home + page, home }, meetMistakes);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function useServer(server, folder, browser) {
  const { address, stop } = await startServer(folder, server);
  try {
    for (const path of server.api ?? []) {
      await expectAnswers(async (fields) => {
        const response = await fetch(address + path, { method: "POST", body: JSON.stringify(fields) });
        return JSON.parse(await response.text());
      });
    }
    for (const path of server.pages ?? []) {
      const place = { address: address + path, home: address };
      await onPage(browser, place, async (page) => {
        await page.waitForFunction(isHydrated);
        await meetMistakes(page);
      });
      await onPage(browser, { ...place, javaScriptEnabled: false }, meetMistakesWithoutScript);
    }
  } finally {
    await stop();
  }
}

/** Runs in the page. React marks what it has taken over; what is typed before that, nobody listens to. */
function isHydrated() {
  return Object.keys(document.querySelector("form button") ?? {}).some((key) => key.startsWith("__reactProps"));
}
