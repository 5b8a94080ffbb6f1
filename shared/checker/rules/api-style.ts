import type { Endpoint } from '#shared/design/answers.ts'
import { isMentioned, listOf } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { collectionOf, nameOfEndpoint, singular, wordSegments } from '../endpoint-words.ts'
import { exampleDocument } from '../example-document.ts'
import { sentence } from '../parts.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'api-style',
  title: 'The API is not quite predictable',
  category: 'api',
  why: 'Predictable names, versions and errors let clients guess right and let the interface change without breaking them.',
  fix: 'Use plural nouns and let the method be the verb; put a version into a public path; say which 4xx and 5xx can occur.',
  question: 'How would a client guess the next path from the ones it knows?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
- \`GET /getOrders\` lists orders (auth, paginated)
- \`DELETE /orders/delete/{id}\` deletes one (auth)`,
      exampleDocument({
        api: `- \`POST /v1/reservation\` reserves a court (auth, idempotent, errors) covers FR1
- \`GET /v1/reservation/{id}\` reads it (auth, errors) covers FR2
- \`GET /v1/courts?day=&cursor=\` lists free courts (auth, paginated, errors) covers FR3`,
      }),
      `flowchart LR
  partner[Partner server]:::external-client --> gw[API gateway] --> api[Rate service] --> db[(PostgreSQL)]

## API
A public API for third-party developers.
- \`GET /rates\` lists rates (auth, paginated, errors)
- \`POST /alerts\` asks for a call when a rate moves (auth, idempotent, errors)`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        api: `gRPC between the services and the clients.
- \`rpc ReserveCourt(Slot)\` with a request id, fails with ALREADY_EXISTS, covers FR1
- \`rpc CancelReservation(Id)\` covers FR2
- \`rpc ListCourts(Day, PageToken)\` covers FR3`,
      }),
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## API
- \`POST /shorten\` takes a URL and answers its code; 400 when it is none
- \`GET /{code}\` redirects, 404 when unknown
- \`POST /login\` and \`GET /me\`, 401 otherwise
- \`GET /search?q=\` finds links`,
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## API
- \`PUT /users/{id}/profile\` replaces it; 409 when it changed
- \`GET /users/{id}/settings\``,
    ],
  },
  appliesTo: (context) =>
    context.design.answers.endpoints.some(isRest) &&
    !isMentioned(context, otherStyle, ['api', 'decisions']),
  check(context) {
    const endpoints = context.design.answers.endpoints.filter(isRest)
    const found = [
      ...verbs(endpoints),
      ...singulars(endpoints),
      ...unversioned(context, endpoints),
      ...silentAboutErrors(context, endpoints),
    ]
    if (found.length === 0) return []
    return [
      {
        subject: [answerSubject('api', 'style')],
        severity: 'suggestion',
        message: sentence(`${found.join('; ')}.`),
        evidence: { found },
      },
    ]
  },
})

const otherStyle = /\b(?:gRPC|GraphQL|JSON-?RPC|SOAP|RPC[- ]style|rpc)\b/i

function isRest({ method, path }: Endpoint): boolean {
  return path.startsWith('/') && ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
}

const verbal =
  /^(?:get|list|fetch|read|create|add|insert|update|edit|modify|set|delete|remove)(?:[A-Z_-].*)?$/

/** That a GET changes something is api-unsafe-get. */
const asks = /^(?:get|list|fetch|read)(?:[A-Z_-].*)?$/

/** A POST may name an action that is no resource ("/shorten"); the other methods say theirs already. */
function verbs(endpoints: readonly Endpoint[]): readonly string[] {
  const named = endpoints.filter(
    (endpoint) =>
      endpoint.method !== 'POST' &&
      wordSegments(endpoint).some((part) => (endpoint.method === 'GET' ? asks : verbal).test(part)),
  )
  return named.length === 0 ? [] : [`${listOf(named.map(nameOfEndpoint))} with a verb in the path`]
}

/** A noun that is used both for the collection, by POST, and for one of its things, by id. */
function singulars(endpoints: readonly Endpoint[]): readonly string[] {
  const created = endpoints.filter(({ method }) => method === 'POST').map(collectionOf)
  const named = new Set(created.filter((noun) => noun !== undefined && isSingular(noun, endpoints)))
  return named.size === 0
    ? []
    : [`the collection “${[...named].join('”, “')}” is named in the singular`]
}

function isSingular(noun: string, endpoints: readonly Endpoint[]): boolean {
  if (singular(noun) !== noun.toLowerCase() || noun.endsWith('s')) return false
  const byId = new RegExp(`/${noun.replace(/[^\w-]/g, '.')}/[{:<]`)
  return endpoints.some(({ path }) => byId.test(path))
}

const forOthers =
  /\b(?:public (?:rest )?apis?|third[- ]part(?:y|ies)|partners?|external developers?|developer (?:api|portal|platform)|sdk|api keys?)\b/i
const version = /\/v\d+\b|\bversion\w*|\bv\d+\b|accept header|api-version/i

/** Own clients are released with the service; those of others are not. */
function unversioned(context: CheckContext, endpoints: readonly Endpoint[]): readonly string[] {
  const isForOthers =
    isMentioned(context, forOthers, ['api', 'functional-requirements']) ||
    context.design.graph.nodes.some(({ id }) => context.kindOf(id).id === 'external-client')
  const isVersioned =
    endpoints.some(({ path }) => version.test(path)) || isMentioned(context, version)
  return isForOthers && !isVersioned ? ['no path has a version, though others build on it'] : []
}

const failures = /\b[45]\d\d\b|\b[45]xx\b|\berrors?\b|\bfails?\b|\brejects?\b|\brefus\w*/i

/** One endpoint that says how it fails shows that failing was thought of. */
function silentAboutErrors(
  context: CheckContext,
  endpoints: readonly Endpoint[],
): readonly string[] {
  if (endpoints.length < 3 || endpoints.some(({ hasErrors }) => hasErrors === true)) return []
  return isMentioned(context, failures, ['api']) ? [] : ['no endpoint says how it fails']
}
