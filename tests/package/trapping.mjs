// Modules that break, made from the module of the package.

import binaryen from "binaryen";
import { moduleBytes } from "./package-files.mjs";
import { withConstructor } from "./platform.mjs";

/** The module of the package, in which calling any of these functions traps. */
export function trappingModule(...names) {
  return trappingModuleOf(moduleBytes(), ...names);
}

/** The same of another edition. */
export function trappingModuleOf(bytes, ...names) {
  const module = binaryen.readBinary(bytes);
  try {
    for (const name of names) makeTrap(module, name);
    return new WebAssembly.Module(module.emitBinary());
  } finally {
    module.dispose();
  }
}

function makeTrap(module, name) {
  const entry = module.getExport(name);
  if (entry === 0) throw new Error(`the module exports no ${name}`);
  const inner = binaryen.getExportInfo(entry).value;
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(inner));
  const trap = `trap in ${name}`;
  module.addFunction(trap, params, results, [], module.unreachable());
  module.removeExport(name);
  module.addFunctionExport(trap, name);
}

/** Runs `work` while the first instance that is made comes from `broken`, and every other from what is asked for. */
export async function withFirstInstance(broken, work) {
  let made = 0;
  const construct = (Instance, [module, imports]) => new Instance(made++ === 0 ? broken : module, imports);
  return withConstructor("Instance", construct, () => work(() => made));
}
