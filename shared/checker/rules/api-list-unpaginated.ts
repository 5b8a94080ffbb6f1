import type { Endpoint, Entity } from '#shared/design/answers.ts'
import { printFigure } from '#shared/estimation/print-figure.ts'
import { isMentioned } from '../answered.ts'
import { classOf } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import {
  collectionOf,
  endpointSubject,
  entityOfSegment,
  isNested,
  nameOfEndpoint,
  singular,
} from '../endpoint-words.ts'
import { exampleDocument } from '../example-document.ts'
import { isAtLeast } from '../scale.ts'
import { answerSubject } from '../subject.ts'
import { toldAsIs } from '../told.ts'

export default defineRule({
  id: 'api-list-unpaginated',
  title: 'A list comes without pages',
  category: 'api',
  why: 'An answer without a limit, or a deep offset, becomes slow as data grows, and one client can ask for everything.',
  fix: 'Add a limit and a cursor to the list.',
  question: 'What does this call answer when there are ten million of them?',
  examples: {
    bad: [
      `flowchart LR
  rider[Rider's phone] --> api[Ride service] --> db[(PostgreSQL)]

## Calls
| Call | Remarks |
|---|---|
| GET /v1/rides | answers with the whole history of a rider in one response |
| POST /v1/rides | begins one |`,
      `---
peakQps: 500
---
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL + standby)]

## API
- \`GET /v1/orders\` lists the orders of the shop (auth, errors)
## Data model
- Order in PostgreSQL: key id; 40M rows of 800 B`,
      `---
peakQps: 9,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> chat[Chat service x10] --> db[(Cassandra x3)]

## API
- GET /conversations/{id}/messages returns the messages (auth)
## Data model
- Message in Cassandra: key conversation and time; 10B rows`,
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
- \`GET /products?offset=&limit=\` lists products
## Data model
- Product in PostgreSQL: key id; 3M rows`,
    ],
    good: [
      exampleDocument({}),
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
- \`GET /v1/orders\` gives the latest 50 orders
- \`GET /v1/countries\` lists countries
- \`GET /v1/users/{id}/addresses\` lists them
## Data model
- Order in PostgreSQL: key id; 40M rows of 800 B
- Country in PostgreSQL: key code; 250 rows
- Address in PostgreSQL: key id; 9M rows`,
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
All lists are paged by cursor, at most 100 a page.
- \`GET /v1/orders\` lists orders
## Data model
- Order in PostgreSQL: key id; 40M rows of 800 B`,
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]

## API
- \`GET /orders/{id}\` reads one
## Data model
- Order in PostgreSQL: key id; 40M rows of 800 B`,
    ],
  },
  appliesTo: ({ design }) => design.answers.sections.length > 0,
  check(context) {
    const { endpoints, entities } = context.design.answers
    if (isMentioned(context, everyList, ['api', 'decisions', 'non-functional-requirements']))
      return []
    const told = toldEndless(context)
    const found = endpoints.flatMap((endpoint) => {
      if (isAdmitted(endpoint))
        return [admitted(endpointSubject(endpoint), nameOfEndpoint(endpoint))]
      const noun = endpoint.method === 'GET' ? collectionOf(endpoint) : undefined
      if (noun === undefined || singular(noun) === noun.toLowerCase()) return []
      const entity = entityOfSegment(noun, entities)
      return entity === undefined ? [] : observe(context, endpoint, entity)
    })
    return found.length > 0 ? found : told
  },
})

/** Said to answer with everything there is. */
const endless =
  /\b(?:returns?|gives?|answers?|lists?|sends?|delivers?|yields?|loads?|fetch(?:es)?|responds?|gets?|shows?|downloads?)\b[^.;]{0,30}\b(?:all|every|everything|the (?:whole|full|complete|entire))\b[^.;]{0,50}\b(?:at once|in one (?:go|answer|response|array|list|call|request|json|piece)|(?:as|in) (?:one|a|a single|a json) (?:\w+ )?(?:array|list|response|answer|document|payload)|(?:json )?array)\b|\bunpaginated\b|\b(?:not|never|isn['’]t|aren['’]t) (?:yet )?(?:paginated|paged)\b|\b(?:no|without(?: any| an?)?|lacks?|missing) (?:pages|paging|pagination|page size|cursors?|(?:upper )?limits?(?: parameter)?|maximum)\b(?! (?:per|by|of requests))|\b(?:unbounded|unlimited|endless) (?:lists?|arrays?|results?|responses?|answers?)\b|\b(?:the )?(?:whole|full|complete|entire) (?:list|history|table|collection|feed|inbox|log)\b[^.;]{0,30}\b(?:at once|in one|as one|every time|each time|on (?:every|each))\b/i
