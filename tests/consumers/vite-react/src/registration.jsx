import { useState } from "react";
import { useForm } from "react-hook-form";
import { resolver } from "onshi-check/react-hook-form";

const only = ["customerId", "phone", "email"];
const labels = { customerId: "お客さまID", phone: "電話番号", email: "メールアドレス" };

export function Registration() {
  const [sent, setSent] = useState(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: resolver("eligibility-paper", { only }),
    mode: "onTouched",
    defaultValues: { customerId: "", phone: "", email: "" },
  });
  return (
    <form noValidate onSubmit={handleSubmit(setSent)}>
      {only.map((field) => (
        <Field key={field} label={labels[field]} error={formState.errors[field]} {...register(field)} />
      ))}
      <button>確認する</button>
      <output>{sent && JSON.stringify(sent)}</output>
    </form>
  );
}

function Field({ label, name, error, ...input }) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} aria-invalid={error !== undefined} aria-describedby={`${name}-message`} {...input} />
      {error && (
        <span id={`${name}-message`} data-code={error.type}>
          {error.message}
        </span>
      )}
    </p>
  );
}
