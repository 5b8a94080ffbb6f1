import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'service-mesh',
  title: 'Service mesh',
  group: 'compute',
  order: 110,
  traits: ['self-redundant'],
  icon: '<circle cx="5" cy="5" r="2.25"/><circle cx="19" cy="5" r="2.25"/><circle cx="5" cy="19" r="2.25"/><circle cx="19" cy="19" r="2.25"/><path d="M7.25 5h9.5M7.25 19h9.5M5 7.25v9.5M19 7.25v9.5M6.75 6.75l10.5 10.5M17.25 6.75 6.75 17.25"/>',
  isFor:
    'Carries the calls between services with encryption, retries and tracing that no service has to write.',
  notFor: 'A few services: it adds a proxy to every one and a control plane to run.',
  properties: [
    { id: 'latencyMs', default: 2, source: 'typical of two sidecar proxies' },
    { id: 'encryptedInTransit', default: true },
    { id: 'retries' },
    { id: 'timeoutMs' },
    { id: 'circuitBreaker' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'out', edge: 'sync' },
    { kind: 'service-registry', direction: 'out', edge: 'sync' },
    { kind: 'tracing', direction: 'out', edge: 'observability' },
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
  ],
  words: ['service mesh', 'mesh', 'sidecar', 'sidecar proxy', 'control plane'],
  technologies: ['Istio', 'Linkerd', 'Consul Connect', 'AWS App Mesh', 'Cilium', 'Envoy'],
})
