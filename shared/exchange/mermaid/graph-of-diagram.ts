/**
 * The drawing → the typed graph. Kinds, technologies and counts come from labels and places unless the
 * diagram says them; a thing that a comment describes whole gets nothing but what is said.
 */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { genericKind } from '#shared/kinds/generic-kind.ts'
import { readEdgeProperties, readNodeProperties } from '../infer/read-properties.ts'
import type { Problem } from '../problem.ts'
import { readBoundaryType } from '../read-boundary.ts'
import { readEdgeType, readProtocol } from '../read-connection.ts'
import { readReplicas } from '../read-replicas.ts'
import { heard, setOnEdge, setOnGroup, setOnNode, type Said } from './apply-statements.ts'
import type { DiagramGroup, DiagramModel, DiagramNode } from './diagram-model.ts'
import { inferDrawing, type DrawnKind } from './infer-drawing.ts'
import { leaveOutWords } from './leave-out-words.ts'
import { parentsOf } from './parents-of.ts'
import { spreadGroupEdges, type PlainEdge } from './spread-group-edges.ts'

export interface DrawnGraph {
  readonly graph: Graph
  /** References (see `PlainEdge`) of the edges, in the order of the graph's. */
  readonly references: readonly string[]
  /** By the diagram's own ids: what each component was taken for. */
  readonly inferred: ReadonlyMap<string, DrawnKind>
  readonly problems: readonly Problem[]
}

type AllSaid = ReadonlyMap<string, Said>

/** The graph under the diagram's own names, or a refusal when its arrows are too many. */
export function graphOfDiagram(drawn: DiagramModel, said: AllSaid): DrawnGraph | Problem {
  const whole = withPointedGroups(drawn)
  const plain = spreadGroupEdges(whole)
  if ('severity' in plain) return plain
  const visible = plain.filter(({ line }) => line !== 'invisible')
  const inferences = inferDrawing(whole, visible, said)
  const { model, edges: kept, problems } = leaveOutWords(whole, visible, inferences)
  const parents = parentsOf(model.groups)
  const nodes = model.nodes.map((node) =>
    nodeOf(node, inferences.get(node.id), {
      said: said.get(node.id),
      groupId: parents.ofNodes.get(node.id),
    }),
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = kept.map((edge) => edgeOf(edge, byId, said))
  const groups = model.groups.map((group) => groupOf(group, parents.ofGroups, said.get(group.id)))
  const open = [...inferences].filter(([id]) => byId.has(id))
  return {
    graph: { nodes, edges, groups },
    references: kept.map((edge) => edge.reference),
    inferred: new Map(open),
    problems,
  }
}

/** An empty subgraph that arrows lead to is how some people draw a plain box. */
function withPointedGroups(model: DiagramModel): DiagramModel {
  const empty = model.groups.filter((group) => group.members.length === 0)
  if (empty.length === 0) return model
  const ends = new Set(model.edges.flatMap(({ from, to }) => [from, to]))
  const boxes = empty.filter((group) => ends.has(group.id))
  const boxIds = new Set(boxes.map((box) => box.id))
  const nodes = boxes.map(({ id, label }) => ({ id, label, shape: '', classes: [], hint: '' }))
  const groups = model.groups.filter((group) => !boxIds.has(group.id))
  return { ...model, nodes: [...model.nodes, ...nodes], groups }
}

interface Around {
  readonly said: Said | undefined
  readonly groupId: string | undefined
}

function nodeOf(
  node: DiagramNode,
  inferred: DrawnKind | undefined,
  { said, groupId }: Around,
): DesignNode {
  const kind = inferred?.kind ?? genericKind.id
  const read = said?.isWhole === true ? statedNode(node) : readNode(node, inferred)
  const placed = { ...read, kind, ...(groupId === undefined ? {} : { groupId }) }
  // The kind was settled before: a class, which is easily changed by hand, wins over a comment.
  const rest = heard(said, node.label).filter(
    ({ name, isProperty }) => isProperty || name !== 'kind',
  )
  return rest.reduce(setOnNode, placed)
}

function statedNode({ id, label }: DiagramNode): Omit<DesignNode, 'kind'> {
  return { id, label, technology: '', properties: {} }
}

function readNode(node: DiagramNode, inferred: DrawnKind | undefined): Omit<DesignNode, 'kind'> {
  const { label, replicas } = readReplicas(node.label)
  return {
    id: node.id,
    label,
    technology: node.technology || (inferred?.technology ?? ''),
    ...(replicas === undefined ? {} : { replicas }),
    properties: {
      ...readNodeProperties(
        node.lines?.join('\n') ?? node.label,
        findKind(inferred?.kind ?? genericKind.id),
      ),
      ...(node.note === undefined || node.note === '' ? {} : { note: node.note }),
    },
  }
}

function edgeOf(
  edge: PlainEdge,
  nodes: ReadonlyMap<string, DesignNode>,
  said: AllSaid,
): DesignEdge {
  const { id, from, to, label } = edge
  const about = said.get(edge.reference) ?? said.get(id)
  const bothWays = edge.heads === 'both' ? { bothWays: true } : {}
  const read: DesignEdge =
    about?.isWhole === true
      ? { id, from, to, type: 'sync', label, protocol: '', properties: bothWays }
      : { ...inferredEdge(edge, nodes), properties: { ...readEdgeProperties(label), ...bothWays } }
  return heard(about, label).reduce(setOnEdge, read)
}

function inferredEdge(edge: PlainEdge, nodes: ReadonlyMap<string, DesignNode>) {
  const { id, from, to, label, line, technology = '' } = edge
  const ends = { from: kindAt(nodes, from), to: kindAt(nodes, to) }
  const words = technology === '' ? label : `${label} [${technology}]`
  const type = readEdgeType({ label: words, line, ...ends })
  return { id, from, to, type, label, protocol: readProtocol(words) || technology }
}

function kindAt(nodes: ReadonlyMap<string, DesignNode>, id: string) {
  return findKind(nodes.get(id)?.kind ?? genericKind.id)
}

function groupOf(
  group: DiagramGroup,
  parents: ReadonlyMap<string, string>,
  said: Said | undefined,
): DesignGroup {
  const parentId = parents.get(group.id)
  const read: DesignGroup = {
    id: group.id,
    type: readBoundaryType(group.label),
    label: group.label,
    ...(parentId === undefined ? {} : { parentId }),
  }
  return heard(said, group.label).reduce(setOnGroup, read)
}
