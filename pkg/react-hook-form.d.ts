/**
 * A resolver for react-hook-form. Every error has the issue code as its `type` and the sentence as its `message`.
 *
 * - The errors of a report are the errors of the form. Warnings and infos refuse nothing and are not here: ask `form` of
 *   `onshi-check` for them.
 * - What is wrong with a list as a whole is at its `root`, what is wrong with an item at its number.
 * - With `criteriaMode: "all"`, `types` has every code of a field with its message. With `shouldUseNativeValidation`
 *   the browser shows the messages.
 * - It uses the engine of `onshi-check`: a page that imports both downloads one. With `onshi-check/slim` take `schema`
 *   and the resolver for Standard Schema instead.
 *
 * @example
 * import { useForm } from "react-hook-form";
 * import { resolver } from "onshi-check/react-hook-form";
 *
 * export function Registration({ send }) {
 *   const { register, handleSubmit, formState } = useForm({
 *     resolver: resolver("user-registration", { only: ["phone", "email"] }),
 *     mode: "onTouched",
 *   });
 *   const { phone, email } = formState.errors;
 *   return (
 *     <form noValidate onSubmit={handleSubmit(send)}>
 *       <input {...register("phone")} aria-label="電話番号" aria-invalid={phone !== undefined} />
 *       {phone && <p data-code={phone.type}>{phone.message}</p>}
 *       <input {...register("email")} aria-label="メールアドレス" aria-invalid={email !== undefined} />
 *       {email && <p data-code={email.type}>{email.message}</p>}
 *       <button>送信</button>
 *     </form>
 *   );
 * }
 *
 * @module
 */

import type { Resolver } from "react-hook-form";
import type { FormName, FormOptions, FormOutput, Forms, FormValues } from "./types.js";

/**
 * Options of the check. There is no `mode`: react-hook-form asks whether the form can be submitted, and a form that is
 * still being typed cannot; when it asks is its own `mode`.
 *
 * @example
 * const options: ResolverOptions<"user-registration"> = { locale: "en", only: ["phone", "email"] };
 */
export type ResolverOptions<F extends FormName = FormName> = Omit<FormOptions<F>, "mode">;

/**
 * What the submit handler gets: the canonical values of the form and its secrets as typed, as a `schema` of the form gives
 * them, without the fields that are empty, do not apply, or are left out by `only`; and every value that is no field of the
 * form, as typed.
 *
 * @example
 * const send: SubmitHandler<Submitted<"user-registration">> = ({ phone }) => call(phone); // "0312345678"
 */
export type Submitted<F extends FormName, Values extends FormValues<F> = FormValues<F>> = FormOutput<F> &
  Omit<Values, keyof Forms[F]>;

/** {@link Submitted} where `only` leaves fields out. */
export type PartlySubmitted<F extends FormName, Values extends FormValues<F> = FormValues<F>> = Partial<FormOutput<F>> &
  Omit<Values, keyof Forms[F]>;

/**
 * What `useForm` takes as `resolver`: checks the whole form whenever react-hook-form asks, and answers at once. For a page
 * with a part of the form say which in `only`; the fields that are left out would otherwise be missing.
 *
 * @throws {RangeError} There is no form of this name. The resolver throws `OnshiUnavailable` where WebAssembly cannot
 * start: ask `ready` of `onshi-check` first, and go without a resolver.
 * @example
 * const { formState } = useForm({ resolver: resolver("user-registration", { locale: "en" }) });
 * formState.errors.phone?.type; // "phone.too-short"
 *
 * // With values besides those of the form:
 * type Values = FormValues<"user-registration"> & { newsletter: boolean };
 * useForm<Values, unknown, Submitted<"user-registration", Values>>({ resolver: resolver("user-registration") });
 */
export declare function resolver<F extends FormName, Values extends FormValues<F> = FormValues<F>>(
  form: F,
  options?: (ResolverOptions<F> & { readonly only?: undefined }) | null,
): Resolver<Values, any, Submitted<F, Values>>;
export declare function resolver<F extends FormName, Values extends FormValues<F> = FormValues<F>>(
  form: F,
  options: ResolverOptions<F>,
): Resolver<Values, any, PartlySubmitted<F, Values>>;
