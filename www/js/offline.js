// Keeps the site at hand where there is no network. A page that was saved as one file has everything in itself.

export function keepAtHand() {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  if (document.documentElement.dataset.edition === "single") return;
  // Without it the page is as good as with it, as long as there is a network.
  navigator.serviceWorker.register("./sw.js").catch(() => {});
}
