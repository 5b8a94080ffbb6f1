import type { Endpoint, Flow } from '#shared/design/answers.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { endpointSubject, nameOfEndpoint, wordSegments } from '../endpoint-words.ts'
import { exampleDocument } from '../example-document.ts'
import { nameOf, plays, waits } from '../parts.ts'

export default defineRule({
  id: 'api-long-task-sync',
  title: 'A call waits for long work',
  category: 'api',
  why: 'Long work inside a request keeps the user waiting, holds a thread for each of them, and runs into time limits.',
  fix: 'Consider answering 202 with a job id, letting a worker finish, and telling the client or letting it ask.',
  question: 'What does the user see while this runs, and what if it takes a minute?',
  examples: {
    bad: [
      `flowchart LR
  app[Mobile app] --> api[Video service] --> t[FFmpeg transcoder] --> s3[(S3 videos)]

## Functional requirements
- FR1: People upload a video.
## API
- \`POST /videos\` uploads a video and answers when it can be played (auth) covers FR1
## Flows
- Upload (FR1): Mobile app → Video service → FFmpeg transcoder → S3 videos`,
      `flowchart LR
  web[Browser] --> api[Sales service] --> db[(PostgreSQL)]

## API
- \`GET /reports/export\` generates the yearly report as PDF and returns it (auth)`,
    ],
    good: [
      `flowchart LR
  app[Mobile app] --> api[Video service] -->|event| q[SQS queue with DLQ] --> t[FFmpeg transcoder] --> s3[(S3 videos)]

## API
- \`POST /videos\` starts transcoding (auth, async, errors)`,
      `flowchart LR
  app[Mobile app] --> api[Video service] -->|event| q[SQS queue with DLQ] --> t[FFmpeg transcoder] --> s3[(S3 videos)]

## API
- \`POST /videos\` takes a video (auth)
## Flows
- Upload: Mobile app → Video service → SQS queue → FFmpeg transcoder → S3 videos`,
      `flowchart LR
  web[Browser] --> api[Sales service] --> db[(PostgreSQL)]

## API
- \`GET /reports\` lists reports that were generated at night (auth, paginated)
- \`POST /reports\` generates a report and answers 202 with a job id
- \`GET /exports/{id}\` downloads one`,
      exampleDocument({}),
    ],
  },
  appliesTo: ({ design }) => design.answers.endpoints.length > 0,
  check(context) {
    return context.design.answers.endpoints
      .filter((endpoint) => !isLater(endpoint))
      .flatMap((endpoint) => {
        const heavy = heavyStepOf(context, endpoint)
        const words = heavy === undefined ? longWorkIn(context, endpoint) : undefined
        if (heavy === undefined && words === undefined) return []
        const work = heavy === undefined ? `“${words}”` : nameOf(context, heavy)
        return [
          {
            subject: [endpointSubject(endpoint)],
            nodes: heavy === undefined ? [] : [heavy],
            severity: 'warning' as const,
            message: `“${nameOfEndpoint(endpoint)}” seems to answer only when ${work} is done.`,
            evidence: { endpoint: nameOfEndpoint(endpoint), heavy: heavy ?? words },
          },
        ]
      })
  },
})

const later =
  /\b(?:202|async\w*|accept\w*|jobs?|queue\w*|enqueue\w*|later|background|poll\w*|webhooks?|callback|notif\w*|status url|starts?|kicks? off|schedul\w*|tickets?|pending|presigned|signed url|within \d|under \d|\d ?ms|small|cached|precomputed|ready[- ]made|sse|stream\w*)\b/i

function isLater({ isAsync, text, path, method }: Endpoint): boolean {
  if (isAsync === true || ['WS', 'EVENT', 'SSE', 'PUBLISH', 'SUBSCRIBE'].includes(method))
    return true
  return later.test(`${path} ${text}`)
}

const heavyKinds: ReadonlySet<string> = new Set(['transcoder', 'batch-processor', 'ml-training'])
const mail = /\b(?:sendgrid|mailgun|ses|postmark|twilio|smtp|e-?mail|sms)\b/i

/** A component that takes long and is waited for, on a flow that the endpoint begins. */
function heavyStepOf(context: CheckContext, endpoint: Endpoint): string | undefined {
  if (endpoint.method === 'GET' && endpoint.covers.length === 0) return undefined
  const flows = context.design.answers.flows.filter((flow) => isFlowOf(flow, endpoint))
  return flows
    .flatMap(({ nodeIds }) => nodeIds)
    .find((id) => isHeavy(context, id) && isWaitedFor(context, id))
}

function isFlowOf({ covers, name }: Flow, endpoint: Endpoint): boolean {
  if (covers.some((id) => endpoint.covers.includes(id))) return true
  const words = wordSegments(endpoint).map((part) => part.toLowerCase().replace(/s$/, ''))
  return endpoint.covers.length === 0 && words.some((word) => name.toLowerCase().includes(word))
}

function isHeavy(context: CheckContext, id: string): boolean {
  const { label = '', technology = '' } = context.index.nodes.get(id) ?? {}
  if (heavyKinds.has(context.kindOf(id).id)) return true
  return plays(context, id, 'external') && mail.test(`${label} ${technology}`)
}

function isWaitedFor(context: CheckContext, id: string): boolean {
  const incoming = edgesTo(context.index, id)
  return incoming.some((edge) => waits(context, edge)) && !isBehindQueue(context, id)
}

function isBehindQueue(context: CheckContext, id: string): boolean {
  return edgesTo(context.index, id).some(
    ({ from }) => plays(context, from, 'messaging') || context.kindOf(from).id === 'worker',
  )
}

const longWork =
  /^(?:\w+ (?:and|,) )?((?:transcodes?|encodes?|renders?|trains?|generates?|exports?|imports?|crawls?|re-?indexes|migrates?|sends? (?:all|bulk|mass)|compiles?)\b[^.,;(]{0,40})/i
const object =
  /\b(?:videos?|films?|reports?|pdfs?|invoices?|statements?|exports?|archives?|backups?|models?|csv|all|bulk|files?|data|dataset|site|thumbnails)\b/i
const noBigWork = /\b(?:tokens?|codes?|links?|urls?|ids?|keys?|preview|qr|otp|short)\b/i

/** Long work that the description begins with; a design with a queue is taken to use it. */
function longWorkIn(context: CheckContext, { text, method }: Endpoint): string | undefined {
  const hasQueue = context.design.graph.nodes.some(({ id }) => plays(context, id, 'messaging'))
  if (hasQueue || method === 'DELETE' || method === '') return undefined
  const found = longWork.exec(text.trim())?.[1]
  return found !== undefined && object.test(found) && !noBigWork.test(found)
    ? found.trim()
    : undefined
}
