#!/usr/bin/env node
// onshi-check on the command line: `npx onshi-check check applications.csv`.

import process, { env } from "node:process";
import { COULD_NOT_RUN, run } from "./cli/run.js";

const { stdin, stdout, stderr } = process;
const stop = new AbortController();
// Once: who asks twice does not want to wait for the report.
process.once("SIGINT", () => stop.abort());

let isCut = false;
stdout.on("error", (error) => {
  // Whoever reads the output may have seen enough: `| head`.
  if (error.code === "EPIPE") return;
  isCut = true;
  process.exitCode = COULD_NOT_RUN;
  stderr.write(`onshi-check: ${error.message}\n`);
});
stderr.on("error", () => {});

const status = await run({ typed: process.argv.slice(2), environment: env, stdin, stdout, stderr, signal: stop.signal });
// The error of a full disk may come later than that.
process.exitCode = isCut ? COULD_NOT_RUN : status;
