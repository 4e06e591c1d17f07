// What a control of the page says, and how a text gets into it. The page may have put properties of its own on one: that
// one is left alone.

/** Nothing when the control fights back: a getter of the page may throw. */
export function textOf(control) {
  try {
    const { value } = control;
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a text in. False when the control fights back. */
export function writeText(control, text) {
  try {
    // A property of the element itself may be a framework's, which would take the text for its own and miss the event.
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set;
    if (setter === undefined) control.value = text;
    else setter.call(control, text);
    return true;
  } catch {
    return false;
  }
}
