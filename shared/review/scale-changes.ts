/** The differences of the numbers that a design is judged by. */
import { stableHash } from '#shared/checker/stable-hash.ts'
import type { Scale } from '#shared/design/design.ts'

export type ScaleField = keyof Scale
export type ScaleValue = NonNullable<Scale[ScaleField]>

/** What is absent was not known. */
export interface ScaleChange {
  readonly field: ScaleField
  readonly from?: ScaleValue
  readonly to?: ScaleValue
}

// prettier-ignore
const fields = [
  'dailyActiveUsers', 'actionsPerUser', 'averageQps', 'peakQps', 'readsPerWrite', 'latencyMs',
  'availabilityTarget', 'rtoMinutes', 'rpoMinutes', 'dataBytes', 'dataBytesPerYear', 'retentionDays',
  'regions', 'budgetPerMonth', 'teamSize', 'compliance', 'publicFacing',
] as const satisfies readonly ScaleField[]

/** In the order of the fields. */
export function diffScales(before: Scale, after: Scale): readonly ScaleChange[] {
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]]
    if (stableHash([from]) === stableHash([to])) return []
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  })
}

export function applyScale(scale: Scale, changes: readonly ScaleChange[]): Scale {
  const changed = new Set<string>(changes.map(({ field }) => field))
  const kept = Object.entries(scale).filter(([field]) => !changed.has(field))
  const set = changes.flatMap(({ field, to }) => (to === undefined ? [] : [[field, to] as const]))
  return Object.fromEntries([...kept, ...set])
}
