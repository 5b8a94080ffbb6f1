/** Bands of load that severities follow (knowledge E.0; anchors are the capacities of F.2). */
import type { Scale } from '#shared/design/design.ts'

export const bands = ['unknown', 'XS', 'S', 'M', 'L', 'XL'] as const
export type Band = (typeof bands)[number]

/** Upper ends in requests per second at peak; a band excludes its end. */
const upperEnds: readonly (readonly [Band, number])[] = [
  ['XS', 100],
  ['S', 1_000],
  ['M', 10_000],
  ['L', 100_000],
]

/** The band of a scale; `unknown` keeps every rule about scale silent. */
export function bandOf(scale: Scale): Band {
  const { peakQps } = scale
  if (peakQps === undefined) return 'unknown'
  return upperEnds.find(([, end]) => peakQps < end)?.[0] ?? 'XL'
}

/** Whether a band is known and at least as large as another. */
export function isAtLeast(band: Band, other: Exclude<Band, 'unknown'>): boolean {
  return bands.indexOf(band) >= bands.indexOf(other)
}
