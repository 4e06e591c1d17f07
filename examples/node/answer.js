// From a request to what is answered.

import { form } from "onshi-check";
import { acceptedLanguage } from "./language.js";
import { Refusal } from "./refusal.js";
import { readSubmission } from "./submission.js";

export async function answer(request, today) {
  const { check } = findForm(request);
  const locale = acceptedLanguage(request.headers["accept-language"] ?? "");
  const report = check(await readSubmission(request), { locale, today });

  const headers = { "content-language": locale, vary: "accept-language" };
  const issues = report.issues.map(shown);
  if (report.status !== "valid") return { status: 422, headers, body: { issues } };
  // Here the application would be stored: these values, and a secret as it stands in the submission, because a report
  // never holds one. What is left among the issues are warnings.
  return { status: 200, headers, body: { values: report.values, issues } };
}

function findForm({ method, url }) {
  const [, name] = /^\/([^/?]+)(?:\?|$)/.exec(url) ?? [];
  if (name === undefined) throw new Refusal(404, "form-unknown");
  if (method !== "POST") throw new Refusal(405, "method-not-allowed", { allow: "POST" });
  try {
    return form(decodeURIComponent(name));
  } catch (error) {
    // No form of this name, or no Unicode.
    if (error instanceof RangeError || error instanceof URIError) throw new Refusal(404, "form-unknown");
    throw error;
  }
}

/** An issue as it is answered. Its fix stays behind: that is what was typed, put right. */
function shown({ code, severity, path, params, message }) {
  return { code, severity, path, params, message };
}
