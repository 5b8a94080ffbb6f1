import type { Requirement } from '#shared/design/answers.ts'
import {
  isComponentDesign,
  isPipeline,
  isWhole,
  isWritten,
  neededOf,
  requirementsOf,
} from '../answered.ts'
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
  appliesTo: (context) =>
    (isWhole(context) || isThin(context)) && !isPipeline(context) && countOf(context) > 0,
  check(context) {
    const needed = isComponentDesign(context) ? 2 : 3
    const count = countOf(context)
    if (count >= needed) return []
    const functional = requirementsOf(context, 'functional')
    // "No message is lost: who was away gets it later" asks for something in other words.
    const listed = functional.filter(({ priority }) => priority === 'must').length
    const all = Math.max(count, listed + withGoals(context))
    const wished = functional.filter(({ priority }) => priority === 'should').length
    return [
      {
        subject: [answerSubject('functional-requirements')],
        severity:
          isMild(context, all + wished >= needed) || isShownElsewhere(context, needed)
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
  const needed = neededOf(context).reduce((sum, requirement) => sum + featuresIn(requirement), 0)
  return needed + withGoals(context)
}

/** "Send a message; it appears within 500 ms" is a feature that has its goal beside it. */
function withGoals(context: CheckContext): number {
  return requirementsOf(context, 'non-functional').filter(
    ({ text, priority }) => priority === 'must' && acts.test(text),
  ).length
}

const acts =
  /^(?:(?:an?|the|all|every|each|signed-in) )?(?:[\w'’-]+ ){0,2}(?:can |may |must |to )?(?:send|post|upload|download|search|find|browse|view|see|read|write|order|book|buy|sell|pay|share|create|edit|change|delete|follow|like|comment|watch|listen|play|join|report|track|rate|reserve|cancel|sign|log|receive|get|show|list|shorten|redirect|notif|subscribe|publish|import|export|appear|open|add|ask|answer|pick|compare|collect)(?:s|es|ies|y)?\b/i

/** Requirements that stand nearly alone: nothing else tells what the product does. */
function isThin(context: CheckContext): boolean {
  const { endpoints, entities } = context.design.answers
  return (
    isWritten(context, 'functional-requirements') && endpoints.length === 0 && entities.length === 0
  )
}

/** Calls and flows show features that the list of requirements does not. */
function isShownElsewhere(context: CheckContext, needed: number): boolean {
  const { endpoints, flows } = context.design.answers
  return Math.max(endpoints.length, flows.length) >= needed
}

function featuresIn({ text }: Requirement): number {
  const clauses = text.split(/[,;]|\.\s/).filter((clause) => clause.trim().includes(' '))
  const listed = text.split(/;\s+|\.\s+|,\s+(?:and\s+)?|\s+and\s+/).length
  if (/[;,].*[;,]|,.*\band\b|[;.]\s/.test(text)) return Math.max(clauses.length, listed)
  return text.split(/\s+/).length > 12 ? Math.max(clauses.length, 1) : 1
}

/** A small product may do two things; and what a lone sentence asks for cannot be counted surely. */
function isMild(context: CheckContext, hasEnoughWishes: boolean): boolean {
  const [only, ...others] = requirementsOf(context, 'functional')
  const isProse = only !== undefined && others.length === 0 && /,|\band\b/.test(only.text)
  return hasEnoughWishes || isProse || isSmall(context) || !isWhole(context)
}
