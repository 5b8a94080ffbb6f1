import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'iot-device',
  title: 'IoT device',
  group: 'edge',
  order: 30,
  traits: ['client'],
  icon: '<rect x="6" y="6" width="12" height="12" rx="2"/><path d="M9.5 2.5V6M14.5 2.5V6M9.5 18v3.5M14.5 18v3.5M2.5 9.5H6M2.5 14.5H6M18 9.5h3.5M18 14.5h3.5"/><circle cx="12" cy="12" r="2"/>',
  isFor: 'Measures or moves something in the world and reports it in small messages.',
  notFor: 'Heavy work or a steady connection; each device needs its own identity.',
  properties: [{ id: 'authn' }, { id: 'persistent', default: false }],
  neighbours: [
    { kind: 'api-gateway', direction: 'out', edge: 'async' },
    { kind: 'event-stream', direction: 'out', edge: 'async' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
  ],
  words: ['iot device', 'device', 'devices', 'sensor', 'sensors', 'actuator', 'smart meter'],
  technologies: ['Arduino', 'Raspberry Pi'],
})
