// A file being read: pieces from the source, in UTF-8, into the module.

import { core, readBytes, restart, writeBytes } from "../engine.js";
import { asciiLength, findEncoding, makeConverter, WINDOW } from "./encoding.js";
import { HEAD, makePlan } from "./plan.js";
import { readReport } from "./report.js";

const NO_LANGUAGE = 0;

/** A file: `begin()`, then `step()` reads one piece and says whether there are more, then `finish()`. */
export class Reading {
  #source;
  #settings;
  #encoding;
  #converter;
  /** The beginning, which was looked at before it is read. */
  #rest;
  #plan;
  #handle;
  /** The instance in which the file began. */
  #core;
  #isClosed = false;
  bytes = 0;
  rows = 0;

  constructor(source, settings) {
    this.#source = source;
    this.#settings = settings;
    // A text has been decoded by whoever made it.
    this.#encoding = source.isText ? "utf-8" : settings.encoding;
  }

  /** Reads the beginning and makes the plan. With a language the annotated file is written. */
  async begin(language = NO_LANGUAGE) {
    const { text, isWhole } = await this.#readHead();
    if (this.#isClosed) return;
    const { mostIssues, today } = this.#settings;
    ask(() => {
      this.#plan = makePlan(text, isWhole, this.#settings, 0);
      this.#handle = core.bulk_begin(mostIssues, today, language);
    });
    this.#core = core;
    if (this.#encoding !== undefined) this.#converter = makeConverter(this.#encoding);
  }

  /** The beginning alone, and how the file would be read. */
  async preview(rows) {
    const { text, isWhole } = await this.#readHead();
    const plan = ask(() => makePlan(text, isWhole, this.#settings, rows));
    return { ...plan, encoding: this.#encoding ?? "utf-8" };
  }

  /** Enough bytes to see the first rows, and to know the encoding of what stands among them. */
  async #readHead() {
    const { bytes, isEnd } = await this.#gather([], HEAD + WINDOW);
    this.#rest = bytes;
    const start = asciiLength(bytes.subarray(0, HEAD));
    if (start < Math.min(HEAD, bytes.length)) this.#encoding ??= findEncoding(bytes.subarray(start));
    // A converter of its own: the file is read again from its first byte.
    const text = makeConverter(this.#encoding ?? "utf-8").convert(bytes.subarray(0, HEAD));
    return { text, isWhole: isEnd && bytes.length <= HEAD };
  }

  /** Pieces from the source behind those that are there, until they are so long, as one. */
  async #gather(pieces, enough) {
    let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    let isEnd = false;
    while (length < enough && !this.#isClosed) {
      const piece = await this.#source.next();
      isEnd = piece === undefined;
      if (isEnd) break;
      // Whoever lent it may use its memory again for the next one.
      pieces.push(this.#source.lends ? new Uint8Array(piece) : piece);
      length += piece.length;
    }
    return { bytes: join(pieces, length), isEnd };
  }

  /** Reads the next piece. False at the end of the file, and when it was closed in the meantime. */
  async step() {
    const piece = this.#rest ?? (await this.#source.next());
    this.#rest = undefined;
    if (piece === undefined || this.#isClosed) return false;
    if (this.#converter === undefined) {
      await this.#readUntilWide(piece);
    } else {
      this.bytes += piece.length;
      this.#read(this.#converter.convert(piece));
    }
    return !this.#isClosed;
  }

  /** Until the first byte beyond ASCII nobody needs to know the encoding. */
  async #readUntilWide(piece) {
    const ascii = this.#ask(() => {
      writeBytes(core.bulk_room(this.#handle, piece.length), piece);
      const length = core.bulk_ascii(this.#handle, piece.length);
      this.rows = core.bulk_read(this.#handle, length, false);
      return length;
    });
    this.bytes += ascii;
    if (ascii === piece.length) return;
    const { bytes } = await this.#gather([new Uint8Array(piece.subarray(ascii))], WINDOW);
    if (this.#isClosed) return;
    this.bytes += bytes.length;
    this.#encoding = findEncoding(bytes);
    this.#converter = makeConverter(this.#encoding);
    this.#read(this.#converter.convert(bytes));
  }

  #read(bytes, isLast = false) {
    this.#ask(() => {
      if (bytes.length > 0) writeBytes(core.bulk_room(this.#handle, bytes.length), bytes);
      this.rows = core.bulk_read(this.#handle, bytes.length, isLast);
    });
  }

  /** Reads the last row: nothing follows it. */
  finish() {
    this.#read(this.#converter?.end() ?? new Uint8Array(0), true);
  }

  /** What was written of the annotated file since the last time. */
  takeOutput() {
    return this.#ask(() => {
      const length = core.bulk_output(this.#handle);
      return readBytes(core.bulk_output_place(), length);
    });
  }

  report(isAborted) {
    const plan = { ...this.#plan, encoding: this.#encoding ?? "utf-8" };
    return { ...this.#ask(() => readReport(this.#handle, plan, this.#settings.english)), aborted: isAborted };
  }

  /** Lets go of the source and of what the module keeps. */
  close() {
    if (!this.#isClosed) this.#source.close();
    this.#isClosed = true;
    if (this.#core !== undefined && core === this.#core) core.bulk_end(this.#handle);
    this.#core = undefined;
  }

  /** Asks the instance in which the file began: no other knows its handle. */
  #ask(work) {
    if (this.#isClosed || core !== this.#core) throw new Error("onshi-check/bulk: the module had to be started again while the file was read");
    return ask(work);
  }
}

/** What the module says. When it fails it never says anything right again, so that the next file begins in a new one. */
function ask(work) {
  try {
    return work();
  } catch (cause) {
    restart();
    throw new Error("onshi-check/bulk: the module failed", { cause });
  }
}

function join(pieces, length) {
  if (pieces.length === 1) return pieces[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
