/** The analytic model of a design, made once per check: how words on a drawing reach `shared/model`. */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { analyseDesign, type DesignModel } from '#shared/model/analyse-design.ts'
import type { ModelInput } from '#shared/model/model-input.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { wordsOn } from './parts.ts'
import { queueEndsOf } from './queue-ends.ts'
import { instancesOf, isRedundant } from './redundancy.ts'

const asideKinds: ReadonlySet<string> = new Set([
  'auth-service', 'rate-limiter', 'id-generator', 'session-store', 'shard-router', 'ml-training',
]) // prettier-ignore
const asideWords =
  /\b(?:auth\w*|tokens?|sessions?|quotas?|rate[-\s]?limit\w*|config\w*|flags?|secrets?|log ?in|health|range of|audit)\b/i
const asideCaches =
  /\b(?:sessions?|presence|rate[-\s]?limit\w*|throttl\w*|quotas?|counters?|locks?|tokens?|leader ?boards?|idempotency|heartbeats?)\b/i
/** Products that spread data over nodes of their own accord. */
const sharded =
  /\b(?:sharded|shards|partitioned|aurora|spanner|cockroach(?:db)?|yugabyte(?:db)?|tidb|vitess|citus|planetscale|cosmos ?db|hyperscale)\b/i

/** Load, latency, availability and cost; loads are empty while the peak is unknown. */
export const modelOf: (context: CheckContext) => DesignModel = oncePerCheck((context) =>
  analyseDesign(modelInputOf(context)),
)

/** What the model is told of a design, read with the words of the checker. */
export function modelInputOf(context: CheckContext): ModelInput {
  const { index, design } = context
  const consumers = new Map<string, readonly string[]>()
  return {
    index,
    scale: design.scale,
    kindOf: (id) => context.kindOf(id),
    instancesOf: (node) => countOf(context, node),
    shardsOf,
    consumersOf: (id) => {
      const known = consumers.get(id) ?? queueEndsOf(context, id).consumers
      consumers.set(id, known)
      return known
    },
    isAside: (edge) => isAside(context, edge),
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
  const { shards } = node.properties
  if (typeof shards === 'number' && shards >= 1) return shards
  return sharded.test(wordsOn(node)) ? undefined : 1
}

function isAside(context: CheckContext, edge: DesignEdge): boolean {
  const { id, group } = context.kindOf(edge.to)
  if (asideKinds.has(id) || group === 'coordination') return true
  if (edge.label !== '' && asideWords.test(edge.label)) return true
  const node = context.index.nodes.get(edge.to)
  return node !== undefined && id === 'cache' && asideCaches.test(wordsOn(node))
}
