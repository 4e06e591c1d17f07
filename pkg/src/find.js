// Customer IDs, institution codes and numbers, e-mail addresses and phone numbers in any text.

import { KINDS } from "#tables";
import { check } from "./api.js";
import { next, nextString, open } from "./decode.js";
import { core, writeBytes } from "./engine.js";
import { readProperty } from "./property.js";
import { recover } from "./recover.js";

const NONE = 0xffffffff;
const CONFIDENCES = ["low", "high"];

/** What is found in a text, in its order. */
export function find(text, options) {
  if (typeof text !== "string") return [];
  const wanted = readKinds(readProperty(options, "kinds"));
  const hits = recover(
    () => readHits(text),
    () => [],
  );
  // A verdict is an answer of its own, so it waits until the hits are read.
  return hits.filter(({ kind }) => wanted === undefined || wanted.includes(KINDS[kind])).map((hit) => withVerdict(text, hit, options));
}

/** The kinds that are asked for; undefined: all. */
function readKinds(kinds) {
  try {
    return Array.isArray(kinds) ? Array.from(kinds) : undefined;
  } catch {
    // A proxy that was revoked, or that throws.
    return undefined;
  }
}

function readHits(text) {
  const bytes = new TextEncoder().encode(text);
  writeBytes(core.text_room(bytes.length), bytes);
  open(core.find(bytes.length));
  return Array.from({ length: next() }, () => ({
    kind: next(),
    range: [next(), next()],
    label: [next(), next()],
    confidence: CONFIDENCES[next()],
    judged: nextString(),
  }));
}

function withVerdict(text, { kind, range, label, confidence, judged }, options) {
  const verdict = check(KINDS[kind], judged, { locale: readProperty(options, "locale") });
  const found = { kind: KINDS[kind], value: verdict.value ?? text.slice(...range), range, confidence, verdict };
  if (label[0] !== NONE) found.label = text.slice(...label);
  return found;
}
