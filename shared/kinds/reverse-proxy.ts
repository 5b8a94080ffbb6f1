import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'reverse-proxy',
  title: 'Reverse proxy',
  group: 'edge',
  order: 90,
  traits: ['entry', 'balancer'],
  icon: '<rect x="9" y="3" width="6" height="18" rx="1.5"/><path d="M2.5 8H9M6 5.5 8.5 8 6 10.5M15 8h6.5M21.5 16H15M18 13.5 15.5 16l2.5 2.5M9 16H2.5"/>',
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
