import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'feature-store',
  title: 'Feature store',
  group: 'data',
  order: 120,
  traits: ['derived'],
  icon: '<rect x="3" y="3" width="7.5" height="7.5" rx="1"/><rect x="13.5" y="13.5" width="7.5" height="7.5" rx="1"/><path d="M13.5 6.75H21M17.25 3v7.5M3 17.25l3.75-3.75 3.75 3.75L6.75 21z"/>',
  isFor: 'Gives a model the same features when it is trained and when it answers.',
  notFor: 'Data that no model reads, or a first model with few features.',
  properties: [
    { id: 'capacityQps', default: 10000, source: '004:4400 (upper end)' },
    { id: 'latencyMs', default: 5, source: 'typical of a read by key' },
    { id: 'ttl' },
    { id: 'replication' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'ml-serving', direction: 'in', edge: 'sync' },
    { kind: 'ml-training', direction: 'out', edge: 'batch' },
    { kind: 'stream-processor', direction: 'in', edge: 'async' },
    { kind: 'batch-processor', direction: 'in', edge: 'batch' },
  ],
  words: ['feature store', 'features store', 'online features', 'offline features'],
  technologies: ['Feast', 'Tecton', 'Hopsworks', 'SageMaker Feature Store'],
})
