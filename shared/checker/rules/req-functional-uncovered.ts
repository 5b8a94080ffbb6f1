import { listOf, quoted } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { coverageOf, isLinked, type Coverage } from '../req-coverage.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-functional-uncovered',
  title: 'A requirement is served by nothing',
  category: 'requirements',
  why: 'A complete design lets every feature be followed from the client to the place where its data ends.',
  fix: 'Add an endpoint and a flow for the requirement, or refer to its id where it is served already.',
  question: 'Which request serves this requirement, and which components does it pass?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## Functional requirements
- FR1 (must): People shorten a link.
- FR2 (must): A short link leads to its target.
- FR3 (must): Owners are notified by e-mail before expiry.
## API
- \`POST /links\` creates a link covers FR1
- \`GET /{code}\` redirects covers FR2`,
      exampleDocument({
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see which courts are free.
- FR4 (must): Trainers publish weekly lessons.`,
      }),
      `flowchart LR
  app[Rider app] --> api[Ride service] --> db[(PostgreSQL)]

## Functional requirements
- FR1: Riders request a trip.
- FR2: Drivers upload insurance papers.
## Flows
- Request a trip: Rider app → Ride service → PostgreSQL`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see which courts are free.
- FR4 (must): Reservations are audited.
- FR5 (should): Trainers publish weekly lessons.`,
      }),
      exampleDocument({
        'functional-requirements': `- Members reserve a court
- Members cancel a reservation
- Members list free courts`,
        api: `- POST /v1/reservations: reserve a court (auth, idempotency key, 409 when taken)
- DELETE /v1/reservations/{id}: cancel a reservation (auth)
- GET /v1/courts?cursor=: list free courts (auth, paginated)`,
        flows: '',
      }),
      exampleDocument({ api: '', flows: '' }),
    ],
  },
  appliesTo: (context) => coverageOf(context).needed.length > 0 && hasStories(context),
  check(context) {
    const coverage = coverageOf(context)
    const { needed, unlinked } = coverage
    if (isLinked(needed, unlinked))
      return coverage.unknown.map(({ id, text }) => uncovered(id, text))
    return coverage.unknown.length > 0 ? [toLink(coverage)] : []
  },
})

function hasStories({ design }: CheckContext): boolean {
  return design.answers.endpoints.length + design.answers.flows.length > 0
}

function uncovered(id: string, text: string): Observation {
  return {
    subject: [answerSubject('functional-requirements', id)],
    severity: 'error',
    message: `No endpoint and no flow serves ${quoted(text)}.`,
    evidence: { requirement: id, text },
  }
}

/** Where requirements are not referred to, one hint is enough. */
function toLink({ unknown }: Coverage): Observation {
  const names = unknown.map(({ text }) => quoted(text))
  return {
    subject: [answerSubject('functional-requirements')],
    severity: 'suggestion',
    message: `No endpoint or flow is recognisable for ${listOf(names)}.`,
    evidence: { requirements: unknown.map(({ id }) => id) },
  }
}
