import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'id-generator',
  title: 'ID generator',
  group: 'coordination',
  order: 30,
  traits: ['compute'],
  icon: '<path d="M9 3.5 7 20.5M17 3.5l-2 17M4 8.5h17M3 15.5h17"/>',
  isFor: 'Gives out unique ids to everything that writes, across shards and instances.',
  notFor: 'Being asked for every single id: hand out ranges, or build ids from time and machine.',
  properties: [
    { id: 'capacityQps', default: 10_000, source: '004:4399 (upper end)' },
    { id: 'latencyMs', default: 1, source: 'a number from memory' },
    { id: 'stateful' },
    { id: 'failover' },
    { id: 'zones' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
    { kind: 'service-registry', direction: 'out', edge: 'sync' },
  ],
  words: [
    'id generator',
    'key generator',
    'key generation service',
    'id service',
    'ticket server',
    'unique id',
    'counter service',
  ],
  technologies: ['Snowflake ID', 'ULID', 'Sonyflake'],
})
