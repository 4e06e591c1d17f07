import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BULK_CONTENDERS } from "./bulk/contests.mjs";
import { brotliSize, firstVerdictPath, makeFiles } from "./bundles.mjs";
import { CONTENDERS } from "./contests.mjs";
import { median } from "./stopwatch.mjs";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
/** So that memory can be collected and counted as in Node. */
const MEMORY_FLAGS = ["--js-flags=--expose-gc", "--enable-precise-memory-info"];
const PAGE = '<!doctype html><html lang="en"><title>Benchmark</title><script type="module" src="/page-task.mjs"></script>';
const OPEN_PAGE = "/";
const STRICT_PAGE = "/strict";
/** connect-src only lets the page hand in its result. */
export const STRICT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const DEADLINE = 10 * 60 * 1000;

/**
 * Chromium as an environment of the contests, with the silhouette of Node in node.mjs; it alone measures imports.
 * No debugger is attached: with one, every `Error` costs microseconds, and zod, which makes one a report, twice the time.
 */
export async function openChromium() {
  const files = await makeFiles(CONTENDERS, BULK_CONTENDERS);
  const pages = await servePages(files);
  const profiles = await mkdtemp(join(tmpdir(), "onshi-check-bench-"));

  /** Runs a task of page-task.mjs in a browser of its own: nothing is cached, nothing warm. */
  async function runTask(parameters, { page = OPEN_PAGE, flags = [] } = {}) {
    const profile = await mkdtemp(join(profiles, "profile-"));
    const url = `${pages.origin}${page}?${encodeURIComponent(JSON.stringify(parameters))}`;
    // A group of its own, so that ending it ends the browser's helpers too.
    const browser = spawn(browserPath(), [...FLAGS, ...flags, `--user-data-dir=${profile}`, url], {
      detached: true,
      stdio: "ignore",
    });
    const ended = once(browser, "exit");
    try {
      return await Promise.race([
        pages.nextResult(),
        ended.then(() => Promise.reject(new Error("Chromium ended without a result"))),
      ]);
    } finally {
      if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid);
      await ended;
    }
  }

  return {
    name: "Chromium",
    version: await browserVersion(),
    runContest: (contest, options, { unsafeEval }) =>
      runTask({ task: "contest", contest, options }, { page: unsafeEval ? OPEN_PAGE : STRICT_PAGE }),
    runBulk: (contest, options) => runTask({ task: "bulk", contest, options }, { flags: MEMORY_FLAGS }),
    watchMemory: (steps) => runTask({ task: "memory", steps }, { flags: MEMORY_FLAGS }),
    async timeFirstVerdicts(loads) {
      const milliseconds = CONTENDERS.map(() => []);
      for (let load = 0; load < loads; load += 1) {
        for (let step = 0; step < CONTENDERS.length; step += 1) {
          const index = (load + step) % CONTENDERS.length;
          const path = firstVerdictPath(CONTENDERS[index]);
          milliseconds[index].push(await runTask({ task: "firstVerdict", path }));
        }
      }
      return CONTENDERS.map((contender, index) => ({
        contender,
        milliseconds: median(milliseconds[index]),
        brotli: brotliSize(files.get(firstVerdictPath(contender))),
      }));
    },
    async close() {
      pages.close();
      await rm(profiles, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Serves the pages and the files on a free port of this machine, and takes in the results that pages hand in. */
async function servePages(files) {
  let handIn = () => {};
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // Isolation from other origins gives the page the finer clock.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Cache-Control", "no-store");
    if (pathname === OPEN_PAGE || pathname === STRICT_PAGE) {
      if (pathname === STRICT_PAGE) response.setHeader("Content-Security-Policy", STRICT_POLICY);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(PAGE);
    } else if (files.has(pathname)) {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      response.end(files.get(pathname));
    } else if (request.method === "POST") {
      const body = await request.setEncoding("utf8").toArray();
      response.end();
      handIn(JSON.parse(body.join("")));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    nextResult: () =>
      new Promise((resolve, reject) => {
        const deadline = setTimeout(() => reject(new Error("no result from Chromium in ten minutes")), DEADLINE).unref();
        handIn = ({ result, error }) => {
          clearTimeout(deadline);
          if (error === undefined) resolve(result);
          else reject(new Error(`in Chromium: ${error}`));
        };
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function browserPath() {
  const path = process.env.CHROMIUM;
  if (!path) throw new Error("set CHROMIUM to the path of a Chromium, or run `cargo xtask bench`, which finds one");
  return path;
}

async function browserVersion() {
  const { stdout } = await promisify(execFile)(browserPath(), ["--version"]);
  return /\d+(?:\.\d+)+/.exec(stdout)[0];
}
