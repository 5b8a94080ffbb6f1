import type { Entity, EntityClass } from '#shared/design/answers.ts'
import { isMentioned, isWritten } from '../answered.ts'
import { exposureOf, isDue } from '../exposure.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { namesOf } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { denies, says } from '../says.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'sec-threats-unconsidered',
  title: 'Nobody asked what could be attacked',
  category: 'security',
  why: 'Security is an attribute that somebody has to ask for, and being able to trace who did what is often a duty.',
  fix: 'Walk over each trust boundary: spoofing, tampering, denial of an act, disclosure, overload, elevation; add an audit log for money, health and administration.',
  question: 'Who would want to misuse this, and what would they try first?',
  examples: {
    bad: [
      `---
publicFacing: true
peakQps: 2000
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> gw[API gateway x2] --> api[Auction service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## API
- \`POST /bids\` places a bid (auth)
## Security`,
      `---
publicFacing: true
peakQps: 700
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> wallet[Wallet service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Data model
- Transfer (money) in PostgreSQL: key id; fields sender, receiver, amount
## Security
- OAuth with short-lived tokens at the gateway, TLS everywhere, quotas for each user.`,
      `---
publicFacing: true
peakQps: 350
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer, managed] --> portal[Pay portal x2] --> db[(SQL Server)]
\`\`\`
## Security
- Sign-in with a company account, TLS everywhere.
- No threat analysis has been made, since the portal is behind sign-in.`,
    ],
    good: [
      `---
publicFacing: true
peakQps: 700
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw["API gateway x2, quotas"] --> wallet[Wallet service x3] --> db[(PostgreSQL + standby)]
  wallet --> audit[Audit log]
\`\`\`
## Data model
- Transfer (money) in PostgreSQL: key id; fields sender, receiver, amount
## Security
- OAuth at the gateway against stolen accounts, TLS everywhere, quotas against floods.`,
      `---
publicFacing: true
peakQps: 2000
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> gw["API gateway x2, quotas"] --> api[Recipe service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- Sign-in with Google, quotas for each account, uploads scanned for malware.`,
      `flowchart LR
  web[Browser] --> api[Wallet service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => isDue(context, 'security'),
  check(context) {
    if (isSaidInAnswers(context, demo, everywhere)) return []
    if (!isConsidered(context)) return [unconsidered(context)]
    const what = untracedOf(context)
    return what === undefined ? [] : [untraced(context, what)]
  },
})

const demo =
  /\b(?:demo (?:data|only|app\w*)|sample data|test data|toy|proof of concept|throw-?away)\b/i
const threats =
  /\b(?:threats?|stride|attack\w*|abus\w*|spoof\w*|tamper\w*|inject\w*|xss|csrf|ssrf|owasp|brute[-\s]?force|scrap(?:e|ers?|ing)|bots?|fraud\w*|leak\w*|stolen|malicious|harmful|malware|phish\w*|encrypt\w*|tls|https|auth\w*|oauth\w*|tokens?|rate[-\s]?limit\w*|quotas?|permissions?|least privilege|signed|private (?:subnet|network|vpc)|waf|passwords?|log-?in|sign-?in|secrets?|captcha)\b/i
const audit =
  /\b(?:audit\w*|ledger|append[-\s]only|event[-\s]sourc\w*|immutable (?:log|history|record)|(?:event|change|access) (?:history|log|trail)|trail|traceab\w*|who did what|double[-\s]entry|journal\w*|wal of transactions|history of (?:every|each|all) \w+|(?:status|order|payment|transfer|transaction) history|history tables?|\w+_(?:events|history|audit)|event logs?|who changed|records? who|(?:every|each|all) (?:\w+ ){1,3}(?:is|are|gets?) (?:recorded|logged|written (?:down|to)|kept)|(?:each|every) (?:change|edit|action|access)\b[^.;]{0,40}\b(?:recorded|logged|written)|(?:rows?|records?|entries) are never (?:updated|changed|overwritten)|a correction is a new (?:row|record|entry))\b/i
/** Threats by their names, whatever was said of analysing them. */
const named =
  /\b(?:attack\w*|abus\w*|spoof\w*|tamper\w*|inject\w*|xss|csrf|brute[-\s]?force|scrap(?:ers?|ing)|bots?|fraud\w*|stolen|malicious|malware|phish\w*)\b/i
const everywhere = [
  'functional-requirements',
  'non-functional-requirements',
  'api',
  'data-model',
  'flows',
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
] as const
const statements = [
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'failures',
  'operations',
] as const

/** "No threat analysis has been made": somebody asked, and was told no. */
const analysis =
  /\bthreats?(?: (?:model\w*|analys[ei]s|review\w*|assessment))?\b|\bstride\b|\b(?:security|risk) (?:review|analysis|assessment)\b|\babuse cases?\b/i
const notTraced =
  /\b(?:what|who|changes?|edits?|actions?|access\w*|corrections?)\b[^.;]{0,40}\b(?:is|are) (?:not|never) (?:recorded|logged|audited|traced|written down)\b|\b(?:no|without(?: an?)?) audit\b|\bno (?:record|trace|log) of who\b/i

function isRefused(context: CheckContext): boolean {
  const texts = context.design.answers.security.map(({ text }) => text)
  return (
    texts.some((text) => /\b(?:no|not|never|none)\b/i.test(text) && denies(text, analysis)) &&
    !texts.some((text) => says(text, analysis))
  )
}

const unfinished = /^(?:tbd|todo|to do|later|none|n\/a|to be (?:done|defined|decided)|-|\?)[.!]?$/i

function isConsidered(context: CheckContext): boolean {
  const { security } = context.design.answers
  const isOpen = security.length > 0 && security.every(({ text }) => unfinished.test(text.trim()))
  if (isOpen || isRefused(context)) return isSaidInAnswers(context, named)
  return isWritten(context, 'security') || isSaidInAnswers(context, threats, statements)
}

function unconsidered(context: CheckContext): Observation {
  return {
    subject: [answerSubject('security')],
    severity: severityOf(context),
    message: 'The design names no threat and nothing that would stop one.',
    evidence: { threats: 0 },
  }
}

/** What is inside and holds nothing that anybody wants can be thought about later. */
function severityOf(context: CheckContext): Severity {
  if (!isAtLeast(context.band, 'S') || exposureOf(context) === 'internal') return 'suggestion'
  const { sections, entities } = context.design.answers
  const isAsked = sections.some(({ id }) => id === 'security')
  const isPrecious = entities.some((entity) => traced.has(entity.class) || entity.class === 'pii')
  const isPublic = exposureOf(context) === 'public' || isAtLeast(context.band, 'M')
  return isAsked || isPrecious || isPublic ? 'warning' : 'suggestion'
}

const traced: ReadonlySet<EntityClass | undefined> = new Set<EntityClass>(['money', 'health'])
const admin = /\badmin\b|\/admin|back[-_\s]?office|moderat/i

interface Untraced {
  readonly name: string
  readonly storeIds: readonly string[]
  /** Whether a trace of it is owed to somebody, whatever the size. */
  readonly isDuty: boolean
}

/** What changes without a trace; personal data alone asks for one where a rule of law does. */
function untracedOf(context: CheckContext): Untraced | undefined {
  if (isMentioned(context, notTraced, ['security', 'trade-offs', 'operations']))
    return { name: 'what is changed', storeIds: [], isDuty: true }
  const { nodes } = context.design.graph
  const logs = new Set(['audit-log', 'event-store'])
  if (nodes.some((node) => logs.has(context.kindOf(node.id).id))) return undefined
  if (isSaidInDrawing(context, audit) || isSaidInAnswers(context, audit, everywhere))
    return undefined
  const { entities, endpoints } = context.design.answers
  const valuable = entities.find((entity) => traced.has(entity.class) || isOfClass(entity))
  if (valuable !== undefined) return { ...valuable, isDuty: true }
  const call = endpoints.find(({ path, method }) => admin.test(path) && method !== 'GET')
  if (call !== undefined) return { name: `${call.method} ${call.path}`, storeIds: [], isDuty: true }
  const { compliance = [] } = context.design.scale
  const person = entities.find((entity) => entity.class === 'pii')
  const isBound = compliance.some((name) => !/^none\b/i.test(name))
  return person !== undefined && isBound ? { ...person, isDuty: false } : undefined
}

/** "Class: money, pii" names several, and then none is the class of the record. */
function isOfClass({ text = '' }: Entity): boolean {
  return /\bclass(?:es)?:? [\w, ]*\b(?:money|health)\b/i.test(text)
}

function untraced(context: CheckContext, what: Untraced): Observation {
  const isLoud = what.isDuty && isAtLeast(context.band, 'S')
  return {
    subject: [answerSubject('security', 'audit')],
    severity: isLoud ? 'warning' : 'suggestion',
    message: `Nothing records who changed what about ${placed(context, what)}.`,
    evidence: { audited: false },
    nodes: what.storeIds,
  }
}

function placed(context: CheckContext, { name, storeIds }: Untraced): string {
  return storeIds.length > 0 ? `${name} in ${namesOf(context, storeIds)}` : name
}
