/**
 * What differs between two designs, whole: applied to the earlier one it gives the later one, and it can be
 * turned round. Where things lie is kept apart, since a move changes no design.
 */
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import type { AnswersDiff, ListName } from './answer-changes.ts'
import type { Correspondences } from './correspondence.ts'
import type { GraphChange, Move } from './graph-changes.ts'
import { hasSameItems } from './list-changes.ts'
import type { ScaleChange } from './scale-changes.ts'

export type GraphPart = keyof Correspondences
export type ByPart<T> = Readonly<Record<GraphPart, T>>
export type StructuralChange = Exclude<GraphChange, Move>

export interface GraphDiff {
  /** Removed things first, then boundaries, components and arrows as the later design has them. */
  readonly graph: readonly StructuralChange[]
  /** What stayed and is called otherwise: the earlier and the later id. */
  readonly renumbered: ByPart<readonly (readonly [string, string])[]>
  /** Orders of ids, earlier and later, where they do not follow from the changes. */
  readonly order: Partial<ByPart<readonly [readonly string[], readonly string[]]>>
}

export interface DesignDiff extends GraphDiff {
  readonly answers: AnswersDiff
  readonly scale: readonly ScaleChange[]
  /** Empty unless places of both were given. */
  readonly moves: readonly Move[]
}

export interface Places {
  readonly before: Geometry
  readonly after: Geometry
}

// prettier-ignore
export const listNames = [
  'sections', 'requirements', 'estimates', 'endpoints', 'entities', 'flows', 'decisions', 'tradeOffs',
  'failures', 'security', 'operations', 'notes',
] as const satisfies readonly ListName[]

/** Whether both designs say the same; moves, orders and other ids do not count. */
export function isSameDesign({ graph, answers, scale }: DesignDiff): boolean {
  const isSaidSame = listNames.every((name) => hasSameItems<unknown>(answers[name]))
  return graph.length === 0 && scale.length === 0 && isSaidSame
}

/** Whether nothing at all is left to apply, moves apart. */
export function isEmptyDiff(diff: DesignDiff): boolean {
  const { renumbered, order, answers } = diff
  const areIdsSame = Object.values(renumbered).every((pairs) => pairs.length === 0)
  const areInOrder = Object.keys(order).length === 0
  const areListsInOrder = listNames.every((name) => answers[name].order === undefined)
  return areIdsSame && areInOrder && areListsInOrder && isSameDesign(diff)
}

export function forParts<T>(of: (part: GraphPart) => T): ByPart<T> {
  return { nodes: of('nodes'), edges: of('edges'), groups: of('groups') }
}
