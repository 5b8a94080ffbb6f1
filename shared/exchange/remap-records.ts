/** New ids for a board's records, so that one file can be imported twice beside itself. */
import type { TLRecord } from '@tldraw/tlschema'

export interface RemappedRecords {
  readonly records: readonly TLRecord[]
  /** Old id → new id, for comments and pictures that point at records. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * `newId` gives the part after the type, different at every call. Parents, ends of arrows and pictures
 * follow; the document itself, of which a board has one, keeps its id. An id that is not in the file
 * stays as it is.
 */
export function remapRecords(records: readonly TLRecord[], newId: () => string): RemappedRecords {
  const ids = new Map<string, string>()
  for (const { id, typeName } of records) {
    ids.set(id, typeName === 'document' ? id : `${typeName}:${newId()}`)
  }
  const found = (id: unknown) => (typeof id === 'string' ? (ids.get(id) ?? id) : id)
  return { records: records.map((record) => withIds(record, found)), ids }
}

const references = ['id', 'parentId', 'fromId', 'toId'] as const

/** Parser: ids change and nothing else, so a record stays what it was. */
function withIds(record: TLRecord, found: (id: unknown) => unknown): TLRecord {
  const loose: Readonly<Record<string, unknown>> = { ...record }
  const changed = references
    .filter((key) => Object.hasOwn(loose, key))
    .map((key) => [key, found(loose[key])])
  const props = loose['props']
  const withAsset =
    isObject(props) && 'assetId' in props
      ? { props: { ...props, assetId: found(props.assetId) } }
      : {}
  const remapped: Record<string, unknown> = {
    ...loose,
    ...Object.fromEntries(changed),
    ...withAsset,
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ids changed, type for type
  return remapped as unknown as TLRecord
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
