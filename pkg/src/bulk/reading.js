// A file being read: pieces from the source, in UTF-8, into the module.

import { core, readBytes, writeBytes } from "../engine.js";
import { asciiLength, findEncoding, makeConverter, WINDOW } from "./encoding.js";
import { HEAD, makePlan } from "./plan.js";
import { readReport } from "./report.js";

const NO_LANGUAGE = 0;

/** A file that has begun: `step()` reads one piece and says whether there are more. */
export class Reading {
  #source;
  #settings;
  #rest;
  #plan;
  #handle;
  #core;
  #converter;
  bytes = 0;
  rows = 0;

  /** Reads the beginning and makes the plan. */
  static async begin(source, settings, language = NO_LANGUAGE) {
    const reading = new Reading();
    reading.#source = source;
    reading.#settings = settings;
    const head = await reading.#readHead();
    reading.#begin(head, language);
    return reading;
  }

  /** The beginning of a file alone, and how it would be read. */
  static async preview(source, settings, previewRows) {
    const reading = new Reading();
    reading.#source = source;
    reading.#settings = settings;
    const { text, isWhole } = await reading.#readHead();
    return { ...makePlan(text, isWhole, settings, previewRows), encoding: reading.#encoding ?? "utf-8" };
  }

  #encoding;

  /** Enough bytes to see the first rows, and to know the encoding of what stands among them. */
  async #readHead() {
    const pieces = [];
    let length = 0;
    let isWhole = false;
    while (length < HEAD + WINDOW) {
      const piece = await this.#source.next();
      if (piece === undefined) {
        isWhole = true;
        break;
      }
      pieces.push(piece);
      length += piece.length;
    }
    const bytes = pieces.length === 1 ? pieces[0] : join(pieces, length);
    this.#rest = bytes;
    const start = asciiLength(bytes.subarray(0, HEAD));
    this.#encoding = this.#settings.encoding;
    if (start < Math.min(HEAD, bytes.length)) this.#encoding ??= findEncoding(bytes.subarray(start));
    // A converter of its own: the file is read again from its first byte.
    const text = makeConverter(this.#encoding ?? "utf-8").convert(bytes.subarray(0, HEAD));
    return { text, isWhole: isWhole && bytes.length <= HEAD };
  }

  #begin({ text, isWhole }, language) {
    const { mostIssues, today } = this.#settings;
    this.#plan = makePlan(text, isWhole, this.#settings, 0);
    this.#handle = core.bulk_begin(mostIssues, today, language);
    this.#core = core;
    if (this.#encoding !== undefined) this.#converter = makeConverter(this.#encoding);
  }

  /** Reads the next piece. False at the end of the file. */
  async step() {
    const piece = this.#rest ?? (await this.#source.next());
    this.#rest = undefined;
    if (piece === undefined) {
      this.#end();
      return false;
    }
    this.bytes += piece.length;
    await this.#read(piece);
    return true;
  }

  /** Until the first byte beyond ASCII nobody needs to know the encoding. */
  async #read(piece) {
    if (this.#converter !== undefined) return this.#write(this.#converter.convert(piece));
    const place = this.#module.bulk_room(this.#handle, piece.length);
    writeBytes(place, piece);
    const ascii = this.#module.bulk_ascii(this.#handle, piece.length);
    this.rows = this.#module.bulk_read(this.#handle, ascii, false);
    if (ascii === piece.length) return;
    const pieces = [piece.subarray(ascii)];
    let length = pieces[0].length;
    while (length < WINDOW) {
      const more = await this.#source.next();
      if (more === undefined) break;
      this.bytes += more.length;
      pieces.push(more);
      length += more.length;
    }
    const bytes = join(pieces, length);
    this.#encoding = findEncoding(bytes);
    this.#converter = makeConverter(this.#encoding);
    this.#write(this.#converter.convert(bytes));
  }

  #write(bytes) {
    if (bytes.length === 0) return;
    writeBytes(this.#module.bulk_room(this.#handle, bytes.length), bytes);
    this.rows = this.#module.bulk_read(this.#handle, bytes.length, false);
  }

  #end() {
    this.#write(this.#converter?.end() ?? new Uint8Array(0));
    this.rows = this.#module.bulk_read(this.#handle, 0, true);
  }

  /** What was written of the annotated file since the last time. */
  takeOutput() {
    const length = this.#module.bulk_output(this.#handle);
    return readBytes(this.#module.bulk_output_place(), length);
  }

  report(isAborted) {
    const plan = { ...this.#plan, encoding: this.#encoding ?? "utf-8" };
    return { ...readReport(this.#handle, plan, this.#settings.english), aborted: isAborted };
  }

  /** Lets go of the source and of what the module keeps. */
  close() {
    this.#source.close();
    if (core === this.#core) core.bulk_end(this.#handle);
  }

  /** The instance in which the file began. */
  get #module() {
    if (core !== this.#core) throw new Error("onshi-check/bulk: the module had to be started again while the file was read");
    return core;
  }
}

function join(pieces, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
