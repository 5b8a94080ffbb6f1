/**
 * A design as every judge sees it: a typed graph and what was said about it. It knows nothing of
 * tldraw, Yjs, Mermaid or Markdown; those are read into it.
 */
import { noAnswers, type Answers } from './answers.ts'
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

/** The numbers that severities follow. What is absent is not known, and rules that need it stay silent. */
export interface Scale {
  readonly dailyActiveUsers?: number
  readonly actionsPerUser?: number
  /** Requests per second. */
  readonly averageQps?: number
  /** Requests per second at peak; the average where only that is stated. */
  readonly peakQps?: number
  /** Reads for each write: 3 for "3:1". */
  readonly readsPerWrite?: number
  /** Milliseconds by percentile. */
  readonly latencyMs?: { readonly p50?: number; readonly p95?: number; readonly p99?: number }
  /** Percent, e.g. 99.95. */
  readonly availabilityTarget?: number
  /** Longest acceptable outage, in minutes. */
  readonly rtoMinutes?: number
  /** Largest acceptable loss of data, in minutes. */
  readonly rpoMinutes?: number
  /** Bytes kept at the end of the period that was planned for. */
  readonly dataBytes?: number
  /** Bytes added in a year. */
  readonly dataBytesPerYear?: number
  readonly retentionDays?: number
  /** Number of regions that serve users. */
  readonly regions?: number
  /** US dollars a month. */
  readonly budgetPerMonth?: number
  readonly teamSize?: number
  /** Names of the rules of law or trade that apply; `none` is an answer. */
  readonly compliance?: readonly string[]
  /** Whether anybody on the internet can reach it. */
  readonly publicFacing?: boolean
}

export interface Design {
  readonly graph: Graph
  readonly answers: Answers
  readonly scale: Scale
}

export const emptyGraph: Graph = { nodes: [], edges: [], groups: [] }

/** A design with nothing said beside the drawing. */
export function designOf(
  graph: Graph,
  beside: { readonly answers?: Partial<Answers>; readonly scale?: Scale } = {},
): Design {
  return { graph, answers: { ...noAnswers, ...beside.answers }, scale: beside.scale ?? {} }
}
