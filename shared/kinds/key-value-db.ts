import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'key-value-db',
  title: 'Key-value database',
  group: 'data',
  order: 40,
  traits: ['store'],
  icon: '<circle cx="7.5" cy="16.5" r="4.5"/><path d="M10.75 13.25 20.5 3.5M17 7l3 3M13.75 10.25l2 2"/>',
  isFor: 'Finds durable values by key at any scale: carts, sessions, short codes.',
  notFor: 'Questions that do not know the key, joins and reports.',
  properties: [
    { id: 'capacityQps', default: 10_000, source: '004:4400' },
    { id: 'latencyMs', default: 5, source: 'typical of a read by key' },
    { id: 'replication', default: 'none' },
    { id: 'failover', default: 'none' },
    { id: 'shards', default: 1 },
    { id: 'shardKey' },
    { id: 'ttl' },
    { id: 'backup' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'in', edge: 'sync' },
    { kind: 'cdc', direction: 'out', edge: 'cdc' },
  ],
  words: ['key-value database', 'key-value store', 'key value store', 'kv store', 'session store'],
  technologies: ['DynamoDB', 'Riak', 'RocksDB', 'FoundationDB', 'Aerospike', 'Redis'],
})
