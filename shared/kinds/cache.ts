import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'cache',
  title: 'Cache',
  group: 'data',
  order: 25,
  traits: ['derived'],
  icon: '<path d="M13 3 5 13.5h6L10.5 21 19 10h-6.5z"/>',
  isFor: 'Answers hot reads, counters and sessions from memory in about a millisecond.',
  notFor: 'The only copy of data that must last, huge files, or values that change all the time.',
  properties: [
    { id: 'capacityQps', default: 100_000, source: '004:4399 (Redis)' },
    { id: 'latencyMs', default: 1, source: '004:423-559' },
    { id: 'hitRate', default: 80, source: '004:4008-4011' },
    { id: 'ttl' },
    { id: 'cachePattern', default: 'cache-aside' },
    { id: 'persistent', default: false },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'cache' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
  ],
  words: ['cache', 'in-memory store', 'caching layer'],
  technologies: ['Redis', 'Memcached', 'Valkey', 'Hazelcast', 'KeyDB', 'ElastiCache'],
})
