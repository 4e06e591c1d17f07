// How much room a text takes on a terminal, and how it is broken into lines.
//
// Wide are the characters that Unicode calls so (UAX #11: W and F) and emoji. What it calls ambiguous (→ ○ ①) counts as
// narrow, as in the terminals of today; the sentences of this program do without it where columns must align.

const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d1e}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{1f300}-\u{1f320}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Marks that stand on the character before, invisible characters, and the vowels and finals of a Hangul syllable. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7fb]/u;
/** Shows the character before as an emoji. */
const AS_EMOJI = "\ufe0f";

const characters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Characters that stand alone, narrow or wide: nearly all of every sentence, a hundred times faster than the rest. */
const SIMPLE = /^[ -~\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** The columns that a text takes. */
export function widthOf(text) {
  let width = 0;
  if (SIMPLE.test(text)) {
    for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) < 0x80 ? 1 : 2;
    return width;
  }
  for (const { segment } of characters.segment(text)) width += widthOfCharacter(segment);
  return width;
}

/** Of what a reader takes for one character: a terminal never gives it more than two columns. */
function widthOfCharacter(character) {
  let width = 0;
  for (const point of character) {
    if (point === AS_EMOJI) width += 1;
    else if (!NONE.test(point)) width += WIDE.test(point) ? 2 : 1;
  }
  return Math.min(width, 2);
}

/** A text with blanks behind it, or before it. */
export function pad(text, width, isRight = false) {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return isRight ? blanks + text : text + blanks;
}

/** As much of a text as there is room for. */
export function cut(text, room) {
  if (widthOf(text) <= room) return text;
  let width = "...".length;
  let start = "";
  for (const { segment } of characters.segment(text)) {
    width += widthOfCharacter(segment);
    if (width > room) break;
    start += segment;
  }
  return `${start}...`;
}

/** What may not begin a line (JIS X 4051), and what may not end one. */
const CLOSING = "、。，．・：；？！ー々）」』】〕〉》)]},.:;?!%％";
const OPENING = "（「『【〔〈《([{";

/** Breaks a text into lines that have room: at blanks, and between wide characters. */
export function wrap(text, room) {
  const lines = [];
  for (const paragraph of text.split("\n")) {
    if (widthOf(paragraph) <= room) {
      lines.push(paragraph.trimEnd());
      continue;
    }
    let line = "";
    let width = 0;
    for (const piece of pieces(paragraph, room)) {
      const size = widthOf(piece);
      if (width > 0 && width + widthOf(piece.trimEnd()) > room) {
        lines.push(line.trimEnd());
        [line, width] = ["", 0];
      }
      line += piece;
      width += size;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** What stays together: words with the blank behind them, wide characters with the punctuation that belongs to them. */
function pieces(text, room) {
  const found = [];
  for (const { segment } of characters.segment(text)) {
    const last = found.at(-1);
    const isBlank = segment === " ";
    const isTogether =
      last !== undefined &&
      (isBlank ||
        (!last.endsWith(" ") && (CLOSING.includes(segment[0]) || OPENING.includes(last.at(-1)) || (isNarrow(last.at(-1)) && isNarrow(segment)))));
    // A word that is longer than a line is cut.
    if (isTogether && (isBlank || widthOf(last + segment) <= room)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

function isNarrow(character) {
  return widthOfCharacter(character) < 2;
}
