// One text field and its states: quiet, reading, understood, look again, wrong, not asked.
//
// Judged when it is left; once it has been reported it is judged again at every input, so that a message goes the
// moment its cause is gone. Before that, typing shows progress only. Nothing is judged during an IME composition.
// What the person typed is never rewritten, except by a fix button, and that can be undone.

import { announce } from "./live.js";
import { issueLines, paintMessage, spoken } from "./message.js";
import { whenPointerRests } from "./pointer.js";
import { say } from "./words.js";

/**
 * name: id and name of the input; its message stands in `#<name>-message`.
 * judge(text, mode): the verdict of the package, or null where there is none.
 * readBack(verdict): what was understood, in groups.
 * progress(verdict): the neutral line while typing.
 * notAsked(): why the field is not asked for, or "". Shown while it is empty.
 * onChange(): called after the person typed, left, fixed or undid.
 */
export function createField({ name, judge, readBack, progress, notAsked = () => "", isSecret = false, onChange = () => {} }) {
  const input = document.getElementById(name);
  const place = document.getElementById(`${name}-message`);
  const field = input.closest(".field");
  let isReported = false;
  let isComposing = false;
  let applied = null;
  let verdict = null;
  let message = { state: "quiet", lines: [] };

  input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), place.id].filter(Boolean).join(" "));

  input.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  // In Chromium the last input event of a composition comes before its end, and none after.
  input.addEventListener("compositionend", () => {
    isComposing = false;
    typed();
  });
  input.addEventListener("input", () => {
    if (!isComposing) typed();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !isComposing) leave();
  });
  field.addEventListener("focusout", (event) => {
    // Another window came to the front, or focus stays within the field: the person is not done here.
    if (document.activeElement === input || field.contains(event.relatedTarget)) return;
    whenPointerRests(leave);
  });

  function typed() {
    if (applied && input.value !== applied.after) applied = null;
    if (input.value === "") isReported = false;
    look("typing");
  }

  function leave() {
    if (document.activeElement === input && isComposing) return;
    const before = spoken(message);
    isReported = input.value !== "";
    look("final");
    const now = spoken(message);
    if (now && now !== before) announce(`${label()}${say("colon")}${now}`);
  }

  function look(mode) {
    judgeAs(mode);
    onChange();
  }

  function judgeAs(mode) {
    verdict = input.value === "" ? null : judge(input.value, mode);
    message = verdict ? describe(mode) : whileEmpty();
    paint();
  }

  function whileEmpty() {
    const text = input.value === "" ? notAsked() : "";
    return text ? { state: "off", lines: [{ tone: "off", text }] } : { state: "quiet", lines: [] };
  }

  function describe(mode) {
    const errors = verdict.issues.filter((issue) => issue.severity === "error");
    const others = verdict.issues.filter((issue) => issue.severity !== "error");
    const mayReport = mode === "final" || isReported;

    if (verdict.status === "invalid") {
      if (!mayReport) return { state: "reading", lines: [] };
      return { state: "wrong", lines: issueLines(errors, fixActions) };
    }
    if (verdict.status === "valid") {
      const hasWarning = mayReport && others.some((issue) => issue.severity === "warning");
      const understood = {
        tone: "understood",
        text: readBack(verdict),
        more: changed(),
        actions: undoActions(),
      };
      const lines = mayReport ? issueLines(others, fixActions) : [];
      return { state: hasWarning ? "look" : "understood", lines: hasWarning ? [...lines, understood] : [understood, ...lines] };
    }
    const text = verdict.status === "incomplete" ? progress(verdict) : "";
    const lines = issueLines(others);
    return { state: "reading", lines: text ? [{ tone: "reading", text }, ...lines] : lines };
  }

  function changed() {
    if (isSecret || !verdict.changes.length || verdict.value === null) return [];
    const kinds = [...new Set(verdict.changes.map((change) => change.kind))];
    const changes = kinds.map((kind) => say(`change.${kind}`)).join(say("change.comma"));
    const sentence = say("changed", { changes, value: verdict.value });
    return [sentence[0].toUpperCase() + sentence.slice(1)];
  }

  function fixActions(issue) {
    if (isSecret || !issue.fix) return [];
    return [{ label: issue.fix.label, run: () => apply(issue.fix) }];
  }

  function undoActions() {
    if (!applied || input.value !== applied.after) return [];
    return [{ label: say("undo"), run: undo }];
  }

  function apply(fix) {
    applied = { before: input.value, after: fix.value, label: fix.label };
    typeInto(input, fix.value);
    isReported = input.value !== "";
    look("final");
    announce([say("fixed", { label: fix.label }), spoken(message)].join(" "));
  }

  function undo() {
    const { before } = applied;
    applied = null;
    typeInto(input, before);
    isReported = true;
    look("final");
    announce([say("undone"), spoken(message)].join(" "));
  }

  function label() {
    return say(`${name}.label`);
  }

  function paint() {
    paintMessage(place, message);
    field.dataset.state = message.state;
    if (message.state === "wrong") input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  return {
    name,
    input,
    get text() {
      return input.value;
    },
    get verdict() {
      return verdict;
    },
    get state() {
      return message.state;
    },
    get isReported() {
      return isReported;
    },
    /** Judges again because the context or the language changed. Says nothing, neither aloud nor to onChange. */
    refresh() {
      if (isComposing) return;
      judgeAs(isReported && document.activeElement !== input ? "final" : "typing");
    },
  };
}

/** Puts `text` in place of what the input holds, in a way that Ctrl+Z takes back. */
function typeInto(input, text) {
  input.focus();
  input.select();
  // Outdated but the only call that writes into the undo history; nothing has replaced it.
  const isDone = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (isDone) return;
  input.setRangeText(text, 0, input.value.length, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: text }));
}
