import { describe, expect, it } from 'vitest'
import { findKind } from '#shared/kinds/find-kind.ts'
import { readEdgeProperties, readNodeProperties } from './read-properties.ts'

describe('readNodeProperties', () => {
  it.each([
    [
      'sql-db',
      'PostgreSQL (primary + 2 replicas, multi-AZ, nightly dump)',
      { zones: 2, failover: 'automatic', backup: 'daily' },
    ],
    ['sql-db', 'Orders DB<br>32 shards by user', { shards: 32, shardKey: 'user' }],
    ['sql-db', 'MySQL sharded x16 on tenant_id', { shards: 16, shardKey: 'tenant_id' }],
    [
      'wide-column-db',
      'Cassandra, shard key: room_id, consistent hashing',
      { shardKey: 'room_id', shardMethod: 'consistent hash' },
    ],
    ['sql-db', 'PostgreSQL, partitioned by month', {}],
    [
      'sql-db',
      'RDS (managed, encrypted, PITR, 3 AZs)',
      { zones: 3, managed: true, backup: 'continuous', encryptedAtRest: true },
    ],
    [
      'sql-db',
      'MySQL with hourly snapshots and automatic failover',
      { failover: 'automatic', backup: 'hourly' },
    ],
    [
      'sql-db',
      'Ledger (sync standby in another zone, restore tested)',
      { replication: 'synchronous', backupTested: true },
    ],
    ['sql-db', 'DB (no backups)', { backup: 'none' }],
    ['sql-db', 'DB (weekly backup), 2 TB', { backup: 'weekly', storageGb: 2000 }],
    ['sql-db', 'Self-managed Postgres', { managed: false }],
    ['cache', 'Redis cache, TTL 24h, LRU', { ttl: 86_400, eviction: 'LRU' }],
    ['cache', 'Feed cache<br/>expires after 30 min, hit rate 95%', { ttl: 1800, hitRate: 95 }],
    [
      'cache',
      'Cache (write-through, invalidated on write)',
      { cachePattern: 'write-through', invalidation: 'on write' },
    ],
    ['cache', 'Redis (AOF)', { persistent: true }],
    ['cache', 'Redis (no persistence)', { persistent: false }],
    ['cdn', 'CDN (TTL 1 h)', { ttl: 3600 }],
    ['api-gateway', 'API Gateway (OAuth, rate limit 100/min)', { authn: 'OAuth', rateLimit: 100 }],
    ['api-gateway', 'Gateway: JWT, 20 req/s per user limit', { authn: 'JWT', rateLimit: 1200 }],
    [
      'api-gateway',
      'Kong (limit 10 requests per second, API keys)',
      { authn: 'API keys', rateLimit: 600 },
    ],
    ['queue', 'SQS + DLQ', { dlq: true }],
    ['queue', 'SQS without DLQ', { dlq: false }],
    ['dead-letter-queue', 'Orders DLQ', {}],
    [
      'event-stream',
      'Kafka, 12 partitions, 7 day retention, at-least-once',
      { delivery: 'at-least-once', partitions: 12, retentionHours: 168 },
    ],
    ['service', 'API autoscaled 2-10', { autoscaleMin: 2, autoscaleMax: 10 }],
    [
      'service',
      'API (HPA: 3 to 30 on CPU)',
      { autoscaleMin: 3, autoscaleMax: 30, autoscaleMetric: 'CPU' },
    ],
    ['worker', 'Encoder 4–40 pods', { autoscaleMin: 4, autoscaleMax: 40 }],
    ['worker', 'Mail worker (idempotent, 3 retries)', { retries: 3, idempotentConsumer: true }],
    ['service', 'Web servers, stateless, health checks', { stateful: false, healthCheck: true }],
    ['service', 'App (sticky sessions)', { stateful: true, sessionIn: 'instance' }],
    [
      'external-service',
      'Stripe (circuit breaker, timeout 2s)',
      { timeoutMs: 2000, circuitBreaker: true },
    ],
    ['service', 'Search API, 10k rps each', { capacityQps: 10_000 }],
    [
      'service',
      'Profile service (mTLS), multi-region',
      { authn: 'mTLS', regions: 2, encryptedInTransit: true },
    ],
    ['service', 'Profile service, without TLS', { encryptedInTransit: false }],
    ['service', 'Order service', {}],
    ['backup', 'Backup service', {}],
    ['service', '', {}],
    ['service', '-5 regions', {}],
    ['sql-db', '0 shards', {}],
  ])('%s: reads %j', (kind, label, properties) => {
    const read = readNodeProperties(label, findKind(kind))
    expect(read).toEqual(properties)
  })
})

describe('readEdgeProperties', () => {
  it.each([
    [
      'HTTPS, timeout 500ms, 3 retries with jitter',
      { encrypted: true, timeoutMs: 500, retries: 3, retryJitter: true },
    ],
    ['exponential backoff, circuit breaker', { retryMultiplier: 2, circuitBreaker: true }],
    ['async replication', { replication: 'asynchronous' }],
    ['replication (sync)', { replication: 'synchronous' }],
    ['nightly batch', { interval: 'nightly' }],
    ['mTLS', { authn: 'mTLS', encrypted: true }],
    ['plain HTTP', { encrypted: false }],
    ['gRPC 2k rps', { qps: 2000 }],
    ['1,500 msgs/s', { qps: 1500 }],
    ['90% of traffic', { share: 90 }],
    ['falls back to cached prices', { fallback: 'cached prices' }],
    ['reads (cache-aside), TTL 5 min', { cachePattern: 'cache-aside', ttl: 300 }],
    ['publish, exactly once', { delivery: 'exactly-once' }],
    ['POST /orders + idempotency key', { idempotent: true }],
    ['~20 ms', { latencyMs: 20 }],
    ['card data', { dataClass: 'card data' }],
    ['creates a link', {}],
    ['', {}],
  ])('reads %j', (label, properties) => {
    expect(readEdgeProperties(label)).toEqual(properties)
  })
})
