import type { SectionId } from '#shared/design/answers.ts'
import { answerSubject } from '../subject.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { minutesIn, numberOf } from '../durations.ts'
import { sentencesIn } from '../lacks.ts'
import { nameOf, plays, sentence, wordsOn } from '../parts.ts'
import { sayingsOf } from '../said.ts'
import { denies, says } from '../says.ts'

export default defineRule({
  id: 'rel-failover-slower-than-rto',
  title: 'Recovery takes longer than the design allows',
  category: 'reliability',
  why: 'Noticing a dead machine and switching over both take time; together they may not exceed the longest outage.',
  fix: 'Let failover happen by itself, check health more often, or keep a hot standby.',
  question: 'Who or what notices that it is down, after how long, and what happens then?',
  examples: {
    bad: [
      `---
availabilityTarget: 99.9%
rto: 1 min
---
## Operations
- Health check every 30 s, 3 failures, timeout 5 s.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
rto: 10 min
---
## Failures
- PostgreSQL goes down: writes stop; detected by health checks; an engineer promotes the standby by hand

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
rto: 5 min
---
flowchart LR
  web[Browser] --> api[Clinic service] --> db[("MySQL primary + replica, manual failover")]`,
    ],
    good: [
      `---
availabilityTarget: 99.9%
rto: 5 min
---
## Operations
- Health check every 10 s, 3 failures; PostgreSQL fails over automatically in 30 s.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
rto: 4 h
---
## Failures
- MySQL goes down: nobody can book; detected by an alert; the operator restores the backup by hand in 2 h

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Booking service] --> db[(MySQL)]
\`\`\``,
      `---
rto: 1 min
---
flowchart LR
  web[Browser] --> lb[Load balancer x2, health checks 5 s x 2] --> api[Order service x3] --> db[(Aurora multi-AZ)]`,
    ],
  },
  appliesTo: ({ design }) => design.scale.rtoMinutes !== undefined,
  check(context) {
    const allowed = context.design.scale.rtoMinutes
    if (allowed === undefined) return []
    const drawn = context.design.graph.nodes.flatMap((node) => {
      const isManual = node.properties['failover'] === 'manual'
      const slow = isManual ? byHand : slownessIn(wordsOn(node), allowed)
      return judgeable(context, node.id) ? (observe(context, [node.id], slow, allowed) ?? []) : []
    })
    const said = sayingsOf(context).flatMap(({ section, text, nodeIds }) => {
      if (!sections.includes(section) || !isVital(context, nodeIds)) return []
      const slow = slownessIn(text, allowed)
      const subject = nodeIds.length > 0 ? nodeIds.slice(0, 1) : [answerSubject(section)]
      return observe(context, subject, slow, allowed) ?? []
    })
    return [...drawn, ...said]
  },
})

const optional = ['derived', 'external', 'messaging', 'watches'] as const
const sections: readonly SectionId[] = ['failures', 'operations', 'decisions', 'trade-offs']
/** From here on an engineer has time to come and switch. */
const humanMinutes = 60

interface Slowness {
  readonly minutes: number
  readonly words: string
}

const byHand: Slowness = { minutes: humanMinutes, words: 'is switched over by hand' }
const manual =
  /\b(?:manual(?:ly)?(?: [\w-]+){0,3} (?:fail\w*|promot\w*|switch\w*|restart\w*|restor\w*|recover\w*)|(?:fail[-\s]?over|promot\w*|switch\w*|recovery|restor\w*|restart\w*|takes? over)(?: [\w-]+){0,5} (?:is )?(?:manual(?:ly)?|by hand|by (?:an?|the|our|one)\s(?:[\w-]+ ){0,2}(?:engineer|operator|admin\w*|human|dba|team|person))|(?:engineers?|operators?|admin\w*|on[-\s]call|dbas?|someone|somebody|whoever|ops)(?:,? [\w-]+){0,7} (?:promot\w*|fails? over|switch\w*|restor\w*|restarts?)|(?:dns|traffic|records?|clients|addresses)(?: [\w-]+){0,4} (?:changed|moved|pointed|switched|redirected)(?: [\w-]+){0,4} by hand)\b/i
const checks =
  /\b(?:health|heart|liveness|readiness|probe)[\w\s-]*?(?:checks?|beats?|probes?)?\b[^.;]*?/i
const interval =
  /(?:every|each|interval(?: of)?:?)?\s*((?:\d+(?:\.\d+)?|five|ten|fifteen|twenty|thirty|sixty)\s*(?:ms|s|secs?|seconds?|min(?:utes?)?|m)\b)/i
const strikes =
  /[x×*]\s?(\d{1,2})\b|\b(\d{1,2}|two|three|four|five|six|ten)\s*(?:[x×]\s|consecutive |missed |failed |times|fail\w*|misse?[sd]?|strikes|tries|attempts|checks|heartbeats|in a row)|threshold (?:of |: )?(\d{1,2})/i
