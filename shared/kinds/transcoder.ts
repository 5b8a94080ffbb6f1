import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'transcoder',
  title: 'Transcoder',
  group: 'compute',
  order: 50,
  traits: ['compute'],
  icon: '<rect x="2.5" y="5" width="9" height="14" rx="1.5"/><path d="M5.5 9.5v5l3.5-2.5zM11.5 12H14M14 12c2 0 1-6 3-6h1M14 12c2 0 1 6 3 6h1M14 12h4M18 4.5h3.5v3H18zM18 10.5h3.5v3H18zM18 16.5h3.5v3H18z"/>',
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
