import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'alerting',
  title: 'Alerting',
  group: 'observability',
  order: 40,
  traits: ['watches'],
  icon: '<path d="M6 17V10.5a6 6 0 0 1 12 0V17l2 1.5H4z"/><path d="M10 21.25h4M12 4.5v-2"/>',
  isFor: 'Wakes a person when a promise to users is about to be broken.',
  notFor: 'Everything that is unusual: alerts that need no act are soon ignored.',
  properties: [{ id: 'managed' }, { id: 'team' }],
  neighbours: [
    { kind: 'metrics', direction: 'in', edge: 'observability' },
    { kind: 'logging', direction: 'in', edge: 'observability' },
    { kind: 'external-service', direction: 'out', edge: 'async' },
  ],
  words: ['alerting', 'alerts', 'alert manager', 'pager', 'on-call', 'escalation'],
  technologies: ['PagerDuty', 'Opsgenie', 'Alertmanager', 'Grafana'],
})
