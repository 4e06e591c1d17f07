// Replays a golden case through the functions of the package, in Node and in a browser. tests/cases/README.md says what
// a case holds.

/** What a case says should come out, computed by the package. */
export function replay(onshi, expected) {
  if ("assemble" in expected) return shown(onshi.assemble(expected.assemble, expected.options));
  if ("selection" in expected) return { codes: codes(onshi.lineIssues(expected.selection)) };
  if ("form" in expected) {
    const form = onshi.form(expected.form);
    const values = unfold(expected.values);
    const report = form.check(values, expected.options);
    return {
      ...reported(report),
      canonical: Object.fromEntries(Object.keys(expected.canonical ?? {}).map((name) => [name, report.values[name] ?? null])),
      agrees: form.is(values, expected.options) === (report.status === "valid"),
    };
  }
  if ("together" in expected) return reported(onshi.checkTogether(expected.together, expected.options));
  const input = unfoldText(expected.input);
  const verdict = onshi.check(expected.kind, input, expected.options);
  return { ...shown(verdict), agrees: onshi.is(expected.kind, input, expected.options) === (verdict.status === "valid") };
}

function reported({ status, issues, missing }) {
  return { status, codes: codes(issues), paths: issues.map((issue) => issue.path), missing };
}

function shown(verdict) {
  const fix = verdict.issues.find((issue) => issue.fix)?.fix;
  return {
    status: verdict.status,
    value: verdict.value,
    codes: codes(verdict.issues),
    remaining: verdict.remaining ?? null,
    checkDigit: verdict.checkDigit ?? null,
    changes: [...new Set(verdict.changes.map((change) => change.kind))],
    fix: fix?.value ?? null,
    safe: fix?.safe ?? null,
  };
}

function codes(issues) {
  return issues.map((issue) => issue.code);
}

/** `{"repeat": "9", "times": 10001}` stands for the long text. */
function unfoldText(input) {
  const long = typeof input === "object" && input !== null && "repeat" in input;
  return long ? input.repeat.repeat(input.times) : input;
}

function unfold(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, unfoldText(value)]));
}
