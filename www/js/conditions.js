// Whether a field is asked for, as the reference says: `required` is "always", "never", or a condition on another field.

/**
 * Whether a field has to be filled. fields: the descriptions of the form; values: name -> what is entered.
 * A condition is not met by an answer to a question that is itself not asked.
 */
export function isRequired(field, fields, values) {
  const { required } = field;
  if (typeof required === "string") return required === "always";
  const value = values[required.field] ?? "";
  if (required.isNot) return !required.isNot.includes(value);
  return required.is.includes(value) && isAsked(fields.find(({ name }) => name === required.field), fields, values);
}

/** Whether there is anything to answer: a field that waits for one choice of another is not asked with any other choice. */
export function isAsked(field, fields, values) {
  return !field.required.is || isRequired(field, fields, values);
}
