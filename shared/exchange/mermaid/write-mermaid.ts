/**
 * The graph as a Mermaid flowchart that any renderer shows and that reads back without loss: shapes
 * and classes tell kinds, and comments (`statement.ts`) carry what Mermaid has no words for. It uses no
 * syntax that only the newest renderers know.
 */
import type { DesignEdge, DesignNode, Graph } from '#shared/design/design.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { drawingOf, type Drawing, type Member } from './drawing-order.ts'
import { placeOf, type Geometry } from './geometry.ts'
import { classOfKind } from './kind-class.ts'
import { nameThings, type Names } from './name-things.ts'
import { sayEdge, sayGroup, sayNode } from './say-things.ts'
import { naturalEdgeId } from './spread-group-edges.ts'
import { exportHeader, printStatement } from './statement.ts'
import { writeLabel } from './write-label.ts'

export interface WriteOptions {
  /** How the drawing runs; left to right unless said. */
  readonly direction?: string
  /** Where things lie; what has no place is written without one. */
  readonly geometry?: Geometry
}

/**
 * Text that ends with a line break. `readMermaid` gives the same graph back, with the members of a group
 * together, and that graph is written as the very same text. Edges without ends are left out.
 */
export function writeMermaid(graph: Graph, options: WriteOptions = {}): string {
  const drawing = drawingOf(graph)
  const names = nameThings(drawing)
  const edges = namedEdges(graph.edges, names)
  const direction = /^(?:TB|TD|BT|LR|RL)$/.exec(options.direction ?? '')?.[0] ?? 'LR'
  const lines = [
    `flowchart ${direction}`,
    `  ${exportHeader}`,
    ...drawn(drawing.members, names, '  '),
    ...edges.map((edge) => `  ${arrow(edge)}`),
    ...comments(drawing, names, options.geometry ?? {}).map((line) => `  ${line}`),
    ...edges.map((edge) => `  ${edgeComment(edge)}`),
  ]
  return `${lines.join('\n')}\n`
}

interface NamedEdge {
  readonly edge: DesignEdge
  readonly from: string
  readonly to: string
  /** The place among arrows between the same two, from 1. */
  readonly count: number
}

function namedEdges(edges: readonly DesignEdge[], { ofNodes }: Names): readonly NamedEdge[] {
  const counts = new Map<string, number>()
  return edges.flatMap((edge) => {
    const [from, to] = [ofNodes.get(edge.from), ofNodes.get(edge.to)]
    if (from === undefined || to === undefined) return []
    const count = (counts.get(`${from}->${to}`) ?? 0) + 1
    counts.set(`${from}->${to}`, count)
    return [{ edge, from, to, count }]
  })
}

function drawn(members: readonly Member[], names: Names, indent: string): readonly string[] {
  return members.flatMap((member) => {
    if ('node' in member) return [indent + nodeLine(member.node, names)]
    const { group, members: inner } = member.group
    const head = `subgraph ${names.ofGroups.get(group.id) ?? ''}[${writeLabel(group.label)}]`
    return [indent + head, ...drawn(inner, names, `${indent}  `), `${indent}end`]
  })
}

function nodeLine(node: DesignNode, { ofNodes }: Names): string {
  const [open, close] = shapeOf(findKind(node.kind))
  const kind = classOfKind(node.kind)
  const shape = `${ofNodes.get(node.id) ?? ''}${open}${writeLabel(node.label)}${close}`
  return kind === undefined ? shape : `${shape}:::${kind}`
}

function arrow({ edge, from, to }: NamedEdge): string {
  const label = edge.label.trim() === '' ? '' : `|${writeLabel(edge.label)}|`
  return `${from} ${lineOf(edge)}${label} ${to}`
}

function comments(drawing: Drawing, names: Names, geometry: Geometry): readonly string[] {
  const groups = drawing.groups.map((group) => {
    const name = names.ofGroups.get(group.id) ?? ''
    return printStatement(name, sayGroup(group, name, placeOf(geometry, group.id)))
  })
  const nodes = drawing.nodes.map((node) => {
    const name = names.ofNodes.get(node.id) ?? ''
    return printStatement(name, sayNode(node, name, placeOf(geometry, node.id)))
  })
  return [...groups, ...nodes]
}

function edgeComment({ edge, from, to, count }: NamedEdge): string {
  const reference = count === 1 ? `${from}->${to}` : `${from}->${to}#${count}`
  return printStatement(reference, sayEdge(edge, naturalEdgeId(from, to, count)))
}

function shapeOf({ traits }: Kind): readonly [string, string] {
  if (traits.includes('client')) return ['([', '])']
  if (traits.includes('store') || traits.includes('derived')) return ['[(', ')]']
  if (traits.includes('messaging')) return ['[[', ']]']
  if (traits.includes('external')) return ['{{', '}}']
  return traits.includes('entry') ? ['(', ')'] : ['[', ']']
}

function lineOf(edge: DesignEdge): string {
  const isBothWays = edge.properties['bothWays'] === true
  const { line } = edgeTypes[edge.type]
  if (line === 'solid') return isBothWays ? '<-->' : '-->'
  if (line === 'double') return isBothWays ? '<==>' : '==>'
  return isBothWays ? '<-.->' : '-.->'
}
