import onshi = require("onshi-check");
import slim = require("onshi-check/slim");
import reference = require("onshi-check/reference");

const only: onshi.FieldName<"eligibility-paper">[] = ["customerId", "phone", "email"];
const report = onshi.form("eligibility-paper").check(JSON.parse(process.argv[2] ?? "{}"), { only });

/** Before `init` the slim entry answers nothing. */
function isStarted(): boolean {
  try {
    return slim.is("phone", "0312345678");
  } catch (error) {
    if (error instanceof slim.OnshiUnavailable) return false;
    throw error;
  }
}

const known: readonly onshi.IssueCode[] = reference.rules.codes.map(({ code }) => code);
if (isStarted() || report.issues.some(({ code }) => !known.includes(code))) throw new Error("another package");
const issues = report.issues.map(({ path, code, message }) => ({ field: path[0], code, message }));
console.log(JSON.stringify(report.status === "valid" ? { values: report.values } : { issues }));
