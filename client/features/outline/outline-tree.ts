/**
 * The drawing as a tree that can be read in order: boundaries hold components, components hold their
 * connections. Pure; what is folded and focused is the view's.
 */
import { edgeTypes, boundaryTypes } from '#shared/design/vocabulary.ts'
import type { DesignEdge, DesignNode, Graph } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, indexGraph } from '#shared/design/graph.ts'
import { findKind } from '#shared/kinds/find-kind.ts'

export interface OutlineItem {
  /** Unique in the tree: a connection stands under both of its ends. */
  readonly key: string
  /** What it is on the canvas. */
  readonly id: string
  readonly type: 'boundary' | 'component' | 'connection'
  readonly label: string
  /** What it is, in words: kind and technology, type of boundary, type and protocol of a connection. */
  readonly detail: string
  readonly children: readonly OutlineItem[]
}

/** A row as shown, from top to bottom. */
export interface OutlineRow {
  readonly item: OutlineItem
  /** From 1. */
  readonly level: number
  /** Among its siblings, from 1. */
  readonly position: number
  readonly siblings: number
  readonly parentKey: string | undefined
  readonly isOpen: boolean
}

/** The tree of a graph: boundaries first, then what lies outside of them, each in the order of requests. */
export function outlineOf(graph: Graph): readonly OutlineItem[] {
  const order = orderOfRequests(graph)
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]))
  const connections = connectionsByNode(graph.edges, nodesById)
  const component = (node: DesignNode): OutlineItem => ({
    key: node.id,
    id: node.id,
    type: 'component',
    label: nameOf(node),
    detail: detailOf(node),
    children: connections.get(node.id) ?? [],
  })
  const inside = (groupId: string | undefined): OutlineItem[] => [
    ...graph.groups
      .filter((group) => group.parentId === groupId)
      .map((group) => ({
        key: group.id,
        id: group.id,
        type: 'boundary' as const,
        label: group.label === '' ? boundaryTypes[group.type].title : group.label,
        detail: boundaryTypes[group.type].title,
        children: inside(group.id),
      }))
      .sort(byLabel),
    ...graph.nodes
      .filter((node) => node.groupId === groupId)
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .map(component),
  ]
  return inside(undefined)
}

/** The rows that are shown while the items with these keys are folded. */
export function rowsOf(
  items: readonly OutlineItem[],
  folded: ReadonlySet<string>,
  parent?: { readonly key: string; readonly level: number },
): OutlineRow[] {
  const level = (parent?.level ?? 0) + 1
  return items.flatMap((item, index) => {
    const isOpen = item.children.length > 0 && !folded.has(item.key)
    const row: OutlineRow = {
      item,
      level,
      position: index + 1,
      siblings: items.length,
      parentKey: parent?.key,
      isOpen,
    }
    return isOpen ? [row, ...rowsOf(item.children, folded, { key: item.key, level })] : [row]
  })
}

/** What a component is called: its label, or its kind while it has none. */
export function nameOf(node: DesignNode): string {
  return node.label.trim() === '' ? findKind(node.kind).title : node.label
}

function detailOf(node: DesignNode): string {
  const { title } = findKind(node.kind)
  const copies = (node.replicas ?? 1) > 1 ? [`×${node.replicas}`] : []
  const name = nameOf(node).toLocaleLowerCase()
  const said = [title, node.technology.trim()].filter(
    (text) => text !== '' && text.toLocaleLowerCase() !== name,
  )
  return [...said, ...copies].join(' · ')
}

/** Places as a request meets them: from what nobody calls, breadth first, then what is left. */
function orderOfRequests(graph: Graph): ReadonlyMap<string, number> {
  const index = indexGraph(graph)
  const starts = graph.nodes.filter((node) => edgesTo(index, node.id).length === 0)
  const seen = new Set(starts.map((node) => node.id))
  for (const id of seen) for (const edge of edgesFrom(index, id)) seen.add(edge.to)
  for (const node of graph.nodes) seen.add(node.id)
  return new Map([...seen].map((id, place) => [id, place]))
}

function connectionsByNode(
  edges: readonly DesignEdge[],
  nodes: ReadonlyMap<string, DesignNode>,
): ReadonlyMap<string, readonly OutlineItem[]> {
  const found = new Map<string, OutlineItem[]>()
  for (const edge of edges) {
    const from = nodes.get(edge.from)
    const to = nodes.get(edge.to)
    if (from === undefined || to === undefined) continue
    append(found, from.id, connection(edge, 'to', to))
    append(found, to.id, connection(edge, 'from', from))
  }
  return found
}

function connection(edge: DesignEdge, direction: 'to' | 'from', other: DesignNode): OutlineItem {
  const said = [edgeTypes[edge.type].title, edge.protocol, edge.label].filter((text) => text !== '')
  return {
    key: `${edge.id} ${direction}`,
    id: edge.id,
    type: 'connection',
    label: `${direction} ${nameOf(other)}`,
    detail: said.join(' · '),
    children: [],
  }
}

function byLabel(a: OutlineItem, b: OutlineItem): number {
  return a.label.localeCompare(b.label) || a.key.localeCompare(b.key)
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
