// The code strip: the boxes of the paper form, filled while you type, and the ten digits they make.

import { element, icon } from "./message.js";
import { prefectureName, say } from "./words.js";

const strip = document.getElementById("strip");
const output = document.getElementById("institution-code");
const judgement = document.getElementById("check-digit");
const lengths = { prefecture: 2, feeSchedule: 1, institutionNumber: 7 };
const icons = { ok: "check", mismatch: "look", unverified: "note" };

const parts = Object.fromEntries(Object.entries(lengths).map(([name, length]) => {
  const part = strip.querySelector(`[data-part="${name}"]`);
  const boxes = Array.from({ length }, () => element("i", "box"));
  part.querySelector(".boxes").append(...boxes);
  return [name, { boxes, read: part.querySelector(".part-read") }];
}));
parts.institutionNumber.boxes.at(-1).classList.add("check");

function fill({ boxes }, digits) {
  boxes.forEach((box, index) => {
    box.textContent = digits[index] ?? "";
  });
}

/** The digits to show in the seven boxes: what was read, as long as it fits them. */
function digitsOf(verdict) {
  const digits = /^[0-9]*/.exec(verdict?.text ?? "")[0];
  return digits.length <= lengths.institutionNumber ? digits : "";
}

/**
 * number: the verdict on the 7-digit field. code: the verdict of `assemble`.
 * mayWarn: false while the number is being typed for the first time; a mismatch waits until it is left.
 */
export function paintCode({ prefecture, feeSchedule, number, code, mayWarn }) {
  fill(parts.prefecture, prefecture);
  fill(parts.feeSchedule, feeSchedule);
  fill(parts.institutionNumber, digitsOf(number));
  parts.prefecture.read.textContent = prefectureName(prefecture);
  parts.feeSchedule.read.textContent = feeSchedule && say(`feeSchedule.${feeSchedule}`);

  output.textContent = code?.status === "valid" ? code.value : "";
  let judged = code?.status === "valid" ? code.checkDigit : undefined;
  if (judged === "mismatch" && !mayWarn) judged = undefined;
  strip.dataset.judged = judged ?? "none";
  if (judged) judgement.replaceChildren(icon(icons[judged]), element("strong", "", say(`strip.${judged}`)));
  else judgement.replaceChildren(output.textContent ? "" : say("strip.start"));
}

/** `13 東京都 ／ 3 歯科 ／ 1234567` */
export function readInstitution({ prefecture, feeSchedule, institutionNumber }) {
  return [
    prefecture && `${prefecture} ${prefectureName(prefecture)}`,
    feeSchedule && `${feeSchedule} ${say(`feeSchedule.${feeSchedule}`)}`,
    institutionNumber,
  ].filter(Boolean).join(say("slash"));
}
