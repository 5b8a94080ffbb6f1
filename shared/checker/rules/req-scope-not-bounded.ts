import { isMentioned, neededOf, requirementsOf } from '../answered.ts'
import { defineRule } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'

const most = 5
const sixFeatures = `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see which courts are free.
- FR4 (must): Members cancel for a friend.
- FR5 (must): Staff reserve courts for a tournament.
- FR6 (must): Members see their reservations.`

export default defineRule({
  id: 'req-scope-not-bounded',
  title: 'Nothing is left out',
  category: 'requirements',
  why: 'Without a line around the scope a design spreads thin, and its hard part gets no time.',
  fix: 'State at least one tempting feature that you leave out, and why.',
  question: 'What would you leave out of a first version?',
  examples: {
    bad: [
      exampleDocument({ 'functional-requirements': sixFeatures }),
      `flowchart LR
  app[Mobile app] --> api[Social service] --> db[(PostgreSQL)]

## Functional requirements
- post a photo
- follow people
- see a feed
- like a post
- comment on a post
- search for people
- send direct messages`,
    ],
    good: [
      exampleDocument({
        'functional-requirements': `${sixFeatures}\n- FR7 (out): Payments, since the club collects fees once a year.`,
      }),
      exampleDocument({
        'functional-requirements': sixFeatures,
        'trade-offs':
          '- Payments are out of scope in exchange for an earlier launch. The bottleneck is the write rate of the primary.',
      }),
      exampleDocument({}),
      `flowchart LR
  web[Browser] --> api[Notes API] --> db[(SQLite)]`,
    ],
  },
  appliesTo: (context) => requirementsOf(context, 'functional').length > 0,
  check(context) {
    const functional = requirementsOf(context, 'functional')
    const needed = neededOf(context).length
    const isBounded = functional.some(({ priority }) => priority === 'out')
    if (needed <= most || isBounded || isMentioned(context, exclusion)) return []
    return [
      {
        subject: [answerSubject('functional-requirements')],
        severity: 'suggestion',
        message: `All ${needed} features are needed, and nothing is named as left out.`,
        evidence: { needed },
      },
    ]
  },
})

const exclusion =
  /\bout[- ]of[- ]scope\b|\bnon-?goals?\b|\bnot (?:in scope|included|covered|part of)\b|\b(?:left|leave|leaving) out\b|\bexclud\w*|\blater (?:phase|version|release)\b|\bwe (?:don['’]?t|do not)\b|\bnot (?:now|yet|in v1|for v1)\b|\bwon['’]?t (?:build|have|do)\b/i
