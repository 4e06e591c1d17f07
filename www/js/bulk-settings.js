// How a table is read: what was found out, and what the person has chosen instead.

/** The settings that the package finds out by itself where they are "auto". */
const found = ["encoding", "delimiter", "header"];

/** One table's settings. `auto` holds what was found out, also where something else was chosen. */
export function createSettings() {
  const chosen = { encoding: "auto", delimiter: "auto", header: "auto", form: "" };
  /** Column -> kind or field, null for nothing: only where it is not as found out. */
  let targets = {};
  const auto = {};
  let autoTargets = [];

  return {
    chosen,
    auto,
    get form() {
      return chosen.form;
    },
    /** What was found out about a column. */
    autoTarget: (index) => autoTargets[index] ?? "",
    /** The other columns, or their order, may be others then: what was chosen for them is forgotten. */
    choose(name, value) {
      chosen[name] = value;
      targets = {};
    },
    chooseTarget(index, target) {
      if (target === autoTargets[index]) delete targets[index];
      else targets[index] = target || null;
    },
    /** Takes note of what a reading has found out. targetsRead: of every column. */
    learn(read, targetsRead) {
      for (const name of found) if (chosen[name] === "auto") auto[name] = String(read[name]);
      autoTargets = targetsRead.map((target, index) => (index in targets ? autoTargets[index] : target));
    },
    /** As the package takes them. */
    options() {
      const { encoding, delimiter, header, form } = chosen;
      return {
        encoding,
        delimiter,
        header: header === "auto" ? undefined : header === "true",
        form: form || undefined,
        columns: { ...targets },
      };
    },
  };
}
