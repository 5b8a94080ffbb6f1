/** Stores that hold originals: what is lost with them is lost. */
import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { classOf, entitiesIn } from './data-class.ts'
import type { CheckContext } from './define-rule.ts'
import { isEphemeral } from './ephemeral.ts'
import { oncePerCheck } from './once-per-check.ts'
import { plays } from './parts.ts'
import { userFlowsOf } from './user-flows.ts'

/** In the order of the graph: what entities are said to live in, and stores that requests reach. */
export const truthStoresOf = oncePerCheck((context): readonly DesignNode[] => {
  const { answers, graph } = context.design
  const named = new Set(answers.entities.flatMap((entity) => entity.storeIds))
  const reached = new Set(userFlowsOf(context).targets)
  return graph.nodes.filter(({ id }) => {
    if (!plays(context, id, 'store') || !(named.has(id) || reached.has(id))) return false
    return !isEphemeral(context, id) && !isCopy(context, id)
  })
})

/**
 * Whether another store is copied into it, so that the original lies elsewhere. Two that copy to each other
 * are both originals, and what a cache passes on is no copy.
 */
export function isCopy(context: CheckContext, nodeId: string): boolean {
  return edgesTo(context.index, nodeId).some((edge) => {
    const { type, from, properties } = edge
    if (type !== 'replication' && type !== 'failover') return false
    if (from === nodeId || !plays(context, from, 'store')) return false
    const isMutual = edgesTo(context.index, from).some((back) => back.from === nodeId)
    return !isMutual && properties['bothWays'] !== true
  })
}

/** Whether a store is said to hold data of one of some classes. */
export function holdsAny(
  context: CheckContext,
  nodeId: string,
  classes: ReadonlySet<EntityClass | undefined>,
): boolean {
  return entitiesIn(context, nodeId).some((entity) => classes.has(classOf(entity)))
}

/** Whether a person wrote anything beside the drawing; a bare diagram is not judged by what it lacks. */
export function hasAnswers({ design }: CheckContext): boolean {
  return design.answers.sections.length > 0
}

/** Whether a design promises 99.9 % or more. */
export function isPromised({ design }: CheckContext): boolean {
  return (design.scale.availabilityTarget ?? 0) >= 99.9
}
