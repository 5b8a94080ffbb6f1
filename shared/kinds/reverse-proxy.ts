import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'reverse-proxy',
  title: 'Reverse proxy',
  group: 'edge',
  order: 90,
  traits: ['entry', 'balancer'],
  icon: '<path d="M12 3v18M2.5 8.5h6M6 6l2.5 2.5L6 11M15.5 8.5h6M21.5 15.5h-6M18 13l-2.5 2.5L18 18M8.5 15.5h-6"/>',
  isFor: 'Stands before your servers: ends TLS, compresses, caches and hides them.',
  notFor: 'A second copy of what the load balancer or the gateway already does.',
  properties: [
    { id: 'capacityQps', default: 50_000, source: 'typical of one software proxy' },
    { id: 'latencyMs', default: 1, source: '004:1293-1345' },
    { id: 'connections' },
    { id: 'hitRate' },
    { id: 'ttl' },
    { id: 'zones' },
    { id: 'failover' },
  ],
  neighbours: [
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'monolith', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
  ],
  words: ['reverse proxy', 'proxy', 'ingress', 'tls terminator', 'web server'],
  technologies: ['NGINX', 'Envoy', 'Traefik', 'HAProxy', 'Caddy', 'Varnish', 'Apache HTTP Server'],
})
