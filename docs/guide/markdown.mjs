// Markdown to HTML, for pages whose policy allows neither scripts nor styles of their own.

import { anchorMaker, require } from "./documents.mjs";

const { Marked } = await import(require.resolve("marked"));

/** Kana, kanji, and the punctuation and full-width forms that go with them. */
const JAPANESE = "[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef]";
/** A stretch of Japanese, with what is attached to it: 「48は…」. */
const STRETCH = new RegExp(`[^\\s<>&;]*${JAPANESE}`, "g");

export function isJapanese(text) {
  return new RegExp(JAPANESE).test(text);
}

export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Prose may hold entities already. */
function escapeProse(text) {
  return escape(text).replace(/&amp;(?=#?\w+;)/g, "&");
}

/** Marks the language of Japanese in an English text. */
export function markJapanese(html) {
  return html.replace(STRETCH, '<span lang="ja">$&</span>');
}

/** Takes out line breaks between Japanese characters: a browser would show a blank. */
function joinLines(html) {
  return html.replace(new RegExp(`(?<=${JAPANESE})\\n(?=${JAPANESE})`, "g"), "");
}

/** Marks comments: they say what a line gives. */
function markComments(code) {
  return code.replace(/\/\*[^]*?\*\/|&lt;!--[^]*?--&gt;|(?<=^|\s)(?:\/\/|# )[^\n]*/g, '<i class="comment">$&</i>');
}

/** A block of code that scrolls by itself. `name`: what it is called by those who cannot see it; `mark`: marks a language. */
export function writeCode(code, name, mark = markJapanese) {
  return `<pre class="code" tabindex="0" role="group" aria-label="${escape(name)}"><code>${mark(markComments(escape(code)))}</code></pre>\n`;
}

function writeCell(tag, html, align) {
  // A corner without words heads nothing.
  const name = tag === "th" && html === "" ? "td" : tag;
  const isSentence = name === "td" && html.replace(/<[^>]+>/g, "").length > 32;
  const word = align === "right" ? "number" : isSentence ? "sentence" : undefined;
  return `<${name}${name === "th" ? ' scope="col"' : ""}${word ? ` class="${word}"` : ""}>${html}</${name}>`;
}

/**
 * Makes the HTML of a Markdown text in one language. `addressOf` says where a link leads on the site. Returns the heading, the
 * HTML before the first section, and the sections with their anchor, heading and HTML.
 */
export function renderDocument(markdown, { language, addressOf }) {
  const anchorOf = anchorMaker();
  const mark = language === "en" ? markJapanese : (html) => html;
  let count = 0;
  const nameOf = (what) => `${what} ${++count}`;
  const words = language === "en" ? { code: "Code", table: "Table" } : { code: "コード", table: "表" };

  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, text, depth }) {
        return `<h${depth} id="${escape(anchorOf(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang }) {
        const [is, name] = (lang ?? "").split(" ");
        const file = is === "text" ? undefined : name;
        if (!file) return writeCode(text, nameOf(words.code), mark);
        return `<figure class="code-box"><figcaption>${escape(file)}</figcaption>${writeCode(text, `${words.code}: ${file}`, mark)}</figure>\n`;
      },
      table({ header, rows }) {
        const write = (tag, cells) => `<tr>${cells.map(({ tokens, align }) => writeCell(tag, this.parser.parseInline(tokens), align)).join("")}</tr>\n`;
        const head = header.some(({ text }) => text) ? `<thead>${write("th", header)}</thead>` : "";
        const body = rows.map((cells) => write("td", cells)).join("");
        return `<div class="table" tabindex="0" role="group" aria-label="${nameOf(words.table)}"><table>${head}<tbody>${body}</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escape(addressOf(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      codespan({ text }) {
        return `<code>${mark(escape(text))}</code>`;
      },
      text(token) {
        return token.tokens ? this.parser.parseInline(token.tokens) : mark(joinLines(escapeProse(token.text)));
      },
      paragraph({ tokens, text }) {
        const foreign = language === "ja" && !isJapanese(text) ? ' lang="en"' : "";
        return `<p${foreign}>${this.parser.parseInline(tokens)}</p>\n`;
      },
      html({ text }) {
        if (text.startsWith("<!--")) return "";
        if (text === "<br>") return text;
        throw new Error(`a document may not hold ${text}`);
      },
    },
  });

  const [top, ...parts] = marked.parse(markdown).split(/(?=<h2 )/);
  const [, title, introduction] = top.match(/^\s*<h1 [^>]*>([^]*?)<\/h1>\s*([^]*)$/);
  const sections = parts.map((part) => {
    const [, anchor, heading, html] = part.match(/^<h2 id="([^"]*)">([^]*?)<\/h2>\s*([^]*)$/);
    return { anchor, heading, html };
  });
  return { title, introduction, sections };
}
