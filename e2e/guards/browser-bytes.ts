/** Everything that a browser received for a page, and everything that it kept of it. */
import type { Page } from '@playwright/test'

export type { Page } from '@playwright/test'

export interface Heard {
  /** Bodies of answers, workers' scripts among them, and frames of sockets: unpacked. */
  all(): Promise<readonly Uint8Array[]>
}

export function listenTo(page: Page): Heard {
  const bodies: Promise<Uint8Array>[] = []
  const frames: Uint8Array[] = []
  // A body that is gone (a redirect, a page that was left) has nothing to be searched.
  page.context().on('response', (answer) => {
    bodies.push(answer.body().catch(() => new Uint8Array()))
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload)))
  })
  return { all: async () => [...(await Promise.all(bodies)), ...frames] }
}

export interface Kept {
  readonly databases: readonly string[]
  readonly caches: readonly string[]
  readonly bytes: Uint8Array
}

/** What lies in IndexedDB, in caches and in both storages. */
export async function keptInBrowser(page: Page): Promise<Kept> {
  const { text, ...names } = await page.evaluate(readEverything)
  return { ...names, bytes: Buffer.from(text, 'latin1') }
}

/** Runs in the page. Answers one string, a character a byte. */
async function readEverything(): Promise<Omit<Kept, 'bytes'> & { readonly text: string }> {
  const parts: string[] = []
  const add = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; at += 8192) {
      parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
    }
    parts.push('\n')
  }
  const addText = (text: string): void => add(new TextEncoder().encode(text))
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('IndexedDB')))
    })
  const addValue = (value: unknown): void => {
    if (value instanceof Uint8Array) add(value)
    else if (value instanceof ArrayBuffer) add(new Uint8Array(value))
    else addText(JSON.stringify(value) ?? '')
  }
  const databases: string[] = []
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    databases.push(name)
    const database = await settled(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store)
      for (const value of await settled(all.getAll())) addValue(value)
    }
    database.close()
  }
  const cached = await caches.keys()
  for (const name of cached) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const answer = await cache.match(request)
      if (answer !== undefined) add(new Uint8Array(await answer.arrayBuffer()))
    }
  }
  for (const storage of [localStorage, sessionStorage]) {
    addText(JSON.stringify(Object.entries(storage)))
  }
  return { databases, caches: cached, text: parts.join('') }
}
