import type { Entity } from '#shared/design/answers.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { fieldNames } from '../held-data.ts'
import { namesOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsOf, type Saying } from '../said.ts'
import { says, saysOutright } from '../says.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'sec-secret-handling',
  title: 'Passwords, keys or tokens are easy to take',
  category: 'security',
  why: 'Leaked hashes, keys and tokens open the door for as long as they work, and nobody notices.',
  fix: 'Store passwords with bcrypt, scrypt or Argon2, keys in a secret store with rotation, and sessions as short-lived tokens in HTTP-only cookies.',
  question:
    'Somebody copies this table, this repository or this browser profile: for how long can they come in?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Forum service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- User (pii) in PostgreSQL: key id; fields email, password, name
## Security
- People log in with e-mail and password.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Forum service] --> db[(PostgreSQL)]
\`\`\`
## Security
- Passwords are hashed with MD5.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Report service] --> db[(MySQL)]
\`\`\`
## Security
- The browser keeps its JWT in localStorage.
- API keys of partners are in the repository.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Forum service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- User (pii) in PostgreSQL: key id; fields email, password_hash, name
## Security
- Passwords are hashed with Argon2; sessions last an hour in an HTTP-only cookie.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Forum service] --> db[(PostgreSQL)]
\`\`\`
## Security
- No passwords of our own: sign-in with Google. Keys are in Vault and never in the repository.
- Tokens live for ten minutes and are not kept in localStorage.`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Report service] --> db[(MySQL)]
\`\`\`
## Security
- Files are checked by SHA-256; the connection string comes from AWS Secrets Manager.`,
    ],
  },
  appliesTo: ({ design }) => design.answers.sections.length > 0,
  check(context) {
    const plain = plainPasswords(context)
    const told = faults.flatMap((fault) => saidOf(context, fault))
    const isPasswordTold = told.some(({ evidence }) => evidence['what'] === 'passwords')
    return isPasswordTold ? told : [...told, ...plain]
  },
})

interface Fault {
  readonly what: string
  readonly words: RegExp
  /** What makes the same sentence harmless. */
  readonly unless: RegExp
  readonly message: string
  /** Set where the words look for something that is missing. */
  readonly isNegative?: boolean
}

const slow =
  /\b(?:bcrypt|scrypt|argon2?\w*|pbkdf2|slow (?:salted )?hash\w*|salted(?:,? slow)? hash\w*|hash\w* (?:and|with)(?: a)? salt\w*)\b/i
const slowOrReset =
  /\b(?:bcrypt|scrypt|argon2?\w*|pbkdf2|hash\w*|reset\w*|links?|one[- ]time|https|tls|compared|checked)\b/i
