/**
 * The drawing → the typed graph. Kinds, technologies and counts come from labels unless the diagram
 * says them; a thing that a comment describes whole gets nothing but what is said.
 */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { genericKind } from '#shared/kinds/generic-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { createKindReader, type KindReader } from '../infer-kind.ts'
import type { Problem } from '../problem.ts'
import { readBoundaryType } from '../read-boundary.ts'
import { readEdgeType, readProtocol } from '../read-connection.ts'
import { readReplicas } from '../read-replicas.ts'
import { setOnEdge, setOnGroup, setOnNode, type Said } from './apply-statements.ts'
import type { DiagramGroup, DiagramModel, DiagramNode } from './diagram-model.ts'
import { kindOfClasses } from './kind-class.ts'
import { spreadGroupEdges, type PlainEdge } from './spread-group-edges.ts'

export interface DrawnGraph {
  readonly graph: Graph
  /** References (see `PlainEdge`) of the edges, in the order of the graph's. */
  readonly references: readonly string[]
}

type AllSaid = ReadonlyMap<string, Said>

/** The graph under the diagram's own names, or a refusal when its arrows are too many. */
export function graphOfDiagram(drawn: DiagramModel, said: AllSaid): DrawnGraph | Problem {
  const model = withPointedGroups(drawn)
  const parents = parentsOf(model.groups)
  const reader = lazyReader()
  const nodes = model.nodes.map((node) =>
    nodeOf(node, reader, { said: said.get(node.id), groupId: parents.ofNodes.get(node.id) }),
  )
  const plain = spreadGroupEdges(model)
  if ('severity' in plain) return plain
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const visible = plain.filter(({ line }) => line !== 'invisible')
  const kept = visible.filter(({ from, to }) => byId.has(from) && byId.has(to))
  const edges = kept.map((edge) => edgeOf(edge, byId, said))
  const groups = model.groups.map((group) => groupOf(group, parents.ofGroups, said.get(group.id)))
  return { graph: { nodes, edges, groups }, references: kept.map((edge) => edge.reference) }
}

/** Words of kinds are looked up only where a label has to be read. */
function lazyReader(): () => KindReader {
  let reader: KindReader | undefined
  return () => (reader ??= createKindReader(kinds))
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
  reader: () => KindReader,
  { said, groupId }: Around,
): DesignNode {
  const read = said?.isWhole === true ? statedNode(node) : inferredNode(node, reader())
  const placed = groupId === undefined ? read : { ...read, groupId }
  const assignments = said?.assignments ?? []
  const named = kindOfClasses(node.classes)
  // A class is where a person changes a kind by hand, so it wins over the comment.
  const heard =
    named === undefined
      ? assignments
      : assignments.filter(({ name, isProperty }) => isProperty || name !== 'kind')
  return heard.reduce(setOnNode, placed)
}

function statedNode(node: DiagramNode): DesignNode {
  const kind = kindOfClasses(node.classes) ?? node.kind ?? genericKind.id
  return { id: node.id, kind, label: node.label, technology: '', properties: {} }
}

function inferredNode(node: DiagramNode, reader: KindReader): DesignNode {
  const { label, replicas } = readReplicas(node.label)
  const inferred = reader.read(label, node.shape, node.hint === '' ? node.id : node.hint)
  return {
    id: node.id,
    kind: kindOfClasses(node.classes) ?? node.kind ?? kindOfShape(node.shape, inferred.kind),
    label,
    technology: node.technology || inferred.technology,
    ...(replicas === undefined ? {} : { replicas }),
    properties: node.note === undefined || node.note === '' ? {} : { note: node.note },
  }
}

/** A drawn person is a client, whichever one the words say. */
function kindOfShape(shape: string, inferred: string): string {
  if (shape !== 'person') return inferred
  return findKind(inferred).traits.includes('client') ? inferred : 'web-client'
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
      : { ...inferredEdge(edge, nodes), properties: bothWays }
  return (about?.assignments ?? []).reduce(setOnEdge, read)
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
  return (said?.assignments ?? []).reduce(setOnGroup, read)
}

interface Parents {
  readonly ofNodes: ReadonlyMap<string, string>
  readonly ofGroups: ReadonlyMap<string, string>
}

/** The first group that names a member holds it; one that names itself holds a component so called. */
function parentsOf(groups: readonly DiagramGroup[]): Parents {
  const ids = new Set(groups.map((group) => group.id))
  const ofNodes = new Map<string, string>()
  const ofGroups = new Map<string, string>()
  for (const { id, members } of groups) {
    for (const member of members) {
      const parents = ids.has(member) && member !== id ? ofGroups : ofNodes
      if (!parents.has(member)) parents.set(member, id)
    }
  }
  return { ofNodes, ofGroups }
}
