import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'audit-log',
  title: 'Audit log',
  group: 'coordination',
  order: 70,
  traits: ['watches'],
  icon: '<path d="M5 2.75h14v18.5l-2.35-1.5-2.3 1.5-2.35-1.5-2.35 1.5-2.3-1.5L5 21.25z"/><path d="M8.5 7.5h7M8.5 11h7M8.5 14.5h3.5"/>',
  isFor: 'Records who did what and when, in a form that cannot be changed unseen.',
  notFor: 'Questions of the business, or finding faults in programs.',
  properties: [
    { id: 'retentionHours', default: 61320, source: 'common choice of seven years' },
    { id: 'persistent', default: true },
    { id: 'encryptedAtRest' },
    { id: 'dataClass' },
    { id: 'storageGb' },
    { id: 'backup' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'async' },
    { kind: 'archive-store', direction: 'out', edge: 'batch' },
    { kind: 'api-gateway', direction: 'in', edge: 'async' },
    { kind: 'auth-service', direction: 'in', edge: 'async' },
  ],
  words: [
    'audit log',
    'audit logs',
    'audit trail',
    'audit',
    'audit service',
    'audit store',
    'audit events',
  ],
  technologies: ['CloudTrail', 'AWS CloudTrail', 'Azure Activity Log', 'QLDB'],
})
