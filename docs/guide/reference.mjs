// The reference of an entry as a page: what is written above each of its exports, with its text.

import { entriesOf, readTypes } from "./declarations.mjs";
import { renderDocument, writeCode } from "./markdown.mjs";

/** The parts of a page as `renderDocument` gives them: a section for each export, under its name. */
export function renderTypes(file, addressOf) {
  const { about, declarations, handsOn } = readTypes(file);
  const names = new Set(declarations.map(({ name }) => name));
  const render = (comment) => renderComment(comment, { names, handsOn, addressOf });
  const rest = handsOn ? `<p>It has all of <a href="${addressOf(handsOn)}"><code>${entriesOf(handsOn)[0]}</code></a> as well.</p>\n` : "";
  return {
    title: `<code>${entriesOf(file)[0]}</code>`,
    introduction: render(about) + rest,
    sections: declarations.map(({ name, code, comment, isGlobal }) => ({
      anchor: name,
      heading: isGlobal ? "On the page" : `<code>${name}</code>`,
      html: render(comment) + writeCode(code, `Declaration of ${name}`),
    })),
  };
}

function renderComment({ text, tags }, { names, handsOn, addressOf }) {
  const link = (_, path) => {
    const [name] = path.split(".");
    return `[\`${path}\`](${names.has(name) ? "" : (handsOn ?? "")}#${name})`;
  };
  const paragraphs = [text, ...tags.map(writeTag)].join("\n\n").replace(/\{@link (.+?)\}/g, link);
  const { introduction } = renderDocument(`# .\n\n${paragraphs}`, { language: "en", addressOf });
  return introduction;
}

function writeTag({ name, body }) {
  switch (name) {
    case "example":
      return `\`\`\`ts\n${body}\n\`\`\``;
    case "throws":
      return `**Throws** ${body.replace(/^\{(\w+)\}/, "`$1`:")}`;
    case "param":
      return `**${body.split(" ")[0]}**: ${body.split(" ").slice(1).join(" ")}`;
    case "module":
      return "";
    default:
      throw new Error(`what is @${name}?`);
  }
}
