// What one application says about the place and its people, the next one need not ask again. Kept in memory only, and never
// a password or the secret number.

import { say } from "./words.js";

const shared = ["prefecture", "feeSchedule", "institutionNumber", "institutionName", "contactName", "phone", "email"];

/** name -> { value, form }: the latest that a person entered. */
const latest = new Map();

/** Carries to and from one form. fields: of the form; values(): what is entered in it. */
export function createCarrier(form, fields, values) {
  /** name -> { value, form }: what was copied from another form and not touched since. */
  const copied = new Map();
  const receiving = fields.filter(({ name }) => shared.includes(name));

  function remember() {
    const own = Object.fromEntries(Object.entries(values()).filter(([name]) => !copied.has(name)));
    const named = own.familyName && own.givenName ? { contactName: `${own.familyName} ${own.givenName}` } : {};
    for (const [name, value] of Object.entries({ ...named, ...own })) {
      if (!shared.includes(name)) continue;
      if (value) latest.set(name, { value, form });
      else if (latest.get(name)?.form === form) latest.delete(name);
    }
  }

  return {
    remember,

    isCopied: (name) => copied.has(name),

    /** Hears that a person changed a field. */
    changed(field) {
      if (copied.delete(field.name)) field.sayCarried("");
      remember();
    },

    /** Copies what other forms have into fields that are empty, or hold a copy. write(field, values) enters it. */
    take(write) {
      for (const field of receiving) {
        const found = latest.get(field.name);
        const [now] = Object.values(field.read());
        const isUntouched = now === "" || copied.get(field.name)?.value === now;
        if (!found || found.form === form || !isUntouched || found.value === now) continue;
        copied.set(field.name, found);
        write(field, { [field.name]: found.value });
      }
    },

    /** Says beside every copy where it comes from. */
    paint() {
      for (const field of receiving) {
        const found = copied.get(field.name);
        field.sayCarried(found ? say("guide.carried", { form: say(`form.${found.form}`) }) : "");
      }
    },

    /** Forgets what this form has given and taken. Returns what brings the copies back. */
    forget() {
      const before = [...copied];
      copied.clear();
      for (const [name, entry] of latest) if (entry.form === form) latest.delete(name);
      return () => {
        for (const [name, found] of before) copied.set(name, found);
      };
    },
  };
}
