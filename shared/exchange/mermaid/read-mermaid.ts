/**
 * A Mermaid flowchart → the typed graph. Kinds come from labels unless the diagram says them:
 *
 *     api:::service                  a class that is the id of a kind
 *     %% set api kind service        a comment that sets anything Mermaid cannot say
 *     %% set api managed true
 *     %% set r1 type region          r1 being a subgraph
 *
 * What cannot be read is a problem with its place; nothing is dropped without one.
 */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { emptyGraph } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { createKindReader, type KindReader } from '../infer-kind.ts'
import type { Problem } from '../problem.ts'
import { readBoundaryType } from '../read-boundary.ts'
import { readEdgeType, readProtocol } from '../read-connection.ts'
import { readReplicas } from '../read-replicas.ts'
import { applyStatements, readStatements } from './set-statements.ts'
import {
  isProblem,
  parseFlowchart,
  type FlowchartGroup,
  type FlowchartModel,
  type FlowchartNode,
} from './parse-flowchart.ts'
import { spreadGroupEdges, type PlainEdge } from './spread-group-edges.ts'

export interface MermaidReading {
  readonly graph: Graph
  /** `LR`, `TB`, …; how the drawing runs. */
  readonly direction: string
  readonly problems: readonly Problem[]
}

/** The graph of a diagram; empty, with at least one problem that is an error, when it cannot be read. */
export function readMermaid(text: string): MermaidReading {
  const model = parseFlowchart(text)
  if (isProblem(model)) return { graph: emptyGraph, direction: 'TB', problems: [model] }
  if (model.nodes.length === 0) {
    return { graph: emptyGraph, direction: model.direction, problems: [noComponents] }
  }
  const statements = readStatements(text)
  const applied = applyStatements(graphOf(model), statements.list)
  const problems = [...statements.problems, ...applied.problems]
  return { graph: applied.graph, direction: model.direction, problems }
}

const noComponents: Problem = {
  severity: 'error',
  line: 1,
  column: 1,
  message: 'Expected at least one component such as api[API], found an empty flowchart.',
}

function graphOf(model: FlowchartModel): Graph {
  const reader = createKindReader(kinds)
  const parents = parentsOf(model.groups)
  const nodes = model.nodes.map((node) => nodeOf(node, reader, parents.get(node.id)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = spreadGroupEdges(model).flatMap((edge) => edgeOf(edge, byId) ?? [])
  return { nodes, edges, groups: model.groups.map((group) => groupOf(group, parents)) }
}

function nodeOf(node: FlowchartNode, reader: KindReader, groupId: string | undefined): DesignNode {
  const { label, replicas } = readReplicas(node.label)
  const inferred = reader.read(label, node.shape, node.id)
  const stated = node.classes.find((name) => kinds.some((kind) => kind.id === name))
  return {
    id: node.id,
    kind: stated ?? inferred.kind,
    label,
    technology: inferred.technology,
    ...(replicas === undefined ? {} : { replicas }),
    properties: {},
    ...(groupId === undefined ? {} : { groupId }),
  }
}

function edgeOf(edge: PlainEdge, nodes: ReadonlyMap<string, DesignNode>): DesignEdge | undefined {
  const { id, from, to, label, line } = edge
  const [source, target] = [nodes.get(from), nodes.get(to)]
  if (source === undefined || target === undefined || line === 'invisible') return undefined
  const ends = { from: findKind(source.kind), to: findKind(target.kind) }
  const type = readEdgeType({ label, line, ...ends })
  const properties = edge.heads === 'both' ? { bothWays: true } : {}
  return { id, from, to, type, label, protocol: readProtocol(label), properties }
}

function groupOf(group: FlowchartGroup, parents: ReadonlyMap<string, string>): DesignGroup {
  const parentId = parents.get(group.id)
  return {
    id: group.id,
    type: readBoundaryType(group.label),
    label: group.label,
    ...(parentId === undefined ? {} : { parentId }),
  }
}

function parentsOf(groups: readonly FlowchartGroup[]): ReadonlyMap<string, string> {
  const pairs = groups.flatMap(({ id, members }) => members.map((m) => [m, id] as const))
  return new Map(pairs.filter(([member, group]) => member !== group))
}
