// How foreign objects are read.

const { getOwnPropertyDescriptor } = Object;

/** An own data property. What is inherited is nobody's answer, and a getter would run foreign code. */
export function readProperty(object, name) {
  try {
    return getOwnPropertyDescriptor(object, name)?.value;
  } catch {
    // Nothing that has properties, or a proxy.
    return undefined;
  }
}
