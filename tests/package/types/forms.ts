// Forms: names, values, reports.

import {
  form,
  type FieldName,
  type Form,
  type FormName,
  type FormOptions,
  type FormOutput,
  type Forms,
  type FormValues,
  type Issue,
  type Report,
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
