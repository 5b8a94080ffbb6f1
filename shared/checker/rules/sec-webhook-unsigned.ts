import type { DesignEdge } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { admissionsOf, runnersIn } from '../told-faults.ts'
import { quoted } from '../answered.ts'
import { mayBeJudged } from '../exposure.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { carriesWork, nameOf, namesOf, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidInAnswers, isSaidNear, type Saying } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'sec-webhook-unsigned',
  title: 'Callbacks are taken on trust',
  category: 'security',
  why: 'Whoever learns the address can send events that never happened.',
  fix: 'Send a signature over body and time with every callback, and let the receiver check it, drop repeats and limit the rate.',
  question: 'How does the receiver know that this event comes from whom it says?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- The courier calls back at /hooks/courier; we do not check a signature, whatever arrives is believed.`,
      `---
publicFacing: true
---
flowchart LR
  web[Browser] -->|OAuth| shop[Shop service] --> db[(PostgreSQL)]
  shop --> pay[Payment provider]:::external-service
  pay -->|webhook| shop`,
      `\`\`\`mermaid
flowchart LR
  app[Merchant app]:::mobile-client --> api[Payout service] --> db[(PostgreSQL)]
  api --> q[SQS queue] --> hooks[Webhook dispatcher]:::webhook-dispatcher --> shop[Merchant server]:::external-client
\`\`\`
## Security
- OAuth for merchants, TLS everywhere.`,
      `flowchart LR
  web[Browser] --> api[Build service] --> db[(MySQL)]
  gh[GitHub]:::external-service -->|webhook on push| api`,
    ],
    good: [
      `---
publicFacing: true
---
flowchart LR
  web[Browser] -->|OAuth| shop[Shop service] --> db[(PostgreSQL)]
  shop --> pay[Payment provider]:::external-service
  pay -->|webhook, HMAC signature| shop`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> shop[Shop service] --> db[(PostgreSQL)]
  stripe[Stripe] -->|webhook| shop
\`\`\`
## Security
- Webhooks are verified by their signature and dropped when older than five minutes.`,
      `flowchart LR
  web[Browser] --> api[Video service] --> q[Queue] --> enc[Encoding worker]
  enc -->|callback when done| api`,
      `flowchart LR
  web[Browser] --> api[Account service]
  idp[Identity provider]:::external-service -->|OAuth callback| api`,
    ],
  },
  appliesTo: (context) =>
    context.design.graph.edges.some((edge) => isCallback(context, edge)) ||
    context.design.answers.sections.length > 0,
  check(context) {
    const isLoud = mayBeJudged(context)
    const trusting = admissionsOf(context, { words: believed, unless: checked })
    const callbacks = context.design.graph.edges.filter((edge) => isCallback(context, edge))
    if (callbacks.length === 0) return trusting.slice(0, 1).map((one) => told(context, one))
    return callbacks
      .filter((edge) => trusting.length > 0 || !isSigned(context, edge))
      .map((edge) => ({
        subject: [edge.from, edge.to],
        severity: isLoud ? ('warning' as const) : ('suggestion' as const),
        message: sentence(
          `Nothing says how ${nameOf(context, edge.to)} knows that a callback comes from ${nameOf(context, edge.from)}.`,
        ),
        evidence: { signed: false },
        nodes: [edge.from, edge.to],
        edges: [edge.id],
      }))
  },
})

/** Said of a hook that whoever calls it is believed. */
const hook =
  '(?:web-?hooks?|call-?backs?|ipn|\\/hooks?\\/?\\S*|notifications? (?:of|from) (?:the )?\\w+)'
const trust =
  "(?:(?:no|without(?: an?| any)?|not check\\w*(?: an?| the)?|n[’']t check\\w*(?: an?| the)?|not verif\\w*(?: an?| the)?|never (?:check|verif)\\w*(?: an?| the)?) (?:hmac |valid )?(?:signatures?|secrets?|hmac|verification)|unsigned|unverified|unauthenticated|not (?:signed|verified|authenticated|checked)|(?:is|are) believed|(?:is|are) open\\b|as (?:it is|they are)\\b|on trust|at face value|whoever|any(?:one|body) (?:can|could|may)|(?:only|nothing but) by (?:its|an?|the) (?:unguessable|secret|long|random) (?:path|url|address)|without checking (?:who|where|the sender|that it)|who sent (?:it|them) is not|(?:signatures?|verification)[^.;]{0,30}\\b(?:later|next (?:release|year|quarter)|not yet|todo|tbd|planned))"
const believed = new RegExp(`${hook}[^.]{0,110}${trust}|${trust}[^.]{0,70}\\b${hook}`, 'i')
const checked =
  /\b(?:40[13]|refus\w*|reject\w*|dropped|asks? \w+ (?:for|whether|again)|a hint|oauth|redirect)\b/i

function told(context: CheckContext, saying: Saying): Observation {
  const named = saying.nodeIds.filter((id) => !plays(context, id, 'client'))
  const partners = named.filter((id) => plays(context, id, 'external'))
  const near = partners.flatMap((id) => edgesTo(context.index, id).map(({ from }) => from))
  const runners = runnersIn(context, saying)
  return {
    subject: [answerSubject(saying.section, 'callbacks')],
    severity: 'warning',
    message: sentence(
      `${namesOf(context, runners)} believes a callback without proof: ${quoted(saying.text)}.`,
    ),
    evidence: { signed: false },
    nodes: [...new Set([...named, ...near, ...runners])],
  }
}

const webhook = /\bweb-?hooks?\b|\/hooks?\b/i
const callback =
  /\/(?:web)?hooks?\b|\b(?:call-?backs?|ipn|calls? (?:us )?back|notif(?:y|ies|ications?) (?:us|back|of payment)|status updates?)\b/i
const redirect = /\b(?:oauth2?|oidc|saml|log ?in|sign[-\s]?in|auth\w*|redirect\w*)\b/i
const proof =
  /\b(?:sign(?:ed|ature|atures|s|ing)?|hmac|m(?:utual )?tls|verif\w*|shared secret|secret header|svix|jws|public key|ip allow-?list|allow-?listed|(?:only|no more than) a hint|asks? (?:back\b|(?:\w+ ){1,3}(?:for|about) the (?:state|status))|re-?fetch\w* the (?:state|status|payment))\b/i
const answersWithProof = [
  'api',
  'non-functional-requirements',
  'flows',
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
] as const

/** From outside, or to a partner: posting to the webhook of another company's product needs no signature. */
function isCallback(context: CheckContext, edge: DesignEdge): boolean {
  const words = wordsOf(edge)
  if (!carriesWork(context, edge) || redirect.test(words)) return false
  const isFromOutside = plays(context, edge.from, 'external')
  if (callback.test(words) && isFromOutside) return true
  const isToOutside = plays(context, edge.to, 'external')
  if (!isToOutside) return webhook.test(words) && (isFromOutside || mayBeJudged(context))
  const isPartner = context.kindOf(edge.to).id === 'external-client'
  return isDispatcher(context, edge.from) || (isPartner && webhook.test(words))
}

function isDispatcher(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  if (context.kindOf(id).id === 'webhook-dispatcher') return true
  return node !== undefined && webhook.test(wordsOn(node))
}

function isSigned(context: CheckContext, edge: DesignEdge): boolean {
  const { authn } = edge.properties
  if (typeof authn === 'string' && authn !== '' && authn !== 'none') return true
  if (isSaidNear(context, edge.from, proof) || isSaidNear(context, edge.to, proof)) return true
  return isSaidInAnswers(context, proof, answersWithProof)
}
