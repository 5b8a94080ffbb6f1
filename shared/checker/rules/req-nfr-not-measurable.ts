import { isWritten, listOf, quoted } from '../answered.ts'
import { defineRule } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'
import { vagueRequirements } from '../vague-goals.ts'

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
    const vague = vagueRequirements(context)
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
