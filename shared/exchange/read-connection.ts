/** What an arrow means, by its label, its line and the kinds at its ends. */
import type { EdgeType } from '#shared/design/vocabulary.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'

export interface DrawnConnection {
  readonly label: string
  readonly line: 'solid' | 'dotted' | 'thick' | 'invisible'
  readonly from: Kind
  readonly to: Kind
}

/** The first row that matches wins. */
const words: readonly (readonly [EdgeType, RegExp])[] = [
  ['failover', /\bfail(?:s|ed)?[-\s]?over\b/i],
  ['observability', /\b(?:metrics?|logs?|logging|traces?|tracing|telemetry|scrapes?|monitors?)\b/i],
  ['cdc', /\b(?:cdc|change (?:data )?(?:capture|stream)s?|debezium|binlog|outbox)\b/i],
  ['replication', /\breplicat(?:e[sd]?|ion|ing)\b/i],
  ['stream', /\b(?:web ?sockets?|wss?|sse|server[-\s]sent|long[-\s]lived|live updates?)\b/i],
  ['batch', /\b(?:batch(?:es)?|bulk|nightly|hourly|daily|etl|elt|snapshots?|backups?)\b/i],
  [
    'async',
    /\b(?:async\w*|publish\w*|produces?|enqueues?|consumes?|subscrib\w*|emits?|events?|messages?|jobs?|polls?|notif(?:y|ies)|fan[-\s]?out|webhooks?|callback)\b/i,
  ],
  ['pull-through', /\b(?:origin|pull[-\s]through)\b/i],
  ['cache', /\b(?:cache|cached|cache[-\s]aside|read[-\s]through)\b/i],
]
const protocols =
  /\b(?:https?|grpc(?:-web)?|rest|graphql|websockets?|wss?|sse|amqp|mqtt|stomp|tcp|udp|tls|sql|jdbc|s3|rtmp|hls|dash|webrtc|soap|smtp|signed urls?|presigned urls?)\b/i

/** The type that a drawn arrow most likely has; a plain line between two services is synchronous. */
export function readEdgeType({ label, line, from, to }: DrawnConnection): EdgeType {
  const named = words.find(([, pattern]) => pattern.test(label))
  if (named !== undefined) return named[0]
  if (has(from, 'watches') || has(to, 'watches')) return 'observability'
  if (has(from, 'messaging') || has(to, 'messaging')) return 'async'
  if (line === 'dotted') return 'async'
  if (isData(from) && isData(to)) return 'replication'
  if (to.id === 'cache' && !has(from, 'client')) return 'cache'
  return from.id === 'cdn' ? 'pull-through' : 'sync'
}

/** The protocol that a label names, as written there; empty for none. */
export function readProtocol(label: string): string {
  return protocols.exec(label)?.[0] ?? ''
}

function isData(kind: Kind): boolean {
  return has(kind, 'store') || has(kind, 'derived')
}

function has(kind: Kind, trait: Kind['traits'][number]): boolean {
  return kind.traits.includes(trait)
}
