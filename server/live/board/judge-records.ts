/**
 * Judges the records that a tick touched, one by one, and repairs what does not fit the schema: a bad
 * key goes back to its last good value, a record that was never good is refused, and a record that was
 * good is never deleted. It gathers what the compensating
 * transaction has to write.
 */
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import {
  applyKey,
  baseKey,
  encodeRecord,
  flattenRecord,
  type LooseRecord,
  readRecord,
} from '#shared/design/record-codec.ts'
import type { KnownBoard } from './known-board.ts'
import type { ValidateRecord } from './validate-record.ts'

/** Keys of a record's map that changed; `undefined` when the map itself is another one. */
export type ChangedKeys = ReadonlySet<string> | undefined
/** Record id → what changed. */
export type Changes = ReadonlyMap<string, ChangedKeys>

export interface Judging {
  readonly records: Y.Map<unknown>
  readonly known: KnownBoard
  readonly validate: ValidateRecord
  readonly maxRecords: number
  /** Good versions from before the tick of records that it changed; `undefined` for new ones. */
  readonly before: Map<string, TLRecord | undefined>
  /** Ids of records that were refused because the board is full. */
  readonly beyondLimit: string[]
  /** What has to be written, in this order, once everything is judged. */
  readonly repairs: (() => void)[]
}

/** Judges every changed record and gathers what makes each read as a good one. */
export function judgeRecords(judging: Judging, changes: Changes): void {
  for (const [id, keys] of changes) judgeRecord(judging, id, keys)
}

function judgeRecord(judging: Judging, id: string, keys: ChangedKeys): void {
  const { records, known, before, validate } = judging
  const good = known.records.get(id)
  before.set(id, good)
  const map = records.get(id)
  if (map === undefined && !records.has(id)) {
    known.remove(id)
    return
  }
  if (!(map instanceof Y.Map)) {
    if (good === undefined) refuse(judging, id)
    else restore(judging, good)
    return
  }
  if (good === undefined) {
    judgeNew(judging, id, map)
    return
  }
  const next = validate(id, patched(good, map, keys), good)
  if (next === undefined) repair(judging, map, good, keys)
  else known.put(next)
}

function judgeNew(judging: Judging, id: string, map: Y.Map<unknown>): void {
  const { known, beyondLimit, maxRecords } = judging
  const record = judging.validate(id, readWhole(map), undefined)
  if (record !== undefined && known.records.size < maxRecords) {
    known.put(record)
    return
  }
  if (record !== undefined) beyondLimit.push(id)
  refuse(judging, id)
}

/** The record as it reads now, sharing with the good one every part that did not change. */
function patched(good: TLRecord, map: Y.Map<unknown>, keys: ChangedKeys): unknown {
  if (keys === undefined || keys.has(baseKey)) return readWhole(map)
  const draft = draftOf(good, keys)
  for (const key of keys) {
    const value = map.get(key)
    if (isUnfitKey(key, value)) return undefined
    if (!map.has(key)) return readWhole(map)
    applyKey(draft, key, value)
  }
  return draft
}

function readWhole(map: Y.Map<unknown>): unknown {
  for (const [key, value] of map) {
    if (isUnfitKey(key, value)) return undefined
  }
  return readRecord(map)
}

/** Keys that say a second time what others say: which of them wins would depend on the reader. */
const doubleKeys: ReadonlySet<string> = new Set(['props', 'meta', 'x', 'y', '__proto__'])

function isUnfitKey(key: string, value: unknown): boolean {
  if (key === 'xy') return value !== undefined && !(Array.isArray(value) && value.length === 2)
  return doubleKeys.has(key) && value !== undefined
}

/** A copy that may be written to under these keys; it shares the rest with the record. */
function draftOf(record: TLRecord, keys: ReadonlySet<string>): LooseRecord {
  const draft: LooseRecord = {}
  Object.assign(draft, record)
  for (const key of keys) {
    if (key.startsWith('m.')) draft.meta = { ...record.meta }
    else if (key.startsWith('p.') && 'props' in record) draft.props = { ...record.props }
  }
  return draft
}

function repair(judging: Judging, map: Y.Map<unknown>, good: TLRecord, keys: ChangedKeys): void {
  const { known, validate, repairs } = judging
  if (keys === undefined || keys.has(baseKey)) {
    restore(judging, good)
    return
  }
  const values = flattenRecord(good)
  let best = good
  for (const key of keys) {
    const next = validate(good.id, patched(best, map, new Set([key])), best)
    if (next !== undefined) best = next
    else if (doubleKeys.has(key)) repairs.push(() => map.delete(key))
    else repairs.push(() => map.set(key, values.get(key)))
  }
  known.put(best)
}

/** Puts the good version back under its id, as a fresh map. */
export function restore({ records, repairs }: Judging, good: TLRecord): void {
  repairs.push(() => records.set(good.id, new Y.Map([encodeRecord(good)])))
}

function refuse({ records, repairs }: Judging, id: string): void {
  repairs.push(() => records.delete(id))
}
