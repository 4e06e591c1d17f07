// The WebAssembly instance: made at the first call, made anew after a trap, and the scratch buffer that texts go through.

import { initSync, __wbg_reset_state as makeAnew } from "#glue";
import { readProperty } from "./property.js";

/** WebAssembly cannot start here: an old browser, or a Content-Security-Policy without 'wasm-unsafe-eval'. */
export class OnshiUnavailable extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "OnshiUnavailable";
  }
}

/** Lengths that stand for values which are not read; `src/wasm/hot.rs` knows the same two. */
const NOT_TEXT = 0xffffffff;
const TOO_LONG = 0xfffffffe;
/** UTF-16 units; a longer text is not read. */
export const LONGEST_INPUT = 10000;

/** The functions of the module that take and return numbers. */
export let core;
/** What every instance is made of. */
export let compiled;
/** The whole memory, as bytes and as words. A memory that has grown leaves its old views empty. */
let bytes = new Uint8Array(0);
let words = new Uint32Array(0);
let textsAt = 0;
let textsEnd = 0;
let lengthsAt = 0;
let end = 0;
let decoder;
let load = () => {
  throw new OnshiUnavailable("onshi-check/slim: call init(source) and wait for it before the first check");
};

/** Says how to get the compiled module. Nothing happens until the first call. */
export function provide(loadModule) {
  load = loadModule;
}

/** Makes sure there is an instance. Throws `OnshiUnavailable` when there cannot be one. */
export function start() {
  if (core) return;
  try {
    compiled ??= load();
    core = initSync({ module: compiled });
  } catch (error) {
    if (error instanceof OnshiUnavailable) throw error;
    throw new OnshiUnavailable("WebAssembly cannot start here: " + error?.message, { cause: error });
  }
  forgetMemory();
}

/** After a trap: a new instance of the same module. */
export function restart() {
  core = undefined;
  makeAnew();
  core = initSync();
  forgetMemory();
  restarted();
}

let restarted = () => {};

/** Says who had something in an instance that is lost. */
export function whenRestarted(callback) {
  restarted = callback;
}

function forgetMemory() {
  bytes = new Uint8Array(0);
  textsEnd = 0;
}

/** The memory as words: what an answer is read from. */
export function memory() {
  if (bytes.length === 0) look();
  return words;
}

/** Writes bytes where the module has made room for them. */
export function writeBytes(address, source) {
  // Making room may have moved the memory.
  look();
  bytes.set(source, address >>> 0);
}

/** A copy of bytes in the memory. */
export function readBytes(address, length) {
  look();
  return bytes.slice(address >>> 0, (address >>> 0) + length);
}

function look() {
  bytes = new Uint8Array(core.memory.buffer);
  words = new Uint32Array(core.memory.buffer);
}

/** Begins a call: the next text goes to the start of the buffer. */
export function begin() {
  if (textsEnd === 0) makeRoom(4096);
  if (bytes.length === 0) look();
  end = textsAt;
}

function makeRoom(needed) {
  const written = end - textsAt;
  textsAt = core.texts(needed) >>> 0;
  textsEnd = textsAt + needed;
  lengthsAt = core.lengths() >>> 2;
  end = textsAt + written;
  look();
}

/** Begins a call with a text and returns its length in bytes. */
export function writeText(text) {
  begin();
  return append(text);
}

/** Writes one value into a slot. Anything but text is only marked. */
export function write(slot, value) {
  let length = NOT_TEXT;
  if (typeof value === "string") length = value.length > LONGEST_INPUT ? TOO_LONG : append(value);
  // Only now: making room moves the words.
  words[lengthsAt + slot] = length;
}

/** Begins a call with the fields of a form, each in its slot. `inputs` keeps what was read where somebody wants it. */
export function writeForm(values, table, only, inputs) {
  begin();
  writeFields(values, table, 0, only, inputs);
}

