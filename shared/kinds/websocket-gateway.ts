import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'websocket-gateway',
  title: 'WebSocket gateway',
  group: 'edge',
  order: 120,
  traits: ['entry', 'compute'],
  icon: '<path d="M3 8.5h15M14.5 4.5l4 4-4 4M21 15.5H6M9.5 11.5l-4 4 4 4"/>',
  isFor: 'Holds long-lived connections and pushes to people within milliseconds.',
  notFor:
    'Plain requests and answers; it needs a registry of who is connected where, and a plan for reconnects.',
  properties: [
    { id: 'connections', default: 10_000, source: '004:2823' },
    { id: 'stateful', default: true, source: '004:2720-2826' },
    { id: 'latencyMs' },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'authn' },
  ],
  neighbours: [
    { kind: 'web-client', direction: 'in', edge: 'stream' },
    { kind: 'load-balancer', direction: 'in', edge: 'stream' },
    { kind: 'pubsub', direction: 'out', edge: 'async' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'event-stream', direction: 'out', edge: 'async' },
  ],
  words: [
    'websocket gateway',
    'websocket server',
    'websocket',
    'ws',
    'socket server',
    'connection server',
    'push gateway',
    'sse server',
  ],
  technologies: ['Socket.IO', 'SignalR', 'Centrifugo', 'Phoenix Channels'],
})
