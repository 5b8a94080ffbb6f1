/** Short hashes that are the same on every machine and in every run. Not for secrets. */

/** 16 hexadecimal digits for any JSON value; the order of an object's keys does not matter. */
export function stableHash(value: unknown): string {
  const text = canonicalJson(value)
  return hex(fnv1a(text, 0x811c9dc5)) + hex(fnv1a(text, 0x9747b28c))
}

/** JSON with sorted keys. What JSON cannot hold is left out, as `JSON.stringify` does. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** FNV-1a over UTF-16 units with an extra avalanche (G. Fowler, L. Noll, K.-P. Vo). */
function fnv1a(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function hex(hash: number): string {
  return hash.toString(16).padStart(8, '0')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
