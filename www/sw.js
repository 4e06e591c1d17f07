// The site without a network: the first visit keeps every file, and from then on each page opens whether or not anything
// answers.
//
// The network comes first, so that a new version, or a change just saved, is seen at once; what is kept is for when
// nothing answers. Versions never mix: a new one keeps all of its files before it takes over from the old one.

// `cargo xtask` writes these two lines when it puts the site together: a hash of all files, and their paths from here.
const version = "";
const files = [];

// One origin may hold other sites, and this one twice: only what is of this place is deleted.
const place = `onshi-check ${registration.scope} `;
const name = place + version;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keepFiles());
});

addEventListener("activate", (event) => {
  event.waitUntil(deleteOldVersions().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fetch(request).catch(() => findKept(request)));
});

async function keepFiles() {
  const cache = await caches.open(name);
  // The browser's own cache is asked, but it must ask whether what it has is still the newest.
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function deleteOldVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith(place) && other !== name).map((old) => caches.delete(old)));
}

async function findKept(request) {
  const cache = await caches.open(name);
  const response = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!response) return Response.error();
  // Hosts that shorten addresses (rules.html to rules) answer with a redirect, which is refused as the answer to a page.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}
