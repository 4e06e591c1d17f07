// Whole files in Chromium: in a worker where the page's policy has one, on the page's own thread where it has none or where the
// caller wants it so, and on file:// from one classic script.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));
const folders = { "onshi-check": `${tests}node_modules/onshi-check`, files: `${tests}files`, told: `${tests}package` };
const SAME_ORIGIN = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const policies = {
  "/with-worker": `${SAME_ORIGIN}; worker-src blob:`,
  "/without-worker": SAME_ORIGIN,
  "/with-trusted-types": `${SAME_ORIGIN}; worker-src blob:; require-trusted-types-for 'script'`,
  "/without-wasm": "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src blob:",
};
const names = readdirSync(folders.files).filter((name) => name.endsWith(".json"));

let server;
let browser;
let folder;

before(async () => {
  server = await serve(folders, policies);
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), "onshi-check-"));
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.close();
    rmSync(folder, { recursive: true });
  }
});

/**
 * Runs `work` on a page, and says how many workers it had and what stood on the console. Fails when the page throws by itself or
 * asks another address than its own.
 */
async function onPage(address, work) {
  const page = await browser.newPage();
  try {
    const seen = { workers: 0, console: [] };
    const errors = [];
    page.on("worker", () => seen.workers++);
    page.on("console", (message) => seen.console.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("blob:") && !url.startsWith(new URL("/", address).href)) errors.push(url);
    });
    await page.goto(address);
    const result = await work(page);
    assert.deepEqual(errors, []);
    return { result, ...seen };
  } finally {
    await page.close();
  }
}

const onServer = (path, work) => onPage(server.address + path, work);

/** Reads every file of tests/files with these options, from a File. Returns the names of those that came out otherwise. */
function readFiles(options) {
  return (page) =>
    page.evaluate(
      async ({ names, more }) => {
        const { bulk } = await import("/onshi-check/dist/bulk.js");
        const { told } = await import("/told/bulk-report.mjs");
        const wrong = [];
        for (const name of names) {
          const { file, options, report } = await (await fetch(`/files/${name}`)).json();
          const blob = await (await fetch(`/files/${file}`)).blob();
          const actual = told(await bulk(new File([blob], file), { ...options, ...more }));
          const sorted = (value) => JSON.stringify(value, (_, part) => (part?.constructor === Object ? Object.fromEntries(Object.entries(part).sort()) : part));
          if (sorted(actual) !== sorted(report)) wrong.push([file, actual]);
        }
        return wrong;
      },
      { names, more: options },
    );
}

test("every file comes out the same in a worker", async () => {
  const { result, workers, console } = await onServer("/with-worker", readFiles({}));
  assert.deepEqual([result, workers, console], [[], names.length, []]);
});

test("on the page's own thread, where the caller wants it so", async () => {
  const { result, workers, console } = await onServer("/with-worker", readFiles({ worker: false }));
  assert.deepEqual([result, workers, console], [[], 0, []]);
});

