/**
 * The quick arranger, for what is too big to be arranged with care: columns by distance from where arrows
 * begin. Linear in the size of the drawing, so that it can run on the page.
 */
import type { Place } from '#shared/exchange/mermaid/geometry.ts'
import { besideGap, rankGap, runsAcross, type Arrange, type Item, type Level } from './arrange.ts'

/** Most boxes above each other in a column; more go into the next one. */
const tallest = 24

export const arrangeQuickly: Arrange = (level) => {
  const places = new Map<string, Place>()
  const isAcross = runsAcross(level.direction)
  let along = 0
  for (const column of columnsOf(level)) {
    let beside = 0
    for (const { id, w, h } of column) {
      places.set(id, isAcross ? { x: along, y: beside, w, h } : { x: beside, y: along, w, h })
      beside += (isAcross ? h : w) + besideGap
    }
    along += Math.max(...column.map(({ w, h }) => (isAcross ? w : h))) + rankGap
  }
  return places
}

function columnsOf({ items, links }: Level): readonly (readonly Item[])[] {
  const ranks = ranksOf({ items, links })
  const columns: Item[][] = []
  for (const item of items) {
    const rank = ranks.get(item.id) ?? 0
    ;(columns[rank] ??= []).push(item)
  }
  return columns.flatMap((column) => {
    const parts: Item[][] = []
    for (let i = 0; i < column.length; i += tallest) parts.push(column.slice(i, i + tallest))
    return parts
  })
}

/** Steps from the nearest source; in a circle, from its first member. */
function ranksOf({ items, links }: Pick<Level, 'items' | 'links'>): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>()
  const called = new Set(links.map(({ to }) => to))
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to])
  const ranks = new Map<string, number>()
  const sources = items.filter(({ id }) => !called.has(id))
  for (const { id } of [...sources, ...items]) {
    if (ranks.has(id)) continue
    ranks.set(id, 0)
    const queue = [id]
    for (const at of queue) {
      for (const to of next.get(at) ?? []) {
        if (ranks.has(to)) continue
        ranks.set(to, (ranks.get(at) ?? 0) + 1)
        queue.push(to)
      }
    }
  }
  return ranks
}
