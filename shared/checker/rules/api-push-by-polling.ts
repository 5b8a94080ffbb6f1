import type { Requirement } from '#shared/design/answers.ts'
import { isSaidSomewhere, quoted } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { nodesWith } from '../parts.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'api-push-by-polling',
  title: 'News has to be asked for',
  category: 'api',
  why: 'Asking again and again wastes requests, and the answer still comes late.',
  fix: 'Consider WebSocket for both directions, server-sent events for one, long polling where proxies forbid both.',
  question: 'How does the other side learn of it within a second?',
  examples: {
    bad: [
      `flowchart LR
  app[Mobile app] -->|HTTPS| api[Chat service] --> db[(Cassandra)]

## Functional requirements
- FR1: People chat with each other in real time.
- FR2: People see who is online.
- FR3: People search old messages.`,
      `---
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Auction service x3] --> db[(PostgreSQL + standby)]

## Requirements
- Bidders see a new bid immediately.
- Bidders bid.
- Sellers open an auction.`,
    ],
    good: [
      exampleDocument({
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see immediately which courts are free.`,
        api: `- \`POST /v1/reservations\` reserves a court (auth, idempotent, errors) covers FR1
- \`DELETE /v1/reservations/{id}\` cancels it (auth, errors) covers FR2
- \`WS /v1/courts\` sends every change of the free courts (auth) covers FR3`,
      }),
      exampleDocument({
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see live which courts are free.`,
        'trade-offs':
          '- The page polls every second in exchange for no open connections. The bottleneck is the primary: it saturates first.',
      }),
      exampleDocument({}),
      `flowchart LR
  web[Browser] --> api[Real-time chat] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => pushesOf(context).length > 0 && nodesWith(context, 'client').length > 0,
  check(context) {
    const [first] = pushesOf(context)
    if (first === undefined || isPushed(context)) return []
    return [
      {
        subject: [answerSubject('functional-requirements', 'push')],
        answers: ['functional-requirements', 'api'],
        severity: 'suggestion',
        message: `${quoted(first.text)} needs news to reach the client, and every arrow of a client asks for an answer.`,
        evidence: { requirements: pushesOf(context).map(({ text }) => text) },
      },
    ]
  },
})

const live =
  /\b(?:real[- ]?time|instant(?:ly|aneous\w*)?|immediate(?:ly)?|live|within (?:a|one|1|half a) second|as (?:they|it) happens?|typing indicators?|who is online|push notifications?)\b/i
const subject =
  /\b(?:chat\w*|messages?|see|sees|seen|watch\w*|receiv\w*|get|gets|notif\w*|track\w*|follow\w*|location|bids?|scores?|prices?|edit\w*|collaborat\w*|cursor|presence|online|updates?|game|play\w*|deliver\w*)\b/i

function pushesOf({ design }: CheckContext): readonly Requirement[] {
  return design.answers.requirements.filter(
    ({ text, priority, kind }) =>
      kind === 'functional' && priority === 'must' && live.test(text) && subject.test(text),
  )
}

const pushing =
  /\b(?:web ?sockets?|wss?|sse|server[- ]sent|event ?stream|long[- ]poll\w*|poll(?:s|ed|ing)?|push\w*|mqtt|webrtc|socket\.?io|signalr|fcm|apns|firebase|grpc stream\w*|streaming|subscri\w*|phoenix|pusher|ably|hls|rtmp|udp|xmpp|live ?kit)\b/i
const pushKinds: ReadonlySet<string> = new Set(['websocket-gateway', 'sse-endpoint', 'realtime-db'])

/** Whether anything speaks of a way to the client, or of asking on purpose. */
function isPushed(context: CheckContext): boolean {
  const { graph, answers } = context.design
  if (graph.nodes.some(({ id }) => pushKinds.has(context.kindOf(id).id))) return true
  if (
    graph.edges.some(({ type, properties }) => type === 'stream' || properties['bothWays'] === true)
  )
    return true
  if (answers.endpoints.some(({ method }) => ['WS', 'SSE', 'SUBSCRIBE'].includes(method)))
    return true
  const isToClient = graph.edges.some(
    ({ from, to }) =>
      context.kindOf(to).traits.includes('client') &&
      !context.kindOf(from).traits.includes('client'),
  )
  return isToClient || isSaidSomewhere(context, pushing)
}
