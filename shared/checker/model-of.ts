/** The analytic model of a design, made once per check: how words on a drawing reach `shared/model`. */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { analyseDesign, type DesignModel } from '#shared/model/analyse-design.ts'
import type { ModelInput } from '#shared/model/model-input.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { waits, wordsOn } from './parts.ts'
import { queueEndsOf } from './queue-ends.ts'
import { readsPerWriteOf } from './reads-per-write.ts'
import { instancesOf, isRedundant } from './redundancy.ts'
import { saidAvailability, saidCapacity } from './said-figures.ts'
import { isSaidAbout } from './said.ts'

const asideKinds: ReadonlySet<string> = new Set([
  'auth-service', 'rate-limiter', 'id-generator', 'session-store', 'shard-router', 'ml-training',
]) // prettier-ignore
const asideWords =
  /\b(?:auth\w*|tokens?|sessions?|quotas?|rate[-\s]?limit\w*|config\w*|flags?|secrets?|log ?in|health|range of|audit)\b/i
const asideCaches =
  /\b(?:sessions?|presence|rate[-\s]?limit\w*|throttl\w*|quotas?|counters?|locks?|tokens?|leader ?boards?|idempotency|heartbeats?)\b/i
const few =
  /\b(?:admins?|administrators?|editors?|operators?|ops|support|staff|back[-\s]?office|analysts?|moderators?|internal|engineers?|on[-\s]?call)\b/i
/** Asked now and then, however many requests the caller takes. */
const periodic =
  /\b(?:every|each) (?:\d+ ?|few |couple of )?(?:s|sec\w*|m|min\w*|h|hours?|days?|night|week\w*)\b|\b(?:hourly|daily|nightly|weekly|periodic\w*|once (?:an?|per|every) (?:min\w*|hour|day)|(?:at|on) start(?:-?up)?|when it starts|polls?|refresh\w*)\b/i
/** Services that stand beside what most requests are for. */
const besideServices =
  /\b(?:rules?|config\w*|settings?|flags?|admin\w*|back[-\s]?office|moderation|reports?|reporting|analytics|billing|invoic\w*|notification\w*|e-?mail|exports?|imports?|onboarding)\b/i
/** Products that spread data over nodes of their own accord. */
const sharded =
  /\b(?:cluster(?:ed)?|quorum|replication factor|consistent hash\w*|leaderless|multi[-\s]?(?:master|leader|primary)|active[-\s]active|galera|group replication|rac|sharded|shards|shard(?:ed|ing)? by|partitioned|aurora|spanner|cockroach(?:db)?|yugabyte(?:db)?|tidb|vitess|planetscale|cosmos ?db|hyperscale)\b/i
const fallbacks =
  /\b(?:fall(?:s|ing)?[-\s]?backs?|degrad\w+|circuit[-\s]?breakers?|optional|serves? stale|stale (?:copy|data|answers?)|queued? (?:for later|instead)|without it|second provider|secondary provider)\b/i

/** Load, latency, availability and cost; loads are empty while the peak is unknown. */
export const modelOf: (context: CheckContext) => DesignModel = oncePerCheck((context) =>
  analyseDesign(modelInputOf(context)),
)

/** What the model is told of a design, read with the words of the checker. */
export function modelInputOf(context: CheckContext): ModelInput {
  const { index, design } = context
  const ratio = readsPerWriteOf(context)
  return {
    index,
    scale: ratio === undefined ? design.scale : { ...design.scale, readsPerWrite: ratio },
    kindOf: (id) => context.kindOf(id),
    instancesOf: (node) => countOf(context, node),
    shardsOf,
    consumersOf: (id) => queueEndsOf(context, id).consumers,
    isAside: (edge) => isAside(context, edge),
    saidCapacity: (node) => saidCapacity(context, node),
    saidAvailability: (node) => saidAvailability(context, node),
    isForFew: (id) => few.test(index.nodes.get(id)?.label ?? ''),
    waits: (edge) => waits(context, edge),
    isOptional: (id) => isOptional(context, id),
    flows: design.answers.flows,
  }
}

/** Autoscaling counts with its upper end: the model asks whether the peak can be carried at all. */
function countOf(context: CheckContext, node: DesignNode): number | undefined {
  const { autoscaleMax } = node.properties
  const stated = Math.max(instancesOf(node), typeof autoscaleMax === 'number' ? autoscaleMax : 1)
  if (stated > 1) return stated
  return isRedundant(context, node) ? undefined : 1
}

function shardsOf(node: DesignNode): number | undefined {
  const { shards, shardKey } = node.properties
  if (typeof shards === 'number' && shards >= 1) return shards
  const words = wordsOn(node)
  const count = Number(/\b(\d{1,6}) (?:\w+ )?(?:shards|partitions)\b/i.exec(words)?.[1])
  if (count >= 1) return count
  return typeof shardKey === 'string' || sharded.test(words) ? undefined : 1
}

/** A cache that is down is a slow answer; for the rest somebody says what happens without it. */
function isOptional(context: CheckContext, id: string): boolean {
  const { fallback } = context.index.nodes.get(id)?.properties ?? {}
  if (typeof fallback === 'string' || fallback === true) return true
  return context.kindOf(id).id === 'cache' || isSaidAbout(context, id, fallbacks)
}

function isAside(context: CheckContext, edge: DesignEdge): boolean {
  const { id, group } = context.kindOf(edge.to)
  if (asideKinds.has(id) || group === 'coordination') return true
  if (asideWords.test(edge.label) || periodic.test(edge.label)) return true
  const node = context.index.nodes.get(edge.to)
  if (node !== undefined && id === 'service' && besideServices.test(node.label)) return true
  return node !== undefined && id === 'cache' && asideCaches.test(wordsOn(node))
}
