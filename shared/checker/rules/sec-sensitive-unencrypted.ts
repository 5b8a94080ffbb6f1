import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { isWritten } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { holdsAny, holdsSensitive } from '../held-data.ts'
import { keepsData, nameOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidNear, isSaidOn, sayingsOf, type Saying } from '../said.ts'
import { denies, says, saysOutright } from '../says.ts'

export default defineRule({
  id: 'sec-sensitive-unencrypted',
  title: 'Sensitive data lies open on disk',
  category: 'security',
  why: 'A stolen disk, snapshot or backup shows everything to whoever holds it.',
  fix: 'Encrypt the store and its backups at rest, with keys that a key service manages and rotates.',
  question: 'Who can read this data if a backup leaves the building?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Clinic service] --> db[(PostgreSQL)]
  %% set db encryptedAtRest false
\`\`\`
## Data model
- Patient (health) in PostgreSQL: key id; fields name, diagnosis`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway] --> wallet[Wallet service] --> mysql[(MySQL)]
\`\`\`
## Data model
- Transfer (money) in MySQL: key id; fields from, to, amount
## Security
- OAuth at the gateway, TLS everywhere.
- Data is not encrypted at rest.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> hr[Payroll app] --> db[(MariaDB on plain disks)]
\`\`\`
## Data model
- Employee in MariaDB: key id; fields name, IBAN, salary`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> mail[Mail app] --> pg[(PostgreSQL)]
  mail --> files[(Object storage)]
\`\`\`
## Data model
- Mail (pii) in PostgreSQL: key id
- Attachment (media) in Object storage: key hash
## Security
- Attachments are encrypted by the storage. The disks of the database are not.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Clinic service] --> db[(PostgreSQL, encrypted with KMS)]
\`\`\`
## Data model
- Patient (health) in PostgreSQL: key id; fields name, diagnosis`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Blog service] --> db[(PostgreSQL)]
  %% set db encryptedAtRest false
\`\`\`
## Data model
- Post (content) in PostgreSQL: key id; fields title, text`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> pay[Payment service] --> db[(MySQL)]
  pay --> stripe[Stripe]
  %% set db encryptedAtRest false
\`\`\`
## Data model
- Payment (money) in MySQL: key id; fields order, amount, card token
## Security
- Sign-in with Google. Cards are tokenised by Stripe; nothing else about the payer is kept.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> clinic[Clinic app] --> db[(MySQL)]
\`\`\`
## Data model
- Patient (health) in MySQL: key id; fields name, diagnosis
## Security
- Calls inside the cluster are plain HTTP, not encrypted; disks and backups are.`,
    ],
  },
  appliesTo: (context) => storesOf(context).length > 0,
  check: (context) => storesOf(context).flatMap((node) => observe(context, node)),
})

const sealed = /\b(?:encrypt\w*|tde|sse(?:-\w+)?|kms|customer[-\s]managed keys?|sealed|luks)\b/i
const open =
  /\bunencrypted\b|\bin (?:the )?(?:clear|plain(?:[-\s]?text)?)\b|\bplain[-\s]?text\b|\b(?:plain|bare|raw) (?:disks?|volumes?|drives?|ssds?)\b/i
const notAtRest =
  /\bnot (?:encrypted )?at rest\b|\bat rest\b[^.;]{0,20}\b(?:not encrypted|none|no)\b/i
/** "The disks of the database are not", after a sentence about what is. */
const unlikeOthers =
  /\b(?:disks?|volumes?|drives?|database|db|tables?|backups?|dumps?|snapshots?)\b[^.;:]{0,40}\b(?:is|are) not\s*(?:[.:;,]|$)/i
const wire =
  /\b(?:tls|https?|transit|transport|traffic|network|wire|connections?|calls?|links? between|hops?|passwords?|secrets?)\b/i
const sealedDisk =
  /\b(?:disks?|volumes?|at rest)\b[^.;]{0,30}\bencrypt\w*|\b(?:disk|volume) encryption\b|\bencrypt\w*\b[^.;]{0,30}\b(?:disks?|volumes?|at rest)\b|\btde\b|\bkms\b/i
