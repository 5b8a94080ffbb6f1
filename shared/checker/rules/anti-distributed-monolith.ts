import type { SectionId } from '#shared/design/answers.ts'
import { deployablesOf } from '../deployables.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { nameOf, namesOf, plays, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, isSaidOn } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { isSeparated, ownersWriting } from '../store-owners.ts'
import { nodesOf } from '../stores.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'anti-distributed-monolith',
  title: 'A monolith that was cut up and still holds together',
  category: 'anti-patterns',
  why: 'It has all the costs of distribution, and no part of it can change, fail or be released alone.',
  fix: 'Merge what always changes together, or give each service its own data and let them tell each other by events.',
  question: 'Which of these services could be released today without asking the others?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> o[Order service x2] & p[Payment service x2] & s[Shipping service x2] & c[Customer service x2] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 60
---
flowchart LR
  web[Browser] --> cmd[Todo commands]:::service --> es[Event store]:::event-store
  es --> proj[Projection worker] --> view[(Todo view in PostgreSQL)]
  web --> q[Todo queries]:::service --> view`,
      `---
peakQps: 2,000
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> cart[Cart service x2] --> price[Price service x2]
  price --> stock[Stock service x2] --> pay[Payment service x2] --> db[(Aurora)]
\`\`\`
## Functional requirements
- FR1 (must): People fill a cart.
- FR2 (must): People pay for it.
## Flows
- Fill (FR1): API gateway → Cart service → Price service → Stock service → Payment service
- Pay (FR2): API gateway → Cart service → Price service → Stock service → Payment service → Aurora`,
    ],
    good: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> o[Order service x2] --> odb[(Orders in PostgreSQL + standby)]
  gw --> p[Payment service x2] --> pdb[(Payments in PostgreSQL + standby)]
  gw --> s[Shipping service x2] --> sdb[(Shipments in PostgreSQL + standby)]`,
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> a[App server 1] & b[App server 2] & c[App server 3] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 60
---
flowchart LR
  web[Browser] --> cmd[Ledger commands]:::service --> es["Event store, kept for audit"]:::event-store
  es --> proj[Projection worker] --> view[(Balances in PostgreSQL)]`,
      exampleDocument({}),
    ],
  },
  check(context) {
    if (isInTransition(context)) return []
    return [...sharedStores(context), ...lockstep(context), ...eventSourcing(context)]
  },
})

const transition =
  /\b(?:strangl\w*|transition\w*|migrat(?:e|es|ed|ing|ion) (?:from|off|out of|away from)|interim|legacy|first step|until the split)\b/i
const reasoned: readonly SectionId[] = [
  'decisions',
  'trade-offs',
  'operations',
  'non-functional-requirements',
]

function isInTransition(context: CheckContext): boolean {
  return isSaidInDrawing(context, transition) || isSaidInAnswers(context, transition, reasoned)
}

/** Databases with one schema; clusters of the other kinds are shared with a table for each as a rule. */
const oneSchema: ReadonlySet<string> = new Set(['sql-db', 'newsql-db', 'document-db', 'graph-db'])

function sharedStores(context: CheckContext): readonly Observation[] {
  return nodesOf(context, oneSchema).flatMap((store): readonly Observation[] => {
    const writers = ownersWriting(context, store)
    if (writers.length < 3 || isSeparated(context, store)) return []
    return [
      {
        subject: [store.id],
        severity: isMeant(context, writers.length) ? 'warning' : 'suggestion',
        message: sentence(
          `${namesOf(context, writers)} are tied together by ${nameOf(context, store.id)}, which all of them write.`,
        ),
        evidence: { writers: writers.toSorted() },
        nodes: [store.id, ...writers],
      },
    ]
  })
}

/** On a sketch one store may stand for several: crowds are meant, and so is what a document describes. */
function isMeant({ band, design }: CheckContext, writers: number): boolean {
  if (band === 'unknown') return false
  return writers > 3 || (isAtLeast(band, 'M') && design.answers.sections.length > 0)
}

const most = 0.8

/** Every flow that has to work waits for nearly every service. One flow alone says little. */
function lockstep(context: CheckContext): readonly Observation[] {
  const { flows, requirements } = context.design.answers
  const services = deployablesOf(context).map((node) => node.id)
  if (services.length < 4 || context.band === 'unknown') return []
  const musts = new Set(
    requirements.filter(({ priority }) => priority === 'must').map(({ id }) => id),
  )
  const needed = flows.filter(
    ({ covers, nodeIds }) => nodeIds.length > 0 && covers.some((id) => musts.has(id)),
  )
  const visits = needed.map(({ nodeIds }) => waitedFor(context, nodeIds, services))
  if (visits.length < 2 || visits.some((count) => count < most * services.length)) return []
  return [
    {
      subject: services,
      severity: 'warning',
      message: sentence(
        `${namesOf(context, services)} all have to answer before any request is done.`,
      ),
      evidence: { services: services.length, flows: visits.length },
      answers: ['flows'],
    },
  ]
}

/** Services on a flow up to its first queue, behind which nobody waits. */
function waitedFor(
  context: CheckContext,
  nodeIds: readonly string[],
  services: readonly string[],
): number {
  const queue = nodeIds.findIndex((id) => plays(context, id, 'messaging'))
  const waited = new Set(queue === -1 ? nodeIds : nodeIds.slice(0, queue))
  return services.filter((id) => waited.has(id)).length
}

const sourced = /\b(?:cqrs|event[-\s]sourc(?:ed|ing))\b/i
const reasons =
  /\b(?:audit\w*|replay\w*|histor(?:y|ies)|temporal|undo|time travel|complian\w*|regulat\w*|ledger|account(?:ing|s)?|trace\w*|read[-\s]heavy|write[-\s]heavy|reads? (?:outnumber|far)|asymmetr\w*|collaborat\w*|offline|sync)\b/i
const told: readonly SectionId[] = ['decisions', 'trade-offs', 'operations']
const asked: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'security',
]

function eventSourcing(context: CheckContext): readonly Observation[] {
  if (context.band !== 'XS' && context.band !== 'S') return []
  const nodes = context.design.graph.nodes
    .filter(({ id }) => context.kindOf(id).id === 'event-store' || isSaidOn(context, id, sourced))
    .map((node) => node.id)
  const isDrawn = nodes.length > 0
  if (!isDrawn && !isSaidInAnswers(context, sourced, told)) return []
  if (isHistoryWanted(context)) return []
  const where = isDrawn ? `${namesOf(context, nodes)} keeps` : 'The design keeps'
  return [
    {
      subject: isDrawn ? nodes : [answerSubject('decisions', 'event sourcing')],
      severity: 'warning',
      message: sentence(
        `${where} events apart from what is read, and nothing asks for their history.`,
      ),
      evidence: { band: context.band },
    },
  ]
}

/** History, law, or reads and writes so unlike that they deserve a model each. */
function isHistoryWanted(context: CheckContext): boolean {
  const { readsPerWrite = 1, compliance = [] } = context.design.scale
  if (readsPerWrite >= 20 || readsPerWrite <= 0.2 || compliance.length > 0) return true
  return isSaidInDrawing(context, reasons) || isSaidInAnswers(context, reasons, asked)
}
