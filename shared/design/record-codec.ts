/**
 * How one record lies in a Yjs map: `'$'` holds the record at creation as JSON, and later edits set only
 * the keys that changed (`xy` together, `p.<prop>`, `m.<meta>`, else the record's own key). A move and a
 * rename at the same moment both survive, an update is tens of bytes, and memory stays low.
 * It works on anything shaped like a map and may not know Yjs.
 */
export const baseKey = '$'
const geometryKey = 'xy'

/** What the codec needs of a `Y.Map`. */
export interface RecordMap {
  get(key: string): unknown
  has(key: string): boolean
  set(key: string, value: unknown): unknown
  delete(key: string): void
  forEach(visit: (value: unknown, key: string) => void): void
}

type Flat = Map<string, unknown>
/** Stands in a map where a key was removed from the record. Yjs keeps it, and no JSON can hold it. */
export const removed = undefined

/** The keys under which a record's parts are stored, with their values. */
export function flattenRecord(record: object): Flat {
  const flat: Flat = new Map()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'x' || key === 'y') continue
    if (key === 'props') addPrefixed(flat, 'p.', value)
    else if (key === 'meta') addPrefixed(flat, 'm.', value)
    else flat.set(key, value)
  }
  if ('x' in record && 'y' in record) flat.set(geometryKey, [record.x, record.y])
  return flat
}

/**
 * The keys to write so that a stored record reads as `next`: those that differ between `previous` and
 * `next` *and* from what is stored. A key that `next` no longer has becomes {@link removed}.
 */
export function changedKeys(previous: object, next: object, stored: object): Flat {
  const before = flattenRecord(previous)
  const after = flattenRecord(next)
  const now = flattenRecord(stored)
  const changes: Flat = new Map()
  for (const [key, value] of after) {
    if (!isSame(before.get(key), value) && !isSame(now.get(key), value)) changes.set(key, value)
  }
  for (const key of before.keys()) {
    if (!after.has(key) && now.has(key)) changes.set(key, removed)
  }
  return changes
}

/** The record that a map holds, not validated; `undefined` when it has no readable base. */
export function readRecord(map: RecordMap): unknown {
  const base = map.get(baseKey)
  if (typeof base !== 'string') return undefined
  const record = parseObject(base)
  if (record === undefined) return undefined
  map.forEach((value, key) => {
    if (key !== baseKey) applyKey(record, key, value)
  })
  return record
}

/** What a fresh map holds for a record. */
export function encodeRecord(record: object): readonly [string, string] {
  return [baseKey, JSON.stringify(record)]
}

/** A record before it is validated. */
export interface LooseRecord {
  [key: string]: unknown
  props?: Record<string, unknown>
  meta?: Record<string, unknown>
}

/** Sets one stored key on a record in place. */
export function applyKey(record: LooseRecord, key: string, value: unknown): void {
  if (key === geometryKey) applyGeometry(record, value)
  else if (key.startsWith('p.')) applyTo((record.props ??= {}), key.slice(2), value)
  else if (key.startsWith('m.')) applyTo((record.meta ??= {}), key.slice(2), value)
  else applyTo(record, key, value)
}

function applyTo(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') return
  if (value === removed) delete target[key]
  else target[key] = value
}

function applyGeometry(record: LooseRecord, value: unknown): void {
  if (!Array.isArray(value)) return
  record['x'] = value[0]
  record['y'] = value[1]
}

function addPrefixed(flat: Flat, prefix: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) flat.set(prefix + key, inner)
}

function parseObject(text: string): LooseRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isLooseRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isLooseRecord(value: unknown): value is LooseRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
