import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'block-store',
  title: 'Block storage',
  group: 'data',
  order: 102,
  traits: ['store'],
  icon: '<path d="M12 2.5 20 6.75v10.5l-8 4.25-8-4.25V6.75zM4 6.75 12 11l8-4.25M12 11v10.5M8 4.6l8 4.25"/>',
  isFor: 'Gives one machine a fast disk that outlives it, mostly for a database.',
  notFor: 'Sharing between machines; one disk belongs to one of them.',
  properties: [
    { id: 'capacityQps', default: 16000, source: 'operations of a general cloud disk' },
    { id: 'latencyMs', default: 1, source: 'typical of a cloud disk' },
    { id: 'storageGb' },
    { id: 'backup' },
    { id: 'encryptedAtRest' },
    { id: 'replication' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'sql-db', direction: 'in', edge: 'sync' },
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'backup', direction: 'out', edge: 'batch' },
  ],
  words: [
    'block storage',
    'block store',
    'block device',
    'disk',
    'persistent volume',
    'volume',
    'local disk',
    'ssd',
  ],
  technologies: ['EBS', 'Amazon EBS', 'Azure Disk', 'Persistent Disk', 'Ceph RBD'],
})
