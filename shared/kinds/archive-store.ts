import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'archive-store',
  title: 'Archive',
  group: 'data',
  order: 108,
  traits: ['store', 'self-redundant'],
  icon: '<rect x="2.75" y="4" width="18.5" height="5" rx="1"/><path d="M4.5 9v10c0 .85.65 1.5 1.5 1.5h12c.85 0 1.5-.65 1.5-1.5V9M9.5 13h5"/>',
  isFor: 'Keeps what the law or caution asks for at the lowest price.',
  notFor: 'Anything that somebody waits for: getting it back takes hours.',
  properties: [
    { id: 'latencyMs', default: 10000000, source: '004:2161-2189 (hours)' },
    { id: 'retentionHours' },
    { id: 'storageGb' },
    { id: 'costPerMonth' },
    { id: 'encryptedAtRest', default: true },
    { id: 'dataClass' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'object-store', direction: 'in', edge: 'batch' },
    { kind: 'backup', direction: 'in', edge: 'batch' },
    { kind: 'audit-log', direction: 'in', edge: 'batch' },
  ],
  words: [
    'archive',
    'archive store',
    'archive storage',
    'cold storage',
    'cold store',
    'tape',
    'long-term storage',
    'archival storage',
  ],
  technologies: ['Glacier', 'S3 Glacier', 'Azure Archive', 'Coldline', 'Deep Archive'],
})
