/**
 * A design as every judge sees it: a typed graph and what was said about it. It knows nothing of
 * tldraw, Yjs, Mermaid or Markdown; those are read into it.
 */
import type { BoundaryType, EdgeType } from './vocabulary.ts'

/** A property value of a component or a connection, in the unit that its definition names. */
export type PropertyValue = string | number | boolean
export type Properties = Readonly<Record<string, PropertyValue>>

export interface DesignNode {
  /** Stable across edits; a shape id on a board, the diagram's own id in a file. */
  readonly id: string
  /** Id of a kind (`shared/kinds`); an id that no kind has is a generic component. */
  readonly kind: string
  readonly label: string
  /** Product or technology in words, empty when not said. */
  readonly technology: string
  /** Number of instances, at least 1; absent when nobody said (reads as one). */
  readonly replicas?: number
  readonly properties: Properties
  /** The innermost boundary that holds the component. */
  readonly groupId?: string
}

export interface DesignEdge {
  readonly id: string
  /** Node ids; an edge always has both ends, and they exist. Direction is that of the request or message. */
  readonly from: string
  readonly to: string
  readonly type: EdgeType
  readonly label: string
  /** Protocol in words (HTTPS, gRPC, AMQP …), empty when not said. */
  readonly protocol: string
  readonly properties: Properties
}

export interface DesignGroup {
  readonly id: string
  readonly type: BoundaryType
  readonly label: string
  readonly parentId?: string
}

export interface Graph {
  readonly nodes: readonly DesignNode[]
  readonly edges: readonly DesignEdge[]
  readonly groups: readonly DesignGroup[]
}

/** Classes of data that rules treat apart (knowledge E.0). */
// prettier-ignore
export const entityClasses = [
  'money', 'inventory', 'booking', 'message', 'pii', 'health', 'media', 'search', 'timeseries',
  'counter', 'session', 'presence', 'graph', 'event', 'content', 'config',
] as const
export type EntityClass = (typeof entityClasses)[number]

/** A kind of record and where it lives. */
export interface Entity {
  readonly name: string
  readonly class?: EntityClass
  /** Ids of the nodes that store it; empty when it has no place yet. */
  readonly storeIds: readonly string[]
  /** Whether its loss is accepted in writing. */
  readonly ephemeral: boolean
}

/** What a person said beside the drawing. Later steps of the process add to it. */
export interface Answers {
  readonly entities: readonly Entity[]
}

/** The scale that severities follow. Absent means not known, and rules that need it stay silent. */
export interface Scale {
  /** Requests per second at peak. */
  readonly peakQps?: number
  /** Percent, e.g. 99.95. */
  readonly availabilityTarget?: number
}

export interface Design {
  readonly graph: Graph
  readonly answers: Answers
  readonly scale: Scale
}

export const emptyGraph: Graph = { nodes: [], edges: [], groups: [] }

/** A design with nothing said beside the drawing. */
export function designOf(graph: Graph, beside: Partial<Omit<Design, 'graph'>> = {}): Design {
  return { graph, answers: beside.answers ?? { entities: [] }, scale: beside.scale ?? {} }
}
