import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'cdn',
  title: 'CDN',
  group: 'edge',
  order: 60,
  traits: ['entry', 'self-redundant'],
  icon: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"/>',
  isFor: 'Serves static files, media and cacheable answers from a place near the person.',
  notFor:
    'Answers that differ by person or change all the time; it also hides traffic from your statistics.',
  properties: [
    { id: 'latencyMs', default: 20, source: '001:351-432' },
    { id: 'hitRate', default: 90, source: '001:351-432' },
    { id: 'ttl', default: 86_400, source: '001:351-432' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'object-store', direction: 'out', edge: 'pull-through' },
    { kind: 'load-balancer', direction: 'out', edge: 'pull-through' },
    { kind: 'dns', direction: 'in', edge: 'sync' },
  ],
  words: ['cdn', 'content delivery network', 'edge cache', 'edge network', 'points of presence'],
  technologies: ['CloudFront', 'Cloudflare', 'Akamai', 'Fastly', 'Cloud CDN', 'Azure Front Door'],
})
