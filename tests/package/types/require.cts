// From a CommonJS file.

import onshi = require("onshi-check");
import reference = require("onshi-check/reference");
import slim = require("onshi-check/slim");

const verdict: onshi.Verdict<"email"> = onshi.check("email", "");
const issue: onshi.Issue | undefined = verdict.issues[0];
const codes: readonly reference.CodeDescription[] = reference.rules.codes;
const started: Promise<void> = slim.init(new Uint8Array());
export = { issue, codes, started };
