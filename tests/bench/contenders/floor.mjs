import { startFloor } from "../floor.mjs";

export const name = "floor (our boundary, no rule)";
/** Accepts everything: it is measured, not verified. */
export const hasRules = false;

export function customerId() {
  const { copy, judge } = startFloor();
  return (text) => judge(copy(text, 0));
}

export function eightFields() {
  const { copy, judge } = startFloor();
  return (values) => {
    let end = copy(values.prefecture, 0);
    end = copy(values.feeSchedule, end);
    end = copy(values.institutionNumber, end);
    end = copy(values.phone, end);
    end = copy(values.email, end);
    end = copy(values.password, end);
    end = copy(values.passwordConfirm, end);
    end = copy(values.institutionName, end);
    return judge(end);
  };
}

export function wholeForm() {
  const { copy, judge } = startFloor();
  return (values) => {
    let end = copy(values.familyName, 0);
    end = copy(values.givenName, end);
    end = copy(values.feeSchedule, end);
    end = copy(values.prefecture, end);
    end = copy(values.institutionNumber, end);
    end = copy(values.institutionName, end);
    end = copy(values.founderName, end);
    end = copy(values.phone, end);
    end = copy(values.email, end);
    end = copy(values.password, end);
    end = copy(values.passwordConfirm, end);
    return judge(end + Number(values.locationConfirmed) + Number(values.termsAccepted));
  };
}
