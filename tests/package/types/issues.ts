// Issues: the code tells severity and parameters.

import {
  check,
  type CustomerIdPrefix,
  type DocumentName,
  type FeeSchedule,
  type FieldName,
  type Fix,
  type Issue,
  type IssueBase,
  type IssueCode,
  type IssueCodes,
  type LineService,
  type MonthBoxes,
  type Severity,
  type Source,
} from "onshi-check";
import { typeOf } from "./expect.js";

for (const issue of check("customer-id", "CAF12").issues) {
  typeOf(issue.code).is<IssueCode>();
  typeOf(issue.severity).is<Severity>();
  typeOf(issue.path).is<readonly (string | number)[]>();
  typeOf(issue.message).is<string>();
  typeOf(issue.range).is<readonly [start: number, end: number] | undefined>();
  typeOf(issue.fix).is<Fix | undefined>();
  typeOf(issue.source).is<Source | undefined>();
  const everywhere: IssueBase = issue;
  everywhere.path;
  // @ts-expect-error only some codes have it
  issue.params.remaining;
  const values: Readonly<Record<string, string | number>> = issue.params;
  values["remaining"];

  if (issue.fix) {
    typeOf(issue.fix.value, issue.fix.label).is<string>();
    typeOf(issue.fix.safe).is<boolean>();
  }
  if (issue.source) {
    typeOf(issue.source.document).is<DocumentName>();
    typeOf(issue.source.section, issue.source.asOf).is<string>();
  }

  switch (issue.code) {
    case "customer-id.too-short":
      typeOf(issue.params.remaining).is<number>();
      typeOf(issue.params.prefix).is<CustomerIdPrefix>();
      typeOf(issue.params.expected).is<number>();
      typeOf(issue.severity).is<"error">();
      // @ts-expect-error belongs to too-long
      issue.params.actual;
      break;
    case "institution-code.wrong-fee-schedule":
      typeOf(issue.params.feeSchedule).is<FeeSchedule>();
      break;
    case "form.unknown-field":
      typeOf(issue.params.name).is<FieldName | keyof MonthBoxes>();
      typeOf(issue.severity).is<"warning">();
      break;
    case "line.service-discontinued":
      typeOf(issue.params.lineService).is<LineService>();
      typeOf(issue.params.since).is<string>();
      break;
    case "line.service-not-offered":
      typeOf(issue.params.prefecture).is<string>();
      break;
    case "claims.start-too-early":
      typeOf(issue.params.earliest).is<string>();
      typeOf(issue.severity).is<"warning">();
      // @ts-expect-error belongs to too-late
      issue.params.latest;
      break;
    case "required":
      // @ts-expect-error has no parameters
      issue.params.position;
      break;
    // @ts-expect-error there is no such code
    case "customer-id.too-shrot":
      break;
  }

  // Severity narrows too.
  if (issue.severity === "info") {
    typeOf(issue.code).is<
      | "customer-id.not-asked"
      | "customer-id.same-line-may-lag"
      | "deferral.filing-ended"
      | "email.at-limit"
      | "internet-provider.unlisted"
      | "line.area-partial"
      | "line.service-unknown"
      | "line.v6-paper-only"
      | "login.long-user-id"
    >();
  }
}

// One code has a type of its own.
declare const tooLong: Issue<"email.too-long">;
typeOf(tooLong.params).is<IssueCodes["email.too-long"]["params"]>();
typeOf(tooLong.params.limit + tooLong.params.actual).is<number>();
const some: Issue = tooLong;
some.code;

// Every code can have its own words.
const words: Record<IssueCode, string> | undefined = undefined;
words;
