// Chromium, and a server on this machine that says which Content-Security-Policy holds.

import { createServer } from "node:http";
import { chromium } from "playwright-core";
import sirv from "sirv";

/** As root Chromium has no sandbox, and without network it must not call home. */
const SWITCHES = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Opens Chromium. The environment says where it is. */
export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: SWITCHES });
}

/**
 * Serves folders under their names: `{ "onshi-check": folder }` is `/onshi-check/…`. A page of its own stands at every
 * path of `policies`, with that policy. Returns its address and how to close it.
 */
export async function serve(folders, policies) {
  const handlers = Object.entries(folders).map(([name, folder]) => [`/${name}/`, sirv(folder, { dev: true })]);
  const server = createServer((request, response) => {
    const policy = policies[request.url];
    if (policy !== undefined) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
      response.end("<!doctype html><title>test</title>");
      return;
    }
    const [prefix, handler] = handlers.find(([prefix]) => request.url.startsWith(prefix)) ?? [];
    if (handler) {
      request.url = request.url.slice(prefix.length - 1);
      handler(request, response, () => response.writeHead(404).end());
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
