/**
 * The properties that a connection can state beyond label, type and protocol (knowledge D.7): one
 * meaning, unit and range per id. How a cache is filled and how a copy follows are properties and not
 * types, so that a judge which asks for `cache` or `replication` need not know every variant; likewise
 * WebSocket and server-sent events are protocols of the type `stream`.
 */
import { callProperties } from './call-properties.ts'
import type { PropertyDefinition } from './define-property.ts'

export const edgeProperties = {
  ...callProperties,
  encrypted: {
    type: 'flag',
    title: 'Encrypted',
    about: 'What passes cannot be read on the way (TLS, mutual TLS, a VPN).',
  },
  retryBaseMs: {
    type: 'number',
    title: 'First pause',
    unit: 'ms',
    min: 0,
    max: 1e8,
    about: 'Wait before the first retry.',
  },
  retryMultiplier: {
    type: 'number',
    title: 'Growth of the pause',
    unit: '×',
    min: 1,
    max: 100,
    about: 'How much longer each pause is than the one before; 1 is no back-off.',
  },
  retryCapMs: {
    type: 'number',
    title: 'Longest pause',
    unit: 'ms',
    min: 0,
    max: 1e9,
    about: 'Where the pause stops growing.',
  },
  retryJitter: {
    type: 'flag',
    title: 'Jitter',
    about: 'Pauses vary by chance, so that callers do not come back together.',
  },
  idempotent: {
    type: 'flag',
    title: 'Idempotent',
    about: 'Sending the same thing twice has no further effect.',
  },
  replication: {
    type: 'choice',
    title: 'Replication',
    options: ['asynchronous', 'semi-synchronous', 'synchronous', 'quorum'],
    about: 'Whether a write waits for the copy.',
  },
  cachePattern: {
    type: 'choice',
    title: 'Cache pattern',
    options: ['cache-aside', 'read-through', 'write-through', 'write-behind', 'write-around'],
    about: 'Who fills the cache and when it is written.',
  },
  ttl: {
    type: 'number',
    title: 'Time to live',
    unit: 's',
    min: 0,
    max: 1e9,
    about: 'How long what was fetched is kept.',
  },
  interval: {
    type: 'text',
    title: 'Interval',
    about: 'How often it happens: nightly, hourly, every five minutes.',
  },
  share: {
    type: 'number',
    title: 'Share of traffic',
    unit: '%',
    min: 0,
    max: 100,
    about: 'Part of what the caller handles that takes this way.',
  },
  callsPerRequest: {
    type: 'number',
    title: 'Calls per request',
    unit: '',
    min: 0,
    max: 1e6,
    about: 'How often one request of the caller takes this way; 1 where nothing is said.',
  },
  qps: {
    type: 'number',
    title: 'Load',
    unit: 'requests/s',
    min: 0,
    max: 1e9,
    about: 'Requests or messages a second at peak.',
  },
  latencyMs: {
    type: 'number',
    title: 'Latency of the way',
    unit: 'ms',
    min: 0,
    max: 1e7,
    about: 'Time that the way itself takes, there and back.',
  },
} as const satisfies Record<string, PropertyDefinition>

export type EdgePropertyId = keyof typeof edgeProperties

export function isEdgePropertyId(id: string): id is EdgePropertyId {
  return Object.hasOwn(edgeProperties, id)
}
