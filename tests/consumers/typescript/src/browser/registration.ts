import { form, type IssueCode } from "onshi-check";
import { init, ready } from "onshi-check/slim";
import { resolver, type PartlySubmitted } from "onshi-check/react-hook-form";
import { useForm, type SubmitHandler } from "react-hook-form";

/** What is wrong with a form as it stands in the page. */
export function wrongFields(element: HTMLFormElement): Map<string, IssueCode> {
  const report = form("eligibility-paper").check(Object.fromEntries(new FormData(element)));
  return new Map(report.issues.map(({ path, code }) => [path.join("."), code]));
}

export async function startFrom(address: URL): Promise<void> {
  await init(fetch(address));
  await ready;
}

export function useRegistration(send: SubmitHandler<PartlySubmitted<"eligibility-paper">>) {
  const { register, handleSubmit, formState } = useForm({
    resolver: resolver("eligibility-paper", { only: ["customerId", "phone", "email"] }),
  });
  return { register, submit: handleSubmit(send), code: formState.errors.customerId?.type };
}
