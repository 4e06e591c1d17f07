// Forms: names, values, reports.

import {
  checkTogether,
  form,
  type BothApplications,
  type FieldName,
  type Form,
  type FormName,
  type FormOptions,
  type FormOutput,
  type Forms,
  type FormValues,
  type Issue,
  type MonthBoxes,
  type Report,
  type ReportTogether,
  type Status,
  type Verdict,
} from "onshi-check";
import { typeOf } from "./expect.js";

const registration = form("user-registration");
typeOf(registration).is<Form<"user-registration">>();
typeOf(registration.name).is<"user-registration">();
typeOf(registration.fields).is<readonly FieldName<"user-registration">[]>();
// @ts-expect-error there is no such form
form("registration");
const name: FormName = "user-registration";
form(name);

// Values are text; a box to tick may be true or false.
const values: FormValues<"user-registration"> = { familyName: "基金", phone: null, email: undefined, termsAccepted: true };
typeOf(registration.is(values)).is<boolean>();
registration.check({ ...values, locationConfirmed: "on" });
// @ts-expect-error misspelt
registration.check({ emial: "" });
// @ts-expect-error a number has lost its leading zeros
registration.check({ institutionNumber: 12345 });
// @ts-expect-error a name is no box to tick
registration.check({ familyName: true });

// Options may leave fields out.
const options: FormOptions<"user-registration"> = { only: ["email", "phone"], mode: "typing", locale: "en" };
registration.is(values, options);
registration.check(values, null);
// @ts-expect-error there is no such field
registration.check(values, { only: ["mail"] });

// A report has the verdict of every judged field under its name.
const report = registration.check(values, options);
typeOf(report).is<Report<"user-registration">>();
typeOf(report.status).is<Status>();
typeOf(report.missing).is<readonly FieldName<"user-registration">[]>();
typeOf(report.issues).is<readonly Issue[]>();
typeOf(report.values.phone).is<string | undefined>();
typeOf(report.fields.institutionNumber).is<Verdict<"institution-number"> | undefined>();
typeOf(report.fields.termsAccepted).is<Verdict<"text"> | undefined>();
typeOf(report.fields.passwordConfirm?.value).is<null | undefined>();
// @ts-expect-error a report keeps no secrets
report.values.password;
// @ts-expect-error with `only` it may be missing
report.fields.email.status;
// @ts-expect-error there is no such field
report.fields.mail;

// What a schema hands on has the secrets, and everything that is always required.
declare const output: FormOutput<"user-registration">;
typeOf(output.password).is<string>();
typeOf(output.institutionNumber).is<string | undefined>();
typeOf(output.termsAccepted).is<"true">();
typeOf({} as Forms["user-registration"]["email"]).is<"email">();

// A month may be given by its two boxes, where the form has a month.
const eligibility = form("eligibility-application");
const boxes: MonthBoxes = { startYear: "2026", startMonthOfYear: "7", testYear: null };
eligibility.check({ ...boxes, lineType: "1" });
eligibility.check({ testMonth: "2026-06", testMonthOfYear: undefined }, { only: ["startMonth", "startYear"], today: "2026-05-12" });
// @ts-expect-error no month in this form
registration.check({ startYear: "2026" });
// @ts-expect-error a day is text
eligibility.check({}, { today: new Date() });
// @ts-expect-error a month is text
eligibility.check({ startYear: 2026 });

// A list takes texts, or one text; a report has them as an array and a verdict on each.
const paper = form("eligibility-paper");
const names: readonly (string | null | undefined)[] = ["端末1", null, undefined];
paper.check({ terminalNames: names });
paper.check({ terminalNames: "端末1" });
// @ts-expect-error a name is text
paper.check({ terminalNames: [1] });
// @ts-expect-error no list in this field
paper.check({ contactName: ["基金"] });
const onPaper = paper.check({ terminalNames: [] });
typeOf(onPaper.values.terminalNames).is<readonly string[] | undefined>();
typeOf(onPaper.fields["terminalNames.0"]).is<Verdict<"terminal-name"> | undefined>();
typeOf(onPaper.fields.customerId).is<Verdict<"customer-id"> | undefined>();
// @ts-expect-error a report keeps no secrets
onPaper.values.secretNumber;
// @ts-expect-error no such key
onPaper.fields["contactName.0"];

// A schema's output: what may not apply may be missing.
declare const claims: FormOutput<"claims-application">;
typeOf(claims.lineType, claims.startMonth).is<string>();
typeOf(claims.customerId, claims.isdnNumber, claims.remarks).is<string | undefined>();
declare const paperOutput: FormOutput<"eligibility-paper">;
typeOf(paperOutput.terminalNames).is<readonly string[]>();
typeOf(paperOutput.secretNumber).is<string>();
// @ts-expect-error the boxes became a month
claims.startYear;

// Every form has a name and fields of its own.
typeOf({} as FieldName<"login">).is<"userId" | "password">();
typeOf({} as FieldName<"operation-start">).is<"operationStartDate">();
form("deferral-notice").check({ ground: "3", networkReady: "2", networkReadyDate: "2024-08-01" });
form("certificate-application").check({ feeAccepted: true, eligibilityApplied: "on" });
form("operation-start").check({ operationStartDate: "2026-06-01" }, { today: undefined });
// @ts-expect-error belongs to another form
form("login").check({ email: "" });

// Both applications of one place.
const both: BothApplications = { eligibility: { lineType: "3", startYear: "2026" }, claims: null };
const together = checkTogether(both, { today: "2026-05-12", locale: "en", mode: "typing" });
typeOf(together).is<ReportTogether>();
typeOf(together.status).is<Status>();
typeOf(together.values.eligibility.lineType).is<string | undefined>();
typeOf(together.values.claims.claimsSoftware).is<string | undefined>();
typeOf(together.issues).is<readonly Issue[]>();
together.fields["eligibility.lineType"]?.status;
together.fields["claims.isdnNumber"]?.value;
const first = together.missing[0];
if (first === "claims.lineType" || first === "eligibility.paymentMethod") first.length;
// @ts-expect-error a report keeps no secrets
together.values.eligibility.secretNumber;
// @ts-expect-error the other application has that
together.fields["eligibility.isdnNumber"];
// @ts-expect-error there are two applications
checkTogether({ certificate: {} });
// @ts-expect-error of both, all fields are judged
checkTogether({}, { only: ["lineType"] });
checkTogether({}, null);
