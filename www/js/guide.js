// A guided application: its steps, one open at a time, beside how it stands; and its report. Fields are judged by the widget
// of the package; this file leads through them and keeps count.

import { isRequired } from "./conditions.js";
import { createCarrier } from "./guide-carry.js";
import { createFinish } from "./guide-finish.js";
import { createPasted } from "./guide-pasted.js";
import { createStep } from "./guide-step.js";
import { guides } from "./guide-steps.js";
import { createSummary, tally } from "./guide-summary.js";
import { addressOf } from "./language.js";
import { announce } from "./live.js";
import { element } from "./message.js";
import { attach, checkForm } from "./package.js";
import { makeReport } from "./report.js";
import { paintReport } from "./report-view.js";
import { language, say } from "./words.js";

/**
 * form: its name; root: the view it goes into. entered(): what is entered in every application; next: the form that comes
 * after this one. Until `fill` brings the descriptions of the fields there is a heading only.
 */
export function createGuide(form, root, { entered, next }) {
  const heading = element("h1");
  heading.tabIndex = -1;
  const lead = element("p", "lead");
  const filling = element("div", "filling");
  const pasted = createPasted(withdrawPasted);
  filling.append(heading, lead, pasted.root);
  const report = element("div", "report");
  report.hidden = true;
  root.append(filling, report);

  const formRoot = element("form");
  let describe = null;
  let description = null;
  let steps = [];
  let fields = [];
  let summary = null;
  let finish = null;
  let carrier = null;
  let widget = null;
  /** "report", or "" while the fields are shown. */
  let part = "";
  /** The field that somebody wants to go to from the report. */
  let wanted = null;
  /** Takes the last clearing back. */
  let restore = null;
  let isWriting = false;
  let isToPaint = false;

  function fill(reference) {
    ({ describe } = reference);
    description = describe(form, language());
    const described = new Map(description.fields.map((field) => [field.name, field]));
    steps = guides[form].map((_, index) => createStep(form, index, described, openStep));
    fields = steps.flatMap((step) => step.fields);
    summary = createSummary(form, steps.length, { open: openStep, report: () => go(`${form}/report`) });
    finish = createFinish(form, { hasSecrets: fields.some((field) => field.isSecret), clear, undo });
    carrier = createCarrier(form, fields, values);

    Object.assign(formRoot, { id: `${form}-form`, noValidate: true, autocomplete: "off" });
    formRoot.dataset.onshiForm = form;
    const found = element("div", "found");
    found.dataset.onshiSummary = "";
    formRoot.append(found, ...steps.map((step) => step.root), finish.root);
    const columns = element("div", "columns");
    columns.append(formRoot, summary.root);
    filling.append(columns);
    steps[0].root.open = true;
    listen();
    speak();
  }

  function listen() {
    // On what is around the form: the widget stops the event where there are errors, and lists them.
    filling.addEventListener("submit", (event) => {
      event.preventDefault();
      go(`${form}/report`);
    });
    for (const type of ["input", "change"]) {
      formRoot.addEventListener(type, (event) => {
        if (!isWriting) changed(event.target);
        paintSoon();
      });
    }
    formRoot.addEventListener("onshi:verdict", paintSoon);
    // A link of the widget's list leads to a field that may stand in a closed step. The window hears of it before the widget.
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href*='#']");
      if (link && formRoot.contains(link)) reveal(document.getElementById(link.hash.slice(1)));
    }, true);
  }

  function changed(control) {
    const field = fields.find(({ controls }) => controls.includes(control));
    if (!field) return;
    withdrawUndo();
    carrier.changed(field);
  }

  function values() {
    return Object.assign({}, ...fields.map((field) => field.read()));
  }

  /** Enters what no person has typed. */
  function write(field, given) {
    isWriting = true;
    field.write(given);
    isWriting = false;
  }

  // Where in the guide the person is

  function go(place) {
    location.hash = addressOf(place);
  }

  function openStep(index) {
    steps[index].open();
  }

  /** Opens the step that holds an element. */
  function reveal(target) {
    const step = steps.find(({ root: step }) => step.contains(target));
    if (step) step.root.open = true;
  }

  /** Shows the fields, or the report. Returns what is to be focused. */
  function open(where) {
    part = where;
    filling.hidden = part === "report";
    report.hidden = part !== "report";
    if (!description) return heading;
    if (part === "report") {
      paintNow();
      return report.querySelector("h1");
    }
    widget ??= attach(formRoot);
    const hasPasted = carrier.take(write);
    paintNow();
    if (hasPasted) announce(paintPasted());
    const field = wanted;
    wanted = null;
    if (field) reveal(field.root);
    return field ?? heading;
  }

  // Clearing, and taking it back

  function clear() {
    const before = values();
    const given = fields.filter((field) => !field.isSecret && field.isGiven);
    widget?.detach();
    for (const field of fields) field.clear();
    const bringBack = carrier.forget();
    widget = attach(formRoot);
    restore = () => {
      bringBack();
      for (const field of given) write(field, before);
      carrier.remember();
    };
    paintNow();
    announce(finish.offerUndo());
  }

  function undo() {
    restore();
    withdrawUndo();
    paintNow();
    finish.focus();
    announce(say("guide.restored"));
  }

  /** What came from a text goes, and what another form says of it comes back. */
  function withdrawPasted() {
    carrier.withdraw(write);
    carrier.take(write);
    paintNow();
    heading.focus();
    announce(say("guide.restored"));
  }

  function withdrawUndo() {
    restore = null;
    finish.withdrawUndo();
  }

  // Painting

  /** Once for everything that happens at a time, after the widget has had its say. */
  function paintSoon() {
    if (isToPaint) return;
    isToPaint = true;
    requestAnimationFrame(paintNow);
  }

  function paintNow() {
    isToPaint = false;
    if (!description) return;
    const given = values();
    for (const field of fields) field.paintNeed(isRequired(field.description, description.fields, given));
    const standing = checkForm(form, given, { locale: language(), mode: "typing" });
    const counts = steps.map((step) => tally(step.fields, standing));
    steps.forEach((step, index) => step.paint(counts[index]));
    summary.paint(steps.map((step) => step.title), counts);
    carrier.paint();
    paintPasted();
    paintStrip(given);
    if (part === "report") paintTheReport(given);
  }

  function paintPasted() {
    return pasted.paint(carrier.pasted.map((field) => field.description.label));
  }

  function paintStrip(given) {
    const named = (name) => fields.find((field) => field.name === name);
    const schedule = named("feeSchedule").description.choices.find(({ value }) => value === given.feeSchedule);
    const mayWarn = named("institutionNumber").state === "look";
    for (const { strip } of steps) strip?.paint(given, { scheduleName: schedule?.label ?? "", mayWarn });
  }

  function paintTheReport(given) {
    const model = makeReport({
      form: description,
      steps: steps.map((step) => ({ title: step.title, fields: step.fields.map((field) => field.description) })),
      values: given,
      others: entered(),
    });
    const goTo = (name) => {
      wanted = fields.find((field) => field.name === name);
      go(form);
    };
    paintReport(report, model, { goTo, next });
  }

  /** Writes every word anew: at the start, and when the language changes. */
  function speak() {
    heading.textContent = say(`form.${form}`);
    lead.textContent = say("guide.at-hand", { things: say(`home.${form}`) });
    if (!describe) return;
    description = describe(form, language());
    for (const field of fields) field.speak(description.fields.find(({ name }) => name === field.name));
    for (const step of steps) step.speak();
    finish.speak();
    paintNow();
  }

  return {
    name: form,
    root,
    fill,
    open,
    reveal,
    speak,
    title: () => (part === "report" ? say("report.title", { form: say(`form.${form}`) }) : say(`form.${form}`)),

    /** What is entered, with the fields it is entered in. */
    get entered() {
      return { fields: fields.map((field) => field.description), values: values() };
    },

    /** Whether something would be lost with the page. */
    get isFilled() {
      return fields.some((field) => field.isGiven && !carrier.isCopied(field.name));
    },
  };
}
