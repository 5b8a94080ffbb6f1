/**
 * Places for a whole drawing: every boundary is laid out on its own, from the inside out, and is one box
 * for what lies around it. So its members are always in it, and nobody else is.
 */
import type { Geometry, Place } from '#shared/exchange/mermaid/geometry.ts'
import { arrangeParts } from './pack-parts.ts'
import type { Arrange, Item, Level, Link } from './arrange.ts'
import { boxAround, boundaryRoom, emptyBoundary } from './boundary-room.ts'
import { keepPinned } from './keep-pinned.ts'
import type { LayoutRequest } from './layout-request.ts'

/** The outermost level; no id is empty. */
const page = ''

/** Places of all nodes and groups on a page of its own; pinned ones are where they were. */
export function layoutDrawing(request: LayoutRequest, arrange: Arrange): Geometry {
  const { nodes, groups, pinned } = request
  const ids = [...nodes, ...groups].map(({ id }) => id)
  if (ids.every((id) => Object.hasOwn(pinned, id))) {
    return Object.fromEntries(ids.flatMap((id) => (pinned[id] ? [[id, pinned[id]]] : [])))
  }
  const free = layoutFreely(request, arrange)
  return Object.keys(pinned).length === 0 ? free : keepPinned(request, free)
}

function layoutFreely(request: LayoutRequest, arrange: Arrange): Geometry {
  const tree = treeOf(request)
  const links = linksByLevel(request, tree.parents)
  const inner = new Map<string, ReadonlyMap<string, Place>>()
  const sizes = new Map<string, Item>(request.nodes.map((node) => [node.id, node]))
  for (const level of tree.fromInside) {
    const items = (tree.children.get(level) ?? []).flatMap((id) => sizes.get(id) ?? [])
    const drawn: Level = { items, links: links.get(level) ?? [], direction: request.direction }
    const places = items.length === 0 ? new Map<string, Place>() : arrangeParts(drawn, arrange)
    inner.set(level, places)
    if (level !== page) sizes.set(level, { id: level, ...sizeOf(places, tree.labels.get(level)) })
  }
  const placed: Record<string, Place> = {}
  settle(page, { x: 0, y: 0 }, inner, placed)
  return placed
}

interface Tree {
  readonly parents: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly labels: ReadonlyMap<string, string>
  /** Groups whose members are all known come first; the page is last. */
  readonly fromInside: readonly string[]
}

function treeOf({ nodes, groups }: LayoutRequest): Tree {
  const known = new Set(groups.map(({ id }) => id))
  const parentOr = (id: string | undefined) => (id !== undefined && known.has(id) ? id : page)
  const parents = new Map([
    ...groups.map(({ id, parentId }) => [id, parentOr(parentId)] as const),
    ...nodes.map(({ id, groupId }) => [id, parentOr(groupId)] as const),
  ])
  const children = new Map<string, string[]>()
  for (const [id, parent] of parents) {
    const held = children.get(parent)
    if (held === undefined) children.set(parent, [id])
    else held.push(id)
  }
  const fromOutside = [page]
  for (const at of fromOutside) {
    fromOutside.push(...(children.get(at) ?? []).filter((id) => known.has(id)))
  }
  const labels = new Map(groups.map(({ id, label }) => [id, label]))
  return { parents, children, labels, fromInside: fromOutside.toReversed() }
}

/** Each connection counts at the level where its ends part: between the boxes that hold them there. */
function linksByLevel(
  { edges }: LayoutRequest,
  parents: Tree['parents'],
): ReadonlyMap<string, readonly Link[]> {
  const levels = new Map<string, Map<string, Link>>()
  for (const { from, to, label } of edges) {
    const met = meeting(from, to, parents)
    if (met === undefined || met.from === met.to) continue
    const links = levels.get(met.level) ?? new Map<string, Link>()
    const key = `${met.from} ${met.to}`
    const known = links.get(key)
    links.set(key, {
      from: met.from,
      to: met.to,
      label: Math.max(known?.label ?? 0, label.length),
      weight: (known?.weight ?? 0) + 1,
    })
    levels.set(met.level, links)
  }
  return new Map([...levels].map(([level, links]) => [level, [...links.values()]]))
}

function meeting(from: string, to: string, parents: Tree['parents']) {
  if (!parents.has(from) || !parents.has(to)) return undefined
  const above = new Map<string, string>()
  for (let at = from; at !== page; at = parents.get(at) ?? page) {
    above.set(parents.get(at) ?? page, at)
  }
  for (let at = to; at !== page; at = parents.get(at) ?? page) {
    const level = parents.get(at) ?? page
    const other = above.get(level)
    if (other !== undefined) return { level, from: other, to: at }
  }
  return undefined
}

function sizeOf(places: ReadonlyMap<string, Place>, label = '') {
  const box = boxAround([...places.values()], label)
  return box === undefined ? emptyBoundary : { w: box.w, h: box.h }
}

function settle(
  level: string,
  corner: { readonly x: number; readonly y: number },
  inner: ReadonlyMap<string, ReadonlyMap<string, Place>>,
  placed: Record<string, Place>,
): void {
  for (const [id, place] of inner.get(level) ?? []) {
    const at = { ...place, x: place.x + corner.x, y: place.y + corner.y }
    placed[id] = at
    const { side, top } = boundaryRoom
    if (inner.has(id)) settle(id, { x: at.x + side, y: at.y + top }, inner, placed)
  }
}
