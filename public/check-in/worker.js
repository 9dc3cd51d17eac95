// The door's service worker: the page of each event opens without network, with the files it is made of. It keeps no
// answer of the program and no page with a person on it; what a device knows lies sealed in the page's own database.
const shells = 'door-shells'
const files = 'door-files'
const patience = 3000

self.addEventListener('activate', (event) => event.waitUntil(begin()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (isFile(url.pathname)) return event.respondWith(file(event))
  if (request.mode === 'navigate' && isDoor(url.pathname)) event.respondWith(door(event, url))
})
self.addEventListener('message', (event) => {
  const { keep, forget, takeOver, look } = event.data ?? {}
  if (takeOver) self.skipWaiting()
  if (keep) event.waitUntil(keepFiles(keep.filter((address) => isFile(new URL(address, location).pathname))))
  if (forget) event.waitUntil(caches.open(shells).then((cache) => cache.delete(forget)))
  if (look) event.waitUntil(lookForNews(look, event.source))
})

const isFile = (path) => path.startsWith('/_next/static/') || /^\/check-in\/icon-\d+\.png$/.test(path)
const isDoor = (path) => /^\/check-in\/[a-z0-9-]+$/.test(path)

async function begin() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('door-') && name !== shells && name !== files)
  await Promise.all(old.map((name) => caches.delete(name)))
  // The page that brought us goes offline with us at once, not only after its next visit.
  await clients.claim()
}

/** What cannot be kept, on a phone whose storage is full, is handed on all the same: a page without its files is none. */
async function file(event) {
  const { request } = event
  const kept = await caches.match(request.url).catch(() => null)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) event.waitUntil(keepFile(request.url, response.clone()).catch(() => {}))
  return response
}

const keepFile = async (address, response) => await (await caches.open(files)).put(address, response)

/** The network first, for three seconds; a server that is away is no answer either. */
async function door(event, url) {
  const asked = fetch(event.request)
  const arrived = asked.then(
    (response) => (response.status >= 500 ? null : response),
    () => null,
  )
  if (url.search === '')
    event.waitUntil(arrived.then((response) => response && keepShell(url, response.clone())))
  const late = new Promise((resolve) => setTimeout(() => resolve(null), patience))
  const response = await Promise.race([arrived, late])
  if (response) return response
  return (await caches.match(url.origin + url.pathname)) ?? asked
}

/** Keeps a page that says of itself that nobody's name is on it, and everything it is made of. */
async function keepShell(url, response) {
  if (!response.ok || response.redirected) return
  const page = await response.clone().text()
  if (!page.includes('data-door-shell')) return
  await keepFiles(filesOf(page))
  await (await caches.open(shells)).put(url.origin + url.pathname, response)
}

const filesOf = (page) => [...new Set(page.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [])]

async function keepFiles(addresses) {
  const cache = await caches.open(files)
  await Promise.all(
    addresses.map(async (address) => {
      if (await cache.match(address)) return
      const response = await fetch(address)
      if (response.ok) await cache.put(address, response)
    }),
  )
}

/** An open page asks whether there is a newer one than itself: it goes on as it is, and offers to load that one. */
async function lookForNews({ path, made }, page) {
  const response = await fetch(path, { redirect: 'error' }).catch(() => null)
  if (!response?.ok) return
  const url = new URL(path, location)
  // A full store is no reason to say nothing.
  await keepShell(url, response.clone()).catch(() => {})
  const now = filesOf(await response.text()).filter((address) => address.endsWith('.js'))
  if (now.length > 0 && now.some((address) => !made.includes(address))) page.postMessage({ newer: true })
  else await dropOldFiles(made)
}

/** What neither the only open page nor any kept one is made of was an older build's. */
async function dropOldFiles(made) {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.length > 1) return
  const kept = await (await caches.open(shells)).matchAll()
  const needed = new Set([...made, ...(await Promise.all(kept.map((page) => page.text()))).flatMap(filesOf)])
  const cache = await caches.open(files)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/_next/') && !needed.has(pathname)) await cache.delete(request)
  }
}
