/**
 * Whether memory stays flat: exercises the package and reports how much WebAssembly memory it holds.
 * The package exports no memory, so every instance made in this realm is noted as it starts:
 * import this module before the package starts one.
 */
import { mixedCustomerIds, threeWrongFields, validWholeForms } from "./inputs.mjs";

const memories = [];

WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(Instance, parameters) {
    const instance = Reflect.construct(Instance, parameters);
    memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
    return instance;
  },
});

const ids = mixedCustomerIds().map(({ input }) => input);
const forms = [...validWholeForms(), ...threeWrongFields()].map(({ input }) => input);

/** Calls `is`, `check`, `form().is` and `form().check` so often each; returns the bytes of WebAssembly memory held. */
export async function exercise(calls) {
  const { check, form, is } = await import("onshi-check");
  const registration = form("user-registration");
  let read = 0;
  for (let index = 0; index < calls; index += 1) {
    const id = ids[index % ids.length];
    const values = forms[index % forms.length];
    read += Number(is("customer-id", id)) + Number(registration.is(values));
    for (const issue of check("customer-id", id).issues) read += issue.message.length;
    for (const issue of registration.check(values).issues) read += issue.message.length;
  }
  if (read === 0) throw new Error("nothing was read");
  if (memories.length === 0) throw new Error("the package has started no WebAssembly");
  return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
