// The language of the answer.

/** The one of Japanese and English that the reader prefers; Japanese when nothing decides. */
export function acceptedLanguage(ranges) {
  return weight(ranges, "en") > weight(ranges, "ja") ? "en" : "ja";
}

/** How much the reader wants a language: 0 to 1, the most that one of its tags is given (`en`, `en-GB`). */
function weight(ranges, language) {
  const weights = ranges.split(",").map((range) => {
    const [, primary, quality = "1"] = /^\s*([a-z]+)(?:-[^;]*)?\s*(?:;\s*q=([\d.]+))?\s*$/.exec(range.toLowerCase()) ?? [];
    const weight = Number(quality);
    return primary === language && weight <= 1 ? weight : 0;
  });
  return Math.max(...weights);
}