const copies = /\b(?:backups?|dumps?|snapshots?|exports?)\b/i

function storesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    (node) => keepsData(context, node.id) && holdsSensitive(context, node),
  )
}

function observe(context: CheckContext, node: DesignNode): readonly Observation[] {
  const { encryptedAtRest } = node.properties
  const admissions = admissionsOf(context, node)
  if (isSealed(context, node) && !admissions.some((text) => copies.test(text))) return []
  if (isTokenised(context, node)) return []
  const isBare = encryptedAtRest === false || isSaidOn(context, node.id, open)
  const isStated = isBare || admissions.length > 0
  if (!isStated && !isForgotten(context, node)) return []
  const name = sentence(nameOf(context, node.id))
  return [
    {
      subject: [node.id],
      severity: isStated ? 'warning' : 'suggestion',
      message: isStated
        ? `${name} keeps sensitive data that is not encrypted at rest.`
        : `${name} keeps sensitive data, and nothing says whether it is encrypted at rest.`,
      evidence: { encryptedAtRest: isStated ? false : null },
    },
  ]
}

function isSealed(context: CheckContext, { id, properties }: DesignNode): boolean {
  if (properties['encryptedAtRest'] === true || isSaidNear(context, id, sealed)) return true
  return sayingsOf(context).some(
    ({ text, nodeIds }) =>
      (nodeIds.length === 0 || nodeIds.includes(id)) &&
      saysOutright(text, sealedDisk) &&
      !off.test(text),
  )
}

/** A token in place of a card leaves nothing to read; of people and their health it takes more. */
function isTokenised(context: CheckContext, node: DesignNode): boolean {
  const held = context.design.answers.entities.filter(({ storeIds }) => storeIds.includes(node.id))
  const isMoney = held.length > 0 && held.every((entity) => !isPersonal(entity))
  if (isSaidInAnswers(context, isMoney ? /\btokeni[sz]\w*/i : namelessly)) return true
  return held.some(({ text = '', fields = [] }) => says(`${text} ${fields.join(' ')}`, tokenised))
}

const tokenised =
  /\b(?:tokeni[sz]\w*|pseudonymi[sz]\w*|anonymi[sz]\w*|hash(?:ed|es)|masked|redacted)\b/i
const namelessly = /\b(?:pseudonymi[sz]ed|anonymi[sz]ed)\b/i

function isPersonal({ class: name }: Entity): boolean {
  return name === 'pii' || name === 'health'
}

/** Sentences that say that it is not encrypted: of this store, or of no store in particular. */
function admissionsOf(context: CheckContext, { id }: DesignNode): readonly string[] {
  const said = sayingsOf(context).filter(
    ({ section, nodeIds }) =>
      section !== 'api' &&
      (nodeIds.every((one) => !keepsData(context, one)) || nodeIds.includes(id)),
  )
  const switchedOff = said.map(({ text }) => text).filter((text) => off.test(text))
  return [...switchedOff, ...said.flatMap(sentencesIn).filter(isAdmission)]
}

/** A line of its own in a table or a list. */
const off = /\bencryption(?: at rest)?\s*[.:]\s*(?:off|none|no|not|disabled|never)\b/i

function sentencesIn({ text }: Saying): readonly string[] {
  return text.split(/[.;](?=\s|$)/)
}

function isAdmission(text: string): boolean {
  if (notAtRest.test(text)) return true
  if (wire.test(text)) return false
  return denies(text, sealed) || says(text, open) || unlikeOthers.test(text)
}

/** Security was thought about under a rule of law, and the disks were not. */
function isForgotten(context: CheckContext, node: DesignNode): boolean {
  const { compliance = [] } = context.design.scale
  const isBound = compliance.some((name) => !/^none\b/i.test(name))
  const isKnown = holdsAny(context, node, classes)
  return isKnown && isBound && isWritten(context, 'security') && !isSaidInAnswers(context, sealed)
}

const classes: ReadonlySet<EntityClass> = new Set(['money', 'pii', 'health'])
