/**
 * A step back or forward → what of it may be written now. Rules: a key that a partner wrote since stays
 * theirs; what a partner deleted stays deleted; undoing a creation removes the shape unless a partner
 * has changed it, put something into it or connected to it since. Pure but for reading the store.
 */
import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { settleBoard } from '#shared/design/judge-board.ts'
import { applyKey, flattenRecord, type LooseRecord } from '#shared/design/record-codec.ts'
import { staysOf } from './creations-that-stay.ts'
import { differingKeys, type PartnerEdits } from './partner-edits.ts'

type Diff = RecordsDiff<TLRecord>

export function rebaseDiff(store: TLStore, diff: Diff, partners: PartnerEdits): Diff {
  const board = documentBoard(store)
  const after = new Map(board)
  for (const record of Object.values(diff.added)) {
    if (!board.has(record.id)) after.set(record.id, record)
  }
  for (const [from, to] of Object.values(diff.updated)) {
    const current = after.get(to.id)
    if (current !== undefined) after.set(to.id, rebased(current, [from, to], partners))
  }
  const removed = Object.values(diff.removed).filter((record) => after.has(record.id))
  const stays = staysOf(after, removed, partners)
  for (const record of removed) if (!stays.has(record.id)) after.delete(record.id)
  for (const [id, record] of settleBoard(after)) {
    if (record === undefined) after.delete(id)
    else after.set(id, record)
  }
  return diffOf(board, after)
}

function documentBoard(store: TLStore): Map<string, TLRecord> {
  const records = store.allRecords().map((record) => [record.id, record] as const)
  return new Map(records)
}

/** The current record with those keys that the step changes and no partner wrote since. */
function rebased(
  current: TLRecord,
  [from, to]: readonly [TLRecord, TLRecord],
  partners: PartnerEdits,
): TLRecord {
  const { id } = current
  const now = flattenRecord(current)
  const before = flattenRecord(from)
  const after = flattenRecord(to)
  const draft: LooseRecord = looseCopy(current)
  for (const key of differingKeys(from, to)) {
    const since = partners.ofKey(id, key)
    if (since === 'theirs') continue
    if (since === 'once' && !isSame(now.get(key), before.get(key))) continue
    applyKey(draft, key, partners.sinceReplaced(id, key, after.get(key)))
  }
  // The store validates it when it is put.
  return draft as unknown as TLRecord
}

/** Deep enough for `applyKey`: the record, its props and its meta are new objects. */
function looseCopy(record: TLRecord): LooseRecord {
  const copy: LooseRecord = Object.fromEntries(Object.entries(record))
  if (copy.props !== undefined) copy.props = { ...copy.props }
  if (copy.meta !== undefined) copy.meta = { ...copy.meta }
  return copy
}

function diffOf(before: ReadonlyMap<string, TLRecord>, after: ReadonlyMap<string, TLRecord>): Diff {
  const diff: Diff = {
    added: {},
    updated: {},
    removed: {},
  }
  for (const [id, record] of after) {
    const earlier = before.get(id)
    if (earlier === undefined) diff.added[record.id] = record
    else if (earlier !== record) diff.updated[record.id] = [earlier, record]
  }
  for (const [id, record] of before) if (!after.has(id)) diff.removed[record.id] = record
  return diff
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
