import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'wide-column-db',
  title: 'Wide-column database',
  group: 'data',
  order: 50,
  traits: ['store'],
  icon: '<rect x="2.5" y="4.5" width="4.5" height="15" rx="1"/><rect x="9.75" y="4.5" width="4.5" height="10" rx="1"/><rect x="17" y="4.5" width="4.5" height="12.5" rx="1"/><path d="M2.5 9h4.5M9.75 9h4.5M17 9h4.5"/>',
  isFor:
    'Takes very many writes and keeps rows ordered within a partition: messages, feeds, histories.',
  notFor: 'Joins, questions that were not planned for, strict transactions.',
  properties: [
    { id: 'capacityQps', default: 10_000, source: '004:4400 (upper end, log-structured writes)' },
    { id: 'latencyMs', default: 10, source: 'typical of a read of one partition' },
    { id: 'replication', default: 'quorum', source: '002:1210-1213' },
    { id: 'failover', default: 'automatic' },
    { id: 'shards' },
    { id: 'shardKey' },
    { id: 'ttl' },
    { id: 'backup' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'regions' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'sync' },
    { kind: 'stream-processor', direction: 'in', edge: 'async' },
    { kind: 'event-stream', direction: 'in', edge: 'async' },
  ],
  words: ['wide-column database', 'wide-column store', 'wide column store', 'column family store'],
  technologies: ['Cassandra', 'Apache Cassandra', 'HBase', 'ScyllaDB', 'Bigtable', 'Keyspaces'],
})
