// A message that appears while a mouse button is down moves the target away from under it, and the click is lost.
// So what a focusout wants to write waits until the pointer is up.

const longestPress = 1000;
const waiting = [];
let isDown = false;
let timer = 0;

function release() {
  isDown = false;
  clearTimeout(timer);
  // After the click that follows a pointerup.
  setTimeout(() => waiting.splice(0).forEach((task) => task()), 0);
}

document.addEventListener("pointerdown", () => {
  isDown = true;
  clearTimeout(timer);
  timer = setTimeout(release, longestPress);
}, true);
document.addEventListener("pointerup", release, true);
document.addEventListener("pointercancel", release, true);

/** Runs `task` now, or as soon as no pointer is pressed. */
export function whenPointerRests(task) {
  if (isDown) waiting.push(task);
  else task();
}

/** Runs `change` and scrolls so that `element` stays where it is on the screen. */
export function keepInPlace(element, change) {
  const before = element?.getBoundingClientRect().top;
  change();
  if (before === undefined || !element.isConnected) return;
  const moved = element.getBoundingClientRect().top - before;
  if (moved) window.scrollBy({ top: moved, behavior: "instant" });
}
