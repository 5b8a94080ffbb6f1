import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'bff',
  title: 'Backend for frontend',
  group: 'edge',
  order: 110,
  traits: ['entry'],
  icon: '<rect x="2.5" y="5" width="8" height="14" rx="1.75"/><path d="M5.5 16.25h2M10.5 12h5M15.5 12c2.5 0 1.5-5.5 5-5.5M15.5 12c2.5 0 1.5 5.5 5 5.5M15.5 12h5.5"/>',
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
