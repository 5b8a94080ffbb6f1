/**
 * The service worker: keeps the built app, so that a board which was open before opens without network.
 * It never touches the interface of the server (`/api`, `/live`), and it never reloads a page: a new
 * version is there with the next navigation, which asks the network first.
 */
/** The types of a worker know `self` as any worker; this one serves pages. */
const scope = self as unknown as ServiceWorkerGlobalScope

/** Both are filled in by the build, see scripts/build/list-for-worker.ts. */
const cacheName = 'loadbearing-__VERSION__'
const files = '__FILES__'

/** A network that does not answer within this is as good as none, in milliseconds. */
const patience = 3000

scope.addEventListener('install', (event) => event.waitUntil(keepFiles()))
scope.addEventListener('activate', (event) => event.waitUntil(becomeCurrent()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return
  if (pathname.startsWith('/api/') || pathname.startsWith('/live/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else event.respondWith(fromNetwork(request, request.url))
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  const names: string[] = JSON.parse(files)
  await cache.addAll(names.map(toKeep))
}

/** The server gives the page to whoever asks for one, and an error in JSON to everybody else. */
function toKeep(name: string): Request {
  return new Request(name, {
    cache: 'reload',
    headers: name === '/' ? { accept: 'text/html' } : {},
  })
}

function kept(request: Request | string): Promise<Response | undefined> {
  return caches.match(request, { ignoreVary: true })
}

/** The page that installed the worker is taken along, so that its next reload works offline. */
async function becomeCurrent(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('loadbearing-') && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await scope.clients.claim()
}

/** Every address of the app is the same page. */
function page(request: Request): Promise<Response> {
  return fromNetwork(request, '/')
}

async function asset(request: Request): Promise<Response> {
  return (await kept(request)) ?? fetch(request)
}

async function fromNetwork(request: Request, name: string): Promise<Response> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const response = await fetch(request, { signal: stop.signal })
    if (response.status < 500) return response
    return (await kept(name)) ?? response
  } catch (error) {
    const copy = await kept(name)
    if (copy === undefined) throw error
    return copy
  } finally {
    clearTimeout(timer)
  }
}
