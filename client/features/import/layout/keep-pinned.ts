/**
 * Fits a free layout around what must stay: the whole is shifted to where the pinned ones are, and what
 * would lie on another one goes to the nearest free place.
 */
import type { Geometry, Place } from '#shared/exchange/mermaid/geometry.ts'
import { boxAround } from './boundary-room.ts'
import type { LayoutRequest } from './layout-request.ts'
import { nearestFree } from './nearest-free.ts'

export function keepPinned(request: LayoutRequest, free: Geometry): Geometry {
  const { nodes, pinned } = request
  const shift = shiftTo(free, pinned)
  const placed: Record<string, Place> = {}
  for (const [id, place] of Object.entries(pinned)) {
    if (Object.hasOwn(free, id)) placed[id] = place
  }
  const taken = nodes.flatMap(({ id }) => placed[id] ?? [])
  for (const { id } of nodes) {
    const place = free[id]
    if (placed[id] !== undefined || place === undefined) continue
    const wanted = { ...place, x: place.x + shift.x, y: place.y + shift.y }
    const settled = nearestFree(wanted, taken)
    placed[id] = settled
    taken.push(settled)
  }
  return withGroups(request, placed, (id) => {
    const place = free[id]
    return place && { ...place, x: place.x + shift.x, y: place.y + shift.y }
  })
}

/** The way that the pinned ones lie from where the free layout has them, on average. */
function shiftTo(free: Geometry, pinned: Geometry) {
  const both = Object.entries(pinned).flatMap(([id, place]) => {
    const other = free[id]
    return other === undefined ? [] : [{ x: place.x - other.x, y: place.y - other.y }]
  })
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : Math.round(values.reduce((a, b) => a + b, 0) / values.length)
  return { x: mean(both.map(({ x }) => x)), y: mean(both.map(({ y }) => y)) }
}

/** Boundaries around their members, the innermost first; a pinned one grows rather than moves. */
function withGroups(
  { nodes, groups }: LayoutRequest,
  placed: Record<string, Place>,
  whereFree: (id: string) => Place | undefined,
): Geometry {
  const depth = depthOf(groups)
  const inside = groups.toSorted((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0))
  for (const { id, label } of inside) {
    const members = [
      ...nodes.filter(({ groupId }) => groupId === id),
      ...groups.filter(({ parentId }) => parentId === id),
    ].flatMap((member) => placed[member.id] ?? [])
    const around = boxAround(members, label)
    const own = placed[id]
    const box = own !== undefined && around !== undefined ? union(own, around) : (own ?? around)
    const settled = box ?? whereFree(id)
    if (settled !== undefined) placed[id] = settled
  }
  return placed
}

function depthOf(groups: LayoutRequest['groups']): ReadonlyMap<string, number> {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  return new Map(
    groups.map(({ id }) => {
      let depth = 0
      for (let at = parents.get(id); at !== undefined && depth < groups.length; depth += 1) {
        at = parents.get(at)
      }
      return [id, depth]
    }),
  )
}

function union(own: Place, around: Place): Place {
  const x = Math.min(own.x, around.x)
  const y = Math.min(own.y, around.y)
  const right = Math.max(own.x + own.w, around.x + around.w)
  const bottom = Math.max(own.y + own.h, around.y + around.h)
  return { x, y, w: right - x, h: bottom - y }
}
