import type { Requirement } from '#shared/design/answers.ts'
import { isComponentDesign, isPipeline, isWhole, neededOf, requirementsOf } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-functional-too-few',
  title: 'Few features were agreed on',
  category: 'requirements',
  why: 'Nothing later can be judged for completeness while it is unknown what the system does for its users.',
  fix: 'State what users can do, one line each, and mark it as needed, as wished for or as out of scope.',
  question: 'Walk me through what a user does here, from the first visit on: what else is needed?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## Functional requirements
- FR1 (must): Customers order a product.
- FR2 (out): Reviews.
${closingSections}`,
      `---
peakQps: 3,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway] --> chat[Chat service] --> db[(Cassandra)]

## Requirements
- Two people chat.
- Messages arrive in order.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        'functional-requirements':
          'Members see free courts, reserve one for an hour, cancel a reservation, and get a reminder the day before.',
      }),
      exampleDocument({
        'functional-requirements': `- FR1: A caller over its limit is refused with 429.
- FR2: Operators change a rate limit without a release.`,
      }),
      `flowchart LR
  web[Browser] --> api[Notes API] --> db[(SQLite)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && !isPipeline(context) && countOf(context) > 0,
  check(context) {
    const needed = isComponentDesign(context) ? 2 : 3
    const count = countOf(context)
    if (count >= needed) return []
    const functional = requirementsOf(context, 'functional')
    const wished = functional.filter(({ priority }) => priority === 'should').length
    return [
      {
        subject: [answerSubject('functional-requirements')],
        severity: isMild(context, count + wished >= needed)
          ? ('suggestion' as const)
          : ('error' as const),
        message: `Only ${count === 1 ? 'one feature is' : `${count} features are`} marked as needed; usually there are at least ${needed}.`,
        evidence: { count, wished, needed },
      },
    ]
  },
})

/** Features that are needed; a sentence that names several counts for as many. */
function countOf(context: CheckContext): number {
  return neededOf(context).reduce((sum, requirement) => sum + featuresIn(requirement), 0)
}

function featuresIn({ text }: Requirement): number {
  const clauses = text.split(/[,;]|\.\s/).filter((clause) => clause.trim().includes(' '))
  return text.split(/\s+/).length > 12 ? Math.max(clauses.length, 1) : 1
}

/** A small product may do two things; and what a lone sentence asks for cannot be counted surely. */
function isMild(context: CheckContext, hasEnoughWishes: boolean): boolean {
  const [only, ...others] = requirementsOf(context, 'functional')
  const isProse = only !== undefined && others.length === 0 && /,|\band\b/.test(only.text)
  return hasEnoughWishes || isProse || isSmall(context)
}
