/** Which properties an arrow of each type is asked for; every other one can be said as well. */
import type { EdgeType } from '#shared/design/vocabulary.ts'
import type { EdgePropertyId } from '#shared/kinds/edge-properties.ts'
import type { FormSection } from './property-form.tsx'

const retries = ['retries', 'retryBaseMs', 'retryMultiplier', 'retryCapMs', 'retryJitter'] as const
const failing = ['timeoutMs', ...retries, 'circuitBreaker', 'fallback', 'idempotent'] as const
const guards = ['encrypted', 'authn', 'dataClass'] as const

type Heads = Readonly<Record<string, readonly EdgePropertyId[]>>

const heads: Readonly<Record<EdgeType, Heads>> = {
  sync: {
    Load: ['qps', 'share', 'callsPerRequest', 'latencyMs'],
    'When it fails': failing,
    Security: [...guards, 'rateLimit'],
  },
  cache: {
    Cache: ['cachePattern', 'ttl'],
    Load: ['qps', 'share', 'callsPerRequest', 'latencyMs'],
    'When it fails': ['timeoutMs', 'circuitBreaker', 'fallback'],
    Security: guards,
  },
  'pull-through': {
    Cache: ['ttl'],
    Load: ['qps', 'share', 'latencyMs'],
    'When it fails': ['timeoutMs', 'retries', 'fallback'],
    Security: guards,
  },
  async: {
    Messages: ['delivery', 'idempotent', 'ttl'],
    Load: ['qps', 'share', 'callsPerRequest'],
    'When it fails': [...retries, 'fallback'],
    Security: guards,
  },
  stream: {
    Messages: ['delivery', 'idempotent'],
    Load: ['qps', 'share', 'latencyMs'],
    'When it fails': ['timeoutMs', ...retries, 'fallback'],
    Security: [...guards, 'rateLimit'],
  },
  replication: { Copying: ['replication', 'latencyMs', 'interval'], Security: guards },
  cdc: { Copying: ['delivery', 'idempotent', 'qps', 'latencyMs'], Security: guards },
  batch: { Copying: ['interval', 'idempotent', 'retries'], Security: guards },
  failover: { Load: ['share'], 'When it fails': ['timeoutMs', 'fallback'], Security: guards },
  observability: { Load: ['qps', 'share'], Security: guards },
}

/** For arrows of several types, the heads and properties that all of them have. */
export function sectionsFor(types: readonly EdgeType[]): readonly FormSection[] {
  const [first = 'sync', ...others] = [...new Set(types)]
  return Object.entries(heads[first]).map(([title, ids]) => ({
    title,
    properties: ids
      .filter((id) => others.every((type) => Object.values(heads[type]).flat().includes(id)))
      .map((id) => ({ id })),
  }))
}

const usual = ['HTTPS', 'gRPC', 'GraphQL', 'SQL', 'TCP', 'TLS']

/** Protocols that an arrow of a type mostly speaks, offered while typing. */
const protocols: Readonly<Record<EdgeType, readonly string[]>> = {
  sync: [...usual, 'HTTP/2', 'HTTP/3', 'SOAP', 'RESP', 'DNS', 'SMTP', 'UDP', 'webhook'],
  cache: ['RESP', 'memcached', ...usual],
  'pull-through': ['HTTPS', 'HTTP/2', 'HTTP/3'],
  async: ['AMQP', 'Kafka', 'MQTT', 'SQS', 'NATS', 'STOMP', 'HTTPS', 'gRPC'],
  stream: ['WebSocket', 'SSE', 'WebRTC', 'gRPC stream', 'MQTT', 'RTMP', 'UDP'],
  replication: ['WAL stream', 'binlog', 'Raft', 'TCP', 'TLS'],
  cdc: ['WAL', 'binlog', 'Debezium', 'Kafka'],
  batch: ['SFTP', 'HTTPS', 'S3', 'JDBC', 'NFS'],
  failover: ['DNS', 'BGP', 'VRRP', 'HTTPS'],
  observability: ['OTLP', 'Prometheus', 'StatsD', 'syslog', 'Fluent', 'HTTPS'],
}

export function protocolsOf(types: readonly EdgeType[]): readonly string[] {
  return [...new Set(types.flatMap((type) => protocols[type]))]
}
