import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAnywhere, sayingsAbout, sayingsOf } from '../said.ts'
import { says } from '../says.ts'
import { answerSubject } from '../subject.ts'

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
    (sagasDrawn(context).length > 0 || sagaTexts(context).length > 0),
  check(context) {
    if (isSaidAnywhere(context, anyUndo) || sayingsAbout(context, anyUndo).length > 0) return []
    const missing = stepsWithoutUndo(context)
    if (missing === undefined) return []
    const [node] = sagasDrawn(context)
    const steps = missing.length === 0 ? 'any of its steps' : missing.join(', ')
    const name = node === undefined ? 'The saga' : nameOf(context, node)
    return [
      {
        subject: node === undefined ? [subjectOf(context)] : [node],
        severity: 'error',
        message: sentence(`${name} says nothing that undoes ${steps}.`),
        evidence: { steps: missing },
      },
    ]
  },
})

const saga = /\bsagas?\b/i
const anyUndo =
  /\bcompensat\w*|\bundo\w*|\broll(?:s|ed|ing)?[-\s]?backs?\b|\breverse[sd]?\b|\breversal\b|\breverts?\b|\bback(?:ed)? out\b|\buntil (?:it |they )?succe\w+|\bretried (?:for ?ever|until)/i
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

function sagaTexts(context: CheckContext): readonly string[] {
  return sayingsAbout(context, saga).map(({ text }) => text)
}

/** Steps that nothing takes back; `undefined` when all that are named have a counterpart. The last one needs none. */
function stepsWithoutUndo(context: CheckContext): readonly string[] | undefined {
  const everything = [
    ...sayingsOf(context).map(({ text }) => text),
    ...context.design.graph.nodes.map(wordsOn),
    ...context.design.graph.edges.map(wordsOf),
  ].join('. ')
  const named = pairs.filter(([, step]) => says(sagaTexts(context).join('. '), step))
  const open = pairs.filter(([, step, undo]) => step.test(everything) && !says(everything, undo))
  const isAnyUndone = pairs.some(([, , undo]) => says(everything, undo))
  if (named.length < 2 && isAnyUndone) return undefined
  const missing = named.length < 2 ? [] : open.filter((pair) => named.includes(pair))
  if (named.length >= 2 && missing.length < (isAnyUndone ? 2 : 1)) return undefined
  return missing.map(([name]) => name)
}

function subjectOf(context: CheckContext): string {
  const [first] = sayingsAbout(context, saga)
  return answerSubject(first?.section ?? 'flows')
}
