/**
 * The properties that a component can state beyond label, technology and replicas (knowledge D.8): one
 * meaning, unit and range per id, whatever the kind. A kind chooses which apply and gives defaults.
 */
import { callProperties } from './call-properties.ts'
import type { PropertyDefinition } from './define-property.ts'

export type NodeProperty = PropertyDefinition

export const nodeProperties = {
  zones: {
    type: 'number',
    title: 'Availability zones',
    unit: '',
    min: 1,
    max: 30,
    about: 'Data centres that its instances are spread over.',
  },
  regions: {
    type: 'number',
    title: 'Regions',
    unit: '',
    min: 1,
    max: 60,
    about: 'Geographic regions that it runs in.',
  },
  managed: { type: 'flag', title: 'Managed', about: 'A provider runs it and keeps it redundant.' },
  capacityQps: {
    type: 'number',
    title: 'Capacity per instance',
    unit: 'requests/s',
    min: 0,
    max: 1e9,
    about: 'Requests (or operations) a second that one instance carries.',
  },
  capacityMessages: {
    type: 'number',
    title: 'Capacity per instance',
    unit: 'messages/s',
    min: 0,
    max: 1e9,
    about: 'Messages a second that one instance carries.',
  },
  connections: {
    type: 'number',
    title: 'Connections per instance',
    unit: 'connections',
    min: 0,
    max: 1e8,
    about: 'Open connections that one instance holds.',
  },
  latencyMs: {
    type: 'number',
    title: 'Latency',
    unit: 'ms',
    min: 0,
    max: 1e7,
    about: 'Time it adds to a request, median, without what it calls.',
  },
  availability: {
    type: 'number',
    title: 'Availability',
    unit: '%',
    min: 0,
    max: 100,
    about: 'Share of time that one instance answers.',
  },
  hitRate: {
    type: 'number',
    title: 'Hit rate',
    unit: '%',
    min: 0,
    max: 100,
    about: 'Share of lookups that are answered without asking further.',
  },
  ttl: {
    type: 'number',
    title: 'Time to live',
    unit: 's',
    min: 0,
    max: 1e9,
    about: 'How long an entry is kept.',
  },
  cachePattern: {
    type: 'choice',
    title: 'Pattern',
    options: ['cache-aside', 'read-through', 'write-through', 'write-behind', 'write-around'],
    about: 'Who fills it and when it is written.',
  },
  invalidation: {
    type: 'choice',
    title: 'Invalidation',
    options: ['none', 'expiry', 'on write', 'events', 'versioned keys'],
    about: 'How an entry goes when its source changes.',
  },
  eviction: {
    type: 'choice',
    title: 'Eviction',
    options: ['none', 'LRU', 'LFU', 'FIFO', 'TTL', 'random'],
    about: 'Which entry goes when memory is full.',
  },
  persistent: { type: 'flag', title: 'Persistent', about: 'What it holds survives a restart.' },
  replication: {
    type: 'choice',
    title: 'Replication',
    options: ['none', 'asynchronous', 'semi-synchronous', 'synchronous', 'quorum'],
    about: 'How copies follow the primary.',
  },
  failover: {
    type: 'choice',
    title: 'Failover',
    options: ['none', 'manual', 'automatic'],
    about: 'How a copy takes over.',
  },
  shards: {
    type: 'number',
    title: 'Shards',
    unit: '',
    min: 1,
    max: 100_000,
    about: 'Parts that the data is split into.',
  },
  shardKey: { type: 'text', title: 'Shard key', about: 'What decides the shard of a record.' },
  shardMethod: {
    type: 'choice',
    title: 'Sharding',
    options: ['hash', 'consistent hash', 'range', 'directory', 'geography'],
    about: 'How the shard of a record is found.',
  },
  indexes: { type: 'text', title: 'Indexes', about: 'What can be looked up without a full scan.' },
  backup: {
    type: 'choice',
    title: 'Backup',
    options: ['none', 'weekly', 'daily', 'hourly', 'continuous'],
    about: 'How often a copy is put elsewhere.',
  },
  backupTested: {
    type: 'flag',
    title: 'Restore tested',
    about: 'Somebody has brought it back from a backup.',
  },
  storageGb: {
    type: 'number',
    title: 'Storage',
    unit: 'GB',
    min: 0,
    max: 1e12,
    about: 'Data that it holds.',
  },
  encryptedAtRest: {
    type: 'flag',
    title: 'Encrypted at rest',
    about: 'What lies on its disks cannot be read without a key.',
  },
  stateful: {
    type: 'flag',
    title: 'Stateful',
    about: 'An instance remembers something between two requests.',
  },
  autoscaleMin: {
    type: 'number',
    title: 'Instances at least',
    unit: '',
    min: 0,
    max: 100_000,
    about: 'Lower end of automatic scaling.',
  },
  autoscaleMax: {
    type: 'number',
    title: 'Instances at most',
    unit: '',
    min: 0,
    max: 100_000,
    about: 'Upper end of automatic scaling.',
  },
  autoscaleMetric: {
    type: 'text',
    title: 'Scales by',
    about: 'What is measured to add or remove instances: processor, queue length, requests.',
  },
  autoscaleTarget: {
    type: 'number',
    title: 'Scaling target',
    unit: '%',
    min: 0,
    max: 100,
    about: 'Use of what is measured that scaling aims at.',
  },
  cooldown: {
    type: 'number',
    title: 'Cool-down',
    unit: 's',
    min: 0,
    max: 1e6,
    about: 'Pause after a change of the number of instances.',
  },
  sessionIn: {
    type: 'choice',
    title: 'Sessions live in',
    options: ['instance', 'client', 'shared store'],
    about: 'Where it keeps what it remembers of a visitor.',
  },
  healthCheck: {
    type: 'flag',
    title: 'Health check',
    about: 'Dead instances are noticed and left out.',
  },
  dlq: {
    type: 'flag',
    title: 'Dead-letter queue',
    about: 'Messages that keep failing are set aside.',
  },
  ordering: {
    type: 'choice',
    title: 'Ordering',
    options: ['none', 'per-key', 'total'],
    about: 'Which messages keep their order.',
  },
  partitions: {
    type: 'number',
    title: 'Partitions',
    unit: '',
    min: 1,
    max: 1e6,
    about: 'Parallel lanes; more consumers than these stay idle.',
  },
  retentionHours: {
    type: 'number',
    title: 'Retention',
    unit: 'h',
    min: 0,
    max: 1e6,
    about: 'How long messages or data are kept.',
  },
  idempotentConsumer: {
    type: 'flag',
    title: 'Idempotent',
    about: 'Handling the same message or request twice has no further effect.',
  },
  encryptedInTransit: {
    type: 'flag',
    title: 'Encrypted in transit',
    about: 'It speaks TLS with everybody; mutual TLS counts as authentication as well.',
  },
  public: { type: 'flag', title: 'Public', about: 'Anybody on the internet can reach it.' },
  external: { type: 'flag', title: 'External', about: 'Somebody else runs it.' },
  costPerMonth: {
    type: 'number',
    title: 'Cost',
    unit: 'US$/month',
    min: 0,
    max: 1e9,
    about: 'What it costs a month, all instances together.',
  },
  team: { type: 'text', title: 'Team', about: 'Who owns it.' },
  note: { type: 'text', title: 'Note', about: 'Anything a reader needs to know.' },
  ...callProperties,
} as const satisfies Record<string, PropertyDefinition>

export type NodePropertyId = keyof typeof nodeProperties

export function isNodePropertyId(id: string): id is NodePropertyId {
  return Object.hasOwn(nodeProperties, id)
}
