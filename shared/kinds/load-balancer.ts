import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'load-balancer',
  title: 'Load balancer',
  group: 'edge',
  order: 80,
  traits: ['entry', 'balancer'],
  icon: '<circle cx="5" cy="12" r="2.25"/><circle cx="19" cy="4.75" r="2.25"/><circle cx="19" cy="12" r="2.25"/><circle cx="19" cy="19.25" r="2.25"/><path d="M7.25 12h9.5M7 10.75l9.9-4.9M7 13.25l9.9 4.9"/>',
  isFor: 'Spreads requests over healthy instances and ends TLS.',
  notFor: 'Curing slow code or a slow database; alone it is itself a single point of failure.',
  properties: [
    { id: 'latencyMs', default: 2, source: '004:348-420' },
    { id: 'capacityQps', default: 100_000, source: 'typical of one software balancer' },
    { id: 'connections', default: 1_000_000, source: '002:1680' },
    { id: 'zones' },
    { id: 'managed' },
    { id: 'failover' },
  ],
  neighbours: [
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
    { kind: 'cdn', direction: 'in', edge: 'pull-through' },
    { kind: 'monolith', direction: 'out', edge: 'sync' },
    { kind: 'websocket-gateway', direction: 'out', edge: 'stream' },
  ],
  words: ['load balancer', 'lb', 'balancer', 'l4 balancer', 'l7 balancer'],
  technologies: [
    'NGINX',
    'HAProxy',
    'AWS ALB',
    'ALB',
    'NLB',
    'ELB',
    'Google Cloud Load Balancing',
    'F5',
  ],
})
