// The tables that `cargo xtask pack` wrote from Rust for the package that is under test.

import * as tables from "../../target/pack/check/tables.js";

export const { CHANGES, FIELDS, FORMS, KINDS, LINE_FIELDS } = tables;

export const SEVERITIES = ["error", "warning", "info"];

/** `"name severity source params…"` taken apart. */
export const CODES = tables.CODES.map((line) => {
  const [name, severity, , ...params] = line.split(" ");
  return { name, severity: SEVERITIES[severity], params };
});
