/** One level of a drawing: boxes of known size and what joins them. Arrangers differ in care and cost. */
import type { Place } from '#shared/exchange/mermaid/geometry.ts'

export interface Item {
  readonly id: string
  readonly w: number
  readonly h: number
}

export interface Link {
  readonly from: string
  readonly to: string
  /** Longest label that lies on it, in characters. */
  readonly label: number
  /** How many connections it stands for. */
  readonly weight: number
}

export interface Level {
  readonly items: readonly Item[]
  /** Both ends are items, and never the same one. */
  readonly links: readonly Link[]
  readonly direction: string
}

/** Places by id, the upper left corner of all of them at 0, 0. */
export type Arrange = (level: Level) => ReadonlyMap<string, Place>

/** Room between two boxes that are joined: an arrow, its head and most of a label. */
export const rankGap = 96
/** Room between boxes that lie side by side. */
export const besideGap = 40

export function runsAcross(direction: string): boolean {
  return direction === 'LR' || direction === 'RL'
}

/** Moves everything so that it begins at 0, 0. */
export function fromOrigin(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const all = [...places.values()]
  const x = Math.min(...all.map((place) => place.x))
  const y = Math.min(...all.map((place) => place.y))
  return new Map(
    [...places].map(([id, place]) => [
      id,
      { ...place, x: Math.round(place.x - x), y: Math.round(place.y - y) },
    ]),
  )
}
