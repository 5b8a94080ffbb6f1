import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'bff',
  title: 'Backend for frontend',
  group: 'edge',
  order: 110,
  traits: ['entry'],
  icon: '<rect x="2.5" y="3.5" width="9" height="17" rx="2"/><path d="M6 17.25h2M21.5 6h-2.75a3 3 0 0 0-3 3v6a3 3 0 0 0 3 3h2.75M15.75 12H11.5"/>',
  isFor: 'Shapes and joins answers for one type of client, so that a phone asks once.',
  notFor: 'Business rules; two of them soon hold the same logic twice.',
  properties: [
    { id: 'capacityQps', default: 1000, source: '004:4399' },
    { id: 'latencyMs', default: 10, source: 'typical of one more hop' },
    { id: 'stateful', default: false },
    { id: 'authn' },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'team' },
  ],
  neighbours: [
    { kind: 'mobile-client', direction: 'in', edge: 'sync' },
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
  ],
  words: ['bff', 'backend for frontend', 'mobile backend', 'graphql layer', 'graphql server'],
  technologies: ['Apollo Server', 'GraphQL', 'Hasura'],
})
