// What one application says about the place and its people, the next one need not ask again; and what was found in a text
// that somebody pasted goes into all of them. Kept in memory only, and never a password or the secret number.

import { say } from "./words.js";

const shared = ["prefecture", "feeSchedule", "institutionNumber", "institutionName", "contactName", "phone", "email"];
/** What only a text brings: the two applications for a line may have an ID each. */
const fromTextOnly = ["customerId"];

/** name -> { value, form }: the latest that a person entered. */
const latest = new Map();
/** name -> { value, label, beside }: what was found in a text; `beside`: the values of other fields that it goes with. */
const pasted = new Map();

/** Takes what was found in a text, for every form that is opened from now on. */
export function bring(values) {
  pasted.clear();
  for (const [name, entry] of Object.entries(values)) pasted.set(name, entry);
}

/** Carries to and from one form. fields: of the form; values(): what is entered in it. */
export function createCarrier(form, fields, values) {
  /** name -> entry of `latest` or `pasted`: what was copied from there and not touched since. */
  const copied = new Map();
  const receiving = fields.filter(({ name }) => shared.includes(name) || fromTextOnly.includes(name));
  const isPasted = (entry) => entry !== undefined && !("form" in entry);

  function remember() {
    const own = Object.fromEntries(Object.entries(values()).filter(([name]) => !copied.has(name)));
    const named = own.familyName && own.givenName ? { contactName: `${own.familyName} ${own.givenName}` } : {};
    for (const [name, value] of Object.entries({ ...named, ...own })) {
      if (!shared.includes(name)) continue;
      if (value) latest.set(name, { value, form });
      else if (latest.get(name)?.form === form) latest.delete(name);
    }
  }

  /** Whether a field is empty, or holds a copy. */
  function isFree(field) {
    const [now] = Object.values(field.read());
    return now === "" || copied.get(field.name)?.value === now;
  }

  /** Whether an entry goes with what somebody entered beside it. */
  function fits({ beside = {} }) {
    const others = fields.filter(({ name }) => name in beside);
    return others.every((field) => isFree(field) || field.read()[field.name] === beside[field.name]);
  }

  /** Empties the fields that hold what was found in a text which is no longer meant. */
  function dropStale(write) {
    for (const field of receiving) {
      const entry = copied.get(field.name);
      if (!isPasted(entry) || pasted.get(field.name) === entry) continue;
      copied.delete(field.name);
      write(field, {});
    }
  }

  return {
    remember,

    /** Whether another form has it too. */
    isCopied: (name) => copied.has(name) && !isPasted(copied.get(name)),

    /** Hears that a person changed a field. */
    changed(field) {
      if (copied.delete(field.name)) field.sayCarried("");
      pasted.delete(field.name);
      remember();
    },

    /**
     * Copies what was found in a text, or what other forms have, into fields that are empty or hold a copy. write(field,
     * values) enters it. Returns whether something came from a text.
     */
    take(write) {
      dropStale(write);
      const found = receiving.map((field) => {
        const entry = pasted.get(field.name);
        return entry && fits(entry) ? entry : latest.get(field.name);
      });
      let isNews = false;
      receiving.forEach((field, index) => {
        const entry = found[index];
        const [now] = Object.values(field.read());
        if (!entry || entry.form === form || !isFree(field) || entry.value === now) return;
        copied.set(field.name, entry);
        write(field, { [field.name]: entry.value });
        isNews ||= isPasted(entry);
      });
      return isNews;
    },

    /** Takes out of this form what came from a text, and forgets the text for the others. */
    withdraw(write) {
      pasted.clear();
      dropStale(write);
    },

    /** The fields that were filled from a text. */
    get pasted() {
      return receiving.filter(({ name }) => isPasted(copied.get(name)));
    },

    /** Says beside every copy where it comes from. */
    paint() {
      for (const field of receiving) field.sayCarried(wordsOf(copied.get(field.name)));
    },

    /** Forgets what this form has given and taken. Returns what brings the copies back. */
    forget() {
      const before = [...copied];
      const found = [...pasted].filter(([name, entry]) => copied.get(name) === entry);
      copied.clear();
      for (const [name] of found) pasted.delete(name);
      for (const [name, entry] of latest) if (entry.form === form) latest.delete(name);
      return () => {
        for (const [name, entry] of before) copied.set(name, entry);
        for (const [name, entry] of found) pasted.set(name, entry);
      };
    },
  };

  function wordsOf(entry) {
    if (!entry) return "";
    if (!isPasted(entry)) return say("guide.carried", { form: say(`form.${entry.form}`) });
    return say(entry.label ? "guide.pasted.label" : "guide.pasted", { label: entry.label.replace(/\s+/g, " ") });
  }
}
