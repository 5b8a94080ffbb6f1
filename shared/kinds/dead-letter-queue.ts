import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'dead-letter-queue',
  title: 'Dead-letter queue',
  group: 'messaging',
  order: 40,
  traits: ['messaging'],
  icon: '<path d="M21.5 11V6.5a2 2 0 0 0-2-2h-15a2 2 0 0 0-2 2V17a2 2 0 0 0 2 2H13M3 6.25l9 6.25 9-6.25M16.5 15.5l5 5M21.5 15.5l-5 5"/>',
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
