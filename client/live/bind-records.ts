/**
 * Stored maps of records → records that the board's schema accepts. What does not fit is `undefined`,
 * never an exception: one bad record must not stop the others.
 */
import type { SerializedSchema } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type * as Y from 'yjs'
import { readRecord } from '#shared/design/record-codec.ts'
import { metaKeys } from '#shared/live.ts'

export type RecordMaps = Y.Map<Y.Map<unknown>>

/** The valid record under an id, migrated first when the document was saved with an older schema. */
export function readBoardRecord(
  store: TLStore,
  maps: RecordMaps,
  id: string,
  savedWith: SerializedSchema | undefined,
): TLRecord | undefined {
  const map: unknown = maps.get(id)
  if (!isMap(map)) return undefined
  const record = readRecord(map)
  if (!isRecordLike(record) || record.id !== id) return undefined
  return validRecord(store, migrated(store, record, savedWith))
}

/** The schema that the document's records were saved with, when it says so. */
export function readSavedSchema(meta: Y.Map<unknown>): SerializedSchema | undefined {
  const text = meta.get(metaKeys.schema)
  if (typeof text !== 'string') return undefined
  try {
    const schema: unknown = JSON.parse(text)
    return isSerializedSchema(schema) ? schema : undefined
  } catch {
    return undefined
  }
}

function validRecord(store: TLStore, record: unknown): TLRecord | undefined {
  if (!isRecordLike(record)) return undefined
  const types: Readonly<Record<string, RecordValidator>> = store.schema.types
  const type = Object.hasOwn(types, record.typeName) ? types[record.typeName] : undefined
  if (type?.scope !== 'document' || !type.isId(record.id)) return undefined
  try {
    return type.validate(record)
  } catch {
    return undefined
  }
}

interface RecordValidator {
  readonly scope: string
  isId(id: string): boolean
  validate(record: unknown): TLRecord
}

function migrated(
  store: TLStore,
  record: RecordLike,
  savedWith: SerializedSchema | undefined,
): unknown {
  if (savedWith === undefined) return record
  // A parser's cast: the migrations of tldraw are written for records that do not fit today's type.
  const result = store.schema.migratePersistedRecord(record as unknown as TLRecord, savedWith)
  return result.type === 'success' ? result.value : undefined
}

interface RecordLike {
  readonly id: string
  readonly typeName: string
}

function isRecordLike(value: unknown): value is RecordLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'typeName' in value &&
    typeof value.typeName === 'string'
  )
}

function isMap(value: unknown): value is Y.Map<unknown> {
  return typeof value === 'object' && value !== null && 'observeDeep' in value && 'has' in value
}

function isSerializedSchema(value: unknown): value is SerializedSchema {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value
}
