import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'stream-processor',
  title: 'Stream processor',
  group: 'compute',
  order: 70,
  traits: ['compute'],
  icon: '<path d="M2.5 7.5h4.5M2.5 12h3.5M2.5 16.5h4.5M17.5 12h4M19 9.5l2.5 2.5-2.5 2.5"/><circle cx="12" cy="12" r="6"/><path d="M12 9v6M9.5 10.5v3M14.5 10.5v3"/>',
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
