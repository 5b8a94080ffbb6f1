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
  [
    'observability',
    /\b(?:metrics?|logs|log(?! ?(?:in|on|out)\b)|logging|traces?|tracing|telemetry|spans|scrapes?|scraping|monitors?|monitoring|otlp|alerts?)\b/i,
  ],
  ['cdc', /\b(?:cdc|change (?:data )?(?:capture|stream)s?|debezium|binlog|outbox)\b/i],
  ['replication', /\breplicat(?:e[sd]?|ion|ing)\b/i],
  [
    'stream',
    /\b(?:web[-\s]?sockets?|wss?|sse|server[-\s]sent|long[-\s](?:lived|poll\w*)|live updates?|socket\.?io|signalr|webrtc|bidi\w* stream\w*)\b/i,
  ],
  ['batch', /\b(?:batch(?:es)?|bulk|nightly|hourly|daily|etl|elt|snapshots?|backups?)\b/i],
  [
    'async',
    /\b(?:async\w*|publish\w*|produces?|enqueues?|consumes?|subscrib\w*|emits?|events?|messages?|jobs?|polls?|notif(?:y|ies)|fan[-\s]?out|webhooks?|callback)\b/i,
  ],
  ['pull-through', /\b(?:origin|pull[-\s]through)\b/i],
  ['cache', /\b(?:cache|cached|cache[-\s]aside|read[-\s]through)\b/i],
]
/** What a person's program sends is a request, whatever it carries: "send message". */
const carried = /^(?:events?|messages?|jobs?|notif(?:y|ies))$/i
const protocols =
  /\b(?:https?(?:\/[123](?:\.1)?)?|quic|grpc(?:-web|s)?|rest|graphql|web[-\s]?sockets?|wss?|sse|server-sent events|long polling|amqps?|mqtts?|stomp|tcp|udp|m?tls|sql|jdbc|odbc|s3|rtmp|rtsp|hls|dash|webrtc|soap|smtps?|imap|ldaps?|dns|ssh|sftp|ftps?|nfs|smb|coap|opc[-\s]ua|modbus|lorawan|zigbee|ble|thrift|json-rpc|trpc|rpc|odata|otlp|resp|signed urls?|presigned urls?)\b/i

/** The type that a drawn arrow most likely has; a plain line between two services is synchronous. */
export function readEdgeType({ label, line, from, to }: DrawnConnection): EdgeType {
  const named = words.find(([, pattern]) => pattern.test(label))
  if (named !== undefined && !isRequest(label, named, from)) return named[0]
  const usual = usualType(from, to)
  if (usual !== undefined && usual !== 'sync') return usual
  if (has(from, 'watches') || has(to, 'watches')) return 'observability'
  if (has(from, 'messaging') || has(to, 'messaging')) return 'async'
  if (line === 'dotted') return 'async'
  return usual ?? byData(from, to)
}

/** What the kinds at the ends say of each other. */
function usualType(from: Kind, to: Kind): EdgeType | undefined {
  const out = from.neighbours.find((near) => near.kind === to.id && near.direction === 'out')
  const back = to.neighbours.find((near) => near.kind === from.id && near.direction === 'in')
  return (out ?? back)?.edge
}

function isRequest(label: string, [type, pattern]: (typeof words)[number], from: Kind): boolean {
  return type === 'async' && has(from, 'client') && carried.test(pattern.exec(label)?.[0] ?? '')
}

/** Stores call nobody: an arrow between two of them is a copy, but a cache asks its store. */
function byData(from: Kind, to: Kind): EdgeType {
  if (to.id === 'cache' && !has(from, 'client')) return 'cache'
  if (isData(from) && isData(to) && from.id !== 'cache') return 'replication'
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
