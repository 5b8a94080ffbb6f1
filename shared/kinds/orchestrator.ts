import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'orchestrator',
  title: 'Orchestrator',
  group: 'compute',
  order: 65,
  traits: ['compute'],
  icon: '<rect x="2.5" y="3" width="7" height="5" rx="1"/><rect x="14" y="9.5" width="7" height="5" rx="1"/><rect x="2.5" y="16" width="7" height="5" rx="1"/><path d="M9.5 5.5h8v4M17.5 14.5v4h-8"/>',
  isFor: 'Leads a business process of many steps and undoes what was done when one fails.',
  notFor: 'Simple flows of one or two calls; and its own state has to survive a crash.',
  properties: [
    { id: 'capacityQps', default: 1000, source: '004:4399' },
    { id: 'latencyMs', default: 20, source: 'typical of a small handler' },
    { id: 'stateful' },
    { id: 'persistent' },
    { id: 'retries' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'queue', direction: 'out', edge: 'async' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
  ],
  words: [
    'orchestrator',
    'saga',
    'saga coordinator',
    'saga orchestrator',
    'workflow engine',
    'workflow',
    'workflow orchestrator',
    'process manager',
    'coordinator',
  ],
  technologies: ['Temporal', 'Step Functions', 'AWS Step Functions', 'Camunda', 'Cadence', 'Zeebe'],
})
