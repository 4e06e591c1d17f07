/**
 * The floor: our boundary with no rule behind it.
 * A module of its own, so that the package carries nothing for the benchmark.
 *
 *     (module
 *       (memory (export "memory") 1)
 *       (func (export "noop") (param $kind i32) (param $length i32) (param $context i32) (result i32)
 *         (local.get $length)))
 */
// prettier-ignore
const MODULE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,                                     // magic, version
  0x01, 0x08, 0x01, 0x60, 0x03, 0x7f, 0x7f, 0x7f, 0x01, 0x7f,                         // type: (i32, i32, i32) -> i32
  0x03, 0x02, 0x01, 0x00,                                                             // function 0 has type 0
  0x05, 0x03, 0x01, 0x00, 0x01,                                                       // memory of one page
  0x07, 0x11, 0x02, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00,             // export "memory"
  0x04, 0x6e, 0x6f, 0x6f, 0x70, 0x00, 0x00,                                           // export "noop"
  0x0a, 0x06, 0x01, 0x04, 0x00, 0x20, 0x01, 0x0b,                                     // code: local.get 1
]);
const LONGEST = 10_000;

/** Starts the module; returns what the boundary of one text and the boundary of several texts cost. */
export function startFloor() {
  const { memory, noop } = new WebAssembly.Instance(new WebAssembly.Module(MODULE)).exports;
  const bytes = new Uint8Array(memory.buffer);

  /** Copies a text from `start` as UTF-8 (no astral characters here); returns where it ends, or -1 if it is no text. */
  function copy(text, start) {
    if (typeof text !== "string" || text.length > LONGEST) return -1;
    let end = start;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        bytes[end++] = unit;
      } else {
        bytes[end++] = 0xe0 | (unit >> 12);
        bytes[end++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[end++] = 0x80 | (unit & 0x3f);
      }
    }
    return end;
  }

  return { copy, judge: (length) => noop(4, length, 0) > 0 };
}
