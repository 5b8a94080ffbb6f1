import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'logging',
  title: 'Logging',
  group: 'observability',
  order: 20,
  traits: ['watches'],
  icon: '<rect x="3" y="3.5" width="18" height="17" rx="2"/><path d="m6.5 8 2.25 2-2.25 2M11 12h6.5M6.5 16h11"/>',
  isFor: 'Gathers what every part reports, searchable and in one place.',
  notFor: 'Personal data, or keeping all of it for ever; errors are always kept.',
  properties: [
    { id: 'retentionHours', default: 720, source: 'common choice of 30 days' },
    { id: 'storageGb' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'observability' },
    { kind: 'search-index', direction: 'out', edge: 'async' },
    { kind: 'object-store', direction: 'out', edge: 'batch' },
    { kind: 'alerting', direction: 'out', edge: 'observability' },
  ],
  words: ['logging', 'logs', 'log aggregation', 'log store', 'log collector', 'audit log'],
  technologies: ['ELK', 'Logstash', 'Fluentd', 'Loki', 'Splunk', 'Datadog', 'Graylog'],
})