test("and where the policy has no worker: it says so itself, once a file, and nothing else does", async () => {
  const { result, workers, console } = await onServer("/without-worker", readFiles({}));
  assert.deepEqual([result, workers], [[], 0]);
  assert.equal(console.length, names.length);
  for (const line of console) assert.match(line, /^Creating a worker from 'blob:.* violates the following Content Security Policy directive/);
});

test("a policy for which addresses of scripts are no text has no worker either", async () => {
  const { result, workers } = await onServer("/with-trusted-types", readFiles({}));
  assert.deepEqual([result, workers], [[], 0]);
});

test("where WebAssembly cannot run the promise rejects with OnshiUnavailable, and no worker is made", async () => {
  const { result, workers } = await onServer("/without-wasm", (page) =>
    page.evaluate(async () => {
      const { annotate, bulk, OnshiUnavailable, preview } = await import("/onshi-check/dist/bulk.js");
      const fails = (work) => work.then(() => "nothing", (error) => error instanceof OnshiUnavailable);
      return Promise.all([bulk("a"), preview("a"), annotate("a").getReader().read()].map(fails));
    }),
  );
  assert.deepEqual([result, workers], [[true, true, true], 0]);
});

test("every source: what a worker can have goes to one, a stream is read where it is", async () => {
  const { result, workers } = await onServer("/with-worker", (page) =>
    page.evaluate(async () => {
      const { annotate, bulk } = await import("/onshi-check/dist/bulk.js");
      const address = "/files/shift-jis.csv";
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const one = JSON.stringify(await bulk(bytes, { worker: false }));
      const inWorkers = [bytes, new Blob([bytes]), new File([bytes], "a.csv")];
      const here = [new Blob([bytes]).stream(), (await fetch(address)).body];
      const same = [];
      for (const source of [...inWorkers, ...here]) same.push(JSON.stringify(await bulk(source)) === one);
      const text = "お客さまID\nCAF1\n";
      same.push(JSON.stringify(await bulk(text)) === JSON.stringify(await bulk(text, { worker: false })));
      // The bytes are still the page's.
      same.push(bytes.length > 0);
      const annotated = new Uint8Array(await new Response(annotate(new Blob([bytes]))).arrayBuffer());
      const expected = new Uint8Array(await (await fetch("/files/shift-jis.annotated.csv")).arrayBuffer());
      same.push(String(annotated) === String(expected));
      return same;
    }),
  );
  assert.deepEqual([result, workers], [result.map(() => true), 4]);
});

test("a file that is not there any more fails with the error of the platform, from a worker too", async () => {
  const { result, workers } = await onServer("/with-worker", (page) =>
    page.evaluate(async () => {
      const { annotate, bulk, preview } = await import("/onshi-check/dist/bulk.js");
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("gone.csv", { create: true });
      const writer = await handle.createWritable();
      await writer.write("customerId\nCAF1\n");
      await writer.close();
      const file = await handle.getFile();
      await folder.removeEntry("gone.csv");
      const works = [bulk(file), bulk(file, { worker: false }), preview(file), annotate(file).getReader().read()];
      return Promise.all(works.map((work) => work.then(() => "nothing", (error) => error instanceof DOMException && error.name)));
    }),
  );
  assert.deepEqual([result, workers], [result.map(() => "NotFoundError"), 1]);
});

/** On a page: a file of a million rows, of which every tenth is wrong, as bytes. */
const makeFile = () => {
  const rows = (number) => (number % 10 === 0 ? "CAF1,03-1234-5678\n" : "CAF0123456789,03-1234-5678\n");
  const hundred = Array.from({ length: 100 }, (_, number) => rows(number)).join("");
  globalThis.file = new TextEncoder().encode("お客さまID,電話\n" + hundred.repeat(10_000));
};

/** Whoever cannot be stopped would go on for ever: the test is given up then. */
const endless = { timeout: 120_000 };

for (const worker of ["auto", false]) {
  const where = worker ? "in a worker" : "on the page's own thread";

  test(`progress goes up to the end, ${where}`, async () => {
    const { result } = await onServer("/with-worker", async (page) => {
      await page.evaluate(makeFile);
      return page.evaluate(async (worker) => {
        const { bulk } = await import("/onshi-check/dist/bulk.js");
        const seen = [];
        const { rows, valid, invalid } = await bulk(file, { worker, onProgress: (progress) => seen.push(progress) });
        const isUp = seen.every(({ bytes, rows }, at) => at === 0 || (bytes >= seen[at - 1].bytes && rows >= seen[at - 1].rows));
        const last = seen.at(-1);
        return { counts: [rows, valid, invalid], isUp, isMany: seen.length > 10, isAll: last.bytes === file.length && last.totalBytes === file.length && last.rows === rows };
      }, worker);
    });
    assert.deepEqual(result, { counts: [1_000_000, 900_000, 100_000], isUp: true, isMany: true, isAll: true });
  });

  test(`the page has its turns and can cancel, ${where}`, endless, async () => {
    const { result } = await onServer("/with-worker", async (page) => {
      await page.evaluate(makeFile);
      return page.evaluate(async (worker) => {
        const { bulk } = await import("/onshi-check/dist/bulk.js");
        const controller = new AbortController();
        // After the first piece others ask for their turns: messages without end, and the timer that cancels.
        let turns = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          turns++;
          port2.postMessage(undefined);
        };
        let isAsked = false;
        const onProgress = () => {
          if (isAsked) return;
          isAsked = true;
          port2.postMessage(undefined);
          setTimeout(() => controller.abort());
        };
        // It has no end, or one that is a gigabyte away: a worker takes no stream.
        const endless = async function* () {
          for (;;) yield file;
        };
        const source = worker === false ? endless() : new Blob(Array(40).fill(new Blob([file])));
        const { rows, valid, invalid, malformed, aborted } = await bulk(source, { worker, onProgress, signal: controller.signal });
        port1.close();
        return { aborted, isSome: rows > 0, isSum: rows === valid + invalid + malformed, hasTurns: turns > 0 };
      }, worker);
    });
    assert.deepEqual(result, { aborted: true, isSome: true, isSum: true, hasTurns: true });
  });
}

