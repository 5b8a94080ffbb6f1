import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'auth-service',
  title: 'Auth service',
  group: 'coordination',
  order: 10,
  traits: ['compute'],
  icon: '<path d="M12 2.5 20 5.5v6c0 4.75-3.25 8.25-8 10-4.75-1.75-8-5.25-8-10v-6z"/><circle cx="12" cy="10" r="2.25"/><path d="M12 12.25V16"/>',
  isFor: 'Proves who somebody is and issues the tokens that other parts check.',
  notFor: 'Being asked at every request: tokens are checked where they arrive.',
  properties: [
    { id: 'capacityQps', default: 1000, source: '004:4399' },
    { id: 'latencyMs', default: 50, source: 'typical with password hashing' },
    { id: 'stateful', default: false },
    { id: 'zones' },
    { id: 'managed' },
    { id: 'rateLimit' },
  ],
  neighbours: [
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
  ],
  words: [
    'auth service',
    'auth',
    'authentication',
    'authentication service',
    'identity provider',
    'login service',
    'sso',
    'identity service',
  ],
  technologies: ['Keycloak', 'Auth0', 'Okta', 'Cognito', 'OAuth', 'OpenID Connect'],
})
