/**
 * The same as `onshi-check`, without the module's bytes: `init` says where they are. For Content-Security-Policies and
 * platforms that compile WebAssembly themselves, and to load it in parallel with the page.
 *
 * @example
 * import { check, init } from "onshi-check/slim";
 *
 * await init(fetch("/assets/onshi_check.wasm")); // the file is onshi-check/onshi_check.wasm
 * check("email", "kikin@example.jp").status; // "valid"
 *
 * @module
 */

export * from "./types.js";

/** Classes that a program knows only with the types of its platform; otherwise `never`. */
type MaybeModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;
type MaybeResponse = typeof globalThis extends { Response: { prototype: infer Response } } ? Response : never;
type MaybeUrl = typeof globalThis extends { URL: { prototype: infer URL } } ? URL : never;

/** The bytes of `onshi-check/onshi_check.wasm`, a compiled module, a response that has them, or the address to fetch. */
export type ModuleSource = ArrayBuffer | ArrayBufferView | MaybeModule | MaybeResponse | MaybeUrl | string;

/**
 * Starts the module. Calls before it has resolved throw `OnshiUnavailable`. A second call when it has already started does
 * nothing; a second call after a failure tries again.
 *
 * @throws {OnshiUnavailable} (rejects) The source cannot be loaded, or is not the module of this package.
 * @example
 * import { readFile } from "node:fs/promises";
 * await init(readFile(new URL(import.meta.resolve("onshi-check/onshi_check.wasm"))));
 */
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

export {};
