import type { Endpoint } from '#shared/design/answers.ts'
import { entitiesOf } from '../answered.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import {
  collectionOf,
  endpointSubject,
  entityOfSegment,
  nameOfEndpoint,
  singular,
} from '../endpoint-words.ts'
import { exampleDocument } from '../example-document.ts'
import { isSaidInDrawing, sayingsAbout } from '../said.ts'

export default defineRule({
  id: 'api-write-not-idempotent',
  title: 'A retry does it twice',
  category: 'api',
  why: 'Networks time out and clients try again; without a way to recognise the second try, it is done twice.',
  fix: 'Use a request id that the client makes: keep it under a unique constraint and answer the first result again.',
  question: 'The client sent it, the answer got lost, and it sends again: what happens?',
  examples: {
    bad: [
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL + standby)]

## API
- \`POST /v1/orders\` places an order (auth, errors)`,
      `flowchart LR
  app[Mobile app] --> api[Wallet service] --> db[(PostgreSQL)]

## API
- POST /payments charges the wallet (auth)
## Data model
- Payment (money) in PostgreSQL: key id; consistency strong
## Failures
- Workers consume events twice: consumers are idempotent`,
      `flowchart LR
  app[Mobile app] --> api[Chat service] --> db[(Cassandra)]

## API
| Method | Path | Description |
|---|---|---|
| POST | /conversations/{id}/messages | Sends a message |`,
    ],
    good: [
      exampleDocument({}),
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
- \`POST /v1/orders\` places an order once per client-made request id
- \`PUT /v1/payments/{id}\` pays
- \`POST /v1/orders/search\` finds orders
- \`POST /v1/links\` creates a link`,
      `flowchart LR
  app[Mobile app] --> api[Chat service] --> db[(Cassandra)]

## API
- \`POST /messages\` sends a message; the client's uuid is its key, so a second try is dropped
- \`POST /orders/{id}/cancel\` cancels`,
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
Every POST takes an Idempotency-Key header.
- \`POST /bookings\` books a table`,
    ],
  },
  appliesTo: (context) => risksOf(context).length > 0,
  check(context) {
    if (isSaidForAll(context)) return []
    return risksOf(context)
      .filter(({ endpoint }) => !isGuarded(endpoint))
      .map(({ endpoint, severity }) => ({
        subject: [endpointSubject(endpoint)],
        severity,
        message: `Nothing keeps “${nameOfEndpoint(endpoint)}” from being done twice when a client tries again.`,
        evidence: { endpoint: nameOfEndpoint(endpoint), severity },
      }))
  },
})

const money =
  /^(?:payments?|pay|charges?|charge|transfers?|payouts?|withdrawals?|deposits?|refunds?|donations?|topups?|top-ups?|purchases?|purchase|checkouts?|checkout|transactions?|tips)$/i
const others =
  /^(?:orders?|bookings?|book|reservations?|reserve|appointments?|tickets|rides?|trips|messages?|emails?|sms|trades?|bids?|subscriptions|invoices?|shipments?)$/i

interface Risk {
  readonly endpoint: Endpoint
  readonly severity: Severity
}

/** POSTs that create what nobody wants twice. */
function risksOf(context: CheckContext): readonly Risk[] {
  return context.design.answers.endpoints.flatMap((endpoint): readonly Risk[] => {
    const noun = endpoint.method === 'POST' ? collectionOf(endpoint) : undefined
    if (noun === undefined) return []
    if (money.test(noun) || isMoney(context, noun)) return [{ endpoint, severity: 'error' }]
    return others.test(noun) || isSharp(context, noun) ? [{ endpoint, severity: 'warning' }] : []
  })
}

function isMoney(context: CheckContext, noun: string): boolean {
  return entityOfSegment(noun, entitiesOf(context, 'money')) !== undefined
}

function isSharp(context: CheckContext, noun: string): boolean {
  if (singular(noun) === noun.toLowerCase()) return false
  return entityOfSegment(noun, entitiesOf(context, 'booking', 'message')) !== undefined
}

const guard =
  /\bidempoten\w*|\bdedup\w*|\bduplicat\w*|\bunique\b|\b(?:request|client|operation|message|order|payment|correlation)[-\s]?(?:made |generated |message |request )?(?:id|uuid|key|nonce)s?\b|\b(?:request|client|idempotency)[-\s]?token\b|\b(?:uuid|nonce|exactly[-\s]once|at most once|once per|once only|conditional|if-none-match|second (?:try|request|time)|same (?:id|key|request))\b/i

function isGuarded({ idempotent, text, path }: Endpoint): boolean {
  return idempotent === true || guard.test(`${path} ${text}`)
}

const general =
  /\bidempoten\w*|\bduplicate (?:requests?|orders?|payments?|bookings?|submissions?|charges?|posts?)\b|\b(?:request|client) (?:ids?|uuids?|keys?)\b|\bunique (?:constraint|key|index)\b|\bexactly[-\s]once\b/i
/** Said of what reads a queue, it says nothing of what a client sends. */
const elsewhere = /\b(?:consum\w*|workers?|webhooks?|queue|events?|subscribers?|retries of jobs)\b/i

/** Whether a sentence or the drawing speaks of writes in general. */
function isSaidForAll(context: CheckContext): boolean {
  if (isSaidInDrawing(context, general)) return true
  const { notes } = context.design.answers
  if (notes.some(({ section, text }) => section === 'api' && general.test(text))) return true
  return sayingsAbout(context, general).some(
    ({ section, text }) => section !== 'api' && !isOfConsumers(text),
  )
}

function isOfConsumers(text: string): boolean {
  return (
    elsewhere.test(text) &&
    !/\b(?:clients?|requests?|posts?|api|endpoints?|idempotency[-\s]keys?)\b/i.test(text)
  )
}
