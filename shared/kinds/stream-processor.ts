import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'stream-processor',
  title: 'Stream processor',
  group: 'compute',
  order: 70,
  traits: ['compute'],
  icon: '<path d="M3 5.5c3-3.25 6 3.25 9 0s6-3.25 9 0M4 10.5h16l-6 6.25V21l-4-2v-2.25z"/>',
  isFor: 'Counts, joins and enriches events within seconds, in windows of time.',
  notFor: 'Reports that may wait until night; late events need a rule.',
  properties: [
    { id: 'capacityMessages', default: 100_000, source: 'assumed for one node' },
    { id: 'latencyMs', default: 500, source: '002:5588-5660' },
    { id: 'stateful', default: true, source: '002:5588-5660' },
    { id: 'delivery', default: 'at-least-once' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'event-stream', direction: 'in', edge: 'async' },
    { kind: 'timeseries-db', direction: 'out', edge: 'async' },
    { kind: 'search-index', direction: 'out', edge: 'async' },
    { kind: 'key-value-db', direction: 'out', edge: 'async' },
    { kind: 'data-warehouse', direction: 'out', edge: 'batch' },
  ],
  words: [
    'stream processor',
    'stream processing',
    'event processor',
    'windowed aggregation',
    'real-time analytics',
  ],
  technologies: [
    'Flink',
    'Apache Flink',
    'Kafka Streams',
    'Spark Streaming',
    'Storm',
    'Dataflow',
    'Beam',
  ],
})
