// Everything that the entries `onshi-check` and `onshi-check/slim` share.

export { assemble, check, is, lineIssues, lineOptions, message, split } from "./api.js";
export { OnshiUnavailable } from "./engine.js";
export { form } from "./form.js";
export { schema } from "./schema.js";
export { checkTogether } from "./together.js";
export { VERSION as version } from "#tables";