const aboutLists =
  /\b(?:lists?|get|history|histories|feeds?|inbox|search\w*|arrays?|collections?|results?|responses?|endpoints?|timelines?|pages?|listing)\b/i
const bounded =
  /\b(?:at most|max(?:imum|imal)?(?: of)?|never more than|no more than|up to|fewer than|less than|limit(?:ed)? to|only) (?:about )?(?:\d+|a few|a dozen|a handful|ten|twenty|fifty|a hundred)\b|\b(?:handful|a dozen|a few) of?\b|\bcursor=|\bper page\b/i
const otherLimits = /\b(?:rate|quota|throttl\w*|connections?|uploads?|brute|abuse|attempts?)\b/i

function isAdmitted({ method, path, text, paginated }: Endpoint): boolean {
  if (!['GET', 'QUERY', ''].includes(method.toUpperCase()) || paginated === true) return false
  const words = `${path} ${text}`
  return endless.test(words) && !bounded.test(words) && !otherLimits.test(words)
}

function admitted(subject: string, name: string): Observation {
  return {
    subject: [subject],
    severity: 'warning',
    message: `“${name}” answers with everything at once, without pages.`,
    evidence: { rows: null },
  }
}

/** Told in sentences, of no call that was read. */
function toldEndless(context: CheckContext): readonly Observation[] {
  const isTold = toldAsIs(context, endless).some(({ section, text }) =>
    section === 'decisions' || section === 'trade-offs'
      ? false
      : sentencesOf(text).some(
          (sentence) =>
            endless.test(sentence) &&
            aboutLists.test(sentence) &&
            !bounded.test(sentence) &&
            !otherLimits.test(sentence),
        ),
  )
  return isTold ? [admitted(answerSubject('api'), 'A list')] : []
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.;!?])\s+/)
}

const everyList =
  /\b(?:all|every|each|any) (?:the )?(?:lists?|collections?|list endpoints?|get endpoints?)\b.*\b(?:pag\w+|cursors?|limit\w*)\b|\blists? (?:are|is|come) (?:all )?(?:paginated|paged)\b|\b(?:cursor|keyset)[- ](?:based )?paginat\w+/i
const paged =
  /\b(?:pag(?:e|es|ed|ing|inat\w+)|cursors?|limit(?:ed)?|offset|after|before|since|until|from|next|top|first \d+|last \d+|latest|recent|newest|at most|up to \d+|max(?:imum)? \d+|\d+ (?:at a time|per page|a page)|stream\w*|ndjson|export|nearby|radius|bbox|today|of (?:a|one|the) day)\b/i
const offset = /[?&{]\s*(?:offset|page|skip)\b|\boffset\b|\bpage number\b/i
const cursor = /\b(?:cursors?|keyset|seek|after|since|before|next)\b/i

function observe(
  context: CheckContext,
  endpoint: Endpoint,
  entity: Entity,
): readonly Observation[] {
  const words = `${endpoint.path} ${endpoint.text}`
  const { rows } = entity
  const name = nameOfEndpoint(endpoint)
  const subject = [endpointSubject(endpoint)]
  if (endpoint.paginated !== true && !paged.test(words) && isLong(context, endpoint, entity)) {
    const many =
      rows === undefined ? 'grows without a bound' : `has ${printFigure(rows, 'count')} rows`
    const message = `“${name}” lists ${entity.name}, which ${many}, without pages.`
    return [{ subject, severity: 'warning', message, evidence: { rows: rows ?? null } }]
  }
  if (rows === undefined || rows <= 100_000 || isNested(endpoint)) return []
  if (!offset.test(words) || cursor.test(words)) return []
  const message = `“${name}” pages through ${printFigure(rows, 'count')} rows by offset, which grows slow deep inside; a cursor does not.`
  return [{ subject, severity: 'suggestion', message, evidence: { rows, by: 'offset' } }]
}

const unbounded = ['message', 'event', 'timeseries'] as const
const few =
  /^(?:address(?:es)?|settings?|preferences|members|roles|permissions|devices|cards|categories|tags|countries|currencies|languages|plans|sessions|keys|tokens|profiles)$/i

/** What belongs to one parent is long only where parents collect without end. */
function isLong(context: CheckContext, endpoint: Endpoint, entity: Entity): boolean {
  const isEndless = unbounded.some((name) => name === classOf(entity))
  if (few.test(collectionOf(endpoint) ?? '')) return false
  if (isNested(endpoint)) {
    return (
      isEndless && (entity.rows === undefined ? isAtLeast(context.band, 'M') : entity.rows > 1e6)
    )
  }
  if (entity.rows !== undefined) return entity.rows > 1_000
  return isEndless && isAtLeast(context.band, 'M')
}
