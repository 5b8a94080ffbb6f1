import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'monolith',
  title: 'Monolith',
  group: 'compute',
  order: 20,
  traits: ['compute'],
  icon: '<rect x="4" y="2.5" width="16" height="19" rx="1.75"/><path d="M4 9h16M4 15h16M12 9v6"/>',
  isFor: 'Holds the whole product in one program: simple to build, deploy and keep consistent.',
  notFor: 'Many teams, or parts that need very different scaling; one fault reaches everything.',
  properties: [
    { id: 'capacityQps', default: 1000, source: '004:4399' },
    { id: 'latencyMs', default: 50, source: 'typical of a page with queries' },
    { id: 'stateful', default: false },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'authn' },
    { id: 'sessionIn' },
    { id: 'healthCheck' },
    { id: 'public' },
  ],
  neighbours: [
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
    { kind: 'load-balancer', direction: 'in', edge: 'sync' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'queue', direction: 'out', edge: 'async' },
    { kind: 'object-store', direction: 'out', edge: 'sync' },
  ],
  words: ['monolith', 'monolithic app', 'single app'],
  technologies: ['Ruby on Rails', 'Rails', 'Laravel', 'WordPress', 'Django'],
})
