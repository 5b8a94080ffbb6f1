/**
 * The records of a design as they were last judged good, indexed by what points at what, so that a tick
 * is judged by what changed in it and not by the size of the board. It knows plain records only.
 */
import type { TLArrowBinding, TLBinding, TLPage, TLRecord, TLShape } from '@tldraw/tlschema'

export class KnownBoard {
  readonly records = new Map<string, TLRecord>()
  /** Shape or page → the shapes directly on it. */
  private readonly childIds = new Map<string, Set<string>>()
  /** Shape → bindings that have it as an end. */
  private readonly bindingIds = new Map<string, Set<string>>()
  private readonly pages = new Map<string, TLPage>()

  put(record: TLRecord): void {
    const before = this.records.get(record.id)
    this.records.set(record.id, record)
    if (before !== undefined && !movesIndex(before, record)) return
    if (before !== undefined) this.unlink(before)
    this.link(record)
  }

  remove(id: string): void {
    const before = this.records.get(id)
    if (before === undefined) return
    this.records.delete(id)
    this.unlink(before)
  }

  childrenOf(id: string): Iterable<string> {
    return this.childIds.get(id) ?? []
  }

  bindingsAt(shapeId: string): Iterable<string> {
    return this.bindingIds.get(shapeId) ?? []
  }

  shape(id: string): TLShape | undefined {
    const record = this.records.get(id)
    return record?.typeName === 'shape' ? record : undefined
  }

  binding(id: string): TLBinding | undefined {
    const record = this.records.get(id)
    return record?.typeName === 'binding' ? record : undefined
  }

  /** The page that comes first; the same for everybody. */
  firstPage(): TLPage | undefined {
    let first: TLPage | undefined
    for (const page of this.pages.values()) {
      if (first === undefined || isBefore(page, first)) first = page
    }
    return first
  }

  private link(record: TLRecord): void {
    if (record.typeName === 'page') this.pages.set(record.id, record)
    for (const [index, key] of this.keysOf(record)) addTo(index, key, record.id)
  }

  private unlink(record: TLRecord): void {
    if (record.typeName === 'page') this.pages.delete(record.id)
    for (const [index, key] of this.keysOf(record)) removeFrom(index, key, record.id)
  }

  private keysOf(record: TLRecord): [Map<string, Set<string>>, string][] {
    if (record.typeName === 'shape') return [[this.childIds, record.parentId]]
    if (record.typeName !== 'binding') return []
    return [
      [this.bindingIds, record.fromId],
      [this.bindingIds, record.toId],
    ]
  }
}

export function isArrowBinding(binding: TLBinding): binding is TLArrowBinding {
  return binding.type === 'arrow'
}

function movesIndex(before: TLRecord, after: TLRecord): boolean {
  if (before.typeName === 'shape' && after.typeName === 'shape') {
    return before.parentId !== after.parentId
  }
  return true
}

function isBefore(a: TLPage, b: TLPage): boolean {
  return a.index === b.index ? a.id < b.id : a.index < b.index
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}

function removeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}
