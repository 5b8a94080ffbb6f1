import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'cdc',
  title: 'Change data capture',
  group: 'messaging',
  order: 50,
  traits: ['messaging'],
  icon: '<ellipse cx="8" cy="5.25" rx="5.5" ry="2.5"/><path d="M2.5 5.25v11c0 1.4 2.45 2.5 5.5 2.5M13.5 5.25V9M2.5 10.75c0 1.4 2.45 2.5 5.5 2.5"/><path d="M11 15.5c1.75-2.25 3.5 2.25 5.25 0s3-1.25 4.5 0M18.25 18.5l2.75-2.75-2.75-2.75"/>',
  isFor:
    'Reads the log of a database and passes every change on, so that nothing is written twice.',
  notFor: 'Messages with a meaning of their own: it speaks in rows, not in events.',
  properties: [
    { id: 'latencyMs', default: 500, source: 'typical of log reading' },
    { id: 'delivery', default: 'at-least-once' },
    { id: 'ordering', default: 'per-key' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'sql-db', direction: 'in', edge: 'cdc' },
    { kind: 'event-stream', direction: 'out', edge: 'cdc' },
    { kind: 'search-index', direction: 'out', edge: 'cdc' },
    { kind: 'data-warehouse', direction: 'out', edge: 'cdc' },
  ],
  words: [
    'cdc',
    'change data capture',
    'change stream',
    'change capture',
    'outbox relay',
    'log tailer',
  ],
  technologies: ['Debezium', 'DynamoDB Streams', 'Maxwell', 'AWS DMS'],
})
