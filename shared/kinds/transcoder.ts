import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'transcoder',
  title: 'Transcoder',
  group: 'compute',
  order: 50,
  traits: ['compute'],
  icon: '<rect x="2.5" y="4" width="12" height="16" rx="2"/><path d="M6.75 8.75v6.5L11 12zM18 6.5h3.5M18 12h2.5M18 17.5h1.5"/>',
  isFor: 'Turns one uploaded file into the sizes and formats that players need.',
  notFor: 'The way of a request: it takes minutes and belongs behind a queue.',
  properties: [
    { id: 'capacityMessages', default: 0.1, source: 'assumed: 10 s a segment' },
    { id: 'stateful', default: false },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
  ],
  neighbours: [
    { kind: 'queue', direction: 'in', edge: 'async' },
    { kind: 'object-store', direction: 'out', edge: 'sync' },
    { kind: 'event-stream', direction: 'out', edge: 'async' },
  ],
  words: [
    'transcoder',
    'transcoders',
    'transcoding',
    'encoder',
    'video encoder',
    'media processor',
    'image resizer',
  ],
  technologies: ['FFmpeg', 'MediaConvert', 'AWS Elemental'],
})
