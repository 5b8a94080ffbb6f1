import type { Requirement } from '#shared/design/answers.ts'
import { isMentioned, isWritten, listOf, quoted, requirementsOf } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { hasAvailability, hasLatency, hasLoad } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-nfr-not-measurable',
  title: 'A goal cannot be measured',
  category: 'requirements',
  why: 'A vague goal can be neither designed for nor tested, and two people read it in two ways.',
  fix: 'State a measure, a percentile and a value: p99 below 100 ms, 99.9 % a month, 10,000 requests a second.',
  question: 'How would you tell, with a number, that this goal is met?',
  examples: {
    bad: [
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> api[Search service] --> es[(PostgreSQL)]

## Non-functional requirements
- Search is fast.
- 99.9% availability.`,
      `flowchart LR
  app[Mobile app] --> api[Bank service] --> db[(Oracle)]

## Non-functional requirements
- The system is highly available and scalable.`,
    ],
    good: [
      exampleDocument({
        'non-functional-requirements': `- The site feels fast.
- It is highly available and scales with the club.`,
      }),
      exampleDocument({
        'non-functional-requirements': `- Fast: p99 below 200 ms.
- Secure: OAuth and TLS 1.3.
- 99.9% available.`,
      }),
      exampleDocument({
        'non-functional-requirements': `- GDPR applies; exports are reliable evidence for auditors.
- Real-time means that a change is seen within 2 s.`,
      }),
      `flowchart LR
  web[Browser] --> api[Fast search API] --> db[(SQLite)]`,
    ],
  },
  appliesTo: (context) => isWritten(context, 'non-functional-requirements'),
  check(context) {
    const vague = requirementsOf(context, 'non-functional').filter(
      (requirement) => requirement.priority !== 'out' && isVague(context, requirement),
    )
    if (vague.length === 0) return []
    const [first] = vague
    const subject = vague.length === 1 ? first?.id : undefined
    return [
      {
        subject: [answerSubject('non-functional-requirements', subject)],
        severity: 'warning',
        message: `${listOf(vague.map(({ text }) => quoted(text)))} ${vague.length === 1 ? 'has' : 'have'} no number to be measured by.`,
        evidence: { goals: vague.map(({ text }) => text) },
      },
    ]
  },
})

const isRule =
  /\b(?:gdpr|hipaa|pci|soc ?2|iso ?\d+|ccpa|complian\w*|audit\w*|legal|law|licen[cs]e\w*)\b/i
const isNumber =
  /\d|\b(?:one|two|three|four|five|ten|zero|half|no|never|every|any single|all) \w+|\bnines\b/i
/** What makes security definite. */
const means =
  /\b(?:tls|https|oauth\w*|jwt|oidc|sso|mfa|2fa|encrypt\w*|rbac|acls?|tokens?|hash\w*|sign\w*|password\w*|owners?|roles?|private)\b/i

interface Attribute {
  readonly words: RegExp
  /** Whether the attribute has its number elsewhere. */
  readonly isQuantified: (context: CheckContext) => boolean
}

const attributes: readonly Attribute[] = [
  {
    words:
      /\b(?:fast|quick(?:ly)?|low[- ]latency|responsive|snappy|performant|instant(?:ly|aneous)?|real[- ]?time|high performance|good performance)\b/i,
    isQuantified: hasLatency,
  },
  {
    words:
      /\b(?:high(?:ly)? availab\w*|high availability|reliab\w*|always (?:on|up|available|there)|resilient|robust|fault[- ]tolerant|dependable|never (?:down|goes down))\b/i,
    isQuantified: hasAvailability,
  },
  {
    words:
      /\b(?:scalab\w*|scales? (?:well|easily|out|up|horizontally)|elastic|high(?:ly)? load|high throughput|lots of users|many users)\b/i,
    isQuantified: hasLoad,
  },
  {
    words: /\b(?:secure(?:ly)?|security|safe)\b/i,
    isQuantified: (context) => isWritten(context, 'security') || isMentioned(context, means),
  },
]

function isVague(context: CheckContext, { text }: Requirement): boolean {
  if (isRule.test(text) || isNumber.test(text)) return false
  const named = attributes.filter(({ words }) => words.test(text))
  return named.some(({ isQuantified }) => !isQuantified(context))
}
