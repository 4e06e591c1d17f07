// The examples: small pages that run in a frame, and the files they are made of beside it. Both come from the same address,
// so the code that is shown is the code that runs.

import { announce } from "./live.js";
import { button, element } from "./message.js";
import { language, say } from "./words.js";

const folder = "embed/";

/** What is ours in the code: attributes, events, modules. */
const ours = /(data-onshi[\w-]*|onshi:[a-z]+|onshi-check(?:\/[\w.-]+)*)/;

/** Pages and JSX speak the language of the reader; scripts without words are the same for all. */
function inLanguage(file) {
  return language() === "ja" ? file : file.replace(/\.(html|jsx)$/, ".en.$1");
}

/** Fills the place of an example. Returns what writes it anew in the language of the page. */
export function createExample(place) {
  const { example, files } = place.dataset;
  const frame = example ? createFrame(example, place) : null;
  const column = element("div", "codes");
  const codes = files.split(" ").map(createCode);
  column.append(...codes.map((code) => code.box));
  place.append(column);
  return async function paint() {
    frame?.paint();
    await Promise.all(codes.map((code) => code.paint()));
  };
}

function createFrame(example, place) {
  const live = element("div", "live");
  const head = element("p", "example-head");
  const title = element("strong");
  const open = element("a");
  const frame = element("iframe");
  head.append(title, open);
  live.append(head, frame);
  place.append(live);

  frame.addEventListener("load", () => {
    const page = frame.contentDocument?.documentElement;
    // What the browser shows where an example cannot be loaded is not ours to look into.
    if (!page) return;
    // The example is as high as it needs to be, also when a message appears in it.
    const fit = () => {
      const border = frame.offsetHeight - frame.clientHeight;
      frame.style.height = `${Math.ceil(page.getBoundingClientRect().height) + border}px`;
    };
    new frame.contentWindow.ResizeObserver(fit).observe(page);
  });

  let shown = "";

  return {
    paint() {
      const address = new URL(folder + inLanguage(`${example}.html`), document.baseURI).href;
      title.textContent = say("embed.live");
      open.textContent = say("embed.open");
      open.href = address;
      frame.title = `${say("embed.live")}: ${inLanguage(`${example}.html`)}`;
      if (shown === address) return;
      // Without an entry in the history: going back leaves the guide, not the example.
      if (shown) frame.contentWindow.location.replace(address);
      else frame.src = address;
      shown = address;
    },
  };
}

function createCode(file) {
  const box = element("div", "code-box");
  const head = element("p", "example-head");
  const name = element("strong");
  const copy = button("", "", async () => {
    await navigator.clipboard.writeText(code.textContent);
    announce(say("embed.copied", { file: name.textContent }));
    copy.dataset.copied = "";
  });
  copy.hidden = !navigator.clipboard;
  const block = element("pre", "code");
  block.tabIndex = 0;
  block.setAttribute("role", "region");
  const code = element("code");
  block.append(code);
  head.append(name, copy);
  box.append(head, block);

  copy.addEventListener("blur", () => delete copy.dataset.copied);

  let shown = "";

  return {
    box,
    async paint() {
      const shownHere = inLanguage(file);
      name.textContent = shownHere;
      copy.textContent = say("embed.copy");
      copy.setAttribute("aria-label", say("embed.copy.file", { file: shownHere }));
      block.setAttribute("aria-label", say("embed.code", { file: shownHere }));
      if (shown === shownHere) return;
      shown = shownHere;
      const text = await load(shownHere);
      // Another language may have been chosen meanwhile.
      if (shown !== shownHere) return;
      code.replaceChildren(...(text === null ? [say("embed.lost")] : marked(text)));
    },
  };
}

async function load(file) {
  try {
    const response = await fetch(folder + file);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** The text as it is, with what is ours standing out. */
function marked(text) {
  return text.split(ours).map((part, index) => (index % 2 ? element("b", "", part) : document.createTextNode(part)));
}
