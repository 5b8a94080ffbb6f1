import type { Entity } from '#shared/design/answers.ts'
import type { DesignEdge } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { fieldNames } from '../held-data.ts'
import { nameOf, namesOf, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidInAnswers, isSaidNear, isSaidOn, sayingsOf, type Saying } from '../said.ts'
import { says, saysOutright } from '../says.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'sec-payment-scope',
  title: 'Card numbers pass through or stay in your own parts',
  category: 'security',
  why: 'Every part that touches them falls under PCI DSS, and a leak there is the most expensive kind.',
  fix: 'Let a payment provider take the card on its own page or field, and keep nothing but its token.',
  question: 'Which of these parts would an auditor of card payments want to see?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- Fines: readers type the card number into our own form, and the Loan service hands it to the bank.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Payment (money) in PostgreSQL: key id; fields order, card_number, expiry, cvv`,
      `flowchart LR
  app[Mobile app] --> pay[Payment service] -->|card details| stripe[Stripe]
  pay -->|card number for statistics| an[Analytics service] --> db[(ClickHouse)]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Ticket service] --> db[(MySQL)]
\`\`\`
## Security
- We store credit card numbers in MySQL so that people need not type them again.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]
  api --> stripe[Stripe]
\`\`\`
## Data model
- Payment (money) in PostgreSQL: key id; fields order, card_token, card_last4, card_brand
## Security
- Card numbers never reach us: Stripe keeps them and hands out tokens.`,
      `flowchart LR
  web[Browser] -->|card details| stripe[Stripe]
  web --> api[Shop service] -->|token| stripe`,
      `flowchart LR
  app[Mobile app] --> api[Game service] -->|deck of cards| db[(PostgreSQL)]`,
      `flowchart LR
  app[Merchant]:::external-client -->|card data, TLS| vault[Card vault]:::service --> db[(Card numbers)]
  subgraph pci[PCI zone]
    vault
    db
  end`,
    ],
  },
  check: (context) => [
    ...fromEntities(context),
    ...fromStores(context),
    ...context.design.graph.edges.flatMap((edge) => fromEdge(context, edge)),
    ...fromWords(context),
  ],
})

const card =
  /\b(?:(?:credit|debit|payment|bank)[-_\s]?cards?[-_\s]?(?:numbers?|details?|data|info\w*|no)?|cards?[-_\s]?(?:numbers?|details?|data|info\w*|no)|cardholder data|(?:full )?pans?|cvvs?2?|cvcs?2?|cc[-_\s]?(?:numbers?|num|no))\b/i
const field =
  /^(?:(?:credit|debit|payment)?[-_\s]?card[-_\s]?(?:number|no|num|details|data)|pan|cvv2?|cvc2?|cc[-_\s]?(?:number|num|no))$/i
