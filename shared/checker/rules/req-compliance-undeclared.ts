import type { Entity } from '#shared/design/answers.ts'
import { entitiesOf, isWhole, isMentioned, listOf } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-compliance-undeclared',
  title: 'It is open which rules the data falls under',
  category: 'requirements',
  why: 'PCI DSS, GDPR, HIPAA and the like change where data may live, who may see it and what has to be logged.',
  fix: 'State the rules that apply, or write “none” with a reason.',
  question: 'Whose data is this, and which law or contract says how you may keep it?',
  examples: {
    bad: [
      `---
peakQps: 300
---
flowchart LR
  web[Nurse browser] --> api[Ward service] --> db[(PostgreSQL + standby)]

## Functional requirements
- Nurses read and write a patient's record.
## Data model
- Patient record (health) in PostgreSQL: key id; fields id, name, diagnosis
${closingSections}`,
      exampleDocument({
        facts: { compliance: '' },
        'non-functional-requirements': `- Answers within 200 ms at p99, 99.9% of the time.
- Members live in the EU.`,
      }),
      `---
peakQps: 800
---
flowchart LR
  app[Mobile app] --> api[Checkout service] --> db[(MySQL + standby)]

## Non-functional requirements
- Checkout answers within 300 ms at p99.
## Data model
- Saved card (money) in MySQL: key id; fields id, card number, expiry, holder
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { compliance: '' },
        security: `- GDPR: members export and delete their data themselves; OAuth tokens are checked in the Booking service; TLS everywhere; rate limit per user.
- Data is encrypted at rest; an audit log keeps who changed what.
- Threats considered: spoofed members, tampering, floods of requests.`,
      }),
      exampleDocument({
        facts: { compliance: '' },
        'functional-requirements': `- FR1 (must): Nurses note a measurement.
- FR2 (must): Nurses see a patient's measurements.
- FR3 (must): Doctors release a patient.
- FR4 (out): Real people: this is a training system with synthetic data.`,
        api: `- \`POST /v1/measurements\` notes one (auth, idempotent, errors) covers FR1
- \`GET /v1/measurements?cursor=\` lists them (auth, paginated, errors) covers FR2
- \`POST /v1/patients/{id}/release\` releases a patient (auth, idempotent, errors) covers FR3`,
      }),
      `---
peakQps: 20
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  api --> stripe[Stripe]

## Data model
- Order in PostgreSQL: key id; fields id, items, total`,
    ],
  },
  appliesTo: (context) => isWhole(context) && entitiesAtStake(context).length > 0,
  check(context) {
    const { compliance = [] } = context.design.scale
    if (compliance.length > 0 || isMentioned(context, rules) || isMentioned(context, demo))
      return []
    return [observe(context, entitiesAtStake(context))]
  },
})

const rules =
  /\b(?:gdpr|dsgvo|hipaa|pci(?:[-\s]?dss)?|ccpa|lgpd|ferpa|coppa|psd2|sox|soc ?[12]|iso ?27\d+|fedramp|glba|complian\w*|data protection|data residency|privacy law|right to (?:be forgotten|erasure))\b/i
const demo =
  /\b(?:demo|test|sample|fake|synthetic|anonymi[sz]ed|made[-\s]up|fictional|toy)\b.{0,24}\b(?:data|records?|accounts?|people|users?)\b|\bno (?:real|personal) (?:data|people|users?)\b/i
const europe =
  /\b(?:eu|europe(?:an)?|germany|france|spain|italy|netherlands|ireland|sweden|poland|eu-(?:west|central|north|south)-\d)\b/i
const personal =
  /\b(?:e-?mails?|phones?|address(?:es)?|birth\w*|dob|ssn|passports?|national ids?|licen[cs]e|names?|locations?|gps|gender|salar\w+|iban)\b/i
const cards = /\b(?:cards?|pan|cvv|cvc)\b/i

function wordsOfEntity({ name, fields = [], text = '' }: Entity): string {
  return `${name} ${fields.join(' ')} ${text}`
}

function entitiesAtStake(context: CheckContext): readonly Entity[] {
  const money = entitiesOf(context, 'money').filter((entity) => cards.test(wordsOfEntity(entity)))
  return [...entitiesOf(context, 'health', 'pii'), ...money]
}

/**
 * Health and cards weigh more, and so do people of whom something personal is kept under a known law; that
 * somewhere are users is a thought.
 */
function observe(context: CheckContext, entities: readonly Entity[]): Observation {
  const isPii = (entity: Entity) => entitiesOf(context, 'pii').includes(entity)
  const isGrave = entities.some((entity) => !isPii(entity))
  const isPersonal = entities.some((entity) => personal.test(wordsOfEntity(entity)))
  const isLarge = !['XS', 'S', 'unknown'].includes(context.band)
  const isWeighty = isPersonal && (isLarge || isMentioned(context, europe))
  const names = entities.map(({ name }) => name)
  return {
    subject: [answerSubject('non-functional-requirements', 'compliance')],
    severity: isGrave || isWeighty ? 'warning' : 'suggestion',
    message: `Nothing says which rules of law or trade apply to ${listOf(names)}.`,
    evidence: { entities: names },
  }
}
