import type { Endpoint, EntityClass, SectionId } from '#shared/design/answers.ts'
import { isWritten, quoted } from '../answered.ts'
import { exposureOf, frontDoorsOf, isDue, mayBeJudged } from '../exposure.ts'
import { admissionsOf } from '../told-faults.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { identity, identitySections, isAnonymousByChoice, isProtected } from '../identity.ts'
import { namesOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsOf } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { denies } from '../says.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'sec-auth-missing',
  title: 'Nobody asks who is calling',
  category: 'security',
  why: 'Who somebody is and what they may do are two questions; a write or personal data without an answer to both is open to everyone.',
  fix: 'Ask for a token at the gateway or in the service, and let the service check owner or role before it reads or changes anything.',
  question: 'How does this call know whose data it may change?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- Members log in with a one-time code.
- The pages of the librarians under /admin have no login; only they know the address.`,
      `---
publicFacing: true
peakQps: 900
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|HTTPS| gw[API gateway x2] --> api[Note service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## API
- \`POST /notes\` stores a note
- \`DELETE /notes/{id}\` removes it
## Security
- TLS at the gateway; 100 requests a minute for each address.`,
      `---
publicFacing: true
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer] --> clinic[Appointment service] --> db[(MySQL)]
\`\`\`
## Data model
- Patient (health) in MySQL: key id; fields name, birthday, diagnosis
## Security
- No login yet; the address of the site is known to few.`,
      `---
publicFacing: true
peakQps: 3000
---
\`\`\`mermaid
flowchart LR
  web[Shop front]:::web-client --> gw[API gateway x2] --> api[Order service x4] --> db[(PostgreSQL + standby)]
\`\`\`
## API
- \`POST /orders\` places an order (auth, idempotent)
- \`POST /admin/refunds\` pays money back (auth)
## Security
- Sign-in with Google; TLS everywhere.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- Members log in with a one-time code. Nothing under /admin is reached without a login and a role.`,
      `---
publicFacing: true
---
flowchart LR
  app[Mobile app] --> gw["API gateway (OAuth, quotas)"] --> api[Note service] --> db[(PostgreSQL)]`,
      `---
publicFacing: true
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Paste service] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- (must) Anybody pastes a text without an account.
## API
- \`POST /pastes\` stores a text`,
      `---
publicFacing: true
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> gw[API gateway] --> api[Order service] --> db[(PostgreSQL)]
\`\`\`
## API
- \`POST /orders\` places an order
- \`DELETE /admin/orders/{id}\` removes one
## Security
- Nothing passes the gateway without a valid JWT; admin calls need the support role.`,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => mayBeJudged(context) && doorsOf(context).length > 0,
  check(context) {
    if (!isProtected(context)) return missing(context)
    const admitted = openByAdmission(context)
    if (admitted.length > 0) return admitted
    return [...leftOpen(context), ...(isAdminOpen(context) ? [adminOpen] : [])]
  },
})

const writes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const personal: ReadonlySet<EntityClass | undefined> = new Set<EntityClass>([
  'pii',
  'health',
  'money',
  'booking',
  'message',
])
/** Calls that come before anybody can have proven anything. */
const opening =
  /\/(?:log[-_]?(?:in|out)|sign[-_]?(?:in|up)|register|registrations?|auth\w*|oauth\w*|tokens?|sessions?|passwords?|password[-_]\w+|otp|web-?hooks?|callbacks?|health\w*|contact|search|track\w*|views|clicks|metrics|telemetry)(?:\/|$|\?)/i

function isWrite({ method, path }: Endpoint): boolean {
  return writes.has(method) && !opening.test(path)
}

function missing(context: CheckContext): readonly Observation[] {
  if (isAnonymousByChoice(context)) return []
  const { entities, endpoints, sections } = context.design.answers
  const isBare = sections.length === 0
  const open = endpoints.filter(isWrite).map(({ method, path }) => `${method} ${path}`)
  const held = entities.filter((entity) => personal.has(entity.class)).map(({ name }) => name)
  const isReadOnly = open.length + held.length === 0
  if (isReadOnly && exposureOf(context) !== 'public') return []
  const doors = doorsOf(context)
  const what = [...open, ...held].slice(0, 2).join(' and ')
  const reach = isReadOnly || isBare ? '' : ` before ${what} can be reached`
  const message = sentence(
    `${namesOf(context, doors)} ${doors.length > 1 ? 'ask' : 'asks'} nobody who they are${reach}.`,
  )
  const severity = isReadOnly || isBare ? 'suggestion' : severityOf(context)
  const evidence = { open: open.toSorted(), held: held.toSorted() }
  const answers: readonly SectionId[] = isBare ? [] : [open.length > 0 ? 'api' : 'security']
  return [{ subject: doors, severity, message, evidence, nodes: placesOf(context, doors), answers }]
}

/** Where the public comes in, or where security was thought about, silence weighs as the fault that it is. */
function severityOf(context: CheckContext): Severity {
  const exposure = exposureOf(context)
  if (exposure === 'internal') return 'suggestion'
  const isKnown = sayingsOf(context).some(
    ({ section, text }) => section === 'security' && denies(text, identity),
  )
  if (exposure === 'public' || isKnown || isWritten(context, 'security')) return 'error'
  const isTime = isDue(context, 'security') && isAtLeast(context.band, 'S')
  return isTime ? 'warning' : 'suggestion'
}

/** Places and deeds that are nobody's but the owner's, and what says that nobody asks there. */
const place =
  '(?:admin\\w*|back[-\\s]?office|organi[sz]ers?\\W{0,2}|staff|hr|internal|management|dashboard|console|export\\w*|import\\w*|reports?|wardens?|operators?|moderat\\w*|refunds?|/(?!login|health|public)[a-z][\\w/{}*-]*|(?:chang|correct|delet|edit|cancel|updat|writ|overwrit|creat|cal|stor)\\w*)'
