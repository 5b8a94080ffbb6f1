import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'dead-letter-queue',
  title: 'Dead-letter queue',
  group: 'messaging',
  order: 40,
  traits: ['messaging'],
  icon: '<rect x="2.5" y="5" width="19" height="14" rx="2"/><path d="m3 6.5 9 6.5 9-6.5M9.5 14.5l5 3.5M14.5 14.5l-5 3.5"/>',
  isFor: 'Sets aside messages that keep failing, so that the rest can go on.',
  notFor: 'Being forgotten: somebody is alerted and sends them again.',
  properties: [
    { id: 'retentionHours', default: 336, source: 'typical limit of 14 days' },
    { id: 'persistent', default: true },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'queue', direction: 'in', edge: 'async' },
    { kind: 'alerting', direction: 'out', edge: 'observability' },
    { kind: 'worker', direction: 'out', edge: 'async' },
  ],
  words: ['dead-letter queue', 'dead letter queue', 'dead letters', 'dlq', 'poison queue'],
  technologies: ['RabbitMQ', 'SQS'],
})
