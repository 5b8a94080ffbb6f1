import type { DesignNode } from '#shared/design/design.ts'
import { isMentioned, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isEphemeral, isUsedForEphemera } from '../ephemeral.ts'
import { exampleDocument } from '../example-document.ts'
import { nameOf } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { isAtLeast } from '../scale.ts'

const large = { peakQps: '2,000', averageQps: '500', dailyActiveUsers: '3.6M' }
const diagram = (cache: string) => `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2, rate limit]
  lb -->|HTTPS, timeout 1 s| api["Booking service x5, OAuth, multi-AZ, autoscaled"]
  api -->|TLS| db[("PostgreSQL primary + standby, multi-AZ, encrypted, nightly backups")]
  api -->|cache-aside, invalidated on write| cache["${cache}"]
  api -.->|metrics and logs| mon[Prometheus]`

export default defineRule({
  id: 'est-cache-size-missing',
  title: 'It is open whether the cache will hit',
  category: 'estimation',
  why: 'Without the size of what is hot nobody can say how often a lookup succeeds, and so how much the store is spared.',
  fix: 'State the hot share (a fifth of the data often gets four fifths of the reads), the hit rate that you aim at, and the memory.',
  question: 'Which share of the data is read often, and does it fit into memory?',
  examples: {
    bad: [
      `---
peakQps: 12,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Catalogue service x15]
  api --> redis[Redis cache x3, TTL 5 min] & db[(PostgreSQL + standby)]

## Estimates
- Peak: 12,000 requests/s
- Storage: 300 GB`,
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x8]
  api -->|cache-aside| mc[Memcached x4]
  api --> db[(Cassandra x3)]

## Estimates
- Peak: 5,000 requests/s
- Storage: 20 GB a day`,
    ],
    good: [
      `---
peakQps: 12,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Catalogue service x15]
  api -->|90% hits| redis[Redis cache x3, TTL 5 min]
  api --> db[(PostgreSQL + standby)]`,
      exampleDocument({
        facts: large,
        diagram: diagram('Redis sessions x2, TTL 30 min, multi-AZ'),
      }),
      exampleDocument({
        facts: large,
        diagram: diagram('Redis cache x2, TTL 1 min, multi-AZ'),
        estimates: `- Peak: 2,000 requests/s
- Working set: a fifth of 200 GB is hot, so 40 GB of memory
- Storage per year: 200 GB with indexes and copies`,
      }),
      exampleDocument({}),
    ],
  },
  appliesTo: (context) =>
    isWritten(context, 'estimates') && isAtLeast(context.band, 'M') && cachesOf(context).length > 0,
  check(context) {
    if (isMentioned(context, sized, ['estimates', 'non-functional-requirements'])) return []
    return cachesOf(context)
      .filter((node) => !isSized(context, node))
      .map(({ id }) => ({
        subject: [id],
        answers: ['estimates' as const],
        severity: 'suggestion' as const,
        message: `Nothing says how much ${nameOf(context, id)} holds or how often it hits.`,
        evidence: { size: null, hitRate: null },
      }))
  },
})

const sized =
  /\b(?:hits?|hit[-\s](?:rate|ratio)|miss(?:es)?|working set|hot (?:set|share|data|keys?|links?|items?)|cache (?:size|memory)|cached? .*\d+ ?[kmgt]b|80\/20)\b|\d+ ?[kmgt]b\b.*\b(?:cache|memory|ram|redis|memcached)\b|\b(?:cache|memory|ram|redis|memcached)\b.*\d+ ?[kmgt]b\b/i
const sizedOn = /\b(?:hits?|hit[-\s](?:rate|ratio)|working set|hot set)\b|\d ?[kmgt]b\b/i

function cachesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    ({ id }) =>
      context.kindOf(id).id === 'cache' &&
      !isEphemeral(context, id) &&
      !isUsedForEphemera(context, id),
  )
}

function isSized(context: CheckContext, node: DesignNode): boolean {
  const { hitRate, storageGb } = node.properties
  if (typeof hitRate === 'number' || typeof storageGb === 'number') return true
  return isSaidAbout(context, node.id, sizedOn)
}
