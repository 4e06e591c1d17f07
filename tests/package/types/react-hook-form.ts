// The resolver of react-hook-form: with the types of a browser, which react-hook-form needs itself.

import { useForm, type FieldError, type Resolver, type SubmitHandler } from "react-hook-form";
import { resolver, type PartlySubmitted, type ResolverOptions, type Submitted } from "onshi-check/react-hook-form";
import type { FormOutput, FormValues } from "onshi-check";
import { typeOf } from "./expect.js";

type Registration = FormValues<"user-registration">;

// useForm learns the fields, and the submit handler what it gets.
const { control, formState, handleSubmit, register } = useForm({ resolver: resolver("user-registration") });
control;
register("phone");
// @ts-expect-error there is no such field
register("mail");
typeOf(formState.errors.phone).is<FieldError | undefined>();
typeOf(formState.errors.phone?.message).is<string | undefined>();
handleSubmit((values) => {
  typeOf(values.phone, values.password).is<string>();
  typeOf(values.institutionNumber).is<string | undefined>();
  typeOf(values.termsAccepted).is<"true">();
});
const send: SubmitHandler<Submitted<"user-registration">> = (values) => typeOf(values.email).is<string>();
handleSubmit(send);

// Without values of the author's own it is what a schema hands on.
declare const submitted: Submitted<"user-registration">;
const output: FormOutput<"user-registration"> = submitted;
output.phone;

// Options are those of the form; when to check is said to react-hook-form.
const options: ResolverOptions<"user-registration"> = { locale: "en", only: ["phone", "email"] };
resolver("user-registration", null);
resolver("user-registration", { strict: true });
// @ts-expect-error there is no such form
resolver("registration");
// @ts-expect-error there is no such field
resolver("user-registration", { only: ["mail"] });
// @ts-expect-error a form that is still being typed cannot be submitted
resolver("user-registration", { mode: "typing" });

// With `only` the rest of the form is not there.
const part = useForm({ resolver: resolver("user-registration", options) });
part.handleSubmit((values) => typeOf(values.phone).is<string | undefined>());
declare const partly: PartlySubmitted<"user-registration">;
typeOf(partly.email).is<string | undefined>();

// Values of the author's own come through as they are.
type WithNewsletter = Registration & { newsletter: boolean };
const wider = useForm<WithNewsletter, unknown, Submitted<"user-registration", WithNewsletter>>({
  defaultValues: { phone: "", newsletter: false },
  resolver: resolver("user-registration"),
});
wider.register("newsletter");
wider.handleSubmit((values) => {
  typeOf(values.newsletter).is<boolean>();
  typeOf(values.phone).is<string>();
});
const asResolver: Resolver<WithNewsletter, unknown, Submitted<"user-registration", WithNewsletter>> =
  resolver("user-registration");
asResolver;

// A ticked box is handed on as text.
type Typed = { phone: string; termsAccepted: boolean };
// @ts-expect-error "true" is no boolean
useForm<Typed>({ resolver: resolver("user-registration") });
useForm<Typed, unknown, Submitted<"user-registration", Typed>>({ resolver: resolver("user-registration") });
