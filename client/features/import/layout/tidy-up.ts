/**
 * Lays out anew what is selected, or the whole page when nothing is. What is locked stays; each part is
 * laid out within the boundary that holds it, from the corner where it began.
 */
import type { Graph } from '#shared/design/design.ts'
import type { Geometry, Place } from '#shared/exchange/mermaid/geometry.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { boxAround } from './boundary-room.ts'
import { overlaps } from './nearest-free.ts'
import type { LayoutAnswer } from './run-layout.ts'
import type { LayoutRequest } from './layout-request.ts'
import { requestForGraph } from './request-for-graph.ts'

type Canvas = Pick<CanvasHandle, 'graph' | 'selection' | 'places' | 'isLocked'>
type Lay = (request: LayoutRequest) => Promise<LayoutAnswer | undefined>

export interface Tidied {
  readonly places: Geometry
  readonly isQuick: boolean
}

/** Places for what moves; nothing when it was cancelled. Empty when there is nothing to tidy. */
export async function tidyUp(canvas: Canvas, lay: Lay): Promise<Tidied | undefined> {
  const graph = canvas.graph()
  let places = canvas.places()
  const changed: Record<string, Place> = {}
  let isQuick = false
  for (const part of partsOf(graph, canvas.selection())) {
    const answer = await tidyPart(part, { canvas, graph, places }, lay)
    if (answer === undefined) return undefined
    isQuick ||= answer.isQuick
    Object.assign(changed, answer.places)
    places = { ...places, ...answer.places }
  }
  return { places: { ...changed, ...grown(graph, changed, places) }, isQuick }
}

interface Around {
  readonly canvas: Canvas
  readonly graph: Graph
  readonly places: Geometry
}

async function tidyPart(
  part: Graph,
  { canvas, graph, places }: Around,
  lay: Lay,
): Promise<Tidied | undefined> {
  const ids = [...part.nodes, ...part.groups].map(({ id }) => id)
  if (ids.length < 2) return { places: {}, isQuick: false }
  const pinned = Object.fromEntries(
    ids.filter((id) => canvas.isLocked(id)).flatMap((id) => (places[id] ? [[id, places[id]]] : [])),
  )
  const request = requestForGraph(part, { pinned, direction: directionOf(part, places) }, places)
  const answer = await lay(request)
  if (answer === undefined) return undefined
  if (Object.keys(pinned).length > 0) return answer
  const laid = toOldCorner(answer.places, places)
  return { ...answer, places: clearOf(laid, obstacles(graph, new Set(ids), places)) }
}

/** What is selected and what selected boundaries hold, one part for each boundary around; else everything. */
function partsOf(all: Graph, selection: readonly string[]): readonly Graph[] {
  const chosen = new Set(selection)
  const groups = new Set(all.groups.map(({ id }) => id).filter((id) => isWithin(all, id, chosen)))
  const nodes = all.nodes.filter(
    ({ id, groupId }) => chosen.has(id) || (groupId !== undefined && groups.has(groupId)),
  )
  if (nodes.length + groups.size < 2) return [all]
  const parents = new Map(all.groups.map(({ id, parentId }) => [id, parentId]))
  /** The nearest boundary that is not laid out itself. */
  const holderOf = (groupId: string | undefined) => {
    let at = groupId
    while (at !== undefined && groups.has(at)) at = parents.get(at)
    return at ?? ''
  }
  const holders = new Set([
    ...nodes.map(({ groupId }) => holderOf(groupId)),
    ...[...groups].map((id) => holderOf(id)),
  ])
  return [...holders].map((holder) => {
    const held = nodes.filter(({ groupId }) => holderOf(groupId) === holder)
    const inner = all.groups.filter(({ id }) => groups.has(id) && holderOf(id) === holder)
    const ids = new Set(held.map(({ id }) => id))
    const edges = all.edges.filter(({ from, to }) => ids.has(from) && ids.has(to))
    return { nodes: held, groups: inner, edges }
  })
}

function isWithin({ groups }: Graph, id: string, chosen: ReadonlySet<string>): boolean {
  const parents = new Map(groups.map((group) => [group.id, group.parentId]))
  let at: string | undefined = id
  for (let steps = 0; at !== undefined && steps <= groups.length; steps += 1) {
    if (chosen.has(at)) return true
    at = parents.get(at)
  }
  return false
}

/** Keeps running as it was drawn: down where most arrows go further down than across. */
function directionOf({ edges }: Graph, places: Geometry): string {
  let across = 0
  let down = 0
  for (const { from, to } of edges) {
    const [a, b] = [places[from], places[to]]
    if (a === undefined || b === undefined) continue
    across += b.x - a.x
    down += b.y - a.y
  }
  return Math.abs(down) > Math.abs(across) * 1.5 ? 'TB' : 'LR'
}

function toOldCorner(laid: Geometry, places: Geometry): Geometry {
  const ids = Object.keys(laid)
  const old = cornerOf(ids.flatMap((id) => places[id] ?? []))
  const now = cornerOf(Object.values(laid))
  return moved(laid, { x: old.x - now.x, y: old.y - now.y })
}

function cornerOf(boxes: readonly Place[]) {
  return { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) }
}

function moved(places: Geometry, by: { readonly x: number; readonly y: number }): Geometry {
  return Object.fromEntries(
    Object.entries(places).map(([id, place]) => [
      id,
      { ...place, x: Math.round(place.x + by.x), y: Math.round(place.y + by.y) },
    ]),
  )
}

function obstacles(graph: Graph, ids: ReadonlySet<string>, places: Geometry): readonly Place[] {
  return graph.nodes.filter(({ id }) => !ids.has(id)).flatMap(({ id }) => places[id] ?? [])
}

/** As a whole to the right, until it lies on nothing that stays. */
function clearOf(laid: Geometry, others: readonly Place[]): Geometry {
  let way = 0
  for (let tries = 0; tries < others.length; tries += 1) {
    const hit = others.find((other) =>
      Object.values(laid).some((place) => overlaps({ ...place, x: place.x + way }, other)),
    )
    if (hit === undefined) break
    const left = Math.min(...Object.values(laid).map(({ x }) => x))
    way = hit.x + hit.w + 32 - left
  }
  return moved(laid, { x: way, y: 0 })
}

/** Boundaries around the part that stay themselves grow with what they hold, and never shrink. */
function grown(graph: Graph, laid: Geometry, places: Geometry): Geometry {
  const now: Record<string, Place> = { ...places, ...laid }
  const result: Record<string, Place> = {}
  const inside = graph.groups.toReversed()
  for (let round = 0; round < graph.groups.length; round += 1) {
    let isSettled = true
    for (const { id, label } of inside) {
      const own = now[id]
      const members = [
        ...graph.nodes.filter(({ groupId }) => groupId === id),
        ...graph.groups.filter(({ parentId }) => parentId === id),
      ].flatMap((member) => now[member.id] ?? [])
      const around = boxAround(members, label)
      if (own === undefined || around === undefined || laid[id] !== undefined) continue
      const w = Math.max(own.w, around.x + around.w - own.x)
      const h = Math.max(own.h, around.y + around.h - own.y)
      if (w === own.w && h === own.h) continue
      isSettled = false
      result[id] = now[id] = { ...own, w, h }
    }
    if (isSettled) break
  }
  return result
}