test("a page that draws is drawn while a file is read on its own thread", endless, async () => {
  const { result } = await onServer("/with-worker", async (page) => {
    await page.evaluate(makeFile);
    return page.evaluate(async () => {
      const { bulk } = await import("/onshi-check/dist/bulk.js");
      const controller = new AbortController();
      let frames = 0;
      const draw = () => (++frames === 3 ? controller.abort() : requestAnimationFrame(draw));
      requestAnimationFrame(draw);
      // It goes on from one file to the next, until the page was drawn three times.
      const files = async function* () {
        for (;;) yield file;
      };
      const { aborted } = await bulk(files(), { signal: controller.signal });
      return { aborted, frames };
    });
  });
  assert.deepEqual(result, { aborted: true, frames: 3 });
});

test("a worker is gone when its file is", async () => {
  await onServer("/with-worker", async (page) => {
    const gone = [];
    page.on("worker", (worker) => gone.push(new Promise((resolve) => worker.once("close", resolve))));
    await page.evaluate(async () => {
      const { bulk } = await import("/onshi-check/dist/bulk.js");
      await bulk("a\n1\n");
      const controller = new AbortController();
      await bulk("a\n1\n".repeat(1_000_000), { signal: controller.signal, onProgress: () => controller.abort() });
      await bulk("a", { onProgress: () => {} });
    });
    assert.equal(gone.length, 3);
    await Promise.all(gone);
  });
});

test("on file:// the classic script reads a file in a worker, and asks for nothing", async () => {
  const script = pathToFileURL(`${folders["onshi-check"]}/dist/bulk-global.js`).href;
  const page = join(folder, "page.html");
  writeFileSync(page, `<!doctype html><meta charset="shift_jis"><title>file</title><input type="file"><script src="${script}"></script>`);
  const { file, report } = JSON.parse(readFileSync(join(folders.files, "shift-jis.json"), "utf8"));
  const { result, workers, console } = await onPage(pathToFileURL(page).href, async (page) => {
    await page.setInputFiles("input", join(folders.files, file));
    return page.evaluate(async () => {
      const [file] = document.querySelector("input").files;
      const { rows, valid, encoding } = await OnshiBulk.bulk(file);
      const { rows: shown } = await OnshiBulk.preview(file);
      const lines = (await new Response(OnshiBulk.annotate(file)).text()).split("\r\n");
      return { counts: [rows, valid, encoding], shown: shown.length, lines: lines.length, found: OnshiBulk.find("電話 03-1234-5678").length };
    });
  });
  assert.deepEqual(result, { counts: [report.rows, report.valid, "shift_jis"], shown: 4, lines: 6, found: 1 });
  assert.deepEqual([workers, console], [1, []]);
});
