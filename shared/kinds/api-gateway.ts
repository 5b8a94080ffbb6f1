import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'api-gateway',
  title: 'API gateway',
  group: 'edge',
  order: 100,
  traits: ['entry', 'balancer'],
  icon: '<path d="M4 21V11a8 8 0 0 1 16 0v10M2.5 21h3M18.5 21h3"/><path d="M8 14.5h8M13 11.5l3 3-3 3"/>',
  isFor: 'Gives all callers one door: routing, authentication, limits and protocol in one place.',
  notFor:
    'A single service behind it, or business logic; it is a bottleneck unless it is replicated.',
  properties: [
    { id: 'capacityQps', default: 10_000, source: '004:4399' },
    { id: 'latencyMs', default: 5, source: 'typical of one more hop' },
    { id: 'rateLimit', default: 100, source: '004:1121-1183' },
    { id: 'authn' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
    { kind: 'auth-service', direction: 'out', edge: 'sync' },
    { kind: 'rate-limiter', direction: 'out', edge: 'sync' },
    { kind: 'mobile-client', direction: 'in', edge: 'sync' },
    { kind: 'service-registry', direction: 'out', edge: 'sync' },
  ],
  words: ['api gateway', 'gateway', 'edge gateway', 'graphql gateway'],
  technologies: ['Kong', 'AWS API Gateway', 'Apigee', 'Ambassador', 'Tyk', 'Envoy'],
})
