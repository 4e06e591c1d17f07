// A schema in TanStack Form: with the types of a browser, which React's need.

import { useForm } from "@tanstack/react-form";
import { schema, type FormValues } from "onshi-check";
import { typeOf } from "./expect.js";

const defaultValues: FormValues<"user-registration"> = { phone: "", termsAccepted: false };
const form = useForm({
  defaultValues,
  validators: { onChange: schema("user-registration", { mode: "typing" }), onSubmit: schema("user-registration") },
  onSubmit: ({ value }) => typeOf(value).is<FormValues<"user-registration">>(),
});
form.Field({ name: "phone", validators: { onBlur: schema("phone") }, children: () => null });
