import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'read-replica',
  title: 'Read replica',
  group: 'data',
  order: 20,
  traits: ['derived'],
  icon: '<ellipse cx="9.5" cy="5.5" rx="6.5" ry="2.75"/><path d="M3 5.5v10.75C3 17.8 5.9 19 9.5 19M16 5.5V9"/><ellipse cx="16" cy="13" rx="5.5" ry="2.25"/><path d="M10.5 13v6.25c0 1.25 2.45 2.25 5.5 2.25s5.5-1 5.5-2.25V13"/>',
  isFor: 'Follows a primary database and answers reads, reports and, after a failover, everything.',
  notFor: 'Writes, or reads that must see what was written a moment ago.',
  properties: [
    { id: 'capacityQps', default: 5000, source: '004:4400' },
    { id: 'latencyMs', default: 10, source: '004:4400' },
    { id: 'replication', default: 'asynchronous' },
    { id: 'failover', default: 'none' },
    { id: 'zones' },
    { id: 'regions' },
    { id: 'encryptedAtRest' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'sql-db', direction: 'in', edge: 'replication' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'in', edge: 'sync' },
  ],
  words: ['read replica', 'read replicas', 'replica', 'replicas'],
  technologies: [],
})
