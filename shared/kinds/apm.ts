import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'apm',
  title: 'APM',
  group: 'observability',
  order: 35,
  traits: ['watches'],
  icon: '<path d="M3.5 17.5a8.5 8.5 0 1 1 17 0M12 17.5l4-6M3.5 20.5h17M6.5 12.5l1 .5M12 8.5V10"/><circle cx="12" cy="17.5" r="1.25"/>',
  isFor:
    'Sees what people experience: slow pages, errors in their browsers, and the code that causes them.',
  notFor: 'Counting machines and queues, which metrics do.',
  properties: [{ id: 'managed', default: true }, { id: 'retentionHours' }],
  neighbours: [
    { kind: 'web-client', direction: 'in', edge: 'observability' },
    { kind: 'service', direction: 'in', edge: 'observability' },
    { kind: 'alerting', direction: 'out', edge: 'observability' },
  ],
  words: [
    'apm',
    'application performance monitoring',
    'real user monitoring',
    'rum',
    'synthetic monitoring',
    'profiler',
    'error tracking',
    'error tracker',
    'crash reporting',
    'performance monitoring',
  ],
  technologies: [
    'Sentry',
    'Dynatrace',
    'AppDynamics',
    'New Relic',
    'Elastic APM',
    'Application Insights',
    'Bugsnag',
    'Rollbar',
    'Pyroscope',
  ],
})
