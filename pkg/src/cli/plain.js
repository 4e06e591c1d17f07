// What a file or a user has named, made safe for a terminal.

/** Blanks of every kind: a line break in a header is a blank in a table. */
const BLANKS = /[\s\u0085]+/gu;
/** Control characters move the cursor and colour the screen. */
const CONTROLS = /\p{Cc}|\p{Cs}/gu;
/** Invisible characters, among them those that turn the direction of what follows. */
const INVISIBLE = /\p{Cf}/gu;

/** A foreign text on one line, without what a terminal would obey. */
export function plain(text) {
  return String(text).replace(INVISIBLE, "").replace(BLANKS, " ").trim().replace(CONTROLS, "\ufffd");
}

/** What JSON lets through as it is, although a terminal would obey it. */
const RAW_IN_JSON = /[\x7f-\x9f\u2028\u2029]|\p{Cf}/gu;

/** A document of JSON that is safe to look at. */
export function writeJson(value) {
  return JSON.stringify(value, undefined, 2).replace(RAW_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, index) => "\\u" + character.charCodeAt(index).toString(16).padStart(4, "0")).join(""),
  );
}
