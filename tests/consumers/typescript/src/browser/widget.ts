import "onshi-check/global.js";
import { attach, type Attached, type IssueCode } from "onshi-check/widget";

export function watch(element: HTMLFormElement, note: (field: string, code: IssueCode) => void): Attached {
  element.addEventListener("onshi:verdict", ({ detail: { name, verdict } }) => {
    const [issue] = verdict?.issues ?? [];
    if (issue) note(name, issue.code);
  });
  return attach(element, { form: "eligibility-paper", report: "blur" });
}

/** The classic script has the same, as a global. */
export const watchThroughScript: typeof attach = OnshiCheck.attach;
