// What every page is examined for: keyboard, small screens, languages, accessibility.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** axe-core as an `initScript`. */
export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Kana, kanji, and the punctuation and full-width forms that go with them. */
const japanese = "[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef※]";

/**
 * Japanese that is left on the English page. What is marked as Japanese may stay, and so may the name of the language
 * navigation, which says both.
 */
export function japaneseLeft(page) {
  return page.evaluate(({ pattern, exceptions }) => {
    const japanese = new RegExp(pattern);
    const found = [document.title].filter((text) => japanese.test(text));
    for (const element of document.body.querySelectorAll("*:not(script, noscript, noscript *)")) {
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && japanese.test(node.data) && !element.closest("[lang=ja]")) found.push(node.data);
      }
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const text = element.getAttribute(name) ?? "";
        if (japanese.test(text) && !element.matches(exceptions)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  }, { pattern: japanese, exceptions: "nav.languages" });
}

/**
 * Presses Tab from the top of the page to its end and describes every stop. regions: selectors of the parts of the page in
 * the order in which Tab goes through them.
 */
export async function tabThrough(page, regions) {
  const stops = [];
  await page.evaluate(() => {
    // The next Tab starts from where the focus was last.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
    globalThis.visited = new Set();
  });
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((regions) => {
      const element = document.activeElement;
      if (element === document.body || visited.has(element)) return null;
      visited.add(element);
      const shown = element.closest(".option") ?? element;
      const box = shown.getBoundingClientRect();
      const outline = getComputedStyle(shown);
      return {
        name: element.id || element.getAttribute("href") || element.dataset.reveals || element.textContent,
        group: element.type === "radio" ? element.name : null,
        row: [...document.querySelectorAll("tr")].indexOf(element.closest("tr")),
        region: regions.findIndex((region) => element.closest(region)),
        top: Math.round(box.top + scrollY),
        bottom: Math.round(box.bottom + scrollY),
        left: Math.round(box.left),
        right: Math.round(box.right),
        isInView: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
        hasFocusRing: outline.outlineStyle === "solid" && parseFloat(outline.outlineWidth) >= 3,
      };
    }, regions);
    if (!stop) return stops;
    stops.push(stop);
  }
}

/** What Tab ought to stop at: every control that can be seen, and one of each group of radio buttons. */
export function controls(page) {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("a[href], button, input, select, summary")].filter((element) => element.checkVisibility());
    const names = found.map((element) => (element.type === "radio" ? `group ${element.name}` : element.id || element.getAttribute("href") || element.dataset.reveals || element.textContent));
    return names.filter((name, index) => !name.startsWith("group ") || names.indexOf(name) === index);
  });
}

/** How far anything that can be seen sticks out of a window 320 px wide. */
export function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? [`document: ${document.documentElement.scrollWidth}`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest(".visually-hidden, .skip, option")) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > innerWidth + 0.5 || left < -0.5) wide.push(`${element.tagName} ${element.className} ${left}–${right}`);
      else if (element.matches(".strip-parts, .option, .message-body, .summary, .rule, .entry, .reason") && element.scrollWidth > element.clientWidth) {
        wide.push(`inside ${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
      }
    }
    return wide;
  });
}

/** What axe-core objects to, with its best practices, as one line for every place. */
export async function objections(page) {
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

/** The page's own Content-Security-Policy: directive -> what it allows. */
export async function policyOf(page) {
  const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
  return Object.fromEntries(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]));
}
