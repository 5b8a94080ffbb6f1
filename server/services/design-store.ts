/**
 * How records come into a design document, in pieces: a large board that is added at once would hold up
 * everybody else on the server. shared/design/record-codec.ts lays down how a record is stored.
 */
import { getIndicesAbove, type IndexKey, ZERO_INDEX_KEY } from '@tldraw/utils'
import type { TLPage, TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { changedKeys, encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import { remapRecords } from '#shared/exchange/remap-records.ts'
import { documentRoots, metaKeys } from '#shared/live.ts'
import { orderRecords } from './order-records.ts'

export type LooseRecord = Readonly<Record<string, unknown>>

/** What has to be known of a design to add to it; found without reading its shapes. */
export interface DesignFacts {
  /** Nothing is drawn yet. */
  readonly isEmpty: boolean
  readonly records: number
  readonly pageIndices: readonly IndexKey[]
}

/** Records as they are to be written. */
export interface Arranged {
  /** Whether they take the place of what is there, which is then empty. */
  readonly replaces: boolean
  readonly records: readonly TLRecord[]
  /** New ids by those that were given. */
  readonly ids: ReadonlyMap<string, string>
}

/** Records that are written as one update. */
const recordsInPiece = 250

export function factsOf(design: Y.Doc): DesignFacts {
  const pageIndices: IndexKey[] = []
  let isEmpty = true
  const records = recordsOf(design)
  for (const [id, map] of records) {
    if (id.startsWith('shape:')) isEmpty = false
    const page = id.startsWith('page:') && map instanceof Y.Map ? readRecord(map) : undefined
    if (isLoose(page) && isPage(page)) pageIndices.push(page.index)
  }
  return { isEmpty, records: records.size, pageIndices }
}

/** What is stored, not validated. */
export function readDesign(design: Y.Doc): LooseRecord[] {
  const records: LooseRecord[] = []
  for (const map of recordsOf(design).values()) {
    const record = map instanceof Y.Map ? readRecord(map) : undefined
    if (isLoose(record)) records.push(record)
  }
  return records
}

/** The schema that the records were written with, as JSON. */
export function schemaTextOf(design: Y.Doc): unknown {
  return design.getMap(documentRoots.design.meta).get(metaKeys.schema)
}

/**
 * An empty design becomes what is added; one that holds a drawing keeps it, and the added pages come
 * after its own under new ids.
 */
export function arrange(
  added: readonly TLRecord[],
  facts: DesignFacts,
  newId: () => string,
): Arranged {
  if (facts.isEmpty && hasPage(added)) {
    const ids = new Map(added.map(({ id }): [string, string] => [id, id]))
    return { replaces: true, records: orderRecords(added), ids }
  }
  const { records, ids } = remapRecords(added, newId)
  const beside = records.filter((record) => record.typeName !== 'document')
  return { replaces: false, records: orderRecords(placedAfter(beside, facts)), ids }
}

/**
 * Writes into a document and answers the updates that this made: each is small, and the board is a good
 * one after each, since pages come before shapes, parents before children and ends before bindings.
 */
export function writeInPieces(design: Y.Doc, { records, replaces }: Arranged): Uint8Array[] {
  const pieces: Uint8Array[] = []
  const keep = (update: Uint8Array) => void pieces.push(update)
  design.on('update', keep)
  for (let from = 0; from < records.length; from += recordsInPiece) {
    design.transact(() => {
      if (from === 0 && replaces) recordsOf(design).clear()
      putRecords(design, records.slice(from, from + recordsInPiece))
    })
  }
  design.off('update', keep)
  return pieces
}

/**
 * Makes a design what these records say: what differs is changed, what is missing comes back, what is not
 * among them goes. What a partner writes at the same moment is merged as ever.
 */
export function becomeRecords(design: Y.Doc, wanted: readonly TLRecord[]): void {
  const map = recordsOf(design)
  const stays = new Set<string>(wanted.map(({ id }) => id))
  removeRecords(
    design,
    [...map.keys()].filter((id) => !stays.has(id)),
  )
  for (const record of orderRecords(wanted)) {
    const stored = map.get(record.id)
    const before = stored instanceof Y.Map ? readRecord(stored) : undefined
    if (stored instanceof Y.Map && isLoose(before)) {
      for (const [key, value] of changedKeys(before, record, before)) stored.set(key, value)
    } else {
      map.set(record.id, new Y.Map([encodeRecord(record)]))
    }
  }
}

/** Takes records away again, when the rest of them could not be added. */
export function removeRecords(design: Y.Doc, ids: Iterable<string>): void {
  const records = recordsOf(design)
  for (const id of ids) if (records.has(id)) records.delete(id)
}

function putRecords(design: Y.Doc, records: readonly TLRecord[]): void {
  const map = recordsOf(design)
  for (const record of records) map.set(record.id, new Y.Map([encodeRecord(record)]))
}

/** Pages are ordered by their index; added ones follow those that are there. */
function placedAfter(records: readonly TLRecord[], { pageIndices }: DesignFacts): TLRecord[] {
  const last = pageIndices.reduce((a, b) => (a > b ? a : b), pageIndices[0] ?? ZERO_INDEX_KEY)
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
