import type { Endpoint } from '#shared/design/answers.ts'
import { defineRule } from '../define-rule.ts'
import { endpointSubject, nameOfEndpoint, wordSegments } from '../endpoint-words.ts'
import { exampleDocument } from '../example-document.ts'

export default defineRule({
  id: 'api-unsafe-get',
  title: 'A GET changes something',
  category: 'api',
  why: 'A GET may be cached, fetched ahead and sent again by anything on its way, so it is expected to change nothing.',
  fix: 'Use POST, PUT, PATCH or DELETE for it.',
  question: 'What happens when a browser fetches this link ahead, or a proxy sends it twice?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## API
- \`GET /links/{code}/delete\` removes the link (auth)`,
      `flowchart LR
  app[Mobile app] --> api[Wallet service] --> db[(PostgreSQL)]

## API
- GET /transfer?to=&amount= transfers money to another wallet
- GET /wallets/{id} reads a wallet`,
      `flowchart LR
  web[Browser] --> api[User service] --> db[(PostgreSQL)]

## API
| Method | Path | What it does |
|---|---|---|
| GET | /users/createUser | Creates a user |
| GET | /users/{id} | Returns a user |`,
    ],
    good: [
      exampleDocument({}),
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## API
- \`GET /{code}\` redirects and counts the click
- \`GET /updates\` lists updates
- \`GET /orders?status=deleted\` lists deleted orders
- \`POST /links/{id}/delete\` deletes one`,
      `flowchart LR
  web[Browser] --> api[Report service] --> db[(PostgreSQL)]

## API
- \`GET /reports/{id}\` returns a report that was created earlier
- \`GET /sets/{id}/removed-items\` returns what was removed
- \`HEAD /files/{id}\` tells its size`,
    ],
  },
  appliesTo: ({ design }) => design.answers.endpoints.some(isSafeMethod),
  check({ design }) {
    return design.answers.endpoints
      .filter((endpoint) => isSafeMethod(endpoint) && changes(endpoint))
      .map((endpoint) => ({
        subject: [endpointSubject(endpoint)],
        severity: 'error' as const,
        message: `“${nameOfEndpoint(endpoint)}” changes data, although its method promises that it only reads.`,
        evidence: { method: endpoint.method, path: endpoint.path, text: endpoint.text },
      }))
  },
})

function isSafeMethod({ method }: Endpoint): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Segments that are a verb and nothing else, alone or before a noun ("deleteUser"). */
const verbSegment =
  /^(?:create|delete|remove|destroy|update|insert|disable|enable|cancel|revoke|approve|reject)(?:[A-Z_-]\w*)?$/
/** The word that a description begins with. */
const verbText =
  /^(?:it |this )?(?:creates?|deletes?|removes?|updates?|inserts?|cancels?|transfers?|withdraws?|deposits?|books?|reserves?|places?|buys?|pays?|charges?|refunds?|adds?|resets?|revokes?|approves?|marks?|sends?|submits?|registers?|stores?|saves?|writes?)\s+(?!to (?:see|view|read)\b)/i
const onlyCounts =
  /^(?:\w+\s+){0,2}(?:the |a )?(?:clicks?|views?|hits?|visits?|logs?|metrics?|event)\b/i
/** "Marks" and "books" may be what is listed. */
const noun =
  /^(?:books?|marks?|orders?|places?|charges?|stores?|transfers?|deposits?|pays?)\s+(?:of|for|by|in|are|that|which|with|near|list|matching|from|to the client)\b/i

function changes(endpoint: Endpoint): boolean {
  const text = endpoint.text.trim().replace(/^[-–—:\s]+/, '')
  if (wordSegments(endpoint).some((segment) => verbSegment.test(segment)))
    return !isAboutReading(text)
  if (!verbText.test(text) || noun.test(text)) return false
  return !onlyCounts.test(text)
}

/** A page that shows what a form will send. */
function isAboutReading(text: string): boolean {
  return /^(?:shows?|displays?|returns?|reads?|renders?|lists?|gets?|previews?|form\b)/i.test(text)
}
