import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'config-service',
  title: 'Configuration service',
  group: 'coordination',
  order: 50,
  traits: [],
  icon: '<path d="M3 6.5h8M16.5 6.5H21M3 12h3M11.5 12H21M3 17.5h9.5M18 17.5h3"/><circle cx="13.75" cy="6.5" r="2.25"/><circle cx="8.75" cy="12" r="2.25"/><circle cx="15.25" cy="17.5" r="2.25"/>',
  isFor: 'Gives every instance its settings from one place and tells it when they change.',
  notFor: 'Passwords and keys, which belong in a secret store.',
  properties: [
    { id: 'ttl', default: 86400, source: '004:559' },
    { id: 'latencyMs', default: 5, source: 'typical within one region' },
    { id: 'replication' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'sync' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
  ],
  words: [
    'configuration service',
    'config service',
    'config server',
    'configuration server',
    'config store',
    'configuration',
    'config',
    'settings',
    'configmap',
    'config map',
  ],
  technologies: [
    'Spring Cloud Config',
    'Parameter Store',
    'SSM Parameter Store',
    'AWS AppConfig',
    'Azure App Configuration',
    'Apollo Config',
  ],
})
