/**
 * A person's changes → the keys that a Yjs document has to hold. It collects changes until they are
 * written, and may not read the store: what is written follows from the changes and the document alone.
 */
import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { changedKeys, encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import type { RecordMaps } from './bind-records.ts'

/** What happened to a record since the last write; `undefined` is where it was not there. */
interface Change {
  readonly from: TLRecord | undefined
  readonly to: TLRecord | undefined
}
export type Changes = Map<string, Change>

/** Adds a diff of the store to what waits: the first `from` and the last `to` count. */
export function collectChanges(changes: Changes, diff: RecordsDiff<TLRecord>): void {
  for (const record of Object.values(diff.added)) collect(changes, record.id, undefined, record)
  for (const [from, to] of Object.values(diff.updated)) collect(changes, to.id, from, to)
  for (const record of Object.values(diff.removed)) collect(changes, record.id, record, undefined)
}

/** Writes all changes; call it within one transaction. Deleting wins over editing. */
export function writeChanges(maps: RecordMaps, changes: Changes): void {
  for (const [id, { from, to }] of changes) {
    if (to !== undefined) writeRecord(maps, from, to)
    else if (maps.has(id)) maps.delete(id)
  }
}

function collect(
  changes: Changes,
  id: string,
  from: TLRecord | undefined,
  to: TLRecord | undefined,
): void {
  const earlier = changes.get(id)
  changes.set(id, { from: earlier === undefined ? from : earlier.from, to })
}

function writeRecord(maps: RecordMaps, from: TLRecord | undefined, to: TLRecord): void {
  const map = maps.get(to.id)
  if (map === undefined) {
    if (from === undefined) maps.set(to.id, new Y.Map([encodeRecord(to)]))
    return
  }
  const stored = readRecord(map)
  if (typeof stored !== 'object' || stored === null) return
  for (const [key, value] of changedKeys(from ?? {}, to, stored)) map.set(key, copyOf(value))
}

/** The document keeps what it is given, so it gets values that nobody else can change. */
function copyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value
}
