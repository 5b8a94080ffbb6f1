import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'edge-gateway',
  title: 'Edge gateway',
  group: 'edge',
  order: 115,
  traits: ['entry'],
  icon: '<rect x="3" y="12" width="18" height="8" rx="1.5"/><path d="M7 16h.01M11 16h6M8.5 8.5a5 5 0 0 1 7 0M6 5.75a8.5 8.5 0 0 1 12 0"/>',
  isFor:
    'Gathers devices at one place, translates what they speak and buffers while the line is down.',
  notFor: 'Heavy computing: power and memory are short, and anybody nearby may touch it.',
  properties: [
    { id: 'capacityMessages' },
    { id: 'connections' },
    { id: 'latencyMs', default: 10, source: 'typical within one site' },
    { id: 'persistent' },
    { id: 'encryptedInTransit' },
    { id: 'authn' },
  ],
  neighbours: [
    { kind: 'event-stream', direction: 'out', edge: 'async' },
    { kind: 'iot-device', direction: 'in', edge: 'stream' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
    { kind: 'timeseries-db', direction: 'out', edge: 'async' },
  ],
  words: [
    'edge gateway',
    'iot gateway',
    'field gateway',
    'edge node',
    'mqtt broker',
    'device gateway',
    'protocol gateway',
  ],
  technologies: [
    'AWS IoT Greengrass',
    'Azure IoT Edge',
    'AWS IoT Core',
    'Azure IoT Hub',
    'Mosquitto',
    'EMQX',
    'HiveMQ',
  ],
})
