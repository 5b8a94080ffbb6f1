import type { DesignNode } from '#shared/design/design.ts'
import { isMentioned, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { namesOf, wordsOn } from '../parts.ts'
import { isSaidNear } from '../said.ts'

export default defineRule({
  id: 'est-concurrency-missing',
  title: 'Nobody said how many stay connected',
  category: 'estimation',
  why: 'Connections that stay open are limited by memory and file handles, so requests a second say little about them.',
  fix: 'State how many are connected at once: daily users × minutes of a session / 1,440, times the peak factor.',
  question:
    'How many connections are open at the busiest moment, and how many does one gateway hold?',
  examples: {
    bad: [
      `---
peakQps: 8,000
---
flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer x2] --> ws[WebSocket gateway x4] --> chat[Chat service x6]
  ws <--> ps[Redis Pub/Sub]
  chat --> db[(Cassandra x3)]

## Estimates
- Peak: 8,000 messages/s
- Storage: 100 GB a day`,
      `---
peakQps: 900
---
flowchart LR
  app[Game client] --> lb[Load balancer x2] --> gs[Game server x8] --> db[(DynamoDB)]

## Estimates
- Peak: 900 moves/s
- Storage: 1 GB a day`,
    ],
    good: [
      `---
peakQps: 8,000
---
flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer x2] --> ws[WebSocket gateway x4, 20K connections each] --> chat[Chat service x6]
  ws <--> ps[Redis Pub/Sub]
  chat --> db[(Cassandra x3)]`,
      exampleDocument({
        diagram: `flowchart LR
  web[Browser] -->|HTTPS, WebSocket| lb[Load balancer x2, rate limit]
  lb -->|HTTPS, timeout 1 s| api["Booking service x3, OAuth, multi-AZ"]
  lb -->|WebSocket, TLS| ws["WebSocket gateway, OAuth, managed"]
  api -->|TLS| db[("PostgreSQL primary + standby, multi-AZ, encrypted, nightly backups")]
  api -.->|metrics and logs| mon[Prometheus]`,
        estimates: `- Peak: 600 requests/s
- 5,000 members are online at the same time
- Storage per year: 200 GB with indexes and copies`,
      }),
      `---
peakQps: 20
---
flowchart LR
  web[Browser] -->|WebSocket| ws[WebSocket server] --> db[(PostgreSQL)]

## Estimates
- Peak: 20 messages/s
- Storage: 1 GB a year`,
      exampleDocument({}),
    ],
  },
  appliesTo: (context) =>
    isWritten(context, 'estimates') &&
    !['XS', 'unknown'].includes(context.band) &&
    holdersOf(context).length > 0,
  check(context) {
    const holders = holdersOf(context)
    if (isMentioned(context, connected) || holders.some((node) => isSized(context, node))) return []
    const ids = holders.map(({ id }) => id)
    return [
      {
        subject: ids,
        answers: ['estimates'],
        severity: 'warning',
        message: `${namesOf(context, ids)} ${ids.length > 1 ? 'keep' : 'keeps'} connections open, but nothing says how many.`,
        evidence: { holders: ids },
      },
    ]
  },
})

const connected =
  /\d.*\b(?:concurren\w*|simultaneous\w*|connections?|connected|sockets|online|at (?:the same time|once)|in parallel|ccu)\b|\b(?:concurren\w*|simultaneous\w*|connections?|connected|sockets|online|ccu)\b.*\d/i

function holdersOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    (node) =>
      ['websocket-gateway', 'sse-endpoint'].includes(context.kindOf(node.id).id) ||
      /\bgame[-\s]?servers?\b/i.test(wordsOn(node)),
  )
}

function isSized(context: CheckContext, node: DesignNode): boolean {
  const isStated = [node.properties['connections'], node.properties['connectionsPerInstance']]
  return (
    isStated.some((value) => typeof value === 'number') || isSaidNear(context, node.id, connected)
  )
}
