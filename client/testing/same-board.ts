/** What a store shows of a board, for comparing what people see. */
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'

/** Records of the document by id, in the order of their ids. */
export function boardOf(store: TLStore): ReadonlyMap<string, TLRecord> {
  const records = store
    .allRecords()
    .filter(({ typeName }) => store.scopedTypes.document.has(typeName))
  return new Map(
    records.sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => [record.id, record]),
  )
}

export function isSameBoard(a: TLStore, b: TLStore): boolean {
  return isEqual([...boardOf(a)], [...boardOf(b)])
}

/** Ids and values of what differs, to print when boards that should be equal are not. */
export function differences(a: TLStore, b: TLStore): readonly string[] {
  const [left, right] = [boardOf(a), boardOf(b)]
  const ids = new Set([...left.keys(), ...right.keys()])
  return [...ids]
    .filter((id) => !isEqual(left.get(id), right.get(id)))
    .map((id) => `${id}: ${JSON.stringify(left.get(id))} ≠ ${JSON.stringify(right.get(id))}`)
}
