/** Finds the things of one graph again in another: by id, then by name where only one fits. */
import type { DesignEdge, Graph } from '#shared/design/design.ts'

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
  const nodes = matchAll(board.nodes, edited.nodes, [
    (node) => `${node.kind} ${folded(node.label)}`,
    (node) => folded(node.label),
  ])
  const groups = matchAll(board.groups, edited.groups, [(group) => folded(group.label)])
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
  return matchAll(board, rewired, [
    (edge) => `${JSON.stringify([edge.from, edge.to])} ${folded(edge.label)}`,
    (edge) => JSON.stringify([edge.from, edge.to]),
  ])
}

function matchAll<T extends Named>(
  board: readonly T[],
  edited: readonly T[],
  keys: readonly KeyOf<T>[],
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>()
  const ids = new Set(board.map(({ id }) => id))
  for (const { id } of edited) if (ids.has(id)) matched.set(id, id)
  const taken = new Set(matched.values())
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
