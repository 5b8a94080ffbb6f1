import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'realtime-db',
  title: 'Real-time database',
  group: 'data',
  order: 45,
  traits: ['store', 'self-redundant'],
  icon: '<ellipse cx="12" cy="5" rx="7.5" ry="2.5"/><path d="M4.5 5v13c0 1.5 3.35 2.75 7.5 2.75s7.5-1.25 7.5-2.75V5M4.5 13.5h4l1.75-3.5 2.5 6 1.75-2.5h5"/>',
  isFor: 'Holds the live state of things and tells everybody who watches when it changes.',
  notFor: 'Analysis of the past, which belongs in a warehouse or a time-series database.',
  properties: [
    { id: 'capacityQps' },
    { id: 'connections' },
    { id: 'latencyMs', default: 10, source: 'typical within one region' },
    { id: 'backup' },
    { id: 'encryptedAtRest' },
    { id: 'dataClass' },
    { id: 'zones' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'mobile-client', direction: 'in', edge: 'stream' },
    { kind: 'web-client', direction: 'in', edge: 'stream' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'iot-device', direction: 'in', edge: 'stream' },
  ],
  words: [
    'real-time database',
    'realtime database',
    'realtime db',
    'live state store',
    'device shadow',
    'device twin',
    'digital twin',
  ],
  technologies: [
    'Firebase Realtime Database',
    'Firebase',
    'Supabase Realtime',
    'RethinkDB',
    'Convex',
  ],
})
