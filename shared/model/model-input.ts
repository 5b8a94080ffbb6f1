/** What the model is told of a design. How words on a drawing are read is no concern of this folder. */
import type { DesignEdge, DesignNode, Scale } from '#shared/design/design.ts'
import type { GraphIndex } from '#shared/design/graph.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'

export interface ModelInput {
  readonly index: GraphIndex
  readonly scale: Scale
  /** The generic kind for an id that is not known. */
  kindOf(nodeId: string): Kind
  /** Instances, at least 1; `undefined` where there are several and nobody said how many. */
  instancesOf(node: DesignNode): number | undefined
  /** Parts that the data is split into, at least 1; `undefined` where there are some unnumbered ones. */
  shardsOf(node: DesignNode): number | undefined
  /** Who empties a queue, whichever way the arrow was drawn. */
  consumersOf(queueId: string): readonly string[]
  /** Whether a call is no step of every request: identity, quotas, sessions, configuration and the like. */
  isAside(edge: DesignEdge): boolean
  /** Requests or messages a second of one instance, said elsewhere than on the component. */
  saidCapacity(node: DesignNode): number | undefined
  /** Percent of time that one instance answers, said elsewhere than on the component. */
  saidAvailability(node: DesignNode): number | undefined
  /** Whether a client is used by a few people: editors, operators, support. */
  isForFew(nodeId: string): boolean
  /** Whether the caller waits for the other end. */
  waits(edge: DesignEdge): boolean
  /** Whether a request is answered, if less well, while it is down. */
  isOptional(nodeId: string): boolean
  /** Ways of requests that somebody wrote down, with the components that they name in order. */
  readonly flows: readonly DeclaredFlow[]
}

export interface DeclaredFlow {
  readonly name: string
  /** As they were written; times in them are those of the steps. */
  readonly steps: readonly string[]
  readonly nodeIds: readonly string[]
}

/** An assumption that a result rests on, so that a reader can put a number in its place. */
export type Assumption =
  /** A hit rate is the default of a kind. */
  | 'default-hit-rate'
  /** Shares that nobody stated follow the sizes of the targets. */
  | 'shares-follow-sizes'
  /** Reads and writes are not told apart. */
  | 'no-read-write-ratio'
  /** An arrow back adds no load. */
  | 'cycles-cut'
