import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'tracing',
  title: 'Tracing',
  group: 'observability',
  order: 30,
  traits: ['watches'],
  icon: '<path d="M3 5h14M6 10.25h9M9 15.5h12M9 15.5v4.25h6M6 5v5.25M9 10.25v5.25"/><circle cx="19.5" cy="5" r="1.5"/><circle cx="17.5" cy="10.25" r="1.5"/><circle cx="17.5" cy="19.75" r="1.5"/>',
  isFor: 'Follows one request through all parts and shows which hop was slow.',
  notFor: 'Keeping every request: take a sample and always keep errors.',
  properties: [
    { id: 'retentionHours', default: 168, source: 'common choice of 7 days' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'observability' },
    { kind: 'api-gateway', direction: 'in', edge: 'observability' },
    { kind: 'worker', direction: 'in', edge: 'observability' },
  ],
  words: ['tracing', 'distributed tracing', 'traces', 'trace collector'],
  technologies: ['Jaeger', 'Zipkin', 'OpenTelemetry', 'X-Ray', 'Tempo', 'Datadog'],
})
