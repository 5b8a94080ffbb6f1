import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'worker',
  title: 'Worker',
  group: 'compute',
  order: 40,
  traits: ['compute'],
  icon: '<path d="M10.35 5.82 10.41 2.74 13.59 2.74 13.65 5.82 15.21 6.46 17.43 4.32 19.68 6.57 17.54 8.79 18.18 10.35 21.26 10.41 21.26 13.59 18.18 13.65 17.54 15.21 19.68 17.43 17.43 19.68 15.21 17.54 13.65 18.18 13.59 21.26 10.41 21.26 10.35 18.18 8.79 17.54 6.57 19.68 4.32 17.43 6.46 15.21 5.82 13.65 2.74 13.59 2.74 10.41 5.82 10.35 6.46 8.79 4.32 6.57 6.57 4.32 8.79 6.46z"/><circle cx="12" cy="12" r="2.75"/>',
  isFor: 'Does background jobs from a queue, as many at once as there are instances.',
  notFor: 'Work that a person waits for; a job must be safe to run twice.',
  properties: [
    { id: 'capacityMessages', default: 100, source: 'assumed: 10 ms a job' },
    { id: 'stateful', default: false },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'team' },
  ],
  neighbours: [
    { kind: 'queue', direction: 'in', edge: 'async' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
    { kind: 'object-store', direction: 'out', edge: 'sync' },
    { kind: 'event-stream', direction: 'in', edge: 'async' },
    { kind: 'external-service', direction: 'out', edge: 'sync' },
  ],
  words: [
    'worker',
    'workers',
    'consumer',
    'job runner',
    'background job',
    'background worker',
    'queue consumer',
    'thumbnailer',
  ],
  technologies: ['Celery', 'Sidekiq', 'BullMQ', 'Resque'],
})
