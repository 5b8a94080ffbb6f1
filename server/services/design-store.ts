/** Reads and writes the records of a design document, as shared/design/record-codec.ts lays them down. */
import { getIndicesAbove, ZERO_INDEX_KEY } from '@tldraw/utils'
import type { TLPage, TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import { remapRecords } from '#shared/exchange/remap-records.ts'
import { documentRoots } from '#shared/live.ts'

export type LooseRecord = Readonly<Record<string, unknown>>

/** What is stored, not validated. */
export function readDesign(design: Y.Doc): LooseRecord[] {
  const records: LooseRecord[] = []
  for (const map of recordsOf(design).values()) {
    const record = map instanceof Y.Map ? readRecord(map) : undefined
    if (isLoose(record)) records.push(record)
  }
  return records
}

/**
 * Adds records to a design. An empty one becomes what is added; one that holds a drawing keeps it, and
 * the added pages come after its own under new ids. Answers the ids by those that were given.
 */
export function addToDesign(
  design: Y.Doc,
  added: readonly TLRecord[],
  newId: () => string,
): ReadonlyMap<string, string> {
  const present = readDesign(design)
  const isEmpty = !present.some((record) => record['typeName'] === 'shape')
  if (isEmpty && hasPage(added)) {
    recordsOf(design).clear()
    putRecords(design, added)
    return new Map(added.map(({ id }) => [id, id]))
  }
  const { records, ids } = remapRecords(added, newId)
  const beside = records.filter((record) => record.typeName !== 'document')
  putRecords(design, placedAfter(beside, present))
  return ids
}

function putRecords(design: Y.Doc, records: readonly TLRecord[]): void {
  const map = recordsOf(design)
  for (const record of records) map.set(record.id, new Y.Map([encodeRecord(record)]))
}

/** Pages are ordered by their index; added ones follow those that are there. */
function placedAfter(records: readonly TLRecord[], present: readonly LooseRecord[]): TLRecord[] {
  const taken = present.flatMap((record: object) => (isPage(record) ? [record.index] : []))
  const last = taken.reduce((a, b) => (a > b ? a : b), taken[0] ?? ZERO_INDEX_KEY)
  const pages = records.filter(isPage).toSorted((a, b) => (a.index < b.index ? -1 : 1))
  const indices = getIndicesAbove(last, pages.length)
  const indexOf = new Map(pages.map((page, position) => [page.id, indices[position]]))
  return records.map((record) => {
    if (!isPage(record)) return record
    return { ...record, index: indexOf.get(record.id) ?? record.index }
  })
}

/** A document without its own record or a page cannot be opened. */
function hasPage(records: readonly TLRecord[]): boolean {
  return records.some(isPage) && records.some((record) => record.typeName === 'document')
}

function isPage(record: object): record is TLPage {
  return 'typeName' in record && record.typeName === 'page'
}

function recordsOf(design: Y.Doc): Y.Map<unknown> {
  return design.getMap(documentRoots.design.records)
}

function isLoose(value: unknown): value is LooseRecord {
  return typeof value === 'object' && value !== null
}
