import type { Entity } from '#shared/design/answers.ts'
import { entitiesOf, isWhole, isMentioned, listOf } from '../answered.ts'
import { classOf } from '../data-class.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isEphemeral } from '../ephemeral.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { nodesWith } from '../parts.ts'
import { sayingsAbout } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-consistency-undeclared',
  title: 'It is open how fresh a read has to be',
  category: 'requirements',
  why: 'What consistency a kind of record needs decides whether replicas, caches and later updates are allowed for it.',
  fix: 'State for each such entity whether reads are strong, read-your-writes, causal or eventual.',
  question: 'May a user see an old value of this, and for how long?',
  examples: {
    bad: [
      `---
peakQps: 2,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Wallet service x3] --> db[(DynamoDB)]

## Functional requirements
- People see what is in their wallet and send money to each other.
## Data model
- Wallet balance (money) in DynamoDB: key user; fields user, amount
${closingSections}`,
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x6] --> db[(PostgreSQL primary)]
  db -->|replication| ro[(Read replica)]
  api --> ro

## Requirements
- FR1: Fans reserve a seat.
- p99 below 300 ms.
## Data model
- Seat reservation (booking) in PostgreSQL: key id; fields id, seat, buyer
- Event (content) in PostgreSQL: key id
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        'data-model': `- Invoice (money) in PostgreSQL: key id; fields id, member, amount
- Reservation in PostgreSQL: key id; fields id, court, member, starts_at`,
      }),
      exampleDocument({
        'data-model': `- Reservation (booking) in PostgreSQL: key id; fields id, court, member, starts_at; index court and starts_at; 20M rows of 300 B; a unique constraint keeps two members from one hour
- Member (pii) in PostgreSQL: key id; fields id, name, e-mail; index e-mail; 1M rows of 400 B`,
      }),
      exampleDocument({
        diagram: `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2, rate limit]
  lb -->|HTTPS, timeout 1 s| api["Booking service x3, OAuth, multi-AZ"]
  api -->|TLS| db[("PostgreSQL primary + standby, multi-AZ, encrypted, nightly backups")]
  api -->|cache-aside, TTL 5 s| cache[Redis cache x2, multi-AZ]
  api -.->|metrics and logs| mon[Prometheus]`,
        'data-model': `- Reservation (booking) in PostgreSQL: key id; fields id, court, member, starts_at`,
        'trade-offs':
          '- Free courts may be stale for 5 s in exchange for fast pages; reserving reads the primary. The bottleneck is its write rate.',
      }),
    ],
  },
  appliesTo: (context) => isWhole(context) && undeclaredOf(context, false).length > 0,
  check(context) {
    const open = undeclaredOf(context, true)
    if (open.length === 0) return []
    const names = open.map(({ name }) => name)
    return [
      {
        subject: [answerSubject('data-model', 'consistency')],
        severity: 'warning',
        message: `Nothing says how consistent ${listOf(names)} ${names.length > 1 ? 'have' : 'has'} to be.`,
        evidence: { entities: names },
      },
    ]
  },
})

const declared =
  /\bconsisten\w*|\b(?:acid|linearizab\w*|serializab\w*|transaction(?:s|al|ally)?|atomic\w*|quorum|isolation|causal\w*|stale\w*|read[-\s]your[-\s]writes|read own writes|optimistic|pessimistic|row locks?|for update|compare[-\s]and[-\s](?:set|swap)|conditional (?:writes?|updates?|puts?)|unique (?:constraint|index|key)|monotonic|last[-\s]write[-\s]wins|crdts?|version vectors?|sequence numbers?|lag\w*|up to date|outdated|fresh(?:ness)?|old (?:value|data|copy|state)\w*|(?:seconds?|minutes?|s|min) (?:old|late|behind)|at once|immediately|read from (?:the )?(?:primary|primaries|writer|leader|master)|last writer|one writer|single writer|(?:primary|leader|writer) reads?|exactly once|never (?:sold|booked|charged|counted) twice)\b/i

/** Entities that need a word about it, all of them or those that have none. */
function undeclaredOf(context: CheckContext, isOpen: boolean): readonly Entity[] {
  const sharp = entitiesOf(context, 'money', 'inventory', 'booking', 'message', 'counter')
  return sharp.filter(
    (entity) =>
      !entity.ephemeral &&
      !isPlainlyStrong(context, entity) &&
      !(isOpen && isDeclared(context, entity)),
  )
}

const relational: ReadonlySet<string> = new Set(['sql-db', 'newsql-db'])

/** Relational stores whose copies nobody reads: a standby is no reader's business. */
function isPlainlyStrong(context: CheckContext, { storeIds }: Entity): boolean {
  // Files are written once and read as they are.
  const all = nodesWith(context, 'store')
    .map(({ id }) => id)
    .filter((id) => context.kindOf(id).id !== 'object-store')
  const places = storeIds.length > 0 ? storeIds : all
  if (!places.every((id) => relational.has(context.kindOf(id).id))) return false
  const copies = nodesWith(context, 'derived').filter((node) => !isEphemeral(context, node.id))
  return copies.every(
    ({ id }) => !['cache', 'local-cache', 'read-replica'].includes(context.kindOf(id).id),
  )
}

/** Said of it, of its class, of its store, or of everything alike. */
function isDeclared(context: CheckContext, entity: Entity): boolean {
  if (entity.consistency !== undefined || declared.test(entity.text ?? '')) return true
  if (isMentioned(context, declared, ['non-functional-requirements', 'functional-requirements']))
    return true
  const others = entitiesOf(context, 'money', 'inventory', 'booking', 'message', 'counter').filter(
    (other) => other !== entity && classOf(other) !== classOf(entity),
  )
  return sayingsAbout(context, declared).some(({ section, text, nodeIds }) => {
    if (section === 'estimates' || section === 'api') return false
    if (section === 'data-model' && isEntity(context, text)) return false
    if (mentions(text, entity.name) || nodeIds.some((id) => entity.storeIds.includes(id)))
      return true
    return nodeIds.length === 0 && !others.some((other) => mentions(text, other.name))
  })
}

/** What is said of one record says nothing of another. */
function isEntity({ design }: CheckContext, text: string): boolean {
  return design.answers.entities.some(({ name }) => name !== '' && text.startsWith(`${name}. `))
}

function mentions(text: string, name: string): boolean {
  const last = name.toLowerCase().split(/\s+/).at(-1)?.replace(/s$/, '') ?? ''
  return last.length > 2 && text.toLowerCase().includes(last)
}