const harmless =
  /\b(?:token\w*|last[-_\s]?(?:4|four)|mask\w*|hash\w*|brand|fingerprint|vault(?:ed)? by|provider'?s?|stripe|adyen|braintree|paypal|square|checkout\.com|worldpay|hosted (?:fields?|page))\b/i
const scope =
  /\b(?:pci|cde|cardholder|card vault|token(?:i[sz]ation)? (?:vault|service)|payment (?:scope|zone)|hsm)\b/i
const payments =
  /\b(?:pay\w*|billing|checkout|card\w*|acquir\w*|psp|stripe|adyen|braintree|paypal|square|bank\w*|visa|mastercard|vault|tokeni[sz]\w*|issuer|fraud|3-?d ?secure|point of sale|pos|merchant|gateway)\b/i
/** Card numbers on their way through, which is scope enough. */
const passed =
  /\b(?:type|types|enter|enters|send|sends|sent|post|posts|pass|passes|hand|hands|handed|go|goes|come|comes|forward|forwards|receive|receives|reach|reaches|take|takes)\b[^.;]{0,60}\b(?:card (?:numbers?|details?|data)|pans?|cvvs?|cvcs?)\b[^.;]{0,60}\b(?:our (?:own )?(?:form|server|servers|service|back-?end|api|page)|through (?:the |our )?\w+|in the body|to (?:the |our )(?:\w+ )?(?:service|app|api|server|back-?end))\b|\b(?:card (?:numbers?|details?|data)|pans?|cvvs?|cvcs?)\b[^.;]{0,40}\b(?:pass(?:es)? (?:through )?|go(?:es)? (?:through )|run(?:s)? (?:through )|travel(?:s)? (?:through |over )|(?:typed |entered )?(?:into |in )our (?:own )?form|in the body)/i
const notOurs =
  /\b(?:straight|directly|from the browser to|iframe|hosted|sdk|elements|never|without|not)\b/i
/** How a thing is built, wherever it is written. */
const inTable = /\b(?:in|into) (?:the |our |a )?(?:\S+ )?(?:tables?|databases?|columns?)\b/i
const lies =
  /\b(?:(?:credit |debit )?card (?:numbers?|details|data)|pans?|cvvs?)\b[^.;,]{0,40}\b(?:lies?|sits?|stands?|is|are|remains?)\b[^.;,]{0,30}\bin (?:the |our )?\w+/i
const kept =
  /\b(?:stor|keep|sav|persist|hold|log|cach|writ)\w*\b[^.;,]{0,40}\b(?:(?:credit |debit )?card (?:numbers?|details|data)|pans?|cvvs?)\b|\b(?:(?:credit |debit )?card (?:numbers?|details|data)|pans?|cvvs?)\b[^.;,]{0,20}\b(?:are|is|get|stays?)?\s?(?:stored|kept|saved|persisted|logged|cached|written)\b/i

function fromEntities(context: CheckContext): readonly Observation[] {
  const { entities } = context.design.answers
  const touching = entities.filter((entity) => isCard(context, entity))
  return touching.map((entity) => {
    const stores = entity.storeIds.length > 0 ? entity.storeIds : onlyStore(context)
    const where = stores.length > 0 ? ` in ${namesOf(context, stores)}` : ''
    return {
      subject: stores.length > 0 ? stores : [answerSubject('data-model', entity.name)],
      severity: 'error',
      message: sentence(`${entity.name} keeps card numbers${where}.`),
      evidence: { entity: entity.name },
      answers: ['data-model'],
    }
  })
}

/** Where nobody says which, records lie in the only database there is. */
function onlyStore(context: CheckContext): readonly string[] {
  const kinds = new Set(['sql-db', 'newsql-db', 'document-db'])
  const stores = context.design.graph.nodes.filter(({ id }) => kinds.has(context.kindOf(id).id))
  return stores.length === 1 ? stores.map(({ id }) => id) : []
}

function isCard(context: CheckContext, entity: Entity): boolean {
  const { text = '', storeIds } = entity
  if (storeIds.some((id) => isInScope(context, id))) return false
  const names = fieldNames(entity).map((name) => name.replace(/([a-z])([A-Z])/g, '$1_$2'))
  const named = names.some((name) => field.test(name))
  const told = says(text, card) && !harmless.test(text) && kept.test(`stores ${text}`)
  return (named || told) && !says(text, /\btokeni[sz]ed\b/i)
}

/** A store by its own label, where nobody lists what it holds. */
function fromStores(context: CheckContext): readonly Observation[] {
  const stores = context.design.graph.nodes.filter((node) => {
    if (!plays(context, node.id, 'store') || isInScope(context, node.id)) return false
    const words = wordsOn(node)
    return (
      says(words, /\b(?:card numbers?|credit card (?:data|numbers?|details)|pans|cvvs?)\b/i) &&
      !harmless.test(words)
    )
  })
  return stores.map(({ id }) => ({
    subject: [id],
    severity: 'error',
    message: sentence(`${nameOf(context, id)} keeps card numbers.`),
    evidence: { entity: 'label' },
  }))
}

function fromEdge(context: CheckContext, edge: DesignEdge): readonly Observation[] {
  const words = wordsOf(edge)
  const { dataClass } = edge.properties
  const carries =
    (typeof dataClass === 'string' && /\bcards?\b|\bpan\b/i.test(dataClass)) || says(words, card)
  if (!carries || harmless.test(words)) return []
  const ends = [edge.from, edge.to].filter((id) => !plays(context, id, 'client'))
  const outside = ends.filter((id) => !isPayment(context, id))
  if (outside.length === 0 || plays(context, edge.to, 'external')) return []
  return [
    {
      subject: outside,
      severity: 'error',
      message: sentence(`${namesOf(context, outside)} is handed card numbers.`),
      evidence: { carries: true },
      nodes: outside,
      edges: [edge.id],
    },
  ]
}

/** An entry passes on what it cannot read apart; what pays or lies in a declared zone is in scope on purpose. */
function isPayment(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'entry') || plays(context, id, 'external')) return true
  const node = context.index.nodes.get(id)
  return (node !== undefined && payments.test(wordsOn(node))) || isInScope(context, id)
}

function fromWords(context: CheckContext): readonly Observation[] {
  const told = sayingsOf(context).filter((saying) => isKept(context, saying))
  return told
    .slice(0, 1)
    .map(({ section, nodeIds: named }) => ({ section, nodeIds: ours(context, named) }))
    .map(({ section, nodeIds }) => ({
      subject: nodeIds.length > 0 ? nodeIds : [answerSubject(section, 'cards')],
      severity: 'error',
      message: sentence(
        nodeIds.length > 0
          ? `${namesOf(context, nodeIds)} handles card numbers.`
          : 'Card numbers are handled in parts of one’s own.',
      ),
      evidence: { kept: true },
      answers: [section],
    }))
}

function ours(context: CheckContext, nodeIds: readonly string[]): readonly string[] {
  return nodeIds.filter((id) => !plays(context, id, 'external') && !plays(context, id, 'client'))
}

function isKept(context: CheckContext, { section, text, nodeIds }: Saying): boolean {
  if (section === 'data-model' || (section === 'functional-requirements' && !inTable.test(text)))
    return false
  if (scope.test(text)) return false
  const isPassed = saysOutright(text, passed) && !notOurs.test(text)
  const isHeld = [kept, lies].some((words) => saysOutright(text, words)) && !harmless.test(text)
  if (!isPassed && !isHeld) return false
  if (isPassed) return nodeIds.length === 0 || nodeIds.some((id) => !isPayment(context, id))
  return !nodeIds.some((id) => isInScope(context, id) || plays(context, id, 'external'))
}

function isInScope(context: CheckContext, id: string): boolean {
  return isSaidOn(context, id, scope) || isSaidNear(context, id, scope) || isDeclared(context)
}

/** Whoever runs the card scope on purpose says how it is kept apart. */
function isDeclared(context: CheckContext): boolean {
  return isSaidInAnswers(
    context,
    /\b(?:pci (?:zone|scope|environment|level 1|network|segment)|cardholder data environment|hsm)\b/i,
  )
}
