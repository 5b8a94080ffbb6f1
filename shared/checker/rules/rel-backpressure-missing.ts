import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { isSaidInAnswers, isSaidNear, isSaidOn } from '../said.ts'
import { isAtLeast } from '../scale.ts'

export default defineRule({
  id: 'rel-backpressure-missing',
  title: 'A queue may grow without end',
  category: 'reliability',
  why: 'A buffer without a limit turns an overload into a collapse: memory fills up and delays grow for hours.',
  fix: 'Limit its length, scale consumers by its depth, slow producers down, and drop what matters least first.',
  question:
    'Producers are twice as fast as consumers for an hour. What fills up, and what gives way?',
  examples: {
    bad: [
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> api[Photo service x6] --> q[RabbitMQ queue with DLQ]
  q --> w[Thumbnail worker x4] --> s3[(S3)]`,
      `---
peakQps: 30K
---
flowchart LR
  dev[Meters]:::iot-device --> gw[Edge gateway x8] --> k[Kafka with DLQ] --> w[Reading writer x6] --> db[(Cassandra)]`,
    ],
    good: [
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> api[Photo service x6] --> q["RabbitMQ queue with DLQ, max length 1M"]
  q --> w[Thumbnail worker x80] --> s3[(S3)]`,
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> api[Photo service x6] --> q[RabbitMQ queue with DLQ]
  q --> w["Thumbnail workers, autoscaled on queue depth"] --> s3[(S3)]`,
      `---
peakQps: 200
---
flowchart LR
  app[Mobile app] --> lb[Load balancer] --> api[Photo service x2] --> q[RabbitMQ queue with DLQ] --> w[Thumbnail worker] --> s3[(S3)]`,
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> api[Photo service x6] --> q[SQS with DLQ] --> fn[AWS Lambda] --> s3[(S3)]`,
    ],
  },
  appliesTo: (context) => isAtLeast(context.band, 'M') && queuesOf(context).length > 0,
  check(context) {
    if (isSaidInAnswers(context, relief)) return []
    return queuesOf(context)
      .filter((node) => !isLimited(context, node))
      .map((node) => ({
        subject: [node.id],
        severity: 'suggestion' as const,
        message: sentence(
          `${nameOf(context, node.id)} has no limit, and nothing that takes from it is said to scale.`,
        ),
        evidence: { band: context.band },
        nodes: [node.id, ...takersOf(context, node.id)],
      }))
  },
})

const relief =
  /\b(?:back[-\s]?pressure|load[-\s]?shed\w*|shed(?:s|ding)?|(?:max|maximum|queue)[-\s](?:length|depth|size|bytes)|reject[-\s]publish|drop[-\s]head|limit(?:ed)? (?:to|of|at) \d|at most \d|caps? at|bounded|length limit|throttl\w*|auto-?scal\w*|scal(?:e|es|ed|ing) (?:on|with|by) (?:\w+ )?(?:lag|depth|backlog|length|queue)|keda|hpa|elastic|overflow|drop(?:s|ped)? (?:low|old)\w*|retention|lag alerts?|(?:lag|depth|backlog|age) (?:alerts?|alarms?)|alerts? on (?:\w+ ){0,3}(?:lag|depth|backlog|age))\b/i

function queuesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    (node) =>
      ['queue', 'event-stream'].includes(context.kindOf(node.id).id) &&
      !isDeadLetterQueue(context, node.id) &&
      takersOf(context, node.id).length > 0,
  )
}

function takersOf(context: CheckContext, id: string): readonly string[] {
  const { consumers, either } = queueEndsOf(context, id)
  return [...consumers, ...either]
}

const limits = ['autoscaleMax', 'retentionHours', 'rateLimit'] as const

function isLimited(context: CheckContext, node: DesignNode): boolean {
  if (isElastic(context, node) || isSaidNear(context, node.id, relief)) return true
  const takers = takersOf(context, node.id).map((id) => context.index.nodes.get(id))
  const near = [
    node,
    ...takers,
    ...edgesTo(context.index, node.id),
    ...edgesFrom(context.index, node.id),
  ]
  if (near.some((part) => limits.some((id) => part?.properties[id] !== undefined))) return true
  return takers.some(
    (taker) =>
      taker !== undefined && (isElastic(context, taker) || isSaidOn(context, taker.id, relief)),
  )
}

const elastic =
  /\b(?:sqs|sns|kinesis|pub\/?sub|serverless|lambda|cloud functions?|azure functions?|cloud run|event hubs?|event ?bridge|service bus|cloud tasks|fargate|managed)\b/i

/** A provider's queue has no end to reach, and functions come with the messages. */
function isElastic(context: CheckContext, node: DesignNode): boolean {
  if (node.properties['managed'] === true || elastic.test(wordsOn(node))) return true
  return context.kindOf(node.id).id === 'serverless-function'
}
