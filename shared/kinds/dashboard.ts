import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'dashboard',
  title: 'Dashboard',
  group: 'observability',
  order: 25,
  traits: ['watches'],
  icon: '<rect x="3" y="3.5" width="18" height="17" rx="2"/><path d="M3 9h18M10 9v11.5M13 16l2.25-2.5 2 1.5 1.75-2.5"/>',
  isFor: 'Shows the state of the system in charts that people read at a glance.',
  notFor: 'Waking somebody up: nobody looks at it at night.',
  properties: [{ id: 'managed' }, { id: 'team' }],
  neighbours: [
    { kind: 'metrics', direction: 'out', edge: 'observability' },
    { kind: 'timeseries-db', direction: 'out', edge: 'observability' },
    { kind: 'logging', direction: 'out', edge: 'observability' },
  ],
  words: [
    'dashboard',
    'dashboards',
    'status page',
    'monitoring dashboard',
    'metrics dashboard',
    'visualization',
    'visualisation',
  ],
  technologies: ['Grafana', 'Kibana', 'Chronograf', 'Azure Workbooks'],
})
