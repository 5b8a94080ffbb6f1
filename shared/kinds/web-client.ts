import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'web-client',
  title: 'Web client',
  group: 'edge',
  order: 10,
  traits: ['client'],
  icon: '<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M3 9h18M6.5 6.5h.01M9.5 6.5h.01"/>',
  isFor: 'Shows the product in a browser and sends what people do to the entry of the system.',
  notFor:
    'Secrets, or talking to a database directly; more than three seconds of waiting loses people.',
  properties: [{ id: 'latencyMs' }],
  neighbours: [
    { kind: 'dns', direction: 'out', edge: 'sync' },
    { kind: 'cdn', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
    { kind: 'websocket-gateway', direction: 'out', edge: 'stream' },
  ],
  words: [
    'web client',
    'web app',
    'browser',
    'browsers',
    'website',
    'frontend',
    'client',
    'clients',
    'user',
    'users',
    'spa',
  ],
  technologies: ['React', 'Vue', 'Angular', 'Svelte', 'Next.js'],
})
