import { useForm } from "react-hook-form";
import { resolver } from "onshi-check/react-hook-form";

export function Registration({ send }) {
  const { register, handleSubmit, formState } = useForm({
    resolver: resolver("user-registration", { only: ["phone"], locale: "en" }),
    mode: "onTouched",
  });
  const { phone } = formState.errors;
  return (
    <form noValidate onSubmit={handleSubmit(send)}>
      <label htmlFor="phone">Phone number</label>
      <input
        {...register("phone")}
        id="phone"
        aria-describedby="phone-says"
        aria-invalid={phone !== undefined}
      />
      <p id="phone-says">{phone?.message}</p>
      <button>Send</button>
    </form>
  );
}
