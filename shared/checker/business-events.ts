/** Messages that tell others of what was decided (an order, a payment, a booking), as a service publishes them. */
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import { sharpClassIn } from './data-class.ts'
import type { CheckContext } from './define-rule.ts'
import { carriesWork, wordsOf } from './parts.ts'
import { isDeadLetterQueue, queueEndsOf } from './queue-ends.ts'
import { sayingsAbout } from './said.ts'
import { isOf } from './stores.ts'

/** Kinds that carry messages; one that only has a dead-letter queue may have been read as one. */
export const channels: ReadonlySet<string> = new Set([
  'queue',
  'event-stream',
  'pubsub',
  'dead-letter-queue',
])

/** Events of business: the others may be lost, or only start work that somebody can start again. */
const businessEvent =
  /\b(?:orders?|payments?|bookings?|reservations?|invoices?|refunds?|transfers?|stock|inventory|shipments?|checkout|purchases?)(?:\s+(?:events?|messages?))?\b|\b\w*(?:Order|Payment|Booking|Reservation|Invoice|Refund|Transfer|Stock|Checkout)(?:ed|Placed|Created|Captured|Paid|Confirmed|Cancelled|Event|Completed|Reserved)\w*\b/
const sideEffect =
  /\b(?:jobs?|tasks?|e-?mails?|mail|sms|push|notif\w*|thumbnails?|transcod\w*|analytics|clicks?|logs?|metrics?|views?|search|index\w*|cache|audit|reports?|exports?|telemetry|webhooks?)\b/i
/** A queue that a service fills before anything is kept is itself the one write. */
const first = /\b(?:write|command|request|ingest|accept\w*|buffer)\b/i

/** Arrows from a component to queues that carry such messages, or that are said to follow a write. */
export function eventsFrom(context: CheckContext, id: string): readonly DesignEdge[] {
  const published = edgesFrom(context.index, id).filter(
    (edge) =>
      isOf(context, edge.to, channels) &&
      !isDeadLetterQueue(context, edge.to) &&
      carriesWork(context, edge),
  )
  return published.filter((edge) => isBusiness(context, edge) || isSaidToDoBoth(context, edge))
}

/** Ids of those who take from a queue; whoever could be either end where no consumer is plain. */
export function emptiersOf(context: CheckContext, queueId: string): readonly string[] {
  const { consumers, either } = queueEndsOf(context, queueId)
  return consumers.length > 0 ? consumers : either
}

function isBusiness(context: CheckContext, edge: DesignEdge): boolean {
  const queue = context.index.nodes.get(edge.to)
  const from = context.index.nodes.get(edge.from)
  if (queue === undefined || from === undefined) return false
  const label = wordsOf(edge).trim()
  const words = `${label} ${queue.label}`
  if (sideEffect.test(words) || first.test(words)) return false
  const readers = emptiersOf(context, edge.to).map((id) => context.index.nodes.get(id)?.label ?? '')
  if (readers.length > 0 && readers.every((name) => sideEffect.test(name))) return false
  return businessEvent.test(words) || (label === '' && sharpClassIn(from.label) === 'money')
}

const both =
  /\b(?:writ|sav|insert|stor|commit|persist|updat)\w*\b.{0,60}?\b(?:then|and|before|after)\b.{0,25}?\b(?:publish|emit|send|enqueu|produc)\w*/i

/** "The service saves the order and then publishes it", of the service or of the queue. */
function isSaidToDoBoth(context: CheckContext, edge: DesignEdge): boolean {
  return sayingsAbout(context, both).some(
    ({ section, nodeIds, text }) =>
      section !== 'functional-requirements' &&
      !sideEffect.test(text) &&
      (nodeIds.includes(edge.from) || nodeIds.includes(edge.to)),
  )
}
