import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, reachableFrom } from '#shared/design/graph.ts'
import { statedLatency } from '#shared/model/latency.ts'
import { quoted } from '../answered.ts'
import { admissionsOf, runnersIn } from '../told-faults.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import {
  isInBackground,
  nameOf,
  namesOf,
  nodesWith,
  plays,
  sentence,
  wordsOf,
  wordsOn,
} from '../parts.ts'
import { isAtLeast } from '../scale.ts'
import { says } from '../says.ts'
import { isOnRequest } from '../user-flows.ts'

export default defineRule({
  id: 'perf-heavy-work-in-request',
  title: 'A request waits for heavy work',
  category: 'performance',
  why: 'The person waits for work that could be done after the answer, and a slow helper slows every request.',
  fix: 'Put a queue in between: answer at once, and let a worker do the work and report when it is done.',
  question: 'Does the person need the result of this step to go on?',
  examples: {
    bad: [
      `---
peakQps: 300
---
\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Decisions
- The loan slip is rendered as a PDF inside the request, so the reader waits three seconds for it.`,
      `---
peakQps: 400
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Upload service x2] -->|HTTP| enc[Video transcoder] --> s3[(S3)]`,
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Order service x3]
  shop --> stock[Stock service x2]
  shop -->|sends the receipt| mail[SendGrid]
  shop --> db[(PostgreSQL + standby)]`,
      `flowchart LR
  app[Mobile app] --> gw[API gateway] --> docs[Report service]
  docs --> gen["PDF export (6 s)"]
  %% set gen kind service
  %% set gen latencyMs 6000`,
    ],
    good: [
      `---
peakQps: 300
---
\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Decisions
- The loan slip is rendered as a PDF by a worker after the answer; nobody waits for it.`,
      `---
peakQps: 400
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Upload service x2] --> q[SQS queue with DLQ] --> enc[Video transcoder] --> s3[(S3)]`,
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Order service x3] -->|charge| pay[Stripe]
  shop --> q[RabbitMQ queue with DLQ] --> w[Mail worker] --> mail[SendGrid]`,
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> auth[Auth service x2] -->|one-time code| sms[Twilio]`,
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Order service x3] -.->|async| mail[SendGrid]`,
      `---
peakQps: 40
---
flowchart LR
  web[Browser] --> api[Club site] --> db[(PostgreSQL)]
  api --> w[Mail worker] --> mail[SendGrid]`,
    ],
  },
  appliesTo: (context) =>
    nodesWith(context, 'client').length > 0 || context.design.answers.sections.length > 0,
  check(context) {
    const { index } = context
    const clients = nodesWith(context, 'client').map(({ id }) => id)
    const follow = (edge: DesignEdge) => isWaitedFor(context, edge)
    const waiting = reachableFrom(index, clients, { follow })
    const drawn = index.graph.edges.flatMap((edge) => {
      const to = index.nodes.get(edge.to)
      const isCall = waiting.has(edge.from) && plays(context, edge.from, 'compute')
      return to === undefined || !isCall ? [] : observe(context, edge, to)
    })
    return drawn.length > 0 ? drawn : told(context)
  },
})

const work =
  '(?:renders?|rendered|transcod\\w*|encod(?:es?|ed|ing)|re-?siz\\w*|converts?|converted|imports?|imported|exports?|exported|comput(?:es?|ed)|calculat(?:es?|ed)|generat(?:es?|ed)|compress\\w*|zips?|zipped|thumbnails?|pdfs?|reports?|(?:sends?|sent|sending|hands?|handed) (?:\\w+ ){0,3}?(?:e-?mails?|mails?|sms)|(?:e-?mails?|mails?|sms) (?:is|are|goes|go|was) (?:\\w+ )?(?:sent|handed|out)|mails? (?:it|them)|trains?|scans?|scanned|re-?index\\w*)'
const wait =
  '(?:(?:in|inside|within|during) the (?:same |http |web |upload |checkout )?(?:request|call)\\b(?! path is)|synchronous(?:ly)?\\b|while (?:the|an?) \\w+ waits?|(?:visitor|user|browser|customer|person|client|caller|buyer|passenger|guest|patient|people|everybody)s? waits?\\b|before (?:it|the \\w+|we|they)? ?(?:answer|return|respond|repl|confirm)\\w*|only then (?:does it )?(?:answer|return|respond|repl)\\w*|does it (?:answer|return|respond)|answers? (?:only )?(?:when|after|once)|(?:page|answer|response|confirmation) (?:only )?(?:once|when|after)|shows? an? (?:spinner|progress bar|hourglass)|blocks? the (?:request|thread|page))'
