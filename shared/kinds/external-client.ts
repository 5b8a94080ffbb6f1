import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'external-client',
  title: 'External client',
  group: 'edge',
  order: 40,
  traits: ['client', 'external'],
  icon: '<rect x="2.5" y="4" width="12" height="16" rx="2"/><path d="M6 8.5h5M6 12h2.5M11 14.5h10.5M18 11l3.5 3.5L18 18"/>',
  isFor: 'Stands for a partner whose own systems call your interface.',
  notFor: 'Trust without a key: every partner is authenticated and has a quota.',
  properties: [{ id: 'authn' }, { id: 'rateLimit' }],
  neighbours: [
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'async' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
  ],
  words: ['external client', 'partner', 'partner server', 'webhook receiver', 'b2b client'],
  technologies: [],
})
