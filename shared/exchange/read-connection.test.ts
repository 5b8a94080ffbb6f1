import { expect, it } from 'vitest'
import { findKind } from '#shared/kinds/find-kind.ts'
import { readEdgeType, readProtocol } from './read-connection.ts'

const arrows = [
  ['service', 'sql-db', '', 'solid', 'sync'],
  ['service', 'service', '', 'dotted', 'async'],
  ['service', 'queue', '', 'solid', 'async'],
  ['queue', 'worker', '', 'solid', 'async'],
  ['web-client', 'websocket-gateway', '', 'solid', 'stream'],
  ['web-client', 'service', 'send message', 'solid', 'sync'],
  ['service', 'service', 'send message', 'solid', 'async'],
  ['web-client', 'auth-service', 'log in', 'solid', 'sync'],
  ['service', 'service', 'ships logs', 'solid', 'observability'],
  ['service', 'cache', '', 'solid', 'cache'],
  ['service', 'metrics', '', 'solid', 'observability'],
  ['sql-db', 'read-replica', '', 'thick', 'replication'],
  ['sql-db', 'data-warehouse', '', 'solid', 'batch'],
  ['sql-db', 'sql-db', '', 'solid', 'replication'],
  ['sql-db', 'cdc', '', 'solid', 'cdc'],
  ['cdn', 'object-store', '', 'solid', 'pull-through'],
  ['cache', 'sql-db', 'on a miss', 'solid', 'sync'],
  ['load-balancer', 'service', 'failover', 'dotted', 'failover'],
] as const

it.each(arrows.map(([from, to, label, line, type]) => ({ from, to, label, line, type })))(
  'takes an arrow from $from to $to with "$label", $line, for $type',
  ({ from, to, label, line, type }) => {
    const ends = { from: findKind(from), to: findKind(to) }
    expect(readEdgeType({ label, line, ...ends })).toBe(type)
  },
)

it.each([
  ['HTTPS/443', 'HTTPS'],
  ['gRPC, mTLS', 'gRPC'],
  ['publish over MQTT', 'MQTT'],
  ['web socket', 'web socket'],
  ['creates a link', ''],
])('reads the protocol of %j as %j', (label, protocol) => {
  expect(readProtocol(label)).toBe(protocol)
})