const unasked =
  "(?:unauthenticated|unprotected|(?:no|without(?: an?| any)?|nor|(?:needs?|requires?|asks? for|has|have) no|(?:does|do)(?: not|n[’']t) (?:need|require|ask for|have|do)(?: an?| any)?) (?:[a-z-]+ ){0,2}?(?:log-?in|sign-?in|passwords?|tokens?|auth\\w*|credentials?|access control|protection)|(?:is|are) not authenticated|(?:is|are) open to (?:everyone|everybody|anyone|anybody)|nobody asks who)\\b"
const leftOpenByWords = new RegExp(
  [
    `(?:^|[^\\w])${place}[^.;]{0,70}?\\b${unasked}`,
    `\\b${unasked}[^.;]{0,50}?[^\\w]${place}`,
    '\\b(?:any(?:one|body)|whoever) (?:who (?:knows|has|guesses|finds)|with|knowing) [^.;]{0,40}\\b(?:may|can|could)? ?(?:chang|edit|delet|correct|read|see|cancel|write|open|do)\\w*',
    '\\b(?:owner\\w*|whose \\w+(?: \\w+){0,2}?|who owns \\w+|roles?|rights|permissions?) (?:is|are) (?:not|never) (?:checked|verified|compared)',
    '\\b(?:not|never|nobody|nothing) (?:check|verif|compar)\\w* (?:whose|who owns|the owner|the role|roles|permissions|rights)',
    '\\b(?:any|every|each) (?:logged[- ]in |signed[- ]in )?(?:user|visitor|customer|account|member|client) (?:may|can) (?:open|read|see|change|edit|delete) (?:any\\b|every|all|those of others|other)',
    '\\btrusts? (?:the |an? )?(?:\\S+ )?(?:header|id|parameter|cookie)\\b[^.;]{0,40}\\b(?:browser|client|app|caller)\\b',
  ].join('|'),
  'i',
)
const guarded =
  /\b(?:vpn|sso|role\w* (?:is|are)(?! not)|allow-?list\w*|health|read-only|by design|guests?|signed (?:link|url)|secret link|magic|m(?:utual )?tls|40[134]|refus\w*|reject\w*|redirect\w*|web-?hooks?|call-?backs?|status page|landing|private network|nothing under|no (?:page|call|one|access)|nobody (?:sees|reaches|gets)|denied)\b/i

/** Text alone makes no error of it. */
function openByAdmission(context: CheckContext): readonly Observation[] {
  const [found] = admissionsOf(context, { words: leftOpenByWords, unless: guarded })
  if (found === undefined) return []
  return [
    {
      subject: [answerSubject(found.section, 'access')],
      severity: context.design.scale.publicFacing === false ? 'suggestion' : 'warning',
      message: sentence(
        `${namesOf(context, doorsOf(context))} lets in whoever comes there: ${quoted(found.text)}.`,
      ),
      evidence: { admitted: true },
      nodes: placesOf(context, doorsOf(context)),
    },
  ]
}

/** What nobody leaves open on purpose while everything else asks for a token. */
const weighty =
  /\b(?:admin\w*|transfers?|payments?|refunds?|payouts?|withdraw\w*|users?|accounts?|profiles?|orders?|bookings?|patients?|records?)\b/i

function leftOpen(context: CheckContext): readonly Observation[] {
  if (exposureOf(context) === 'internal' || isAnonymousByChoice(context)) return []
  const { endpoints } = context.design.answers
  const open = endpoints.filter((end) => end.auth === false && isWrite(end) && isWeighty(end))
  return open.map(({ method, path }) => ({
    subject: [answerSubject('api', `${method} ${path}`)],
    severity: 'error',
    message: `${method} ${path} changes something for whoever calls it.`,
    evidence: { auth: false },
  }))
}

function isWeighty({ method, path, text }: Endpoint): boolean {
  return method === 'DELETE' || weighty.test(`${path.replaceAll('_', ' ')} ${text}`)
}

const admin = /\b(?:admin\w*|back[-\s]?office|moderat\w*|superusers?|impersonat\w*)\b/i
const rights =
  /\b(?:roles?|rbac|abac|acls?|permissions?|authori[sz]\w*|owners?\w*|scopes?|polic(?:y|ies)|groups?|claims?|privileges?|access (?:control|rights|list)|may only|only (?:admins?|administrators|staff|the|moderators)|separate (?:log[-\s]?in|network|vpn)|vpn|mfa|2fa)\b/i

function isAdminOpen(context: CheckContext): boolean {
  const { endpoints } = context.design.answers
  if (!endpoints.some(({ path }) => admin.test(path.replaceAll('_', ' ')))) return false
  return !isSaidInAnswers(context, rights, identitySections) && !isSaidInDrawing(context, rights)
}

const adminOpen: Observation = {
  subject: [answerSubject('api', 'admin')],
  severity: 'warning',
  message: 'Calls for administrators are in the API, and nothing says which role may make them.',
  evidence: { roles: false },
}

/** The doors, and what stands right behind them while that is little enough to point at. */
function placesOf(context: CheckContext, doors: readonly string[]): readonly string[] {
  const { services } = frontDoorsOf(context)
  return services.length > 3 ? doors : [...new Set([...doors, ...services])]
}

/** The gateway where there is one, since that is where a caller is asked; else what callers meet first. */
function doorsOf(context: CheckContext): readonly string[] {
  const { entries, services } = frontDoorsOf(context)
  const gateways = entries.filter((id) => context.kindOf(id).id === 'api-gateway')
  return gateways.length > 0 ? gateways : services
}
