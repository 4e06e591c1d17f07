// Both example servers as programs of their own: the binary that AXUM_SERVER names, and a copy of examples/node beside the
// packed package.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const program = process.env.AXUM_SERVER && resolve(process.env.AXUM_SERVER);
if (!program || !existsSync(program)) {
  throw new Error(
    `AXUM_SERVER must name the axum example, and is ${process.env.AXUM_SERVER || "not set"}: run ` +
      "`cargo build --package onshi-check-axum`, and set it to target/debug/onshi-check-axum",
  );
}

const example = fileURLToPath(new URL("../../examples/node", import.meta.url));
const packedPackage = fileURLToPath(new URL("../node_modules/onshi-check", import.meta.url));
if (!existsSync(packedPackage)) throw new Error("there is no tests/node_modules/onshi-check: run `cargo xtask pack`");

/** The command of each server, by its name. */
export const COMMANDS = { axum: [program], node: [process.execPath, join(copyNodeExample(), "main.js")] };

/** What somebody has installed in the example itself stays there. */
function copyNodeExample() {
  const copy = mkdtempSync(join(tmpdir(), "onshi-check-node-server-"));
  process.once("exit", () => rmSync(copy, { recursive: true }));
  cpSync(example, copy, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  mkdirSync(join(copy, "node_modules"));
  symlinkSync(packedPackage, join(copy, "node_modules/onshi-check"), "junction");
  return copy;
}

/**
 * Starts one of the servers on a free port, with these variables beside the usual ones. Resolves when it has said its
 * address or has ended: to `address`, `errors` (what it wrote there), `stop`.
 */
export async function start(name, variables) {
  const { PORT, TODAY, NODE_OPTIONS, NODE_TEST_CONTEXT, ...inherited } = process.env;
  const [file, ...values] = COMMANDS[name];
  const server = spawn(file, values, {
    env: { ...inherited, PORT: "0", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => server.kill();
  process.once("exit", kill);
  const ended = new Promise((resolve) => server.once("close", resolve).once("error", resolve));
  ended.then(() => process.off("exit", kill));

  let [printed, errors] = ["", ""];
  server.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const address = await new Promise((resolve) => {
    server.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const [line] = /^http:.+(?=\n)/.exec(printed) ?? [];
      if (line !== undefined) resolve(line);
    });
    ended.then(() => resolve(undefined));
  });
  const stop = () => {
    kill();
    return ended;
  };
  return { name, address, errors, stop };
}

/** Starts both, hands them to `use`, and stops them whatever happens. */
export async function withServers(variables, use) {
  const servers = await Promise.all(Object.keys(COMMANDS).map((name) => start(name, variables)));
  try {
    for (const { name, address, errors } of servers) {
      if (address === undefined) throw new Error(`the server ${name} ended before it listened: ${errors}`);
    }
    await use(servers);
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}