const grace =
  /time-?out\s*(?:of |: |= )?(\d+(?:\.\d+)?\s*(?:ms|s|secs?|seconds?))|(\d+(?:\.\d+)?\s*(?:ms|s|secs?|seconds?))\s*time-?out/i
const switches =
  /\b(?:takes? over|fail(?:s|ed)?[-\s]?over|failover|promot\w*|restor\w*|rebuil\w*|recover\w*|switch\w*|elect\w*|restart\w*|comes? back|back up|replaced)\b([^.;]*)/i

/** What a text says about recovery, where that is longer than allowed. */
function slownessIn(text: string, allowed: number): Slowness | undefined {
  if (isManual(text) && allowed < humanMinutes) {
    const minutes = Math.max(...minutesIn(text))
    if (minutes === -Infinity || minutes > allowed) return byHand
  }
  const total =
    detectionIn(text) + (isSwift(text, allowed) ? 0 : Math.max(switchIn(text), rebuildIn(text)))
  return total > allowed ? { minutes: total, words: `is back after ${inWords(total)}` } : undefined
}

function isManual(text: string): boolean {
  if (/\bautomat\w*\b/i.test(text) && !denies(text, /\bautomat\w*\b/i)) return false
  return says(text, manual)
}

/** Interval × threshold + timeout; 0 when no health check is described. */
function detectionIn(text: string): number {
  const start = checks.exec(text)
  if (start === null) return 0
  const rest = text.slice(start.index)
  const [minutes] = minutesIn(interval.exec(rest.replace(grace, ' '))?.[1] ?? '')
  if (minutes === undefined) return 0
  const said = firstGroup(strikes.exec(rest)) ?? '1'
  const count = numberOf(said) ?? Number(said)
  const [wait = 0] = minutesIn(firstGroup(grace.exec(rest)) ?? '')
  return minutes * count + wait
}

function firstGroup(match: RegExpExecArray | null): string | undefined {
  return match?.slice(1).find((group: string | undefined) => group !== undefined)
}

function switchIn(text: string): number {
  const words = switches.exec(text)?.[1] ?? ''
  const isSpan =
    /^(?:\s[\w-]+){0,5}?\s*(?:in|within|takes?|after|:|about|~|of|under|up to)\s/i.test(words)
  return isSpan ? (minutesIn(words)[0] ?? 0) : 0
}

/** Who is replaced at once may be mended slowly: "the other serves, a rebuild takes 3 h". */
function isSwift(text: string, allowed: number): boolean {
  return sentencesIn(text).some((part) => {
    const first = switchIn(part)
    return first > 0 && first <= allowed && says(part, unaided)
  })
}

const unaided =
  /\b(?:automat\w*|takes? over|elect\w*|patroni|multi-?az|others?|stand-?by|fail(?:s|ed)?[-\s]?over)\b/i
const rebuilds =
  /\b(?:restor\w*|re-?build\w*|re-?built|(?:load(?:s|ed)?|import(?:s|ed)?)\b[^.;]{0,30}\b(?:dump|back-?up|snapshot)|(?:dump|back-?up|snapshot)\b[^.;]{0,20}\b(?:is|are) loaded|re-?install\w*|new (?:machine|server|vm|instance))\b/i
const taking = /\b(?:takes?|took|needs?|lasts?|up to|about|usually|roughly)\s([^.;,]{0,40})/gi
/** What is brought back after a mistake is no machine that failed. */
const mistakes =
  /\b(?:mistakes?|human errors?|delet\w*|dropped|corrupt\w*|bugs?|ransom\w*|attack\w*|rehears\w*|drills? (?:every|each))\b/i

/** How long a machine is away that has to be built anew: "this takes three to four hours". */
function rebuildIn(text: string): number {
  if (!says(text, rebuilds) || mistakes.test(text)) return 0
  const spans = [...text.matchAll(taking)].map(([, words = '']) => minutesIn(words)[0] ?? 0)
  return Math.max(0, ...spans)
}

/** A search index that is rebuilt in three hours is no outage. */
function isVital(context: CheckContext, nodeIds: readonly string[]): boolean {
  if (nodeIds.length === 0) return true
  return nodeIds.some((id) => !optional.some((trait) => plays(context, id, trait)))
}

function judgeable(context: CheckContext, id: string): boolean {
  return !plays(context, id, 'watches') && !plays(context, id, 'client')
}

function observe(
  context: CheckContext,
  subject: readonly string[],
  slow: Slowness | undefined,
  allowed: number,
): Observation | undefined {
  if (slow === undefined || slow.minutes <= allowed) return undefined
  const [first = ''] = subject
  const isDrawn = context.index.nodes.has(first)
  const name = isDrawn ? nameOf(context, first) : 'what failed'
  return {
    subject,
    severity: 'warning',
    message: sentence(`${name} ${slow.words}, and an outage may last ${inWords(allowed)}.`),
    evidence: { allowed, recovery: slow.words },
  }
}

function inWords(minutes: number): string {
  if (minutes < 2) return `${Math.round(minutes * 60)} s`
  return minutes < 120 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 6) / 10} h`
}
