import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { isWritten } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { holdsAny } from '../held-data.ts'
import { keepsData, nameOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidNear, sayingsOf } from '../said.ts'
import { denies, says } from '../says.ts'

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
    ],
  },
  appliesTo: (context) => storesOf(context).length > 0,
  check: (context) => storesOf(context).flatMap((node) => observe(context, node)),
})

const sensitive: ReadonlySet<EntityClass> = new Set(['money', 'pii', 'health'])
const sealed = /\b(?:encrypt\w*|tde|kms|customer[-\s]managed keys?|sealed|luks)\b/i
const tokenised =
  /\b(?:tokeni[sz]\w*|pseudonymi[sz]\w*|anonymi[sz]\w*|hash(?:ed|es)|masked|redacted)\b/i
const open = /\bunencrypted\b|\bin (?:the )?(?:clear|plain(?:[-\s]?text)?)\b|\bplain[-\s]?text\b/i
const wire = /\b(?:tls|https|transit|transport|traffic|network|wire|connections?)\b/i

function storesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    (node) => keepsData(context, node.id) && holdsAny(context, node, sensitive),
  )
}

function observe(context: CheckContext, node: DesignNode): readonly Observation[] {
  const { encryptedAtRest } = node.properties
  if (encryptedAtRest === true || isSaidNear(context, node.id, sealed)) return []
  if (isTokenised(context, node)) return []
  const isStated = encryptedAtRest === false || isAdmitted(context, node)
  if (!isStated && !isForgotten(context)) return []
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

function isTokenised(context: CheckContext, node: DesignNode): boolean {
  if (isSaidInAnswers(context, tokenised)) return true
  return context.design.answers.entities.some(
    ({ storeIds, text = '', fields = [] }) =>
      storeIds.includes(node.id) && says(`${text} ${fields.join(' ')}`, tokenised),
  )
}

/** Whether the answers say that it is not encrypted: of this store, or of no store in particular. */
function isAdmitted(context: CheckContext, node: DesignNode): boolean {
  return sayingsOf(context).some(
    ({ section, text, nodeIds }) =>
      !['flows', 'api'].includes(section) &&
      (nodeIds.length === 0 || nodeIds.includes(node.id)) &&
      (denies(text, sealed) || says(text, open)) &&
      !wire.test(text),
  )
}

/** Security was thought about under a rule of law, and the disks were not. */
function isForgotten(context: CheckContext): boolean {
  const { compliance = [] } = context.design.scale
  const isBound = compliance.some((name) => !/^none\b/i.test(name))
  return isBound && isWritten(context, 'security') && !isSaidInAnswers(context, sealed)
}
