/** Names of the facts of scale that words can state. */
import type { Scale } from '#shared/design/design.ts'

export type LatencyField = 'latencyMs.p50' | 'latencyMs.p95' | 'latencyMs.p99'
type ListField = 'compliance' | 'latencyMs' | 'publicFacing'
export type FactField = Exclude<keyof Scale, ListField> | LatencyField
