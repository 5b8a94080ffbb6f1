/** Whether a value is a record that a board may hold. It asks the board's schema and nothing else. */
import type { TLRecord, TLSchema } from '@tldraw/tlschema'

interface RecordType {
  readonly scope: string
  isId(id: string): boolean
  validate(record: unknown, before?: unknown): TLRecord
}

export type ValidateRecord = (
  id: string,
  value: unknown,
  good: TLRecord | undefined,
) => TLRecord | undefined

/**
 * Makes the question "is this a good record under this id?". A good one that came before makes the
 * answer cheap: only what is another object than in it is looked at.
 */
export function createValidator(schema: TLSchema): ValidateRecord {
  const types: Readonly<Record<string, RecordType>> = schema.types
  return (id, value, good) => {
    if (!hasTypeName(value) || value.id !== id) return undefined
    const type = Object.hasOwn(types, value.typeName) ? types[value.typeName] : undefined
    if (type?.scope !== 'document' || !type.isId(id)) return undefined
    try {
      return type.validate(value, isSameType(good, value) ? good : undefined)
    } catch {
      return undefined
    }
  }
}

interface Typed {
  readonly id: unknown
  readonly typeName: string
}

function hasTypeName(value: unknown): value is Typed {
  if (typeof value !== 'object' || value === null) return false
  return 'typeName' in value && typeof value.typeName === 'string' && 'id' in value
}

/** A known good version helps only with the same type of shape or binding. */
function isSameType(good: TLRecord | undefined, value: Typed): boolean {
  if (good?.typeName !== value.typeName) return false
  return !('type' in good) || ('type' in value && good.type === value.type)
}
