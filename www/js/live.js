// The one polite live region of the page.

const region = document.getElementById("live");
let pending = 0;

/** Says `text` once to assistive technology. A newer text replaces one that has not been said. */
export function announce(text) {
  clearTimeout(pending);
  region.textContent = "";
  pending = setTimeout(() => {
    region.textContent = text;
  }, 150);
}
