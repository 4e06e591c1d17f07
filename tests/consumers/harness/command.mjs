// Commands of a consumer, run in its folder with its own tools.

import { execFile, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { promisify } from "node:util";

/** Tools that would call home or colour their output are asked not to; how Node itself is tested is not their affair. */
const QUIET = { CI: "1", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** In milliseconds, also on a busy machine: what takes longer hangs. */
const PATIENCE = 600_000;

function options(folder) {
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, FORCE_COLOR, ...inherited } = process.env;
  const path = [`${folder}/node_modules/.bin`, process.env.PATH].join(delimiter);
  return { cwd: folder, env: { ...inherited, ...QUIET, PATH: path } };
}

/** Runs a command to its end and returns what it printed. Fails when it fails, with its output. */
export async function run(folder, [program, ...values]) {
  try {
    return await promisify(execFile)(program, values, { ...options(folder), timeout: PATIENCE, maxBuffer: 1e8 });
  } catch (error) {
    throw new Error(`${program} ${values.join(" ")}: ${error.message}\n${error.stdout}\n${error.stderr}`);
  }
}

/**
 * Starts a server and waits until it has printed its port, which is the first group of `port`. Returns its address and how
 * to stop it.
 */
export async function startServer(folder, { command: [program, ...values], port }) {
  // A group of its own: some of these programs only start another one, which would stay behind.
  const server = spawn(program, values, { ...options(folder), detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const stopGroup = () => process.kill(-server.pid, "SIGTERM");
  const ended = new Promise((resolve) => server.once("close", resolve).once("error", resolve));
  const hangs = setTimeout(stopGroup, PATIENCE);
  process.once("exit", stopGroup);
  ended.then(() => {
    clearTimeout(hangs);
    process.off("exit", stopGroup);
  });
  const stop = () => {
    if (server.exitCode === null && server.signalCode === null) stopGroup();
    return ended;
  };
  let printed = "";
  const found = await new Promise((resolve) => {
    const read = (text) => {
      printed += text;
      const [, number] = printed.match(new RegExp(port)) ?? [];
      if (number !== undefined) resolve(number);
    };
    server.stdout.setEncoding("utf8").on("data", read);
    server.stderr.setEncoding("utf8").on("data", read);
    ended.then((reason) => {
      printed += `\n${reason}`;
      resolve(undefined);
    });
  });
  if (found === undefined) throw new Error(`${program} ended before it listened:\n${printed}`);
  return { address: `http://127.0.0.1:${found}`, stop };
}
