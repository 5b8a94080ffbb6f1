import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'graph-db',
  title: 'Graph database',
  group: 'data',
  order: 60,
  traits: ['store'],
  icon: '<circle cx="5.5" cy="7" r="2.75"/><circle cx="18.5" cy="5" r="2.25"/><circle cx="16.5" cy="18" r="3.25"/><circle cx="5" cy="18.5" r="2"/><path d="m8.2 6.6 8-1.2M18.2 7.2l-1 7.6M7.4 9l6.8 6.6M5.4 9.8l-.3 6.7"/>',
  isFor: 'Follows relations many steps deep: friends of friends, fraud rings, knowledge.',
  notFor: 'Sums over everything, or plain lookups by key.',
  properties: [
    { id: 'capacityQps', default: 1000, source: '004:4400 (lower end)' },
    { id: 'latencyMs', default: 20, source: 'typical of a short walk' },
    { id: 'replication', default: 'none' },
    { id: 'failover', default: 'none' },
    { id: 'backup' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'in', edge: 'sync' },
    { kind: 'event-stream', direction: 'in', edge: 'async' },
  ],
  words: ['graph database', 'graph db', 'graph store', 'social graph', 'knowledge graph', 'graph'],
  technologies: [
    'Neo4j',
    'Neptune',
    'JanusGraph',
    'Dgraph',
    'TigerGraph',
    'ArangoDB',
    'Memgraph',
    'Apache AGE',
  ],
})
