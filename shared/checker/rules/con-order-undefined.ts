import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { instancesOf } from '../redundancy.ts'
import { isSaidNear, type Saying } from '../said.ts'
import { says } from '../says.ts'
import { nodesOf } from '../stores.ts'
import { toldAbout, toldAsIs } from '../told.ts'

export default defineRule({
  id: 'con-order-undefined',
  title: 'An order is promised that the queue does not keep',
  category: 'consistency',
  why: 'Messages keep their order only inside one partition, or with one consumer; otherwise later ones overtake.',
  fix: 'Number the messages, or key them by conversation, account or order so that one partition holds them.',
  question: 'What stops the second message from arriving before the first?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  hub[Door hubs]:::iot-device -->|TLS| in[Event intake x3] --> k[Kafka, 24 partitions, DLQ] --> w[Door state workers x12, idempotent] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- FR1 (must): Two changes of one door never overtake each other.
## Detailed design
Event intake publishes without a key, and any worker takes any message.`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Chat service x4] --> k[Kafka with DLQ] --> w[Delivery worker x6] --> db[(Cassandra)]
\`\`\`
## Functional requirements
- FR1 (must): Messages of a conversation arrive in the order they were sent.`,
      `\`\`\`mermaid
flowchart LR
  bank[Partner bank] --> in[Ingest service] --> q[RabbitMQ with DLQ] --> w["Ledger worker x3, idempotent"] --> db[(PostgreSQL ledger)]
\`\`\`
## Non-functional requirements
- The movements of an account are applied in strict order.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  hub[Door hubs]:::iot-device -->|TLS| in[Event intake x3] --> k[Kafka, 24 partitions, DLQ] --> w[Door state workers x12, idempotent] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- FR1 (must): Two changes of one door never overtake each other.
## Decisions
- Kafka: keyed by door id over round robin because order matters for one door; consequence: a busy door fills one partition`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Chat service x4] -->|keyed by conversation| k[Kafka with DLQ] --> w[Delivery worker x6] --> db[(Cassandra)]
\`\`\`
## Functional requirements
- FR1 (must): Messages of a conversation arrive in the order they were sent.`,
      `\`\`\`mermaid
flowchart LR
  bank[Partner bank] --> in[Ingest service] --> q[RabbitMQ with DLQ] --> w["Ledger worker, idempotent"] --> db[(PostgreSQL ledger)]
\`\`\`
## Non-functional requirements
- The movements of an account are applied in strict order.
## Data model
- Movement (money) in PostgreSQL ledger: key (account, sequence number)`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Shop service] --> q[SQS with DLQ] --> w[Mail worker x4] --> sg[SendGrid]
\`\`\`
## Functional requirements
- FR1 (must): In order to pay, people sign in; each order gets a mail.`,
    ],
  },
  appliesTo: (context) => nodesOf(context, channels).length > 0 && asked(context).length > 0,
  check(context) {
    const carrying = carriers(context)
    const loose = carrying.filter((node) => isLoose(context, node))
    const found = isNumbered(context) ? [] : loose.length > 0 ? loose : unkept(context, carrying)
    return found.map((node) => ({
      subject: [node.id],
      severity: 'warning' as const,
      message: sentence(`${nameOf(context, node.id)} keeps no order that anybody described.`),
      evidence: { asked: asked(context), ordering: null },
    }))
  },
})

const channels: ReadonlySet<string> = new Set(['queue', 'event-stream', 'dead-letter-queue'])
const needsOrder =
  /\bin (?:the |their )?(?:right |correct |same |strict |sent |chronological |original )?order(?! to\b)(?=$|[^\w\s]|\s+(?:they|of|in which|per|within|that|for each|and|or|by|were|it)\b)|\b(?:strict(?:ly)?|total(?:ly)?|causal(?:ly)?|per-\w+) order(?:ed|ing)?\b|\b(?:messages?|events?|updates?|movements?|transactions?|edits?|operations?)\b.{0,25}\b(?:are |stay |remain |keep |be )?(?:in order|ordered|sequential\w*)\b|\border(?:ing)? (?:is |must be |has to be )?(?:kept|preserved|guaranteed)\b|\b(?:preserv|guarante|keep)\w* (?:the )?(?:message |event )?order(?:ing)?\b|\bmessage ordering\b|\bnever out of order\b|\b(?:in|the same|strictly? in|one|correct|right|their) sequence\b(?! numbers?)|\b(?:never|not|must not|cannot|may not)\b.{0,20}\bovertak\w*|\bone after (?:the other|another)\b.{0,30}\b(?:order|arriv\w*|sent)|\bin the order (?:of|in which|that|they)\b|\border(?:ing)?:? (?:is )?(?:guaranteed|strict|kept|matters?|per|within|by)\b|\b(?:first[- ]in[- ]first[- ]out|fifo) (?:order|per|within|by)\b/i
