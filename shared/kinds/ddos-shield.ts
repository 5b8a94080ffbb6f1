import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'ddos-shield',
  title: 'DDoS protection',
  group: 'edge',
  order: 72,
  traits: ['entry', 'self-redundant'],
  icon: '<path d="M12 2.5 20 5.5v6c0 4.75-3.25 8.25-8 10-4.75-1.75-8-5.25-8-10v-6z"/><path d="m13 7-3.5 5h5L11 17"/>',
  isFor: 'Absorbs floods of traffic before they use up the capacity behind it.',
  notFor:
    'Single harmful requests, which the web application firewall reads, or limits per customer.',
  properties: [
    { id: 'managed', default: true },
    { id: 'latencyMs', default: 1, source: 'typical of a scrubbing network' },
  ],
  neighbours: [
    { kind: 'cdn', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'waf', direction: 'out', edge: 'sync' },
  ],
  words: [
    'ddos protection',
    'ddos shield',
    'ddos mitigation',
    'ddos',
    'scrubbing center',
    'scrubbing',
  ],
  technologies: ['AWS Shield', 'Azure DDoS Protection', 'Arbor', 'Cloudflare Magic Transit'],
})
