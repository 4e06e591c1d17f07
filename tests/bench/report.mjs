/** Writes the measurements as Markdown. Every figure comes from the run; nothing here is typed in. */
import { readFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { STRICT_POLICY } from "./chromium.mjs";
import { CONTENDERS } from "./contests.mjs";
import { judgeMarks } from "./marks.mjs";
import { STRICT_FLAG } from "./node.mjs";

const OURS = "onshi-check";
const PACKAGES = [OURS, "zod", "valibot", "ajv", "arktype", "typebox", "validator", "esbuild"];

const INTRODUCTION = `Written by \`cargo xtask bench\`; every figure is measured.
What is raced and how: [tests/bench/README.md](tests/bench/README.md). Nanoseconds hold for this machine only;
× is a contender's time over that of onshi-check in the same interleaved run: above 1 is slower than onshi-check.`;

const SECTIONS = {
  "field-valid": {
    title: "One customer ID, valid",
    text: "`is(\"customer-id\", …)` and its like, `CAF` + 10 and `COP` + 8 digits by turns.",
  },
  "field-mixed": {
    title: "One customer ID, valid and wrong mixed",
    text: "The same; about half of the inputs are wrong.",
  },
  "eight-valid": {
    title: "Eight text fields, valid",
    text: "`form(\"user-registration\").is(values, { only })`, passwords compared.",
  },
  "whole-valid": {
    title: "The whole form, valid",
    text: "Thirteen fields: the eight, three Japanese names and two checkboxes.",
  },
  "eight-issues": {
    title: "Eight text fields, three wrong, full issues",
    text: "For each wrong field a code, its path, its limits and a Japanese message; all of them are read.",
  },
  "eight-issues-strict": {
    title: "The same without `unsafe-eval`",
    text: `Chromium under \`${STRICT_POLICY}\`, Node under \`${STRICT_FLAG}\`.
Libraries that generate code interpret instead, or cannot run.`,
  },
};

export async function writeReport({ environments, firstVerdicts, load }, effort) {
  const names = await displayNames();
  return `${[
    "# Benchmarks",
    INTRODUCTION,
    await conditions(environments, effort, load),
    ...Object.entries(SECTIONS).map(([contest, section]) => contestSection(contest, section, environments, names)),
    firstVerdictSection(firstVerdicts, names),
    memorySection(environments),
    marksSection(environments, firstVerdicts),
  ].join("\n\n")}\n`;
}

async function conditions(environments, { rounds, milliseconds, loads }, load) {
  const versions = await Promise.all(PACKAGES.map(async (name) => `${name} ${await versionOf(name)}`));
  return table(
    ["measured", "with"],
    [
      ["date", new Date().toISOString().slice(0, 10)],
      ["machine", `${cpus()[0].model.trim()}, ${availableParallelism()} threads, ${process.platform} ${process.arch}`],
      ["environments", environments.map(({ name, version }) => `${name} ${version}`).join(", ")],
      ["packages", versions.join(", ")],
      ["rounds", `${rounds} of ${milliseconds} ms a contender, order rotated, median; ${loads} loads for imports`],
      ["load average", `${load.before.toFixed(2)} before, ${load.after.toFixed(2)} after`],
    ],
    "---",
  );
}

function contestSection(contest, { title, text }, environments, names) {
  const header = ["", ...environments.flatMap(({ name }) => [`${name}, ns`, "×"])];
  const contenders = CONTENDERS.filter((contender) => rowOf(environments[0], contest, contender) !== undefined);
  const rows = contenders.map((contender) => [
    names[contender],
    ...environments.flatMap((environment) => {
      const { nanoseconds, impossible } = rowOf(environment, contest, contender);
      if (impossible !== undefined) return [`not possible: ${impossible}`, ""];
      return [Math.round(nanoseconds), ratio(nanoseconds, rowOf(environment, contest, OURS).nanoseconds)];
    }),
  ]);
  return `## ${title}\n\n${text}\n\n${table(header, rows)}`;
}

function firstVerdictSection(firstVerdicts, names) {
  const ours = firstVerdicts.find(({ contender }) => contender === OURS).milliseconds;
  const rows = firstVerdicts.map(({ contender, milliseconds, brotli }) => [
    names[contender],
    milliseconds.toFixed(1),
    ratio(milliseconds, ours),
    brotli,
  ]);
  const text =
    "A fresh browser a load, nothing cached; from just before `import()` of a local minified bundle to the first verdict\n" +
    "of a customer ID. The bundle holds what that one verdict needs, as esbuild leaves it.";
  return `## Import to first verdict\n\n${text}\n\n${table(["", "Chromium, ms", "×", "bundle, bytes brotli"], rows)}`;
}

function memorySection(environments) {
  const text =
    "After so many calls of each of `is`, `check`, `form().is` and `form().check`, right and wrong inputs, and a\n" +
    "collection.";
  const header = ["calls", ...environments.flatMap(({ name }) => [`${name}: WebAssembly, KiB`, "heap, KiB"])];
  let calls = 0;
  const rows = environments[0].memory.map((sample, index) => {
    calls += sample.calls;
    const sizes = environments.flatMap(({ memory }) => [memory[index].wasm, memory[index].heap]);
    return [calls, ...sizes.map((bytes) => Math.round(bytes / 1024))];
  });
  return `## Memory\n\n${text}\n\n${table(header, rows)}`;
}

function marksSection(environments, firstVerdicts) {
  const environmentOf = (name) => environments.find((environment) => environment.name === name);
  const timeOf = (environment, contest, contender) =>
    contest === "first-verdict"
      ? firstVerdicts.find((row) => row.contender === contender).milliseconds
      : rowOf(environmentOf(environment), contest, contender).nanoseconds;
  const marks = judgeMarks(timeOf, (environment) => environmentOf(environment).memory);
  const rows = marks.map(({ mark, environment, measured, met }) => {
    return [mark, environment, measured, met ? "met" : "**missed**"];
  });
  const text = "`zod` is zod as it comes; `z.compile` is raced above and has no mark.";
  return `## Marks\n\n${text}\n\n${table(["mark", "in", "measured", ""], rows, "---")}`;
}

function rowOf({ contests }, contest, contender) {
  return contests[contest].find((row) => row.contender === contender);
}

async function displayNames() {
  const names = {};
  for (const contender of CONTENDERS) names[contender] = (await import(`./contenders/${contender}.mjs`)).name;
  return names;
}

async function versionOf(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, "utf8")).version;
}

function ratio(time, ours) {
  return (time / ours).toFixed(2);
}

function table([first, ...header], rows, alignment = "--:") {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line([first, ...header]), line(["---", ...header.map(() => alignment)]), ...rows.map(line)].join("\n");
}
