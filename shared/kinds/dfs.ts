import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'dfs',
  title: 'Distributed file system',
  group: 'data',
  order: 106,
  traits: ['store', 'self-redundant'],
  icon: '<path d="M8 3h8v4.5H8zM12 7.5v4M4.75 15v-3.5h14.5V15M12 11.5V15"/><rect x="2.25" y="15" width="5" height="5.5" rx="0.75"/><rect x="9.5" y="15" width="5" height="5.5" rx="0.75"/><rect x="16.75" y="15" width="5" height="5.5" rx="0.75"/>',
  isFor: 'Spreads huge files over many machines, written once and read in long runs.',
  notFor: 'Many small files, or changes in the middle of one.',
  properties: [
    { id: 'latencyMs', default: 20, source: 'typical of a remote block' },
    { id: 'replication', default: 'synchronous' },
    { id: 'storageGb' },
    { id: 'retentionHours' },
    { id: 'encryptedAtRest' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'batch-processor', direction: 'in', edge: 'batch' },
    { kind: 'data-lake', direction: 'out', edge: 'batch' },
    { kind: 'ml-training', direction: 'in', edge: 'batch' },
  ],
  words: [
    'distributed file system',
    'distributed filesystem',
    'dfs',
    'chunk server',
    'name node',
    'data node',
  ],
  technologies: ['HDFS', 'GFS', 'Colossus', 'Lustre', 'MinIO DFS', 'Alluxio'],
})