const keeps =
  /\b(?:logs?|streams?|topics?|queues?|kafka|messages?|events?|partition(?:s|ed)?)\b[^.;]{0,12}\bby (?:conversation|chat|account|user|customer|room|channel|group|device|key|session|match|document)\b|\bkey(?:ed|s)?\s+(?:by|on|=|:|is)\b|\bpartition(?:ed|s|ing)?\s*(?:key|by|on|per|=|:)|\bpartition key\b|\bper[-\s](?:key|conversation|chat|account|user|order|room|channel|document|group|session|aggregate|entity|match|device)\b|\bfifo\b|\bmessage group\w*|\bsequence\b|\bsequence numbers?\b|\bseq(?:uence)?[-_\s]?(?:no|nr|num\w*|ids?)\b|\bmonotonic\w*|\bsnowflake\b|\blamport\b|\b(?:logical|vector|hybrid) clocks?\b|\bsingle (?:consumer|partition|writer|thread)\w*|\bone (?:consumer|partition|writer|worker)\b|\breorder\w*|\bsorted? (?:by|on)\b|\bconsistent[-\s]hash\w*|\bkafka key\b|\bsticky\b|\bordered by\b|\btimeuuid\b|\bulids?\b/i
/** In a sentence that speaks of something else, "per user" and "sorted by" keep no order of messages. */
const keepsInWords =
  /\b(?:logs?|streams?|topics?|queues?|kafka|messages?|events?|partition(?:s|ed)?)\b[^.;]{0,12}\bby (?:conversation|chat|account|user|customer|room|channel|group|device|key|session|match|document)\b|\bkey(?:ed|s)?\s+(?:by|on|=|:|is)\b|\b(?:partition|message|routing|kafka|sharding|group) (?:key|id)s?\s*(?:[:=]|is|are|by)|\bpartition(?:ed|s|ing)?\s+(?:by|on|per)\b|\b(?:one|a|same|single|own) (?:partition|queue|consumer|worker|writer|thread|actor)\b[^.;]{0,30}\b(?:per|for each|for every|for one|of (?:a|the|each|one))\b|\b(?:one|single|only one|exactly one) (?:consumer|partition|writer|worker|thread)\b|\bsame partition\b|\bfifo\b|\bmessage group\w*|\bsequence (?:numbers?|ids?|counters?|per|by|from|in|of)\b|\bseq(?:uence)?[-_\s]?(?:no|nr|num\w*|ids?)\b|\b(?:running|consecutive|increasing|next|rising|monotonic\w*|per-\w+) (?:numbers?|ids?|counters?|offsets?)\b|\bmonotonic\w*|\bsnowflake\b|\blamport\b|\b(?:logical|vector|hybrid) clocks?\b|\breorder\w*|\bre-?sequenc\w*|\b(?:sort|order|put)(?:s|ed)?\b[^.;]{0,30}\b(?:by|in order by|on)\b[^.;]{0,30}\b(?:number|sequence|seq|id|version|clock|timeuuid|ulid|timestamp)|\bnumber(?:s|ed)\b[^.;]{0,30}\b(?:messages?|events?|updates?|them)\b|\b(?:messages?|events?|updates?|changes?)\b[^.;]{0,30}\bnumbered\b|\btimeuuid\b|\bulids?\b|\boptimistic (?:lock|concurr)\w*|\bversion (?:check|number|column)\w*|\b(?:stale|older|late) (?:ones?|updates?|events?|messages?|versions?) (?:is |are )?(?:dropped|ignored|discarded|rejected)/i
