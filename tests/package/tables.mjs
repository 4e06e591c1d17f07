// The tables that `cargo xtask pack` wrote from Rust for the package that is under test.

import * as tables from "../../target/pack/tables.js";

export const { CHANGES, FIELDS, FORMS, KINDS, LINE_FIELDS, LINE_SERVICES } = tables;

export const SEVERITIES = ["error", "warning", "info"];

/** `"name severity document parameters"` taken apart; the last is the place of the function that makes them. */
export const CODES = tables.CODES.map((line) => {
  const [name, severity, , shape] = line.split(" ");
  return { name, severity: SEVERITIES[severity], params: Object.keys(tables.PARAMS[shape](0, 0, 0)) };
});
