import { describe } from "onshi-check/reference";
import { Registration } from "./registration";
import { fields } from "./rules";

/** A server component: the labels and hints never become a script of the page. */
export default function Page() {
  const described = describe("eligibility-paper").fields.filter(({ name }) => fields.includes(name));
  return <Registration described={described.map(({ name, label, hint }) => ({ name, label, hint }))} />;
}
