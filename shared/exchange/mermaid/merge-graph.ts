/**
 * What a text that was edited by hand changes on a board. Things are matched by id, then, where a text
 * gives none, by what they are called and what they join. Where the text says less than the board knows
 * (a comment was deleted), the board's word stands. It changes nothing: a list of changes is the answer.
 */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { changesOf, type GraphChange } from '#shared/review/graph-changes.ts'
import type { Matches } from '#shared/review/matching/match-graphs.ts'
import type { Problem } from '../problem.ts'
import type { Geometry } from './geometry.ts'
import { matchThings } from './match-things.ts'
import { readMermaid, type MermaidReading } from './read-mermaid.ts'

export interface GraphMerge {
  /** The board as the text has it; ids are the board's own wherever a thing was found again. */
  readonly graph: Graph
  /** Places that the text states. */
  readonly geometry: Geometry
  /** In the order of the graph: boundaries, components, arrows; empty when the text says the same. */
  readonly changes: readonly GraphChange[]
  /** With a problem that is an error, the text could not be read and nothing changes. */
  readonly problems: readonly Problem[]
}

/** `places` are the board's own; without them no move is reported. */
export function mergeGraph(board: Graph, text: string, places: Geometry = {}): GraphMerge {
  const reading = readMermaid(text)
  if (reading.problems.some(({ severity }) => severity === 'error') && !isEmptied(board, reading)) {
    return { graph: board, geometry: {}, changes: [], problems: reading.problems }
  }
  const matches = matchThings(board, reading.graph)
  const graph = mergedGraph(board, reading, matches)
  const geometry = Object.fromEntries(
    Object.entries(reading.geometry).map(([id, place]) => [
      matches.nodes.get(id) ?? matches.groups.get(id) ?? id,
      place,
    ]),
  )
  const changes = changesOf({ graph: board, geometry: places }, { graph, geometry })
  return { graph, geometry, changes, problems: reading.problems }
}

/** An empty board is written as an empty drawing, which is no fault. */
function isEmptied(board: Graph, reading: MermaidReading): boolean {
  return board.nodes.length === 0 && board.groups.length === 0 && reading.graph.nodes.length === 0
}

function mergedGraph(board: Graph, reading: MermaidReading, matches: Matches): Graph {
  const { graph, stated } = reading
  const known = {
    nodes: new Map(board.nodes.map((node) => [node.id, node])),
    edges: new Map(board.edges.map((edge) => [edge.id, edge])),
    groups: new Map(board.groups.map((group) => [group.id, group])),
  }
  return {
    nodes: graph.nodes.map((node) => {
      const id = matches.nodes.get(node.id) ?? node.id
      const before = stated.has(node.id) ? undefined : known.nodes.get(id)
      const isStated = reading.inferred.get(node.id)?.isStated === true
      const kept = before === undefined || !isStated ? before : { ...before, kind: node.kind }
      return mergedNode({ ...node, id }, kept, matches)
    }),
    edges: graph.edges.map((edge) => {
      const id = matches.edges.get(edge.id) ?? edge.id
      const before = stated.has(edge.id) ? undefined : known.edges.get(id)
      return mergedEdge({ ...edge, id }, before, matches)
    }),
    groups: graph.groups.map((group) => {
      const id = matches.groups.get(group.id) ?? group.id
      const before = stated.has(group.id) ? undefined : known.groups.get(id)
      return mergedGroup({ ...group, id }, before, matches)
    }),
  }
}

/** `before` is given where the text shows no more than label, shape and place. */
function mergedNode(
  node: DesignNode,
  before: DesignNode | undefined,
  matches: Matches,
): DesignNode {
  const { groupId, ...rest } = node
  const group = groupId === undefined ? {} : { groupId: matches.groups.get(groupId) ?? groupId }
  if (before === undefined) return { ...rest, ...group }
  const { groupId: _left, ...kept } = before
  return { ...kept, label: rest.label, ...group }
}

function mergedEdge(
  edge: DesignEdge,
  before: DesignEdge | undefined,
  matches: Matches,
): DesignEdge {
  const ends = {
    from: matches.nodes.get(edge.from) ?? edge.from,
    to: matches.nodes.get(edge.to) ?? edge.to,
  }
  return before === undefined ? { ...edge, ...ends } : { ...before, label: edge.label, ...ends }
}

function mergedGroup(
  group: DesignGroup,
  before: DesignGroup | undefined,
  matches: Matches,
): DesignGroup {
  const { parentId, ...rest } = group
  const parent =
    parentId === undefined ? {} : { parentId: matches.groups.get(parentId) ?? parentId }
  return { ...rest, ...(before === undefined ? {} : { type: before.type }), ...parent }
}
