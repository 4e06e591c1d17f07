// Lines: selections and what is still allowed.

import {
  lineIssues,
  lineOptions,
  type ClaimsLineType,
  type ClaimsSelection,
  type EligibilitySelection,
  type Issue,
  type LineField,
  type LineOption,
  type LineOptions,
  type LineOptionState,
  type LineSelection,
  type LineService,
  type LineType,
  type V6Option,
} from "onshi-check";
import { typeOf } from "./expect.js";

const chosen: string = "27";
const eligibility: EligibilitySelection = {
  prefecture: chosen,
  lineType: "1" satisfies LineType,
  customerIdSource: "same-as-claims",
  v6Option: "contracted" satisfies V6Option,
  lineService: "hikari-cross" satisfies LineService,
};
const claims: ClaimsSelection = {
  application: "claims",
  prefecture: null,
  lineType: "isdn" satisfies ClaimsLineType,
  customerIdSource: "cop",
  v6Option: undefined,
  lineService: chosen,
};
const selections: LineSelection[] = [eligibility, claims, { application: "eligibility" }, {}];

for (const selection of selections) {
  typeOf(lineIssues(selection, { locale: "en" })).is<readonly Issue[]>();
  const options = lineOptions(selection);
  typeOf(options).is<LineOptions>();
  for (const field of Object.keys(options) as LineField[]) {
    for (const option of options[field]) {
      typeOf(option).is<LineOption>();
      typeOf(option.value, option.label).is<string>();
      typeOf(option.state).is<LineOptionState>();
      typeOf(option.issue).is<Issue | undefined>();
    }
  }
}
lineIssues();
lineOptions(null, null);
// @ts-expect-error misspelt
lineIssues({ linetype: "1" });
// @ts-expect-error there are two applications
lineOptions({ application: "login" });
// @ts-expect-error has no effect here
lineIssues({}, { mode: "typing" });
