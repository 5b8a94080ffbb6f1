import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'mobile-client',
  title: 'Mobile client',
  group: 'edge',
  order: 20,
  traits: ['client'],
  icon: '<rect x="7" y="2.5" width="10" height="19" rx="2.25"/><path d="M10.75 18h2.5"/>',
  isFor: 'Runs the product on a phone, with a local store for when the network is gone.',
  notFor: 'Assuming a steady network or the latest version; old versions stay in use for years.',
  properties: [{ id: 'persistent', default: true, source: '002:5904-5950' }],
  neighbours: [
    { kind: 'bff', direction: 'out', edge: 'sync' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
    { kind: 'cdn', direction: 'out', edge: 'sync' },
    { kind: 'websocket-gateway', direction: 'out', edge: 'stream' },
    { kind: 'external-service', direction: 'in', edge: 'async' },
  ],
  words: ['mobile client', 'mobile app', 'mobile', 'phone', 'native app', 'mobile users'],
  technologies: ['iOS', 'Android', 'React Native', 'Flutter'],
})
