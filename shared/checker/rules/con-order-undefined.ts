import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { instancesOf } from '../redundancy.ts'
import { isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { says } from '../says.ts'
import { nodesOf } from '../stores.ts'

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
    if (isKept(context)) return []
    return carriers(context).map((node) => ({
      subject: [node.id],
      severity: 'warning' as const,
      message: sentence(`${nameOf(context, node.id)} keeps no order that anybody described.`),
      evidence: { asked: asked(context), ordering: null },
    }))
  },
})

const channels: ReadonlySet<string> = new Set(['queue', 'event-stream', 'dead-letter-queue'])
const needsOrder =
  /\bin (?:the |their )?(?:right |correct |same |strict |sent |chronological |original )?order(?! to\b)(?=$|[^\w\s]|\s+(?:they|of|in which|per|within|that|for each|and|or|by|were|it)\b)|\b(?:strict(?:ly)?|total(?:ly)?|causal(?:ly)?|per-\w+) order(?:ed|ing)?\b|\b(?:messages?|events?|updates?|movements?|transactions?|edits?|operations?)\b.{0,25}\b(?:are |stay |remain |keep |be )?(?:in order|ordered|sequential\w*)\b|\border(?:ing)? (?:is |must be |has to be )?(?:kept|preserved|guaranteed)\b|\b(?:preserv|guarante|keep)\w* (?:the )?(?:message |event )?order(?:ing)?\b|\bmessage ordering\b|\bnever out of order\b/i
const keeps =
  /\bkey(?:ed|s)?\s+(?:by|on|=|:|is)\b|\bpartition(?:ed|s|ing)?\s*(?:key|by|on|per|=|:)|\bpartition key\b|\bper[-\s](?:key|conversation|chat|account|user|order|room|channel|document|group|session|aggregate|entity|match|device)\b|\bfifo\b|\bmessage group\w*|\bsequence\b|\bsequence numbers?\b|\bseq(?:uence)?[-_\s]?(?:no|nr|num\w*|ids?)\b|\bmonotonic\w*|\bsnowflake\b|\blamport\b|\b(?:logical|vector|hybrid) clocks?\b|\bsingle (?:consumer|partition|writer|thread)\w*|\bone (?:consumer|partition|writer|worker)\b|\breorder\w*|\bsorted? (?:by|on)\b|\bconsistent[-\s]hash\w*|\bkafka key\b|\bsticky\b|\bordered by\b|\btimeuuid\b|\bulids?\b/i
const otherData =
  /\b(?:analytics|metrics?|logs?|clicks?|e-?mails?|mail|push|notif\w*|sms|thumbnail\w*|transcod\w*|search|index\w*|audit|reports?|media|upload\w*|jobs?)\b/i

function asked({ design }: CheckContext): readonly string[] {
  return design.answers.requirements
    .filter(({ text, priority }) => priority !== 'out' && says(text, needsOrder))
    .map(({ text }) => text)
}

function isKept(context: CheckContext): boolean {
  const sections = ['data-model', 'flows', 'api', 'estimates'] as const
  const isNumbered = context.design.answers.entities.some(({ primaryKey = '', fields = [] }) =>
    [primaryKey, ...fields].some((field) =>
      /\bseq(?:uence)?(?:[\s_-]?\w+)?\b|\bversion\b/i.test(field),
    ),
  )
  if (isNumbered) return true
  return isSaidAnywhere(context, keeps) || isSaidInAnswers(context, keeps, sections)
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
    return isStream || readers.some((reader) => instancesOf(reader) > 1) || readers.length > 1
  })
}
