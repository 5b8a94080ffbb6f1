import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'rate-limiter',
  title: 'Rate limiter',
  group: 'coordination',
  order: 20,
  traits: ['compute'],
  icon: '<path d="M3.5 18.5a9.5 9.5 0 1 1 17 0"/><path d="m12 14.5 4-5.25M3.5 18.5h3M17.5 18.5h3M12 4.75V7.5"/><circle cx="12" cy="15.5" r="1.5"/>',
  isFor: 'Counts what each caller sends and turns away what is too much.',
  notFor:
    'Counters in one instance of many: callers would get as many limits as there are instances.',
  properties: [
    { id: 'rateLimit', default: 100, source: '004:1187-1289' },
    { id: 'capacityQps', default: 10_000, source: '004:4399' },
    { id: 'latencyMs', default: 1, source: 'one lookup in memory' },
    { id: 'zones' },
  ],
  neighbours: [
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'service', direction: 'in', edge: 'sync' },
  ],
  words: ['rate limiter', 'rate limiting', 'throttle', 'throttler', 'quota service'],
  technologies: ['Redis', 'Envoy', 'Kong'],
})
