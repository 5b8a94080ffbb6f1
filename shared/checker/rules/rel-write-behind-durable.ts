import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { classOf, entitiesIn } from '../data-class.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { keepsData, nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidNear, sayingsAbout, sayingsOf } from '../said.ts'
import { denies, says } from '../says.ts'

export default defineRule({
  id: 'rel-write-behind-durable',
  title: 'Money or stock is confirmed before it is kept',
  category: 'reliability',
  why: 'A write that lives in memory alone is lost when the cache crashes, after the user was told that it succeeded.',
  fix: 'Write through to the database, or append to a durable log before saying yes.',
  question: 'The cache crashes a second after a customer saw “paid”. Where is the payment?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Wallet service] --> cache[Redis balances]
  cache -->|write-behind every 5 s| db[(PostgreSQL)]
  api --> db`,
      `---
peakQps: 9,000
---
## Data model
- Seat (booking) in PostgreSQL: key id

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> tickets[Ticket service x6] --> cache[Redis cluster]
  cache -->|flushes later| db[(PostgreSQL + standby)]
  %% set cache cachePattern write-behind
\`\`\``,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Video service] --> cache[View counters in Redis]
  cache -->|write-behind every 5 min| db[(PostgreSQL)]
  api --> db`,
      `flowchart LR
  web[Browser] --> api[Wallet service] --> cache[Redis balances]
  cache -->|write-through| db[(PostgreSQL)]
  api --> db`,
      `flowchart LR
  web[Browser] --> api[Order service] -->|append first, acks=all| k[Kafka]
  api --> cache[Redis orders, write-behind]
  k --> w[Order writer] --> db[(PostgreSQL)]
  k --> dlq[Dead-letter queue]`,
    ],
  },
  appliesTo: (context) =>
    context.design.graph.nodes.some((node) => caches.has(context.kindOf(node.id).id)),
  check(context) {
    return context.design.graph.nodes
      .filter((node) => caches.has(context.kindOf(node.id).id))
      .filter((node) => isWriteBehind(context, node) && !isLogged(context, node))
      .flatMap((node) => {
        const what = whatIsAtStake(context, node)
        if (what === undefined) return []
        return [
          {
            subject: [node.id],
            severity: 'error' as const,
            message: sentence(
              `${nameOf(context, node.id)} takes writes of ${what} in memory and passes them on later.`,
            ),
            evidence: { pattern: 'write-behind', what },
            nodes: [node.id, ...flushedTo(context, node.id)],
          },
        ]
      })
  },
})

const caches: ReadonlySet<string> = new Set([
  'cache',
  'local-cache',
  'key-value-db',
  'session-store',
])
const behind =
  /\bwrit(?:e|es|ten)[-\s]?(?:behind|back)\b|\b(?:flush(?:es|ed)?|persist(?:s|ed)?|writ(?:es?|ten)|sync(?:s|ed)?|saved?|copied|moved)(?: (?:to|in|into) (?:the )?[\w-]+)? (?:later|once a (?:minute|second)|each (?:minute|second)|asynchronously|in batches|every|lazily|to (?:the )?(?:db|database|disk) (?:later|every|asynchronously))\b|\b(?:cop(?:y|ies|ied)|moves?|moved|flush(?:es)?|drains?|saves?|writes?) (?:(?!every\b|later\b)[\w-]+ ){0,4}(?:to|into) (?:the )?[\w-]+ (?:every|later|in batches|once a)\b|\basync(?:hronous)? (?:flush|write|persist\w*)\b/i
const durable =
  /\b(?:durable|write[-\s]ahead|wal|append[-\s]only|aof|fsync|outbox|acks ?= ?all|append(?:s|ed)? first|journal\w*|event log|commit log|log first|kafka|persistent)\b/i
const classes: ReadonlySet<EntityClass | undefined> = new Set(['money', 'inventory', 'booking'])
const dear =
  /\b(?:orders?|payments?|balances?|wallets?|ledgers?|accounts? balance|money|transactions?|transfers?|inventor(?:y|ies)|stocks?|seats?|tickets?|bookings?|reservations?|checkout|invoices?|billing|credits)\b/i
const light =
  /\b(?:counters?|counts?|views?|likes?|clicks?|metrics?|analytics|presence|sessions?|stats)\b/i

function isWriteBehind(context: CheckContext, node: DesignNode): boolean {
  const edges = [...edgesFrom(context.index, node.id), ...edgesTo(context.index, node.id)]
  if (edges.some(({ properties }) => properties['cachePattern'] === 'write-behind')) return true
  if (node.properties['cachePattern'] !== undefined) {
    return node.properties['cachePattern'] === 'write-behind'
  }
  if (isSaidNear(context, node.id, behind)) return true
  return sayingsAbout(context, behind).some(({ section, nodeIds }) => {
    const isStatement = section !== 'functional-requirements' && section !== 'failures'
    return isStatement && nodeIds.includes(node.id)
  })
}

function isLogged(context: CheckContext, node: DesignNode): boolean {
  if (node.properties['persistent'] === true) return true
  const callers = edgesTo(context.index, node.id).flatMap(({ from }) =>
    edgesFrom(context.index, from).filter(({ to }) => context.kindOf(to).id === 'event-stream'),
  )
  const words = [wordsOn(node), ...callers.map(wordsOf)].join('. ')
  if (says(words, durable)) return true
  return sayingsAbout(context, durable).some(
    ({ text, nodeIds }) => nodeIds.includes(node.id) && !denies(text, durable),
  )
}

/** The class of what an entity says lives there, or a word for it on the drawing and in what is said of it. */
function whatIsAtStake(context: CheckContext, node: DesignNode): string | undefined {
  const near = [node.id, ...flushedTo(context, node.id)]
  const held = near.flatMap((id) => entitiesIn(context, id))
  const own = entitiesIn(context, node.id)
  const entity = (own.length > 0 ? own : held).find((one) => classes.has(classOf(one)))
  if (light.test(wordsOn(node))) return undefined
  if (entity !== undefined) return entity.name
  if (held.length > 0) return undefined
  const edges = [...edgesFrom(context.index, node.id), ...edgesTo(context.index, node.id)]
  const others = edges.flatMap(({ from, to }) => [from, to])
  const labels = others.map((id) => context.index.nodes.get(id)?.label ?? '')
  const said = sayingsOf(context).filter(
    ({ text, nodeIds }) => nodeIds.includes(node.id) && behind.test(text),
  )
  const words = [wordsOn(node), ...edges.map(wordsOf), ...labels, ...said.map(({ text }) => text)]
  const text = words.join('. ')
  return light.test(text) ? undefined : dear.exec(text)?.[0].toLowerCase()
}

function flushedTo(context: CheckContext, id: string): readonly string[] {
  const next = edgesFrom(context.index, id).map((edge) => edge.to)
  const beside = edgesTo(context.index, id).flatMap(({ from }) =>
    edgesFrom(context.index, from).map((edge) => edge.to),
  )
  return [...new Set([...next, ...beside])].filter((to) => to !== id && keepsData(context, to))
}
