// Keeps the page of a door, and the files it needs, for the time without network. The page names nobody; the people of the
// list lie encrypted elsewhere (door-store.js).
const keep = "door-1";
const patience = 4000;
const isPage = (path) => /^\/door\/[0-9a-f-]{36}$/i.test(path);
const isFile = (path) => /^\/(css|js|fonts|icons)\//.test(path) || path === "/theme.css" || path === "/favicon.svg" || path === "/manifest.webmanifest";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));

self.addEventListener("message", (e) => {
  if (e.data?.keep) e.waitUntil(keepAll(e.data.keep).then(() => e.ports[0]?.postMessage("kept"), () => e.ports[0]?.postMessage("failed")));
  if (e.data?.forget) e.waitUntil(caches.delete(keep));
});

self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (e.request.mode === "navigate" ? isPage(url.pathname) : isFile(url.pathname)) e.respondWith(netFirst(e.request, url));
});

async function keepAll(paths) {
  const cache = await caches.open(keep);
  await Promise.all(paths.map(async (path) => {
    const response = await fetch(path, { credentials: "same-origin", cache: "no-cache" });
    if (!response.ok || response.redirected) throw new Error(path);
    await cache.put(path, response);
  }));
}

async function netFirst(request, url) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), patience);
  try {
    return await fetch(request, { signal: stop.signal });
  } catch (problem) {
    const kept = await caches.match(url.pathname, { cacheName: keep, ignoreVary: true });
    if (kept) return kept;
    throw problem;
  } finally {
    clearTimeout(late);
  }
}
