/**
 * Who fills a queue and who empties it. People draw a consumer as `queue --> worker` (where messages go)
 * or as `worker --> queue` (who polls whom), so an arrow into a queue is read with who draws it.
 */
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerThing } from './once-per-check.ts'
import { carriesWork, plays, wordsOf } from './parts.ts'
import { instancesOf } from './redundancy.ts'
import { denies } from './says.ts'

export interface QueueEnds {
  readonly producers: readonly string[]
  readonly consumers: readonly string[]
  /** Those that could be either; one of them is enough for the side that is missing. */
  readonly either: readonly string[]
}

type End = keyof QueueEnds
const bothEnds: readonly End[] = ['producers', 'consumers']

const takes =
  /\b(?:consum\w*|subscri\w*|polls?|pulls?|reads?|receives?|dequeues?|takes?|listens?)\b/i
const gives = /\b(?:publish\w*|produc\w*|enqueues?|writes?|sends?|emits?|pushes|adds?|puts?)\b/i
const consumerKinds: ReadonlySet<string> = new Set([
  'worker',
  'transcoder',
  'stream-processor',
  'batch-processor',
  'etl-pipeline',
  'webhook-dispatcher',
  'serverless-function',
  'data-warehouse',
  'search-index',
])
const consumerNames =
  /worker|consumer|processor|subscriber|handler|listener|indexer|sender|dispatcher|notif|mailer|e-?mail|push|fan-?out|analytics|transcod|thumbnail|encod|aggregat|crawler|fetcher|ingest/i

/** One box for many services, some of which send and some of which take. */
const crowds =
  /\b(?:micro-?services|services(?: layer)?|(?:service|application|business|back[-\s]?end) layer|modules)\b/i

/** "Orders DLQ" is one; "SQS with DLQ" and "Kafka (DLQ after 3 tries)" have one. */
const setsAside =
  /\b(?:dlqs?|dlx|dead[-\s]?letters?|parking (?:lot|topic|queue)|(?:failed|failing|rejected|bad|broken|poison|undeliverable|unprocess(?:ed|able)) (?:\w+ )?(?:records?|rows?|messages?|events?|jobs?|items?|uploads?|files?|orders?|queue)|(?:records?|rows?|messages?|events?|jobs?|items?) (?:that|which) (?:keep |have )?(?:fail\w*|broke)|on[-\s]failure(?: destination)?|poison (?:queue|topic))\b/i
const besides =
  /\s(?:with|and|incl\w*|has|plus|to|via|w\/)\s|[+&,;]|\((?!\s*(?:dlq|dead[-\s]?letter)[^)]{0,8}\))/i

/** Whether a queue is where failed messages are set aside. */
export function isDeadLetterQueue(context: CheckContext, nodeId: string): boolean {
  const label = context.index.nodes.get(nodeId)?.label ?? ''
  if (!setsAside.test(label)) return context.kindOf(nodeId).id === 'dead-letter-queue'
  // "SQS without a dead-letter queue" is where work waits.
  if (denies(label, setsAside)) return false
  const [head = ''] = label.split(besides, 1)
  return setsAside.test(head)
}

/** An unconnected queue has no ends. Watching and setting aside are no ends either. */
export const queueEndsOf = oncePerThing((context: CheckContext, queueId: string): QueueEnds => {
  const ends: Record<End, Set<string>> = {
    producers: new Set(),
    consumers: new Set(),
    either: new Set(),
  }
  for (const edge of edgesTo(context.index, queueId)) {
    if (isMaybeEnd(context, edge, edge.from)) ends.either.add(edge.from)
    if (!isEnd(context, edge, edge.from)) continue
    for (const end of endsOfIncoming(context, edge)) ends[end].add(edge.from)
  }
  for (const edge of edgesFrom(context.index, queueId)) {
    if (!isEnd(context, edge, edge.to)) continue
    for (const end of endsOfOutgoing(context, edge)) ends[end].add(edge.to)
  }
  const { producers, consumers, either } = ends
  return { producers: [...producers], consumers: [...consumers], either: [...either] }
})

function isEnd(context: CheckContext, edge: DesignEdge, other: string): boolean {
  if (edge.from === edge.to || !carriesWork(context, edge)) return false
  return !isDeadLetterQueue(context, other)
}

/** What hands on changes or takes messages may have been mistaken for what watches or keeps backups. */
function isMaybeEnd(context: CheckContext, edge: DesignEdge, other: string): boolean {
  return plays(context, other, 'watches') && ['cdc', 'async', 'batch'].includes(edge.type)
}

function endsOfIncoming(context: CheckContext, edge: DesignEdge): readonly End[] {
  if (edge.properties['bothWays'] === true || isPeer(context, edge)) return bothEnds
  const words = wordsOf(edge)
  if (gives.test(words)) return takes.test(words) ? bothEnds : ['producers']
  if (takes.test(words)) return ['consumers']
  const label = context.index.nodes.get(edge.from)?.label ?? ''
  if (crowds.test(label)) return bothEnds
  const isConsumer = consumerKinds.has(context.kindOf(edge.from).id) || consumerNames.test(label)
  return isConsumer || plays(context, edge.from, 'external') ? ['either'] : ['producers']
}

function endsOfOutgoing(context: CheckContext, edge: DesignEdge): readonly End[] {
  // A relay that asks the database for changes takes from where its arrow leads.
  const isAsked = context.kindOf(edge.from).id === 'cdc' && plays(context, edge.to, 'store')
  const isBoth = edge.properties['bothWays'] === true || isAsked || isPeer(context, edge)
  return isBoth ? bothEnds : ['consumers']
}

/** Instances of one service that tell each other news over a channel: each publishes and each listens. */
function isPeer(context: CheckContext, edge: DesignEdge): boolean {
  const [queue, other] = plays(context, edge.to, 'messaging')
    ? [edge.to, context.index.nodes.get(edge.from)]
    : [edge.from, context.index.nodes.get(edge.to)]
  if (other === undefined || takes.test(wordsOf(edge)) || gives.test(wordsOf(edge))) return false
  if (context.kindOf(other.id).id === 'websocket-gateway') return true
  return context.kindOf(queue).id === 'pubsub' && instancesOf(other) > 1
}
