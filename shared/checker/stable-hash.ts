/** Short hashes that are the same on every machine and in every run. Not for secrets. */

/** 16 hexadecimal digits for any JSON value; the order of an object's keys does not matter. */
export function stableHash(value: unknown): string {
  const text = JSON.stringify(inOrder(value))
  return hex(fnv1a(text, 0x811c9dc5)) + hex(fnv1a(text, 0x9747b28c))
}

/** The same value with the keys of every object in it sorted. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isRecord(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, inOrder(value[key])]))
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
  return typeof value === 'object' && value !== null
}
