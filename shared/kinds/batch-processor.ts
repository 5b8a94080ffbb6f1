import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'batch-processor',
  title: 'Batch processor',
  group: 'compute',
  order: 80,
  traits: ['compute'],
  icon: '<path d="M12 2.5 21 7l-9 4.5L3 7z"/><path d="m3 12 9 4.5 9-4.5M3 17l9 4.5 9-4.5"/>',
  isFor:
    'Works through large amounts of stored data at intervals: reports, training sets, rebuilds.',
  notFor: 'Answers that must be fresher than its interval.',
  properties: [
    { id: 'latencyMs', default: 3_600_000, source: '002:5516-5586 (hours)' },
    { id: 'stateful', default: false },
    { id: 'managed' },
    { id: 'team' },
  ],
  neighbours: [
    { kind: 'scheduler', direction: 'in', edge: 'async' },
    { kind: 'object-store', direction: 'in', edge: 'batch' },
    { kind: 'data-warehouse', direction: 'out', edge: 'batch' },
    { kind: 'key-value-db', direction: 'out', edge: 'batch' },
  ],
  words: [
    'batch processor',
    'batch job',
    'batch',
    'map reduce',
    'mapreduce',
    'batch processing',
    'batch jobs',
  ],
  technologies: ['Spark', 'Apache Spark', 'Hadoop', 'EMR', 'Dataproc', 'PySpark'],
})
