// Tables in Markdown.

export function writeRows(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
  return lines.join("");
}

/** A bar would end the cell, and a smaller-than sign begin a tag. In code it stands for itself. */
export function escapeCell(text) {
  const parts = text.replaceAll("|", "\\|").split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 ? part : part.replaceAll("<", "&lt;"))).join("");
}
