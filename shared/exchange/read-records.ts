/** Records of a file: migrated, then validated one by one, then judged as a board. None is lost silently. */
import type { SerializedSchema, SerializedStore } from '@tldraw/store'
import type { TLRecord, TLSchema } from '@tldraw/tlschema'
import { settleBoard } from '#shared/design/judge-board.ts'
import type { RejectedRecord } from './board-file.ts'

interface Placed<T> {
  readonly position: number
  readonly record: T
}
interface Records {
  readonly records: readonly TLRecord[]
  readonly rejected: readonly RejectedRecord[]
}
interface LooseRecord {
  readonly id: string
  readonly typeName: string
}

/** Whether a record belongs to the board and not to one person's view of it. */
export function isDocumentRecord(schema: TLSchema, record: LooseRecord): boolean {
  const types: Readonly<Record<string, { readonly scope: string }>> = schema.types
  return Object.hasOwn(types, record.typeName) && types[record.typeName]?.scope === 'document'
}

/** `undefined` when the file's schema cannot be migrated at all. */
export function readRecords(
  values: readonly unknown[],
  saved: SerializedSchema,
  schema: TLSchema,
): Records | undefined {
  const rejected: RejectedRecord[] = []
  const taken = takeLoose(values, schema, rejected)
  const migrated = migrate(taken, saved, schema)
  if (migrated === undefined) return undefined
  const valid = new Map<string, TLRecord>()
  for (const { position, record } of taken.values()) {
    const result = validate(migrated.get(record.id), schema)
    if (typeof result === 'string') rejected.push({ position, id: record.id, reason: result })
    else valid.set(record.id, result)
  }
  settle(valid, taken, rejected)
  return {
    records: [...valid.values()],
    rejected: rejected.sort((a, b) => a.position - b.position),
  }
}

function takeLoose(
  values: readonly unknown[],
  schema: TLSchema,
  rejected: RejectedRecord[],
): Map<string, Placed<LooseRecord>> {
  const taken = new Map<string, Placed<LooseRecord>>()
  for (const [position, record] of values.entries()) {
    if (!isLooseRecord(record)) {
      rejected.push({ position, id: '', reason: 'It is no record: id or typeName is missing.' })
      continue
    }
    const reason = reasonAgainst(record, schema, taken)
    if (reason === undefined) taken.set(record.id, { position, record })
    else rejected.push({ position, id: record.id, reason })
  }
  return taken
}

function reasonAgainst(
  record: LooseRecord,
  schema: TLSchema,
  taken: ReadonlyMap<string, unknown>,
): string | undefined {
  if (!isDocumentRecord(schema, record)) return `A ${record.typeName} is no part of a board.`
  if (!record.id.startsWith(`${record.typeName}:`)) return 'Its id does not fit its type.'
  return taken.has(record.id) ? 'Another record has the same id.' : undefined
}

/** All together where that works, else one by one, so that a broken record does not take the others along. */
function migrate(
  taken: ReadonlyMap<string, Placed<LooseRecord>>,
  saved: SerializedSchema,
  schema: TLSchema,
): ReadonlyMap<string, unknown> | undefined {
  const store = storeOf([...taken.values()].map(({ record }) => record))
  const whole = schema.migrateStoreSnapshot({ schema: saved, store })
  if (whole.type === 'success') return new Map<string, unknown>(Object.entries(whole.value))
  const migrated = new Map<string, unknown>()
  for (const record of Object.values(store)) {
    const result = schema.migratePersistedRecord(record, saved)
    if (result.type === 'success') migrated.set(record.id, result.value)
  }
  return migrated.size === 0 && taken.size > 0 ? undefined : migrated
}

/** Parser: tldraw's migrations take records as they were; what comes out is validated right after. */
function storeOf(records: readonly LooseRecord[]): SerializedStore<TLRecord> {
  const store: Record<string, unknown> = Object.fromEntries(
    records.map((record) => [record.id, record]),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- validated after the migration
  return store as SerializedStore<TLRecord>
}

function validate(value: unknown, schema: TLSchema): TLRecord | string {
  if (!isLooseRecord(value)) return 'It could not be brought to this version.'
  const types: Readonly<Record<string, { validate(record: unknown): TLRecord }>> = schema.types
  try {
    return types[value.typeName]?.validate(value) ?? `A ${value.typeName} is not known.`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What each valid record cannot say alone: parents and ends of arrows that are not there. */
function settle(
  valid: Map<string, TLRecord>,
  taken: ReadonlyMap<string, Placed<LooseRecord>>,
  rejected: RejectedRecord[],
): void {
  for (const [id, record] of settleBoard(valid)) {
    if (record !== undefined) {
      valid.set(id, record)
      continue
    }
    valid.delete(id)
    const position = taken.get(id)?.position ?? -1
    rejected.push({ position, id, reason: 'What it is tied to is not in the file.' })
  }
}

function isLooseRecord(value: unknown): value is LooseRecord {
  if (typeof value !== 'object' || value === null) return false
  if (!('id' in value) || !('typeName' in value)) return false
  return typeof value.id === 'string' && typeof value.typeName === 'string'
}
