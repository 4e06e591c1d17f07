// Which of the things that were found go into an application: of each kind one.

/** What answers the same question. The code holds the number. */
const questions = {
  "customer-id": "customer-id",
  "institution-code": "institution",
  "institution-number": "institution",
  email: "email",
  phone: "phone",
};

const institutionNumber = ({ kind, value }) => (kind === "institution-code" ? value.slice(-7) : value);

function sameQuestion(hit) {
  return (other) => questions[other.kind] === questions[hit.kind];
}

/** Whether two hits of one question say the same. */
function agrees(one, other) {
  return questions[one.kind] === "institution" ? institutionNumber(one) === institutionNumber(other) : one.value === other.value;
}

/** The hits that are chosen to begin with: what is sure and said in one way only; otherwise the only guess, if it is right. */
export function pickFirst(hits) {
  const chosen = new Set();
  for (const question of new Set(Object.values(questions))) {
    const all = hits.filter(({ kind }) => questions[kind] === question);
    const sure = all.filter(({ confidence }) => confidence === "high");
    const [first, ...others] = sure.length ? sure : all;
    const isClear = first && others.every((other) => agrees(first, other)) && (sure.length || first.verdict.status === "valid");
    // The code says more than the number.
    if (isClear) chosen.add([first, ...others].find(({ kind }) => kind === "institution-code") ?? first);
  }
  return chosen;
}

/** The questions that the text answers in several ways: a hit of each, and in how many. */
export function doubtful(hits) {
  const firsts = hits.filter((hit, index) => hits.findIndex(sameQuestion(hit)) === index);
  return firsts
    .map((hit) => ({ hit, count: hits.filter(sameQuestion(hit)).filter((other, index, all) => all.findIndex((it) => agrees(it, other)) === index).length }))
    .filter(({ count }) => count > 1);
}

/** The choice with a hit put in, in the place of others of its question, or taken out. */
export function toggle(chosen, hit, isChosen) {
  const rest = [...chosen].filter((other) => other !== hit && !(isChosen && sameQuestion(hit)(other)));
  return new Set(isChosen ? [...rest, hit] : rest);
}

/** What the chosen hits are in an application: name of the field -> { value, label, beside }. */
export function valuesOf(chosen) {
  const entries = [...chosen].map(({ kind, value, label = "", verdict }) => {
    if (kind === "customer-id") return { customerId: { value, label } };
    if (kind === "email" || kind === "phone") return { [kind]: { value, label } };
    if (kind === "institution-number" || verdict.status !== "valid") return { institutionNumber: { value, label } };
    // Prefecture, fee schedule and number are one answer: none goes beside another of somebody else's.
    const { prefecture, feeSchedule, institutionNumber } = verdict.parts;
    const parts = { prefecture, feeSchedule, institutionNumber };
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { value: part, label, beside: parts }]));
  });
  return Object.assign({}, ...entries);
}
