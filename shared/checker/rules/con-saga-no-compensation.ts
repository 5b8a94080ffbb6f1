import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidInDrawing, type Saying } from '../said.ts'
import { says } from '../says.ts'
import { answerSubject } from '../subject.ts'
import { toldAbout, toldAsIs, toldOf } from '../told.ts'

export default defineRule({
  id: 'con-saga-no-compensation',
  title: 'A saga with no way back',
  category: 'consistency',
  why: 'When a later step fails, what earlier steps did stays done unless each of them can be undone.',
  fix: 'Give every step its counterpart: reserve and release, charge and refund, ship and cancel.',
  question: 'Shipping fails after the card was charged: what happens next, step by step?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| mv[Move service] --> van[Van service] & crew[Crew service] & pay[Payment service]
\`\`\`
## Flows
- Book a move: Move service → Van service reserves a van → Crew service reserves a crew → Payment service charges
## Failures
- The payment is declined: the van and the crew are not released automatically, the van stays reserved; somebody looks at it by hand`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| mv[Move service] --> van[Van service] & crew[Crew service] & pay[Payment service]
\`\`\`
## Decisions
- Booking: a saga over one transaction because each service has its own store; consequence: several seconds
## Operations
- Canary releases with automatic rollback.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> saga[Checkout saga]:::orchestrator
  saga --> pay[Payment service] & inv[Inventory service] & ship[Shipping service]
\`\`\`
## Flows
- Checkout: Order service → Checkout saga → Inventory service reserves → Payment service charges → Shipping service ships`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> trip[Trip service] --> q[Queue] --> hotel[Hotel service] & flight[Flight service]
\`\`\`
## Decisions
- Booking a trip: a saga over two-phase commit because services stay available; consequence: it takes some seconds`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| mv[Move service] --> van[Van service] & crew[Crew service] & pay[Payment service]
\`\`\`
## Flows
- Book a move: a saga: Van service reserves a van, Crew service reserves a crew, Payment service charges
## Failures
- The payment is declined: van and crew are released in reverse order`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| mv[Move service] --> van[Van service] & crew[Crew service] & pay[Payment service]
\`\`\`
## Decisions
- Booking: one transaction in PostgreSQL over a saga because vans and crews lie in one database; consequence: one writer`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> saga[Checkout saga]:::orchestrator
  saga --> inv[Inventory service] & pay[Payment service]
\`\`\`
## Flows
- Checkout: Order service → Checkout saga → Inventory service reserves → Payment service charges; on failure the stock is released and the card refunded`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> trip[Trip service] --> q[Queue] --> hotel[Hotel service] & flight[Flight service]
\`\`\`
## Decisions
- Booking a trip: a saga over two-phase commit because services stay available; consequence: every step has a compensating action`,
      `flowchart LR
  web[Browser] --> api[Order service] --> saga[Checkout saga]:::orchestrator
  saga --> pay[Payment service]`,
    ],
  },
  appliesTo: (context) =>
    context.design.answers.sections.length > 0 &&
    (sagasDrawn(context).length > 0 ||
      sagasTold(context).length > 0 ||
      refusal(context) !== undefined),
  check(context) {
    const refused = refusal(context)
    if (refused !== undefined) return [refusedIn(context, refused)]
    const [node] = sagasDrawn(context)
    const [told] = sagasTold(context)
    if ((node ?? told) === undefined || isUndone(context)) return []
    const missing = stepsWithoutUndo(context)
    return missing === undefined ? [] : [unsaid(context, node, missing)]
  },
})

function unsaid(
  context: CheckContext,
  node: string | undefined,
  missing: readonly string[],
): Observation {
  const what = missing.length === 0 ? 'any of its steps' : missing.join(', ')
  const name = node === undefined ? 'The saga' : nameOf(context, node)
  return {
    subject: node === undefined ? [whereTold(context, undefined)] : [node],
    severity: 'error',
    message: sentence(`${name} says nothing that undoes ${what}.`),
    evidence: { steps: missing },
  }
}

/** What earlier steps did is said to stay. */
function refusedIn(context: CheckContext, refused: Saying): Observation {
  const [node] = sagasDrawn(context)
  return {
    subject: node === undefined ? [whereTold(context, refused)] : [node],
    severity: 'error',
    message: `What earlier steps did stays done when a later one fails: ${excerpt(refused.text)}`,
    evidence: { refused: refused.text },
    nodes: node === undefined ? refused.nodeIds : [node],
  }
}

function whereTold(context: CheckContext, refused: Saying | undefined): string {
  return answerSubject((sagasTold(context)[0] ?? refused)?.section ?? 'flows')
}

const saga = /\bsagas?\b/i
const undoing =
  /\bcompensat\w*|\bundo(?:es|ne|ing)?\b|\broll(?:s|ed|ing)?[-\s]?backs?\b|\breverse[sd]?\b|\breversal\w*|\breverts?\b|\bback(?:ed)? out\b|\b(?:taken|takes?|taking) back\b|\buntil (?:it |they )?succe\w+|\bretried (?:for ?ever|until)|\bcounter(?:part| ?step|-step| action)s?\b/i
/** Rollbacks of releases and of schemas are another thing. */
const releases =
  /\b(?:canary|canaries|deploy\w*|releases? (?:with|by|are|train)|roll-?outs?|migrations?|schema|blue[-\s]green|versions?|flags?|helm|slots?)\b/i
