/** Load against capacity: how much of what a component carries is asked of it at the peak. */
import type { Capacity } from './capacity.ts'
import type { Load } from './load.ts'
import type { Range } from './range.ts'

/** Share of capacity above which latency and errors grow (knowledge F.5, from autoscaling at 70 %). */
export const targetUtilisation = 0.7

export interface Utilisation {
  /** 1 is all that it carries; above it, requests queue up. */
  readonly share: Range
  readonly capacity: Capacity
  readonly load: Load
}

/** By node; absent where load, capacity or the number of instances is unknown. */
export function utilisationsOf(
  loads: ReadonlyMap<string, Load>,
  capacities: ReadonlyMap<string, Capacity>,
): ReadonlyMap<string, Utilisation> {
  const found = new Map<string, Utilisation>()
  for (const [id, load] of loads) {
    const capacity = capacities.get(id)
    const share = capacity === undefined ? undefined : shareOf(load, capacity)
    if (share !== undefined && capacity !== undefined) found.set(id, { share, capacity, load })
  }
  return found
}

/** Reads over all copies and writes over the primaries; all as reads where the ratio is unknown. */
function shareOf({ total, reads, writes }: Load, capacity: Capacity): Range | undefined {
  const { readers, writers, perInstance } = capacity
  if (readers === undefined || writers === undefined) return undefined
  if (reads === undefined || writes === undefined) {
    const all = perInstance * readers
    return {
      least: total.least / all,
      most: total.most / (perInstance * Math.min(readers, writers)),
    }
  }
  const usedAt = (end: 'least' | 'most') =>
    reads[end] / (perInstance * readers) + writes[end] / (perInstance * writers)
  return { least: usedAt('least'), most: usedAt('most') }
}

/**
 * Instances that carry a load at the target utilisation, one more than needed so that one may fail
 * (knowledge F.5, headroom form): ⌈load ÷ (capacity × 0.7)⌉ + 1. Load in requests a second, at least 0.
 */
export function instancesFor(load: number, perInstance: number): number {
  return Math.ceil(load / (perInstance * targetUtilisation)) + 1
}
