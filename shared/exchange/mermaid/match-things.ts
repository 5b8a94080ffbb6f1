/**
 * Finds the things of one graph again in another: by id, by the name that its own text gives them, then by
 * their labels where as many are called so as before.
 */
import type { DesignEdge, Graph } from '#shared/design/design.ts'
import { drawingOf } from './drawing-order.ts'
import { nameThings } from './name-things.ts'

/** Ids of the edited graph by which the board's are found; what has none is new. */
export interface Matches {
  readonly nodes: ReadonlyMap<string, string>
  readonly edges: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

interface Named {
  readonly id: string
}
type KeyOf<T> = (thing: T) => string

export function matchThings(board: Graph, edited: Graph): Matches {
  const names = nameThings(drawingOf(board))
  const nodes = matchAll({ board: board.nodes, edited: edited.nodes, names: names.ofNodes }, [
    (node) => `${node.kind} ${folded(node.label)}`,
    (node) => folded(node.label),
  ])
  const frames = { board: board.groups, edited: edited.groups, names: names.ofGroups }
  const groups = matchAll(frames, [(group) => folded(group.label)])
  return { nodes, groups, edges: matchEdges(board.edges, edited.edges, nodes) }
}

/** Arrows without ids of their own are told apart by their ends, their label and their order. */
function matchEdges(
  board: readonly DesignEdge[],
  edited: readonly DesignEdge[],
  nodes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const rewired = edited.map((edge) => ({
    ...edge,
    from: nodes.get(edge.from) ?? edge.from,
    to: nodes.get(edge.to) ?? edge.to,
  }))
  return matchAll({ board, edited: rewired, names: new Map() }, [
    (edge) => `${JSON.stringify([edge.from, edge.to])} ${folded(edge.label)}`,
    (edge) => JSON.stringify([edge.from, edge.to]),
  ])
}

interface Sides<T> {
  readonly board: readonly T[]
  readonly edited: readonly T[]
  /** What the board's things are called in its own text. */
  readonly names: ReadonlyMap<string, string>
}

function matchAll<T extends Named>(
  { board, edited, names }: Sides<T>,
  keys: readonly KeyOf<T>[],
): ReadonlyMap<string, string> {
  const ids = new Set(board.map(({ id }) => id))
  const matched = new Map(edited.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : [])))
  const taken = new Set(matched.values())
  const named = new Map([...names].map(([id, name]) => [name, id]))
  for (const { id } of edited) {
    const found = named.get(id)
    if (found === undefined || matched.has(id) || taken.has(found)) continue
    matched.set(id, found)
    taken.add(found)
  }
  for (const key of keys) {
    const open = byKey(
      board.filter(({ id }) => !taken.has(id)),
      key,
    )
    const waiting = byKey(
      edited.filter(({ id }) => !matched.has(id)),
      key,
    )
    for (const [name, things] of waiting) {
      for (const [i, { id }] of things.entries()) {
        const found = sameCount(things, open.get(name)) ? open.get(name)?.[i] : undefined
        if (found === undefined) continue
        matched.set(id, found.id)
        taken.add(found.id)
      }
    }
  }
  return matched
}

/** Of several things so called, the first is the first only while there are as many as before. */
function sameCount(things: readonly unknown[], others: readonly unknown[] | undefined): boolean {
  return others !== undefined && things.length === others.length
}

function byKey<T>(things: readonly T[], key: KeyOf<T>): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const thing of things) {
    const name = key(thing)
    const list = found.get(name)
    if (list === undefined) found.set(name, [thing])
    else list.push(thing)
  }
  return found
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}