const admitted = new RegExp(
  `\\b${work}\\b[^;]{0,110}?\\b${wait}|\\b${wait}[^;]{0,70}?\\b${work}\\b`,
  'i',
)
const handedOver =
  /\b(?:not|never|without|nobody waits|queue\w*|enqueue\w*|worker|background|async\w*|202|afterwards|later|job id|nightly|overnight|poll\w*|cached|one[- ]time (?:code|password)|verification|\d+ ?ms)\b/i

/** Said in a sentence: what is done while somebody waits. A queue for something else does not help this. */
function told(context: CheckContext): Observation[] {
  const [found] = admissionsOf(context, { words: admitted, unless: handedOver })
  if (found === undefined) return []
  const ends = found.nodeIds.filter((id) => plays(context, id, 'external'))
  const callers = runnersIn(context, found)
  const next = callers.flatMap((id) => edgesFrom(context.index, id).map(({ to }) => to))
  const helpers = next.filter((id) => /\b(?:mail|pdf|render|sms|ses)/i.test(nameOf(context, id)))
  return [
    {
      subject: callers,
      severity: isAtLeast(context.band, 'S') ? 'warning' : 'suggestion',
      message: sentence(
        `${namesOf(context, callers)} does heavy work while somebody waits: ${quoted(found.text)}.`,
      ),
      evidence: { admitted: true },
      nodes: [...new Set([...callers, ...ends, ...helpers])],
    },
  ]
}

const heavyKinds: ReadonlySet<string> = new Set(['transcoder', 'batch-processor', 'ml-training'])
const mailers =
  /\b(?:send ?grid|mailgun|postmark|mailchimp|mandrill|sparkpost|smtp|twilio|vonage|nexmo|message ?bird|amazon ses|aws ses|ses|e-?mail (?:provider|service|gateway|api|server)|mail (?:provider|service|gateway|server)|sms (?:provider|gateway|service|api)|fcm|apns|firebase cloud messaging|push (?:provider|gateway))\b/i
/** Where the answer rests on the step, and the step is bounded. */
const needed =
  /\b(?:otp|one[-\s]time|verification|verify|2fa|mfa|codes?|log ?in|payments?|pays?|charges?|authori[sz]\w*|captures?|fraud|checkout|fire and forget|async\w*|background|later|after (?:the )?(?:answer|response)|enqueue\w*|webhook)\b/i
const payments = /\b(?:payments?|stripe|paypal|adyen|braintree|psp|bank|acquirer|card)\b/i

/** Only what the caller draws as a plain, waited call; a worker in between takes the work away. */
function isWaitedFor(context: CheckContext, edge: DesignEdge): boolean {
  if (!isOnRequest(context, edge) || edge.type === 'failover') return false
  return !isInBackground(context, edge.to)
}

function observe(context: CheckContext, edge: DesignEdge, to: DesignNode): Observation[] {
  const from = context.index.nodes.get(edge.from)
  const words = from === undefined ? '' : wordsOn(from)
  if (edge.type !== 'sync' || says(wordsOf(edge), needed)) return []
  if (isFed(context, to.id) || context.kindOf(edge.from).id === 'auth-service') return []
  const heavy = heavinessOf(context, to)
  if (heavy === undefined || (heavy === 'mail' && /notif|mail|sms|otp|messag/i.test(words)))
    return []
  return [
    {
      subject: [edge.id],
      severity: severityOf(context, heavy, to.id),
      message: sentence(
        `${nameOf(context, edge.from)} waits for ${nameOf(context, to.id)} while somebody waits for the answer.`,
      ),
      evidence: { from: edge.from, to: to.id, heavy },
      nodes: [edge.from, to.id],
      edges: [edge.id],
    },
  ]
}

type Heavy = 'work' | 'mail' | 'slow'

function heavinessOf(context: CheckContext, node: DesignNode): Heavy | undefined {
  if (heavyKinds.has(context.kindOf(node.id).id)) return 'work'
  if (plays(context, node.id, 'external') && mailers.test(wordsOn(node))) return 'mail'
  const ms = statedLatency(node)
  const isPayment = payments.test(wordsOn(node))
  return ms !== undefined && ms > 1000 && !isPayment ? 'slow' : undefined
}

/** Work that also comes by a queue is handed over; the arrow is for questions about it. */
function isFed(context: CheckContext, id: string): boolean {
  const around = [...edgesTo(context.index, id), ...edgesFrom(context.index, id)]
  return around.some((edge) => {
    const other = edge.from === id ? edge.to : edge.from
    return plays(context, other, 'messaging') && edge.to === id
  })
}

/**
 * A mail in the request is bearable while few people wait for it, and on a sketch of unknown load an arrow
 * to a job that runs for hours means that it is started, not that it is waited for.
 */
function severityOf(context: CheckContext, heavy: Heavy, to: string): Severity {
  if (heavy === 'slow' || context.kindOf(to).id === 'transcoder') return 'warning'
  return isAtLeast(context.band, 'S') ? 'warning' : 'suggestion'
}
