import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'timeseries-db',
  title: 'Time-series database',
  group: 'data',
  order: 65,
  traits: ['store'],
  icon: '<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M6.5 16.5 10 11l3 3 3.5-7L20 10"/>',
  isFor: 'Keeps measurements by time, compressed, and thins out old ones.',
  notFor: 'Records that change, or transactions.',
  properties: [
    { id: 'capacityQps', default: 100_000, source: 'assumed points a second for one node' },
    { id: 'latencyMs', default: 50, source: 'typical of a range of one day' },
    { id: 'retentionHours', default: 168, source: '004:2083-2091 (7 days raw)' },
    { id: 'replication', default: 'none' },
    { id: 'failover', default: 'none' },
    { id: 'backup' },
    { id: 'storageGb' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'stream-processor', direction: 'in', edge: 'async' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'metrics', direction: 'in', edge: 'sync' },
    { kind: 'event-stream', direction: 'in', edge: 'async' },
  ],
  words: ['time-series database', 'time series database', 'timeseries', 'time-series db', 'tsdb'],
  technologies: ['InfluxDB', 'TimescaleDB', 'VictoriaMetrics', 'OpenTSDB', 'Timestream', 'QuestDB'],
})