const readable = 'Passwords are kept in a form that is quickly read or guessed.'
const faults: readonly Fault[] = [
  {
    what: 'passwords',
    words:
      /\bpasswords?\b[^.;]{0,30}\b(?:(?:not|never) (?:\w+ )?(?:hashed|salted)|without (?:a )?(?:hash\w*|salt\w*))\b/i,
    unless: slow,
    message: readable,
    isNegative: true,
  },
  {
    what: 'passwords',
    words:
      /\bpasswords?\b[^.;]{0,50}\b(?:md5|sha-?(?:1|256|512)|plain(?:[-\s]?text)?|clear(?:[-\s]?text)?|unsalted|base64|reversibl\w*|unhashed)\b|\b(?:md5|sha-?(?:1|256|512)|plain[-\s]?text|clear[-\s]?text|unsalted|unhashed|base64)\b[^.;]{0,30}\bpasswords?\b/i,
    unless: slow,
    message: readable,
  },
  {
    what: 'passwords',
    words:
      /\bpasswords?\b[^.;]{0,60}\b(?:as (?:they were )?typed(?: in)?|as (?:they )?(?:were )?entered|(?:can be|are) (?:mailed|sent|read|shown|decrypted|looked up)\b(?! (?:by|over) (?:tls|https))|mailed back|with (?:a|one|the same) (?:fixed |shared )?key|can be decrypted|readable)\b|\blooks? up (?:their |the )?passwords?\b/i,
    unless: slowOrReset,
    message: readable,
  },
  {
    what: 'rotation',
    words:
      /\b(?:keys?|secrets?|passwords?|credentials?)\b[^.;]{0,60}\b(?:(?:has|have|is|are|was|were) (?:never|not) (?:been )?(?:rotated|changed|renewed)|never (?:rotated|changed|renewed)|(?:cannot|can[’']t) be (?:rotated|changed|revoked)|no rotation)\b/i,
    unless:
      /\b(?:primary|foreign|partition|shard|sort|cache|object|idempotency|public|document) keys?\b/i,
    message: 'Keys or passwords are never changed, so whoever has one keeps it.',
    isNegative: true,
  },
  {
    what: 'secrets',
    words:
      /\b(?:secrets?|(?:api|access|private|signing|encryption|secret|\w+) ?keys?|passwords?|credentials?|\.env)\b(?:[^.;]|\.(?=\w)){0,60}(?:\b(?:in|into|inside|to|with)\b (?:the |our |a |all )?(?:docker-?compose\S*|\.env\b|dockerfile|(?:\w+ )?app\b|apk|slack|chat|excel|sticky note)|\bversioned in\b|\bcompiled into\b|\b(?:was|is|are|were|get) (?:e-?)?mailed (?:to|around)\b|\bby e-?mail\b)/i,
    unless:
      /\b(?:encrypted|sealed|vault|sops|secret (?:store|manager)|secrets manager|references? to|public keys?|primary keys?|reset\w*|log ?in|sign ?in|idempotency|cookies?|not in|never in|entered|typed|links?|hosted)\b/i,
    message: 'Keys or passwords lie where everybody who has the code can read them.',
  },
  {
    what: 'expiry',
    words:
      /\b(?:jwts?|(?:access |bearer |api |session |refresh |auth )?tokens?|sessions?)\b[^.;]{0,40}\b(?:(?:issued|valid|lasts?|good|live|expire after)\b[^.;]{0,12}\b(?:a|one|two|three|five|ten|twenty|\d+) years?|valid until (?:the |an? )?(?:account|device|user)|until somebody (?:deletes|revokes))/i,
    unless: /\b(?:rotat\w*|revocable|can be revoked|revoked (?:when|on|at|by))\b/i,
    message: 'Tokens stay valid for good.',
  },
  {
    what: 'secrets',
    words:
      /\b(?:secrets?|(?:api|access|private|signing|encryption|secret)[-\s]?keys?|passwords?|credentials?|connection strings?)\b[^.;]{0,40}\b(?:(?:in|into|inside|within|to) (?:the |our |a )?(?:source(?: code)?|code(?:base)?|repo(?:sitor(?:y|ies))?|git(?:hub)?|plain(?:[-\s]?text)? (?:config\w*|files?)|config(?:uration)? files?|(?:docker |container )?images?|wiki|spreadsheet|mobile app|front[-\s]?end|javascript|bundle)|hard-?coded|checked in|committed)\b|\bhard-?cod\w*\b[^.;]{0,30}\b(?:secrets?|keys?|passwords?|credentials?)\b/i,
    unless:
      /\b(?:encrypted|sealed|vault|sops|secret (?:store|manager)|references? to|public keys?)\b/i,
    message: 'Keys or passwords lie where everybody who has the code can read them.',
  },
  {
    what: 'expiry',
    words:
      /\b(?:jwts?|(?:access |bearer |api |session |refresh |auth )?tokens?|sessions?)\b[^.;]{0,30}\b(?:never expires?|(?:do|does) ?n[o']t expire|without (?:an? )?(?:expiry|expiration|end)|no (?:expiry|expiration)|non-expiring|(?:live|last|valid)\w* forever|valid for (?:a|one|several|\d+) years?|unlimited lifetime)\b|\b(?:non-expiring|never-expiring|eternal)\b[^.;]{0,16}\b(?:jwts?|tokens?|sessions?)\b/i,
    unless: /\b(?:revo\w*|rotat\w*)\b/i,
    message: 'Tokens stay valid for good.',
    isNegative: true,
  },
  {
    what: 'browser storage',
    words:
      /\b(?:jwts?|tokens?|sessions?|credentials?|passwords?)\b[^.;]{0,40}\b(?:local|session) ?storage\b|\b(?:local|session) ?storage\b[^.;]{0,40}\b(?:jwts?|tokens?|sessions?|credentials?|passwords?)\b/i,
    unless: /\bhttp-?only\b/i,
    message: 'Tokens lie in the browser’s storage, where any script on the page can read them.',
  },
]

/** The first sentence that says it, since one is enough to talk about. */
function saidOf(context: CheckContext, fault: Fault): readonly Observation[] {
  const said = sayingsOf(context).find((saying) => isFaulty(saying, fault))
  if (said === undefined) return []
  const { what, message } = fault
  return [
    {
      subject: [answerSubject(said.section, what)],
      severity: 'warning',
      message,
      evidence: { what },
    },
  ]
}

function isFaulty({ text }: Saying, { words, unless, isNegative }: Fault): boolean {
  return (isNegative ? says : saysOutright)(text, words) && !unless.test(text)
}

const provider =
  /\b(?:oauth2?|oidc|openid|sso|saml|okta|auth0|cognito|keycloak|firebase auth\w*|entra|azure ad|clerk|google|apple|facebook|github|identity provider|idp|ldap|active directory|magic links?|passkeys?|passwordless)\b/i
const hashed = /\b(?:hash\w*|bcrypt|scrypt|argon2?\w*|pbkdf2|salt\w*)\b/i
const everywhere = [
  'api',
  'data-model',
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'security',
  'operations',
] as const

/** A column for passwords while nothing anywhere speaks of hashing or of somebody else's login. */
function plainPasswords(context: CheckContext): readonly Observation[] {
  const holder = context.design.answers.entities.find(hasPassword)
  if (holder === undefined) return []
  for (const words of [provider, hashed]) {
    if (isSaidInAnswers(context, words, everywhere) || isSaidInDrawing(context, words)) return []
  }
  return [
    {
      subject: [answerSubject('data-model', holder.name)],
      severity: 'warning',
      message: sentence(
        `${placed(context, holder)} keeps a password, and nothing says how it is hashed.`,
      ),
      evidence: { what: 'passwords' },
      nodes: holder.storeIds,
    },
  ]
}

function placed(context: CheckContext, { name, storeIds }: Entity): string {
  return storeIds.length > 0 ? `${name} in ${namesOf(context, storeIds)}` : name
}

function hasPassword(entity: Entity): boolean {
  return fieldNames(entity).some((name) =>
    /^(?:user[-_\s]?)?(?:password|passwd|pwd|pass)$/i.test(name),
  )
}
