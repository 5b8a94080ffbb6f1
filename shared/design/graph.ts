/** Pure questions about a graph. None changes what it is given; unknown ids have no neighbours. */
import type { DesignEdge, DesignNode, Graph } from './design.ts'

/** A graph with its neighbourhoods looked up once; make it once per design and ask it many things. */
export interface GraphIndex {
  readonly graph: Graph
  readonly nodes: ReadonlyMap<string, DesignNode>
  readonly outgoing: ReadonlyMap<string, readonly DesignEdge[]>
  readonly incoming: ReadonlyMap<string, readonly DesignEdge[]>
}

export type EdgeFilter = (edge: DesignEdge) => boolean

const anyEdge: EdgeFilter = () => true

export function indexGraph(graph: Graph): GraphIndex {
  const outgoing = new Map<string, DesignEdge[]>()
  const incoming = new Map<string, DesignEdge[]>()
  for (const edge of graph.edges) {
    append(outgoing, edge.from, edge)
    append(incoming, edge.to, edge)
  }
  return { graph, nodes: new Map(graph.nodes.map((node) => [node.id, node])), outgoing, incoming }
}

export function edgesFrom(index: GraphIndex, id: string): readonly DesignEdge[] {
  return index.outgoing.get(id) ?? []
}

export function edgesTo(index: GraphIndex, id: string): readonly DesignEdge[] {
  return index.incoming.get(id) ?? []
}

/** Ids reached from `starts` over edges that pass `follow`, `starts` included, never entering `without`. */
export function reachableFrom(
  index: GraphIndex,
  starts: Iterable<string>,
  options: { readonly follow?: EdgeFilter; readonly without?: string } = {},
): ReadonlySet<string> {
  const { follow = anyEdge, without } = options
  const reached = new Set<string>()
  const waiting = [...starts].filter((id) => id !== without)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    for (const edge of edgesFrom(index, id)) {
      if (edge.to !== without && follow(edge)) waiting.push(edge.to)
    }
  }
  return reached
}

/**
 * Groups of nodes that can all reach each other over edges that pass `follow`, in the order of the
 * graph's nodes; a single node counts only with an edge to itself. Tarjan's algorithm (R. Tarjan,
 * "Depth-first search and linear graph algorithms", 1972) without recursion.
 */
export function cyclesOf(index: GraphIndex, follow: EdgeFilter = anyEdge): readonly string[][] {
  return new CycleSearch(index, follow).run()
}

class CycleSearch {
  private readonly order = new Map<string, number>()
  private readonly low = new Map<string, number>()
  private readonly stack: string[] = []
  private readonly onStack = new Set<string>()
  private readonly found: string[][] = []

  constructor(
    private readonly index: GraphIndex,
    private readonly follow: EdgeFilter,
  ) {}

  run(): string[][] {
    for (const node of this.index.graph.nodes) if (!this.order.has(node.id)) this.visit(node.id)
    return this.found
  }

  private visit(root: string): void {
    const path = [this.enter(root)]
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const next = frame.targets.pop()
      if (next === undefined) {
        path.pop()
        this.leave(frame.id, path.at(-1)?.id)
      } else if (!this.order.has(next)) path.push(this.enter(next))
      else if (this.onStack.has(next)) this.lower(frame.id, this.order.get(next))
    }
  }

  private enter(id: string): { id: string; targets: string[] } {
    this.order.set(id, this.order.size)
    this.low.set(id, this.order.size - 1)
    this.stack.push(id)
    this.onStack.add(id)
    const targets = edgesFrom(this.index, id).filter(this.follow)
    return { id, targets: targets.map((edge) => edge.to) }
  }

  private leave(id: string, parent: string | undefined): void {
    if (parent !== undefined) this.lower(parent, this.low.get(id))
    if (this.low.get(id) !== this.order.get(id)) return
    // From the end, since a group lies on top of the stack: the search stays linear in all.
    const group = this.stack.splice(this.stack.lastIndexOf(id))
    for (const member of group) this.onStack.delete(member)
    const loops = edgesFrom(this.index, id).some((edge) => edge.to === id && this.follow(edge))
    if (group.length > 1 || loops) this.found.push(group)
  }

  private lower(id: string, to: number | undefined): void {
    const current = this.low.get(id)
    if (to !== undefined && current !== undefined && to < current) this.low.set(id, to)
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