/** Begins a call with several forms, one behind the other. */
export function writeForms(all, tables) {
  begin();
  let slot = 0;
  all.forEach((values, index) => {
    writeFields(values, tables[index], slot, -1);
    slot += tables[index].slots;
  });
}

function writeFields(values, { names, box, aside, list }, from, only, inputs) {
  for (let slot = 0; slot < names.length; slot++) {
    // What nobody asks about is not even read.
    const value = aside[slot] && !(only & (1 << slot)) ? undefined : readProperty(values, names[slot]);
    if (slot === list) return writeList(value, from + slot, slot, inputs);
    if (inputs !== undefined) inputs[slot] = value;
    let length = 0;
    if (typeof value === "string") length = value.length > LONGEST_INPUT ? TOO_LONG : append(value);
    else if (value === true && box[slot]) length = append("true");
    else if (value !== undefined && value !== null && !(value === false && box[slot])) length = NOT_TEXT;
    // Only now: making room moves the words.
    words[lengthsAt + from + slot] = length;
  }
}

/** The items of a list; one slot more says that there are too many, or that it is no list. A text is a list of one. */
function writeList(value, at, slot, inputs) {
  const items = [];
  let rest = 0;
  if (typeof value === "string") items.push(value);
  else if (isArray(value)) {
    const length = readProperty(value, "length");
    for (let index = 0; index < Math.min(length, MOST_ITEMS); index++) items.push(readProperty(value, index));
    for (let index = MOST_ITEMS; index < Math.min(length, MOST_LOOKED_AT) && rest === 0; index++) {
      const item = readProperty(value, index) ?? "";
      if (typeof item !== "string" || item.trim() !== "") rest = TOO_LONG;
    }
  } else if (value !== undefined && value !== null) rest = NOT_TEXT;
  for (let index = 0; index < MOST_ITEMS; index++) writeOrSkip(items[index], at + index);
  words[lengthsAt + at + MOST_ITEMS] = rest;
  if (inputs !== undefined) inputs[slot] = value === undefined ? undefined : items;
}

const MOST_ITEMS = 10;
/** A list that is longer has long been too long. */
const MOST_LOOKED_AT = 1000;

function isArray(value) {
  try {
    return Array.isArray(value);
  } catch {
    // A proxy that was revoked.
    return false;
  }
}

/** Writes a text behind the others: UTF-8, lone surrogates as U+FFFD. Returns its length in bytes. */
function append(text) {
  const length = text.length;
  if (end + length * 3 > textsEnd) makeRoom((end - textsAt + length * 3) * 2);
  const start = end;
  const memory = bytes;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) {
      end = writeWide(text, index, start + index);
      return end - start;
    }
    memory[start + index] = unit;
  }
  end = start + length;
  return length;
}

/** The rest of a text from its first character beyond ASCII on. TextEncoder takes 160 ns a call in Chromium. */
function writeWide(value, index, at) {
  for (; index < value.length; index++) {
    let point = value.codePointAt(index);
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[at++] = 0xe0 | (point >> 12);
      } else {
        index++;
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}

/** Writes a value that need not be given. */
export function writeOrSkip(value, slot) {
  if (value === undefined || value === null) words[lengthsAt + slot] = 0;
  else write(slot, value);
}

/** UTF-8 in the memory as a string. */
export function string(address, length) {
  if (length === 0) return "";
  memory();
  if (length <= 16) {
    let all = 0;
    for (let index = 0; index < length; index++) all |= bytes[address + index];
    if (all < 0x80) return shortString(bytes, address).slice(0, length);
  }
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes.subarray(address, address + length));
}

/** Sixteen characters of ASCII. A decoder takes four to eight times as long for so few. */
function shortString(b, at) {
  const { fromCharCode } = String;
  // prettier-ignore
  return fromCharCode(
    b[at], b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5], b[at + 6], b[at + 7],
    b[at + 8], b[at + 9], b[at + 10], b[at + 11], b[at + 12], b[at + 13], b[at + 14], b[at + 15],
  );
}
