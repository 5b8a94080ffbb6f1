/** Data whose loss is a nuisance: sessions, presence, counters and the like. */
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'
import { plays, wordsOf, wordsOn } from './parts.ts'
import { says } from './says.ts'

const words =
  /\b(?:sessions?|tokens?|presence|online status|rate[-\s]?limit\w*|throttl\w*|quotas?|counters?|counts|leader ?boards?|rankings?|locks?|locking|leases?|typing|idempotency|heartbeats?|otp|locations?|routing|scratch|temp(?:orary)?|dedup\w*)\b/i
const classes: ReadonlySet<EntityClass | undefined> = new Set(['session', 'presence', 'counter'])

/** Whether a store holds nothing but such data, by what is said about it or written on and around it. */
export function isEphemeral(context: CheckContext, nodeId: string): boolean {
  const held = context.design.answers.entities.filter((entity) => entity.storeIds.includes(nodeId))
  if (held.length > 0) {
    return held.every(isEphemeralEntity)
  }
  if (context.kindOf(nodeId).id === 'session-store') return true
  const node = context.index.nodes.get(nodeId)
  if (node !== undefined && says(wordsOn(node), words)) return true
  if (!plays(context, nodeId, 'derived')) return false
  const around = [...edgesTo(context.index, nodeId), ...edgesFrom(context.index, nodeId)]
  return around.some((edge) => says(wordsOf(edge), words))
}

/** Whether an entity is such data: by its class, because it was said, or by its name ("Rate limit counter"). */
export function isEphemeralEntity(entity: Entity): boolean {
  if (entity.ephemeral || classes.has(entity.class)) return true
  return entity.class === undefined && words.test(entity.name)
}

/** Whether the callers of a store are about such data by their own names ("Rate limiter"). */
export function isUsedForEphemera(context: CheckContext, nodeId: string): boolean {
  const callers = edgesTo(context.index, nodeId).map((edge) => context.index.nodes.get(edge.from))
  const known = callers.filter((node) => node !== undefined)
  return known.length > 0 && known.every((node) => words.test(nameIn(node.label)))
}

/** Without what follows: an "Order service, session cookie" is about orders. */
function nameIn(label: string): string {
  return label.split(/[,(\n]/)[0] ?? ''
}
