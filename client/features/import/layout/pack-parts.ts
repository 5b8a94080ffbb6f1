/** Parts of a drawing that nothing joins, arranged apart and put side by side in rows. */
import type { Place } from '#shared/exchange/mermaid/geometry.ts'
import { besideGap, type Arrange, type Item, type Level } from './arrange.ts'

/** Wider than high, as screens are. */
const aspect = 1.6
const partGap = besideGap * 1.5

interface Part {
  readonly places: ReadonlyMap<string, Place>
  readonly w: number
  readonly h: number
}

/** Every item gets a place, and no two of them overlap as long as `arrange` keeps to that. */
export function arrangeParts(level: Level, arrange: Arrange): ReadonlyMap<string, Place> {
  const parts = partsOf(level).map((part) => measured(arrange(part)))
  const area = parts.reduce((sum, { w, h }) => sum + (w + partGap) * (h + partGap), 0)
  const widest = Math.max(Math.sqrt(area * aspect), ...parts.map(({ w }) => w))
  const placed = new Map<string, Place>()
  const row = { x: 0, y: 0, h: 0 }
  // The big part first: small ones fill the rows after it.
  for (const part of parts.toSorted((a, b) => b.h - a.h)) {
    if (row.x > 0 && row.x + part.w > widest) {
      row.y += row.h + partGap
      row.x = 0
      row.h = 0
    }
    for (const [id, place] of part.places) {
      placed.set(id, { ...place, x: place.x + row.x, y: place.y + row.y })
    }
    row.x += part.w + partGap
    row.h = Math.max(row.h, part.h)
  }
  return placed
}

function measured(places: ReadonlyMap<string, Place>): Part {
  const all = [...places.values()]
  return {
    places,
    w: Math.max(...all.map(({ x, w }) => x + w)),
    h: Math.max(...all.map(({ y, h }) => y + h)),
  }
}

function partsOf({ items, links, direction }: Level): readonly Level[] {
  const joined = new Map<string, string[]>()
  const join = (a: string, b: string) => {
    const known = joined.get(a)
    if (known === undefined) joined.set(a, [b])
    else known.push(b)
  }
  for (const { from, to } of links) {
    join(from, to)
    join(to, from)
  }
  const byPart = new Map<string, { items: Item[]; links: Level['links'][number][] }>()
  const partOf = new Map<string, string>()
  for (const item of items) {
    if (!partOf.has(item.id)) markPart(item.id, joined, partOf)
    const part = partOf.get(item.id) ?? item.id
    const known = byPart.get(part) ?? { items: [], links: [] }
    known.items.push(item)
    byPart.set(part, known)
  }
  for (const link of links) byPart.get(partOf.get(link.from) ?? '')?.links.push(link)
  return [...byPart.values()].map((part) => ({ ...part, direction }))
}

function markPart(
  first: string,
  joined: ReadonlyMap<string, readonly string[]>,
  partOf: Map<string, string>,
): void {
  const queue = [first]
  partOf.set(first, first)
  for (const at of queue) {
    for (const other of joined.get(at) ?? []) {
      if (partOf.has(other)) continue
      partOf.set(other, first)
      queue.push(other)
    }
  }
}
