/** Writes the measurements as Markdown. Every figure comes from the run; nothing here is typed in. */
import { readFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { BULK_CONTENDERS } from "./bulk/contests.mjs";
import { MOST_ISSUES } from "./bulk/rules.mjs";
import { STRICT_POLICY } from "./chromium.mjs";
import { CONTENDERS } from "./contests.mjs";
import { judgeBulkMarks, judgeMarks } from "./marks.mjs";
import { STRICT_FLAG } from "./node.mjs";

const OURS = "onshi-check";
const PACKAGES = [OURS, "zod", "valibot", "ajv", "arktype", "typebox", "validator", "papaparse", "esbuild"];

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

const BULK_SECTIONS = {
  ids: {
    title: "Customer IDs, a file of one column",
    text: `\`bulk(bytes)\`; the others decode the bytes and split them. Every row is right, \`CAF\` and \`COP\` as they come.`,
  },
  csv: {
    title: "Applications, a CSV of eight columns",
    text: `From a file: in Node a read stream in pieces of one MiB, in Chromium a \`File\`. One row in twenty is wrong;
issues are counted by column, and the first ${MOST_ISSUES} kept with code and Japanese message.`,
  },
};

/** The contests about whole files alone. */
export async function writeBulkReport({ environments, peaks, load }, effort) {
  const names = await displayNames("./bulk/contenders", BULK_CONTENDERS);
  return `${[
    await conditions(environments, effort, load),
    ...bulkSections(environments, peaks, names),
    marksTable(bulkMarks(environments)),
  ].join("\n\n")}\n`;
}

export async function writeReport({ environments, firstVerdicts, peaks, load }, effort) {
  const names = await displayNames("./contenders", CONTENDERS);
  const bulkNames = await displayNames("./bulk/contenders", BULK_CONTENDERS);
  return `${[
    "# Benchmarks",
    INTRODUCTION,
    await conditions(environments, effort, load),
    ...Object.entries(SECTIONS).map(([contest, section]) => contestSection(contest, section, environments, names)),
    firstVerdictSection(firstVerdicts, names),
    memorySection(environments),
    ...bulkSections(environments, peaks, bulkNames),
    marksSection(environments, firstVerdicts),
  ].join("\n\n")}\n`;
}

async function conditions(environments, { rounds, milliseconds, loads, bulkRounds }, load) {
  const versions = await Promise.all(PACKAGES.map(async (name) => `${name} ${await versionOf(name)}`));
  return table(
    ["measured", "with"],
    [
      ["date", new Date().toISOString().slice(0, 10)],
      ["machine", `${cpus()[0].model.trim()}, ${availableParallelism()} threads, ${process.platform} ${process.arch}`],
      ["environments", environments.map(({ name, version }) => `${name} ${version}`).join(", ")],
      ["packages", versions.join(", ")],
      ["rounds", `${rounds} of ${milliseconds} ms a contender, order rotated, median; ${loads} loads for imports`],
      [
        "rounds for whole files",
        Object.entries(bulkRounds)
          .map(([rows, rounds]) => `${rounds} of ${rows} rows`)
          .join(", "),
      ],
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

/** For each contest a table of the largest file and one of the growth; then memory. */
function bulkSections(environments, peaks, names) {
  const sizes = Object.keys(environments[0].bulk.ids).map(Number);
  const sections = Object.entries(BULK_SECTIONS).map(([contest, { title, text }]) => {
    const header = [
      "",
      ...environments.flatMap(({ name }) => [
        ...sizes.map((rows) => `${name}: ns a row of ${rows}`),
        "million rows/s",
        "×",
      ]),
    ];
    const rows = BULK_CONTENDERS.map((contender) => [
      names[contender],
      ...environments.flatMap(({ bulk }) => {
        const times = sizes.map((size) => bulkTimeOf(bulk, contest, size, contender));
        const last = times.at(-1);
        const ours = bulkTimeOf(bulk, contest, sizes.at(-1), OURS);
        return [...times.map(fewDigits), fewDigits(1000 / last), ratio(last, ours)];
      }),
    ]);
    return `## ${title}\n\n${text}\nRows a second and × are those of the largest file.\n\n${table(header, rows)}`;
  });
  return [...sections, peaksSection(peaks, sizes.at(-1), names)];
}

function peaksSection(peaks, rows, names) {
  const text =
    `The largest part of the machine's memory that a process of Node ever held, which reads the CSV of ${rows} rows once;\n` +
    "behind it what is more than Node alone holds.";
  const [{ bytes: alone }] = peaks;
  const cells = peaks.map(({ contender, bytes }) => [
    contender === undefined ? "Node alone" : names[contender],
    mebibytes(bytes),
    contender === undefined ? "" : mebibytes(bytes - alone),
  ]);
  return `## Memory for whole files\n\n${text}\n\n${table(["", "MiB", "more than Node alone"], cells)}`;
}

function bulkTimeOf(bulk, contest, rows, contender) {
  return bulk[contest][rows].find((row) => row.contender === contender).nanoseconds;
}

function bulkMarks(environments) {
  const environmentOf = (name) => environments.find((environment) => environment.name === name);
  return judgeBulkMarks(Object.keys(environments[0].bulk.ids).map(Number), (environment, contest, rows, contender) =>
    bulkTimeOf(environmentOf(environment).bulk, contest, rows, contender),
  );
}

function marksSection(environments, firstVerdicts) {
  const environmentOf = (name) => environments.find((environment) => environment.name === name);
  const timeOf = (environment, contest, contender) =>
    contest === "first-verdict"
      ? firstVerdicts.find((row) => row.contender === contender).milliseconds
      : rowOf(environmentOf(environment), contest, contender).nanoseconds;
  const marks = judgeMarks(timeOf, (environment) => environmentOf(environment).memory);
  const text = "`zod` is zod as it comes; `z.compile` is raced above and has no mark.";
  return `## Marks\n\n${text}\n\n${marksTable([...marks, ...bulkMarks(environments)])}`;
}

function marksTable(marks) {
  const rows = marks.map(({ mark, environment, measured, met }) => {
    return [mark, environment, measured, met ? "met" : "**missed**"];
  });
  return table(["mark", "in", "measured", ""], rows, "---");
}

function rowOf({ contests }, contest, contender) {
  return contests[contest].find((row) => row.contender === contender);
}

async function displayNames(folder, contenders) {
  const names = {};
  for (const contender of contenders) names[contender] = (await import(`${folder}/${contender}.mjs`)).name;
  return names;
}

async function versionOf(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, "utf8")).version;
}

function fewDigits(number) {
  return number < 100 ? number.toPrecision(3) : Math.round(number);
}

function mebibytes(bytes) {
  return Math.round(bytes / 1024 / 1024);
}

function ratio(time, ours) {
  return (time / ours).toFixed(2);
}

function table([first, ...header], rows, alignment = "--:") {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line([first, ...header]), line(["---", ...header.map(() => alignment)]), ...rows.map(line)].join("\n");
}
