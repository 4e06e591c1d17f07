/** Links to a section move there without touching the address, which holds the language. */
export function setUpSectionLinks(selector) {
  for (const link of document.querySelectorAll(selector)) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const section = document.querySelector(link.getAttribute("href"));
      section.focus({ preventScroll: true });
      section.scrollIntoView();
    });
  }
}
