import { admissionsOf } from '../told-faults.ts'
import { isWritten } from '../answered.ts'
import { exposureOf, frontDoorsOf, isDue } from '../exposure.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { namesOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'
import { isAtLeast } from '../scale.ts'

export default defineRule({
  id: 'sec-rate-limit-missing',
  title: 'One caller can use it all up',
  category: 'security',
  why: 'Abuse, or one client with a bug in its loop, can take the capacity of everybody else.',
  fix: 'Limit requests by person and by address at the entry, answer 429 beyond that, and put a web application firewall in front where attacks pay.',
  question: 'What happens when one client sends a thousand times its usual traffic?',
  examples: {
    bad: [
      `---
publicFacing: true
peakQps: 4,000
---
flowchart LR
  app[Mobile app] -->|HTTPS, OAuth| gw[API gateway x2] --> feed[Feed service x6] --> db[(PostgreSQL + standby)]`,
      `---
publicFacing: true
peakQps: 600
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Ticket service x2] --> db[(MySQL + standby)]
\`\`\`
## Security
- Sign-in with Google, TLS everywhere. No rate limiting yet.`,
    ],
    good: [
      `---
publicFacing: true
peakQps: 4,000
---
flowchart LR
  app[Mobile app] -->|OAuth| gw["API gateway x2 (100 requests/min per user)"] --> feed[Feed service x6] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 600
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Ticket service x2] --> db[(MySQL + standby)]
\`\`\`
## Security
- Sign-in with Google, TLS everywhere; ten orders a minute for each person, then 429.`,
      `---
publicFacing: false
peakQps: 300
---
flowchart LR
  web[Staff browser]:::web-client --> api[Leave service] --> db[(PostgreSQL)]`,
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Order service x2] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) =>
    (isDue(context, 'security') || exposureOf(context) === 'public') &&
    exposureOf(context) !== 'internal' &&
    frontDoorsOf(context).services.length > 0,
  check(context) {
    const isAdmitted = admissionsOf(context, { words: unlimited, unless: bounded }).length > 0
    if (isAdmitted || !isLimited(context)) return [withoutLimit(context)]
    return isFilterWorthIt(context) && !isFiltered(context) ? [withoutFilter(context)] : []
  },
})

/** Said outright, whatever stands in front. */
const unlimited =
  /\b(?:tr(?:y|ies|ied)|guess\w*|attempts?|call\w*|ask\w*|send\w*|requests?)\b[^.;]{0,40}\b(?:without (?:any |a )?limits?|as (?:often|much|many \w+) as (?:it|they|he|she|one|you|we)|unlimited)\b|\bno (?:rate )?limits? (?:on|for|to) (?:the )?(?:number of )?(?:requests?|calls?|attempts?|tries|callers?|clients?|login\w*)\b|\b(?:nothing|nobody|no one) (?:slows|throttles|limits|stops) (?:a |any |the )?(?:callers?|clients?|partners?|users?|bots?|requests?)\b|\b(?:nobody|no one|no caller|no client|no partner) is (?:throttled|limited|slowed|held back)\b|\bunlimited (?:requests|calls|attempts|tries|logins?)\b|\b(?:quotas?|rate limits?|throttling|limits (?:for|per|on) (?:each )?(?:account|user|client|caller|key|partner)s?)\b[^.;]{0,30}\b(?:come|comes|follow|follows|are (?:planned|added)|will (?:be added|come|follow))\b/i
const bounded = /\b(?:429|waf|premium|paid plan|internal|per (?:second|minute|hour)|after \d+)\b/i

const limits =
  /\b(?:rate[-\s]?(?:limit\w*|based)|limiters?|throttl\w*|quotas?|(?:token|leaky) buckets?|429|too many requests|fair[-\s]use|(?:per|each|by|for (?:each|every|a))[-\s](?:user|person|client|caller|ip|address|account|tenant|device|key|token|session|member|partner|merchant|customer)\w*[-\s]limits?|limits? (?:(?:for|on|of|to) [\w\s]{1,40}? )?(?:by|per|for (?:each|every))[-\s](?:user|person|client|caller|ip|address|account|tenant|device|key|token|session|member|partner|merchant|customer)\w*|limited (?:to|by|per)(?! \d[\d,]* (?:rows?|items?|results?|entr\w+|records?|characters?|[kmg]i?b|bytes|hits?|pages?|words))|(?:cut|cuts|cutting) (?:off )?(?:\w+ )?(?:addresses|clients|callers|ips)(?: off)?|lock(?:s|ed)? (?:out|for)|lock-?outs?|(?:above|beyond|more than) [\d,]+ (?:requests|calls|attempts|tries)|usage plans?|(?:sliding|fixed)[-\s]windows?|cap(?:s|ped)? (?:\w+ )?(?:users|people|clients|callers|tenants|partners|accounts|requests)|(?:each|every|an?|per) (?:user|person|client|caller|ip|address|account|tenant|device|key|partner|customer) (?:\w+ ){0,3}(?:at most|up to|no more than|(?:a )?max(?:imum)?(?: of)?|only) \d+|captchas?|proof of work)\b/i
