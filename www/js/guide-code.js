// The code strip: the boxes of the paper form, filled while you type, and the ten digits they make.

import { element, icon } from "./message.js";
import { assemble, check } from "./package.js";
import { language, prefectureName, say } from "./words.js";

const lengths = { prefecture: 2, feeSchedule: 1, institutionNumber: 7 };
const icons = { ok: "check", mismatch: "look", unverified: "note" };

/** id: what its output is called. `paint(values, { scheduleName, mayWarn })` fills it. */
export function createCodeStrip(id) {
  const root = element("div", "strip");
  root.setAttribute("role", "group");
  const shown = element("div", "strip-parts");
  shown.setAttribute("aria-hidden", "true");
  const parts = Object.fromEntries(Object.entries(lengths).map(([name, length]) => {
    const part = element("div", "part");
    part.dataset.part = name;
    const title = element("span", "part-name");
    const holder = element("span", "boxes");
    const boxes = Array.from({ length }, () => element("i", "box"));
    holder.append(...boxes);
    const read = element("span", "part-read");
    part.append(title, holder, read);
    return [name, { part, title, boxes, read }];
  }));
  parts.institutionNumber.boxes.at(-1).classList.add("check");
  const [first, ...others] = Object.values(parts);
  shown.append(first.part, ...others.flatMap(({ part }) => [element("span", "plus", "+"), part]));

  const result = element("div", "strip-result");
  const label = element("span", "visually-hidden");
  label.id = `${id}-label`;
  root.setAttribute("aria-labelledby", label.id);
  const line = element("p", "code");
  const equals = element("span", "equals", "=");
  equals.setAttribute("aria-hidden", "true");
  const output = element("output");
  output.id = id;
  output.setAttribute("aria-live", "off");
  line.append(equals, output);
  const judgement = element("p", "judgement");
  result.append(label, line, judgement);
  root.append(shown, result);

  function fill({ boxes }, digits) {
    boxes.forEach((box, index) => {
      box.textContent = digits[index] ?? "";
    });
  }

  /**
   * values: of the three fields. scheduleName: what the fee schedule is called here.
   * mayWarn: false while the number is being typed for the first time; a mismatch waits until it is left.
   */
  function paint({ prefecture, feeSchedule, institutionNumber }, { scheduleName, mayWarn }) {
    const options = { locale: language(), ...(prefecture && { prefecture }), ...(feeSchedule && { feeSchedule }) };
    const number = check("institution-number", institutionNumber, { ...options, mode: "typing" });
    const code = assemble({ prefecture, feeSchedule, institutionNumber }, options);
    label.textContent = say("strip.label");
    for (const [name, { title }] of Object.entries(parts)) title.textContent = say(`strip.${name}`);
    fill(parts.prefecture, prefecture);
    fill(parts.feeSchedule, feeSchedule);
    fill(parts.institutionNumber, digitsOf(number));
    parts.prefecture.read.textContent = prefectureName(prefecture);
    parts.feeSchedule.read.textContent = scheduleName;
    parts.institutionNumber.read.textContent = say("strip.checkDigit");

    output.textContent = code?.status === "valid" ? code.value : "";
    const judged = code?.status === "valid" && (code.checkDigit !== "mismatch" || mayWarn) ? code.checkDigit : "none";
    root.dataset.judged = judged;
    if (judged === "none") judgement.replaceChildren(output.textContent ? "" : say("strip.start"));
    else judgement.replaceChildren(icon(icons[judged]), element("strong", "", say(`strip.${judged}`)));
  }

  return { root, paint };
}

/** The digits to show in the seven boxes: what was read, as long as it fits them. */
function digitsOf(verdict) {
  const [digits] = /^[0-9]*/.exec(verdict?.text ?? "");
  return digits.length <= lengths.institutionNumber ? digits : "";
}
