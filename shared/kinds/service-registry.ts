import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'service-registry',
  title: 'Service registry',
  group: 'coordination',
  order: 40,
  traits: ['compute'],
  icon: '<path d="M6 2.5h12.5a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H6a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM2.5 7.5h3M2.5 12h3M2.5 16.5h3"/><circle cx="12.5" cy="9.25" r="2.25"/><path d="M8.75 16.5a3.75 3.75 0 0 1 7.5 0"/>',
  isFor:
    'Knows which instances are alive and where, and keeps locks and leaders for those who need them.',
  notFor: 'A few services with fixed addresses, or the data of the product.',
  properties: [
    { id: 'ttl', default: 90, source: '001:1279-1374' },
    { id: 'replication', default: 'quorum', source: '002:4299-4324' },
    { id: 'latencyMs', default: 5, source: 'typical within one region' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
  ],
  words: ['service registry', 'registry', 'service discovery', 'discovery'],
  technologies: ['Consul', 'Eureka', 'Nacos', 'AWS Cloud Map'],
})
