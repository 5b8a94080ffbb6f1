import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'metrics',
  title: 'Metrics',
  group: 'observability',
  order: 10,
  traits: ['watches'],
  icon: '<path d="M2.5 20.5h19"/><rect x="4.75" y="12.5" width="3.5" height="8"/><rect x="10.25" y="4" width="3.5" height="16.5"/><rect x="15.75" y="8.5" width="3.5" height="12"/>',
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
