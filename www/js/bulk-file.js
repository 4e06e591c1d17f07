// What a chosen file is, seen from its first bytes: a table, or why it is none. Only what is no text at all is turned away
// here; how a text is read, the package finds out.

/** Enough for every signature, and for a NUL, which no text in UTF-8 or Shift_JIS has. */
const BEGINNING = 4096;

/** Signatures of files that people take for tables: what they begin with -> what the page says. */
const signatures = [
  // xlsx, ods and numbers are ZIP archives; xls is older.
  [[0x50, 0x4b, 0x03, 0x04], "spreadsheet"],
  [[0xd0, 0xcf, 0x11, 0xe0], "spreadsheet"],
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0xff, 0xfe], "utf-16"],
  [[0xfe, 0xff], "utf-16"],
];

/** Why a file is no table: "empty", "spreadsheet", "pdf", "utf-16", "binary", "unreadable"; null where it may be one. */
export async function findProblem(file) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  } catch {
    // A folder, or a file that was moved since.
    return "unreadable";
  }
  const [, found] = signatures.find(([signature]) => signature.every((byte, index) => bytes[index] === byte)) ?? [];
  if (found === "spreadsheet" && /\.zip$/i.test(file.name)) return "binary";
  if (found) return found;
  if (bytes.includes(0)) return "binary";
  return hasText(bytes) ? null : "empty";
}

/** Whether there is more than blanks, line ends and the mark before UTF-8. */
function hasText(bytes) {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.length === BEGINNING || bytes.subarray(begin).some((byte) => byte > 0x20);
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"];

/** A size as people write it: 12 kB, 300 MB. */
export function sizeInWords(bytes, locale) {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const style = { style: "unit", unit: units[power], unitDisplay: power === 0 ? "long" : "short", maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** power);
}