/** That messages go anywhere, as people write it. */
const scattered =
  /\b(?:does not|doesn['’]t|do not) (?:keep|preserve|guarantee) (?:the |any )?order\b|\bkeeps? no order\b|\bround[- ]?robin\b|\b(?:without|no|null|empty) (?:a |an |any )?(?:partition |message |routing |kafka )?keys?\b|\bunkeyed\b|\brandom(?:ly)?\b[^.;]{0,20}\bpartitions?\b|\bpartitions?\b[^.;]{0,20}\bat random\b|\bany (?:consumer|worker|instance|reader|partition)\b[^.;]{0,30}\b(?:tak(?:es?|ing)|gets?|handles?|picks?|reads?|may|can|will)\b|\bcompeting consumers\b|\bbest[- ]effort order\w*|\border(?:ing)?\b[^.;]{0,20}\b(?:best[- ]effort|not guaranteed|is not kept|not preserved)|\bwhichever (?:is|consumer|worker)\b|\bspread evenly\b|\bstandard queue\b|\bin parallel\b[^.;]{0,30}\bas they (?:come|arrive)\b/i
const balancing = /\b(?:load[- ]balanc\w*|balancer|dns|instances|nlb|alb|gateway)\b/i
const otherData =
  /\b(?:analytics|metrics?|logs?|clicks?|e-?mails?|mail|push|notif\w*|sms|thumbnail\w*|transcod\w*|search|index\w*|audit|reports?|media|upload\w*|jobs?)\b/i

function asked({ design }: CheckContext): readonly string[] {
  return design.answers.requirements
    .filter(({ text, priority }) => priority !== 'out' && says(text, needsOrder))
    .map(({ text }) => text)
}

/** Numbers on the records themselves, or given to each message, order them wherever they come from. */
function isNumbered(context: CheckContext): boolean {
  const isInKeys = context.design.answers.entities.some(({ primaryKey = '', fields = [] }) =>
    [primaryKey, ...fields].some((field) =>
      /\bseq(?:uence)?(?:[\s_-]?\w+)?\b|\bversion\b/i.test(field),
    ),
  )
  return isInKeys || toldAbout(context, numbered).length > 0
}

const numbered =
  /\bsequence (?:numbers?|ids?)\b|\bseq(?:uence)?[-_\s]?(?:no|nr|num\w*|ids?)\b|\breorder\w*|\bre-?sequenc\w*|\b(?:running|consecutive|increasing|next) numbers?\b|\b(?:lamport|vector) clocks?\b/i

/** Messages that are said to go to any partition, or to whoever is free. */
function isLoose(context: CheckContext, node: DesignNode): boolean {
  const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  if (around.some((edge) => scattered.test(wordsOf(edge)))) return true
  return toldAsIs(context, scattered).some(
    (saying) => !balancing.test(partWith(saying, scattered)) && isAbout(context, saying, node),
  )
}

function partWith({ text }: Saying, words: RegExp): string {
  return text.split(/(?<=[.;!?])\s+/).find((part) => words.test(part)) ?? ''
}

/** Of the channel by name, of nothing that is drawn, or of who fills and empties it. */
function isAbout(context: CheckContext, { nodeIds }: Saying, { id }: DesignNode): boolean {
  if (nodeIds.length === 0 || nodeIds.includes(id)) return true
  const around = [
    ...edgesTo(context.index, id).map(({ from }) => from),
    ...edgesFrom(context.index, id).map(({ to }) => to),
  ]
  const isOther = nodeIds.some((other) => channels.has(context.kindOf(other).id))
  return !isOther && nodeIds.some((other) => around.includes(other))
}

function unkept(context: CheckContext, nodes: readonly DesignNode[]): readonly DesignNode[] {
  if (toldAbout(context, keepsInWords).some(({ text }) => !tables.test(text))) return []
  return nodes.filter((node) => !isKeptNear(context, node))
}

const tables = /\b(?:shard(?:s|ed|ing)?|rate[- ]limit\w*|cache\w*)\b/i

/** On the channel, its arrows, and whoever writes or reads it. */
function isKeptNear(context: CheckContext, { id }: DesignNode): boolean {
  if (isSaidNear(context, id, keeps)) return true
  const { producers, consumers, either } = queueEndsOf(context, id)
  return [...producers, ...consumers, ...either].some((end) =>
    isSaidNear(context, end, keepsInWords),
  )
}

/** The channels that can carry what has to stay in order, and where several read in parallel. */
function carriers(context: CheckContext): readonly DesignNode[] {
  return nodesOf(context, channels).filter((node) => {
    if (isDeadLetterQueue(context, node.id)) return false
    const { ordering } = node.properties
    if (ordering === 'per-key' || ordering === 'total') return false
    const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
    const { consumers, either } = queueEndsOf(context, node.id)
    const readers = (consumers.length > 0 ? consumers : either).flatMap(
      (id) => context.index.nodes.get(id) ?? [],
    )
    const words = [wordsOn(node), ...around.map(wordsOf), ...readers.map(wordsOn)]
    if (words.every((text) => text.trim() === '' || otherData.test(text))) return false
    if (readers.length > 0 && readers.every((reader) => otherData.test(wordsOn(reader))))
      return false
    const isStream = context.kindOf(node.id).id === 'event-stream'
    return (
      isStream ||
      readers.some((reader) => instancesOf(reader) > 1 || /\bin parallel\b/i.test(reader.label)) ||
      readers.length > 1
    )
  })
}
