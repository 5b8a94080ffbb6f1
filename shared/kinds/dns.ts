import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'dns',
  title: 'DNS',
  group: 'edge',
  order: 50,
  traits: ['entry', 'self-redundant'],
  icon: '<path d="M11 2.5v3M11 12.5v9M7.5 21.5h7M4 5.5h13l3.5 3.5-3.5 3.5H4z"/>',
  isFor: 'Turns names into addresses, and steers people to a near or healthy region.',
  notFor: 'Fast failover: answers are kept by resolvers until their time to live is over.',
  properties: [
    { id: 'ttl', default: 300, source: 'common setting' },
    { id: 'latencyMs' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'cdn', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
  ],
  words: ['dns', 'name server', 'domain name system'],
  technologies: ['Route 53', 'Cloud DNS', 'Azure DNS', 'NS1'],
})
