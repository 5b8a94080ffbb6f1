import { entitiesOf, isWhole, isMentioned } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-rto-rpo-missing',
  title: 'It is open how much may be lost, and for how long',
  category: 'requirements',
  why: 'How often to back up, how to replicate and how to fail over all follow from these two numbers.',
  fix: 'State the longest outage that is acceptable (RTO) and the largest loss of data (RPO).',
  question:
    'After the worst failure: how long may it be down, and how many minutes of data may be gone?',
  examples: {
    bad: [
      exampleDocument({ facts: { rto: '', rpo: '' } }),
      exampleDocument({ facts: { rpo: '', availabilityTarget: '99.95%' } }),
      `---
peakQps: 400
---
flowchart LR
  web[Browser] --> api[Wallet service] --> db[(PostgreSQL + standby)]

## Functional requirements
- FR1: People send money to each other.
## Data model
- Transfer (money) in PostgreSQL: key id; consistency strong
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { rto: '', rpo: '' },
        'non-functional-requirements': `- Answers within 200 ms at p99, 99.9% of the time.
- Back within an hour after a disaster (RTO 1 h), at most five minutes of reservations lost (RPO).`,
      }),
      exampleDocument({
        facts: {
          availabilityTarget: '',
          rto: '',
          rpo: '',
          peakQps: '12',
          averageQps: '',
          actionsPerUser: '',
        },
        'non-functional-requirements': `- Answers within 200 ms at p99.
- Best effort: nobody is called at night.`,
      }),
      `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[API x3] --> db[(PostgreSQL + standby)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && isAtStake(context),
  check(context) {
    const { scale } = context.design
    const missing = [
      ...(scale.rtoMinutes === undefined && !isMentioned(context, outage) ? ['RTO'] : []),
      ...(scale.rpoMinutes === undefined && !isMentioned(context, loss) ? ['RPO'] : []),
    ]
    if (missing.length === 0) return []
    const isDear = !isSmall(context) && entitiesOf(context, 'money', 'booking').length > 0
    const isPromised = isHighTarget(context) || isDear
    const isThoughtOf = missing.every((name) => isRoughlySaid(context, name))
    return [
      {
        subject: [answerSubject('non-functional-requirements', 'recovery')],
        severity: isPromised && !isThoughtOf ? 'warning' : 'suggestion',
        message: `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not stated: ${missing.map((name) => meanings[name]).join(', and ')}.`,
        evidence: { missing, target: scale.availabilityTarget ?? null },
      },
    ]
  },
})

const meanings: Readonly<Record<string, string>> = {
  RTO: 'how long it may be down',
  RPO: 'how much data may be lost',
}
const outage =
  /\brto\b|\brecovery time\b|\b(?:back|restored?|recover\w*|online)(?: up)? (?:again )?(?:with)?in\b|\b(?:longest|maximum|acceptable) (?:outage|downtime)\b|\bdown for at most\b/i
const loss =
  /\brpo\b|\brecovery point\b|\b(?:lose|lost|loss|losing)\b.{0,40}(?:\d|\bminutes?|\bseconds?|\bhours?|\bday)|\b(?:no|zero|without) (?:data )?loss\b|\d.{0,24}\b(?:lost|loss)\b/i

const duration =
  /\b(?:\d+|a|an|one|half an?|several|few|two|three|four|five|ten) ?(?:s|secs?|seconds?|min|minutes?|h|hours?)\b/i
const neverLost =
  /\b(?:never|not|nothing|no|none)\b[^.;]{0,40}\b(?:lost|lose[sd]?|loss)\b|\bsurvives?\b|\bdurab\w+/i

/** Times of recovery among the failures, and what is never lost, say half of it. */
function isRoughlySaid(context: CheckContext, name: string): boolean {
  if (name === 'RTO') return isMentioned(context, duration, ['failures'])
  return isMentioned(context, neverLost)
}

/** A promise, or data that people would miss; a small design that promises nothing is left alone. */
function isAtStake(context: CheckContext): boolean {
  if (isHighTarget(context)) return true
  if (context.design.scale.availabilityTarget === undefined && context.band === 'XS') return false
  return entitiesOf(context, 'money', 'booking', 'pii').length > 0
}

function isHighTarget({ design }: CheckContext): boolean {
  return (design.scale.availabilityTarget ?? 0) >= 99.9
}
