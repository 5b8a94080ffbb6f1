import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'coordination',
  title: 'Coordination service',
  group: 'coordination',
  order: 45,
  traits: [],
  icon: '<circle cx="12" cy="5" r="2.75"/><circle cx="5" cy="18" r="2.75"/><circle cx="19" cy="18" r="2.75"/><path d="M10.7 7.4 6.3 15.6M13.3 7.4l4.4 8.2M7.75 18h8.5M12 10.5v3.5"/>',
  isFor: 'Elects leaders, holds locks and agrees on small facts that everybody must see alike.',
  notFor:
    'Data of the product; and an even number of members, which tolerates no more than one fewer.',
  properties: [
    { id: 'replication', default: 'quorum', source: '002:4299-4324' },
    { id: 'latencyMs', default: 5, source: 'typical of a quorum within one region' },
    { id: 'capacityQps', default: 10000, source: 'assumed for one ensemble' },
    { id: 'zones' },
    { id: 'encryptedInTransit' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'event-stream', direction: 'in', edge: 'sync' },
    { kind: 'scheduler', direction: 'in', edge: 'sync' },
    { kind: 'shard-router', direction: 'in', edge: 'sync' },
  ],
  words: [
    'coordination service',
    'coordination',
    'leader election',
    'lock service',
    'distributed lock',
    'lock manager',
    'distributed lock manager',
    'consensus',
    'quorum',
  ],
  technologies: ['ZooKeeper', 'Apache ZooKeeper', 'etcd', 'Chubby', 'Raft', 'KRaft'],
})
