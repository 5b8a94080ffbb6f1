/**
 * Brings the records of a design to this version's schema and makes sure that a board can be opened:
 * a document record and a page. Runs once, when a design is read from storage.
 */
import type { SerializedSchema, SerializedStore } from '@tldraw/store'
import type { TLRecord, TLSchema } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { baseKey, encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import { AppError } from '#shared/errors.ts'
import { documentRoots, metaKeys } from '#shared/live.ts'
import { captureUpdate } from './capture-update.ts'
import { firstRecords } from './first-records.ts'

/** What was written, if anything. Throws `older_client` when a newer version saved the design. */
export function migrateDesign(doc: Y.Doc, schema: TLSchema): Uint8Array | undefined {
  const records = doc.getMap(documentRoots.design.records)
  const meta = doc.getMap(documentRoots.design.meta)
  const saved = meta.get(metaKeys.schema)
  const current = JSON.stringify(schema.serialize())
  const missing = firstRecords(schema).filter((record) => !hasRecordOf(records, record.typeName))
  if (saved === current && missing.length === 0) return undefined
  const migrated =
    saved === undefined || saved === current ? [] : migrateRecords(records, schema, saved)
  return captureUpdate(doc, 'migrate', () => {
    for (const record of [...migrated, ...missing]) {
      records.set(record.id, new Y.Map([encodeRecord(record)]))
    }
    if (saved !== current) meta.set(metaKeys.schema, current)
  }).update
}

/** Records that read differently under this version's schema. */
function migrateRecords(records: Y.Map<unknown>, schema: TLSchema, saved: unknown): TLRecord[] {
  const before = readStore(records)
  const serialized = parseSchema(saved)
  if (serialized === undefined || isNewer(serialized, schema)) throw new AppError('older_client')
  const result = schema.migrateStoreSnapshot({ schema: serialized, store: before })
  if (result.type === 'error') throw new AppError('older_client', result.reason)
  return Object.values(result.value).filter(
    (record) => JSON.stringify(record) !== JSON.stringify(before[record.id]),
  )
}

/** Whether some part of the schema is beyond what is known here. */
function isNewer(saved: SerializedSchema, schema: TLSchema): boolean {
  if (saved.schemaVersion !== 2) return false
  const known = schema.serialize().sequences
  return Object.entries(saved.sequences).some(([id, version]) => version > (known[id] ?? version))
}

function hasRecordOf(records: Y.Map<unknown>, typeName: string): boolean {
  for (const [id, map] of records) {
    if (id.startsWith(`${typeName}:`) && map instanceof Y.Map && map.has(baseKey)) return true
  }
  return false
}

/** What lies in the document, as tldraw stores records. */
function readStore(records: Y.Map<unknown>): SerializedStore<TLRecord> {
  const store: Record<string, TLRecord> = {}
  for (const [id, map] of records) {
    const record = map instanceof Y.Map ? readRecord(map) : undefined
    if (isRecord(record)) store[id] = record
  }
  return store
}

/** Migrations take records of older versions; they are validated afterwards. */
function isRecord(value: unknown): value is TLRecord {
  return typeof value === 'object' && value !== null && 'typeName' in value
}

function parseSchema(text: unknown): SerializedSchema | undefined {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  return isSchema(value) ? value : undefined
}

/** The schema is written by the server alone. */
function isSchema(value: unknown): value is SerializedSchema {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value
}
