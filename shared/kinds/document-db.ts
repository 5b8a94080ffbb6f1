import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'document-db',
  title: 'Document database',
  group: 'data',
  order: 30,
  traits: ['store'],
  icon: '<path d="M14.5 2.5H7a2 2 0 0 0-2 2v15a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V7z"/><path d="M10.5 10c-1.5 0-1 1.6-1 2.4 0 .9-.5 1.35-1.25 1.35.75 0 1.25.45 1.25 1.35 0 .8-.5 2.4 1 2.4M13.5 10c1.5 0 1 1.6 1 2.4 0 .9.5 1.35 1.25 1.35-.75 0-1.25.45-1.25 1.35 0 .8.5 2.4-1 2.4"/>',
  isFor: 'Keeps nested records whose shape changes: catalogues, profiles, content.',
  notFor: 'Joins over many collections, strict transactions between records, lists without an end.',
  properties: [
    { id: 'capacityQps', default: 5000, source: '004:4400' },
    { id: 'latencyMs', default: 5, source: 'typical of a read by key' },
    { id: 'replication', default: 'none' },
    { id: 'failover', default: 'none' },
    { id: 'shards', default: 1 },
    { id: 'shardKey' },
    { id: 'backup' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cdc', direction: 'out', edge: 'cdc' },
    { kind: 'search-index', direction: 'out', edge: 'cdc' },
  ],
  words: ['document database', 'document store', 'document db', 'nosql'],
  technologies: ['MongoDB', 'CouchDB', 'Firestore', 'Couchbase', 'DocumentDB', 'Cosmos DB'],
})
