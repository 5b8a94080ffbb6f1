import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'gslb',
  title: 'Global load balancer',
  group: 'edge',
  order: 55,
  traits: ['entry', 'balancer', 'self-redundant'],
  icon: '<path d="M12 21.5c-4.5-5-6.75-8.25-6.75-11.75a6.75 6.75 0 0 1 13.5 0c0 3.5-2.25 6.75-6.75 11.75z"/><circle cx="12" cy="9.5" r="2.75"/><path d="M5.5 9.5h3.75M14.75 9.5h3.75"/>',
  isFor: 'Sends each visitor to the best region by nearness, health and cost.',
  notFor:
    'A product in one region; and it needs a health check of every region that it sends people to.',
  properties: [
    { id: 'latencyMs', default: 20, source: 'typical of a cached name look-up' },
    { id: 'failover', default: 'automatic' },
    { id: 'healthCheck' },
    { id: 'ttl', default: 60, source: 'common choice for names that fail over' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'dns', direction: 'in', edge: 'sync' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
  ],
  words: [
    'global load balancer',
    'global server load balancer',
    'gslb',
    'geo dns',
    'geo routing',
    'traffic manager',
    'anycast',
    'global traffic management',
  ],
  technologies: [
    'AWS Global Accelerator',
    'Azure Traffic Manager',
    'Route 53 latency routing',
    'Google Global Load Balancer',
  ],
})
