// What was submitted: from the body of a request to values by the names of their fields.

import { Refusal } from "./refusal.js";

/** The longest body that is read, in bytes: many times what a form that is filled in takes. */
const LONGEST_BODY = 64 * 1024;

/** The one field that is a list. */
const LIST = "terminalNames";

const PARSERS = new Map([
  ["application/json", parseJson],
  ["application/x-www-form-urlencoded", parsePairs],
]);

export async function readSubmission(request) {
  const [essence] = (request.headers["content-type"] ?? "").split(";");
  const parse = PARSERS.get(essence.trim().toLowerCase());
  if (parse === undefined) throw new Refusal(415, "body-type");
  return parse(await readBody(request));
}

/** With events: to leave a loop over the request would destroy the connection before it is answered. */
function readBody(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    request.on("data", (chunk) => {
      length += chunk.length;
      if (length <= LONGEST_BODY) chunks.push(chunk);
      // Once this is answered the connection ends, whatever is still under way.
      else reject(new Refusal(413, "body-too-large", { connection: "close" }));
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", () => reject(new Refusal(400, "body-unreadable")));
  });
}

function parseJson(body) {
  let values;
  try {
    values = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body), refuseUnheld);
  } catch {
    throw new Refusal(400, "body-unreadable");
  }
  if (typeof values !== "object" || values === null || Array.isArray(values)) throw new Refusal(400, "body-unreadable");
  return values;
}

function refuseUnheld(name, value) {
  if (!isHeld(name) || !isHeld(value)) throw new SyntaxError("JSON that no text or number holds");
  return value;
}

/** JSON can write half a character (`\ud800`) and a number beyond all numbers (`1e999`). */
function isHeld(part) {
  return typeof part === "string" ? part.isWellFormed() : typeof part !== "number" || Number.isFinite(part);
}

/** Of a name sent twice the last counts, of the list every one. */
function parsePairs(body) {
  const values = new Map();
  // URLSearchParams drops one question mark at the start: this one, and none that was sent.
  for (const [name, text] of new URLSearchParams(`?${body}`)) {
    if (name !== LIST) values.set(name, text);
    else if (values.has(name)) values.get(name).push(text);
    else values.set(name, [text]);
  }
  return Object.fromEntries(values);
}
