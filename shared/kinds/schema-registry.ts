import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'schema-registry',
  title: 'Schema registry',
  group: 'messaging',
  order: 70,
  traits: [],
  icon: '<path d="M5 2.75h9.5L19 7.25v14H5zM14.5 2.75v4.5H19"/><path d="m8.5 14.5 2.25 2.25 4.75-4.75"/>',
  isFor:
    'Keeps the versions of message formats and refuses those that readers could not understand.',
  notFor: 'The messages themselves, or formats that only one program reads and writes.',
  properties: [
    { id: 'latencyMs', default: 5, source: 'typical within one region' },
    { id: 'replication' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'event-stream', direction: 'out', edge: 'sync' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'stream-processor', direction: 'in', edge: 'sync' },
  ],
  words: ['schema registry', 'schema repository', 'schema catalog'],
  technologies: ['Confluent Schema Registry', 'Apicurio', 'AWS Glue Schema Registry'],
})