/** That nothing is taken back, as people write it. */
const refusals =
  /\b(?:no|without(?: any)?|not? yet|missing|lacks?|never|not) (?:(?:automatic|any|written|such|of the) )*compensat\w*|\bcompensat\w*\b[^.;]{0,40}?\b(?:not (?:yet )?(?:written|there|implemented|built|planned|done|defined|needed)|missing|out of scope|later|todo|none|do(?:es)? not exist)|\b(?:steps?|saga|it|they) (?:only )?(?:goes|go|runs?|moves?) (?:only )?forwards?(?: only)?\b|\bno (?:way back|release of|refund|undo|roll-?back of (?:the )?(?:steps?|stock|payment|reserv\w+))\b|\b(?:nothing|nobody|none of (?:it|them|the steps)) (?:is |gets? |are )?(?:automatically )?(?:cancel\w*|releas\w*|refund\w*|undo\w*|undone|revers\w*|taken back|rolled back|compensat\w*)|\b(?:can ?not|can['’]t|cannot|do(?:es)? not|don['’]t|doesn['’]t|will not|won['’]t) (?:be )?(?:automatically )?(?:tak(?:e|en) (?:it |them )?back|undo\w*|undone|compensate\w*|reverse\w*|release (?:the|what|earlier)|refund (?:the|what|earlier|it|automatically))|\b(?:leaves?|left) (?:the )?(?:earlier (?:ones|steps?)|\w+ (?:reserved|charged|booked|held))\b|\b(?:earlier|previous|completed) steps? (?:simply |just )?(?:stay|stand|remain|are left|are kept)|\b(?:stays?|remains?) (?:reserved|charged|taken|held|booked|as (?:it|they) (?:is|are))\b|\b(?:is|are|was|were) (?:not|never) (?:automatically )?(?:cancel\w*|releas\w*|refund\w*|undone|revers\w*|taken back|rolled back|compensat\w*|freed|voided)/i
const sooner =
  /\b(?:expir\w+|time-?outs?|ttl|for \d+ (?:min|hours?|s\b)|until\b|retr(?:y|ies|ied)|sweeper|reconcil\w*|clean-?up job|released? (?:after|by|when))\b/i
/** Where nobody speaks of a saga, only a step that fails makes one of several. */
const failing =
  /\bfail\w*|\bdeclin\w*|\brefus\w*|\breject\w*|\bcrash\w*|\bunavailable\b|\bis full\b|\bsteps?\b/i
const steps =
  /\b(?:saga|steps?|payments?|charg\w*|stock|reserv\w*|shipp?\w*|shipment|booking|card|hotel|flight|orders?|checkout|inventory)\b/i
const pairs: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'the reservation',
    /\breserv(?:e[sd]?|ing|ation)\b|\bholds? (?:seats?|stock)\b/i,
    /\breleas\w+|\bcancel\w*|\bexpir\w+|\bfre(?:e[sd]?|eing)\b/i,
  ],
  [
    'the charge',
    /\bcharg(?:e[sd]?|ing)\b|\bpay(?:s|ment)?\b|\bcaptur\w+|\bdebit\w*/i,
    /\brefund\w*|\bvoid\w*|\bcredit\w*|\bcancel\w*/i,
  ],
  [
    'the shipment',
    /\bship(?:s|ped|ping|ment)?\b|\bdeliver\w*/i,
    /\bcancel\w*|\brecall\w*|\breturn\w*/i,
  ],
  ['the booking', /\bbook(?:s|ed|ing)?\b/i, /\bcancel\w*|\breleas\w+|\bunbook\w*/i],
]

function sagasDrawn(context: CheckContext): readonly string[] {
  return context.design.graph.nodes.filter((node) => saga.test(wordsOn(node))).map(({ id }) => id)
}

/** Where a saga was chosen, or is told of; a saga that was weighed and left is none. */
function sagasTold(context: CheckContext): readonly Saying[] {
  return toldAbout(context, saga)
}

/** A sentence about steps that says outright that nothing is taken back. */
function refusal(context: CheckContext): Saying | undefined {
  const isSaga = sagasDrawn(context).length > 0 || sagasTold(context).length > 0
  return toldAsIs(context, refusals).find(
    ({ text }) =>
      (isSaga || failing.test(text)) &&
      partsOf(text).some((part) => refusals.test(part) && !sooner.test(part) && steps.test(text)),
  )
}

function partsOf(text: string): readonly string[] {
  return text.split(/(?<=[.;!?])\s+/)
}

function isUndone(context: CheckContext): boolean {
  if (isSaidInDrawing(context, undoing)) return true
  return toldAbout(context, undoing).some(({ section, text }) =>
    partsOf(text).some(
      (part) =>
        says(part, undoing) &&
        !releases.test(part) &&
        (section !== 'operations' || saga.test(part)),
    ),
  )
}

/** Steps that nothing takes back; `undefined` when all that are named have a counterpart. The last one needs none. */
function stepsWithoutUndo(context: CheckContext): readonly string[] | undefined {
  const everything = [
    ...toldOf(context)
      .filter(({ section }) => section !== 'operations')
      .flatMap(({ text }) => partsOf(text))
      .filter((part) => !refusals.test(part)),
    ...context.design.graph.nodes.map(wordsOn),
    ...context.design.graph.edges.map(wordsOf),
  ].join('. ')
  const named = pairs.filter(([, step]) => step.test(everything))
  const open = named.filter(([, , undo]) => !undo.test(everything))
  if (open.length === 0) return named.length === 0 ? [] : undefined
  if (open.length === named.length) return open.map(([name]) => name)
  // One without a counterpart may be the last, after which nothing can fail.
  return open.length < 2 ? undefined : open.map(([name]) => name)
}

function excerpt(text: string): string {
  const part = partsOf(text).find((one) => refusals.test(one)) ?? text
  return `“${part.trim().replace(/[.;]$/, '').slice(0, 140)}”.`
}
