import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'sse-endpoint',
  title: 'SSE endpoint',
  group: 'edge',
  order: 125,
  traits: ['entry', 'compute'],
  icon: '<rect x="2.5" y="5" width="8" height="14" rx="1.5"/><path d="M10.5 8.5h10.5M10.5 12h6M10.5 15.5h10.5M18.5 6l2.5 2.5-2.5 2.5M18.5 13l2.5 2.5-2.5 2.5"/>',
  isFor: 'Pushes events to browsers over one long HTTP answer that reconnects by itself.',
  notFor: 'Two-way talk; what the browser says goes over ordinary requests.',
  properties: [
    { id: 'connections', default: 10000, source: '004:2720-2826 (sockets, conservative)' },
    { id: 'latencyMs', default: 5, source: 'typical within one region' },
    { id: 'stateful', default: true },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'authn' },
  ],
  neighbours: [
    { kind: 'web-client', direction: 'in', edge: 'stream' },
    { kind: 'pubsub', direction: 'in', edge: 'async' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
  ],
  words: ['sse endpoint', 'server-sent events', 'sse', 'sse server', 'sse gateway', 'event source'],
  technologies: ['Mercure'],
})
