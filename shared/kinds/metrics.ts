import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'metrics',
  title: 'Metrics',
  group: 'observability',
  order: 10,
  traits: ['watches'],
  icon: '<path d="M3 21h18M5.5 21v-6.5h3V21M10.5 21V9h3v12M15.5 21v-9.5h3V21M4.5 9l6-5.5 3.5 2.5 5.5-3.5"/>',
  isFor: 'Collects counts, rates and latencies of every part, for graphs and alerts.',
  notFor: 'Single events, or labels with a value for each person.',
  properties: [
    { id: 'retentionHours', default: 168, source: '004:2083-2091' },
    { id: 'managed' },
    { id: 'zones' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'observability' },
    { kind: 'alerting', direction: 'out', edge: 'observability' },
    { kind: 'timeseries-db', direction: 'out', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'observability' },
  ],
  words: ['metrics', 'monitoring', 'telemetry', 'dashboard', 'dashboards', 'apm'],
  technologies: ['Prometheus', 'Grafana', 'Datadog', 'CloudWatch', 'StatsD', 'New Relic'],
})
