import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'backup',
  title: 'Backup',
  group: 'observability',
  order: 80,
  traits: ['watches'],
  icon: '<path d="M3.5 12A8.5 8.5 0 0 0 12 20.5A8.5 8.5 0 0 0 20.5 12A8.5 8.5 0 0 0 12 3.5A8.5 8.5 0 0 0 6 6L3.25 8.75M3.25 3.75v5h5M12 7.5V12l3 2"/>',
  isFor: 'Keeps copies of what was, so that a mistake or an attack can be undone.',
  notFor: 'Standing in for a replica; and a copy that nobody ever restored is a hope.',
  properties: [
    { id: 'backup', default: 'daily' },
    { id: 'backupTested' },
    { id: 'retentionHours', default: 720, source: 'common choice of 30 days' },
    { id: 'encryptedAtRest' },
    { id: 'storageGb' },
    { id: 'regions' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'sql-db', direction: 'in', edge: 'batch' },
    { kind: 'object-store', direction: 'out', edge: 'batch' },
    { kind: 'archive-store', direction: 'out', edge: 'batch' },
    { kind: 'block-store', direction: 'in', edge: 'batch' },
  ],
  words: [
    'backup',
    'backups',
    'backup service',
    'backup storage',
    'backup job',
    'snapshot',
    'snapshots',
    'disaster recovery',
    'db backup',
  ],
  technologies: ['AWS Backup', 'Velero', 'Veeam', 'Restic', 'Barman', 'WAL-G', 'pgBackRest'],
})
