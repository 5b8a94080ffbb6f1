import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'event-store',
  title: 'Event store',
  group: 'data',
  order: 62,
  traits: ['store'],
  icon: '<rect x="3" y="4" width="18" height="4" rx="1"/><rect x="3" y="10" width="18" height="4" rx="1"/><path d="M3 16.5v3.5h11M17.5 20h4M19.5 18v4M6 6h.01M6 12h.01"/>',
  isFor:
    'Keeps every change as an event that is only ever added, so that any past state can be rebuilt.',
  notFor: 'Plain create, read, update and delete; old events stay and have to be read for ever.',
  properties: [
    { id: 'capacityQps', default: 5000, source: '004:4400' },
    { id: 'latencyMs', default: 10, source: '004:4400' },
    { id: 'replication' },
    { id: 'failover' },
    { id: 'shards' },
    { id: 'shardKey' },
    { id: 'retentionHours' },
    { id: 'backup' },
    { id: 'backupTested' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'dataClass' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'event-stream', direction: 'out', edge: 'cdc' },
    { kind: 'stream-processor', direction: 'out', edge: 'async' },
    { kind: 'sql-db', direction: 'out', edge: 'async' },
  ],
  words: [
    'event store',
    'event sourcing',
    'event journal',
    'event database',
    'append-only log',
    'append-only store',
  ],
  technologies: ['EventStoreDB', 'Kurrent', 'Axon Server', 'Marten'],
})