/** "Ten new links a minute for each person", "100 req/min/user". */
const countedLimit =
  /\b(?:\d[\d,.]*k?|one|two|three|five|ten|twenty|fifty|a hundred|a thousand)\s+[\w\s-]{0,24}?(?:\/|\ba |\bper |\beach |\bin an? )\s?(?:s|sec(?:ond)?|min(?:ute)?|h(?:our)?|day)\b[^.;\d]{0,24}?(?:\b(?:each|per|for (?:each|every|a|one)|by)\s+|\/)(?!instances?|nodes?|servers?|brokers?|shards?|pods?|replicas?|partitions?|machines?|cores?|seconds?|minutes?|services?|workers?)[a-z]\w+/i
const filters =
  /\b(?:wafs?|web application firewall|ddos|cloudflare|cloud armor|aws shield|akamai|fastly|imperva|bot (?:protection|management|filter\w*)|scrubbing)\b/i
const limiterKinds: ReadonlySet<string> = new Set(['rate-limiter', 'waf', 'ddos-shield'])
const filterKinds: ReadonlySet<string> = new Set(['waf', 'ddos-shield'])
const anywhere = [
  'api',
  'non-functional-requirements',
  'functional-requirements',
  'estimates',
  'flows',
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
] as const

const isLimited = oncePerCheck((context: CheckContext): boolean => {
  const { nodes, edges } = context.design.graph
  if (nodes.some((node) => limiterKinds.has(context.kindOf(node.id).id))) return true
  if ([...nodes, ...edges].some(({ properties }) => Number(properties['rateLimit']) > 0))
    return true
  return [limits, countedLimit, filters].some(
    (words) => isSaidInDrawing(context, words) || isSaidInAnswers(context, words, anywhere),
  )
})

function withoutLimit(context: CheckContext): Observation {
  const doors = doorsOf(context)
  return {
    subject: doors,
    severity: severityOf(context),
    message: sentence(
      `${namesOf(context, doors)} ${doors.length > 1 ? 'take' : 'takes'} as many requests as one caller sends.`,
    ),
    evidence: { limited: false },
    nodes: placesOf(context, doors),
  }
}

/** A small design that says nothing about its public or its security may have neither. */
function severityOf(context: CheckContext): Severity {
  const isOpen = exposureOf(context) === 'public' || isWritten(context, 'security')
  return isAtLeast(context.band, isOpen ? 'S' : 'M') ? 'warning' : 'suggestion'
}

function isFilterWorthIt({ design, band }: CheckContext): boolean {
  return isAtLeast(band, 'L') || design.answers.entities.some((entity) => entity.class === 'money')
}

function isFiltered(context: CheckContext): boolean {
  const { nodes } = context.design.graph
  if (nodes.some((node) => filterKinds.has(context.kindOf(node.id).id))) return true
  return isSaidInDrawing(context, filters) || isSaidInAnswers(context, filters, anywhere)
}

function withoutFilter(context: CheckContext): Observation {
  const doors = doorsOf(context)
  return {
    subject: doors,
    severity: 'suggestion',
    message: sentence(`Nothing in front of ${namesOf(context, doors)} filters attacks.`),
    evidence: { limited: true, filtered: false },
  }
}

/** The doors, and what stands right behind them while that is little enough to point at. */
function placesOf(context: CheckContext, doors: readonly string[]): readonly string[] {
  const { services } = frontDoorsOf(context)
  return services.length > 3 ? doors : [...new Set([...doors, ...services])]
}

/** The gateway where there is one, then a balancer, then the service itself. */
function doorsOf(context: CheckContext): readonly string[] {
  const { entries, services } = frontDoorsOf(context)
  const named = (kinds: readonly string[]) =>
    entries.filter((id) => kinds.includes(context.kindOf(id).id))
  const gateways = named(['api-gateway', 'bff'])
  const balancers = named(['load-balancer', 'reverse-proxy'])
  return [gateways, balancers, services].find((ids) => ids.length > 0) ?? []
}
