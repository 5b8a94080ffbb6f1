/**
 * An arrow to a subgraph means its ways in, one from it its ways out: the members that nothing inside
 * leads to, and those that lead to nothing inside. A graph knows only arrows between components.
 */
import type { Problem } from '../problem.ts'
import { maxDiagramEdges, type DiagramEdge, type DiagramModel } from './diagram-model.ts'
import { tooMany } from './limits.ts'

/** An arrow between two components. */
export interface PlainEdge extends DiagramEdge {
  readonly id: string
  /** How a comment speaks of the arrow as it was drawn: `api->db`, the second of them `api->db#2`. */
  readonly reference: string
}

/** Arrows to subgraphs may say the same many times over before there are too many. */
const maxPairs = 5 * maxDiagramEdges

/** Edges between nodes alone, in order, or a refusal when they become too many. */
export function spreadGroupEdges(model: DiagramModel): readonly PlainEdge[] | Problem {
  const ports = new Ports(model)
  const names = new EdgeNames()
  const drawn = new Set(
    model.edges
      .filter((edge) => !ports.isSpread(edge))
      .flatMap(({ from, to, label }) => [pairOf(from, to), `${pairOf(from, to)} ${label}`]),
  )
  const edges: PlainEdge[] = []
  let pairs = 0
  for (const edge of model.edges) {
    const reference = names.referenceOf(edge)
    if (!ports.isSpread(edge)) {
      edges.push({ ...edge, id: edge.id ?? names.idOf(edge), reference })
      continue
    }
    const [from, to] = [ports.of(edge.from, 'from'), ports.of(edge.to, 'to')]
    pairs += from.length * to.length
    if (pairs > maxPairs) return tooManySpread()
    for (const pair of pairsOf(from, to)) {
      const key = pairOf(pair.from, pair.to)
      const words = `${key} ${edge.label}`
      // What an arrow of its own says already need not be said again.
      if (drawn.has(edge.label === '' ? key : words)) continue
      drawn.add(key)
      drawn.add(words)
      edges.push({ ...edge, ...pair, id: names.idOf(pair), reference })
    }
  }
  return edges.length > maxDiagramEdges ? tooManySpread() : edges
}

function tooManySpread(): Problem {
  return tooMany(maxDiagramEdges, 'arrows once those to subgraphs are spread over their parts')
}

function pairsOf(from: readonly string[], to: readonly string[]) {
  const pairs = from.flatMap((source) => to.map((target) => ({ from: source, to: target })))
  return pairs.filter((pair) => pair.from !== pair.to)
}

function pairOf(from: string, to: string): string {
  return `${from}->${to}`
}

/** Names that stay the same while other lines of the text come and go. */
class EdgeNames {
  private readonly references = new Map<string, number>()
  private readonly ids = new Map<string, number>()

  referenceOf({ from, to }: Pick<DiagramEdge, 'from' | 'to'>): string {
    const count = countUp(this.references, pairOf(from, to))
    return count === 1 ? pairOf(from, to) : `${pairOf(from, to)}#${count}`
  }

  idOf({ from, to }: Pick<DiagramEdge, 'from' | 'to'>): string {
    return naturalEdgeId(from, to, countUp(this.ids, pairOf(from, to)))
  }
}

/** The id of the `count`th arrow (from 1) between two components that the diagram gives no id. */
export function naturalEdgeId(from: string, to: string, count: number): string {
  return `L_${from}_${to}_${count - 1}`
}

function countUp(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

/** Looks up once which nodes a group holds, and which of them lie at its edge. */
class Ports {
  private readonly members: ReadonlyMap<string, readonly string[]>
  private readonly nodes: ReadonlySet<string>
  private readonly found = new Map<string, readonly string[]>()

  constructor(private readonly model: DiagramModel) {
    this.members = new Map(model.groups.map((group) => [group.id, group.members]))
    this.nodes = new Set(model.nodes.map((node) => node.id))
  }

  isSpread({ from, to }: DiagramEdge): boolean {
    return this.isGroup(from) || this.isGroup(to)
  }

  of(id: string, side: 'from' | 'to'): readonly string[] {
    if (!this.isGroup(id)) return [id]
    const key = `${side} ${id}`
    const known = this.found.get(key) ?? this.search(id, side)
    this.found.set(key, known)
    return known
  }

  private search(id: string, side: 'from' | 'to'): readonly string[] {
    const inside = this.nodesIn(id)
    const passed = new Set<string>()
    for (const { from, to, line } of this.model.edges) {
      if (line === 'invisible' || !inside.has(from) || !inside.has(to)) continue
      passed.add(side === 'from' ? from : to)
    }
    const ports = [...inside].filter((member) => !passed.has(member))
    return ports.length > 0 ? ports : [...inside]
  }

  /** Nodes of a group, those of groups inside it included; a set visits what is added meanwhile. */
  private nodesIn(id: string): ReadonlySet<string> {
    const reached = new Set([id])
    for (const member of reached)
      for (const next of this.members.get(member) ?? []) reached.add(next)
    return new Set([...reached].filter((member) => !this.isGroup(member)))
  }

  /** A component that shares its name with the subgraph around it is meant first. */
  private isGroup(id: string): boolean {
    return this.members.has(id) && !this.nodes.has(id)
  }
}
