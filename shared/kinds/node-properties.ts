/**
 * The properties that a component can state beyond label, technology and replicas (knowledge D.8): one
 * meaning, unit and range per id, whatever the kind. A kind chooses which apply and gives defaults.
 */
interface NumberProperty {
  readonly type: 'number'
  readonly title: string
  /** Shown beside the field; empty for a plain count. */
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly about: string
}

interface FlagProperty {
  readonly type: 'flag'
  readonly title: string
  readonly about: string
}

interface ChoiceProperty {
  readonly type: 'choice'
  readonly title: string
  readonly options: readonly string[]
  readonly about: string
}

interface TextProperty {
  readonly type: 'text'
  readonly title: string
  readonly about: string
}

export type NodeProperty = NumberProperty | FlagProperty | ChoiceProperty | TextProperty

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
  managed: {
    type: 'flag',
    title: 'Managed',
    about: 'A provider runs it and keeps it redundant.',
  },
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
  persistent: {
    type: 'flag',
    title: 'Persistent',
    about: 'What it holds survives a restart.',
  },
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
  backup: {
    type: 'choice',
    title: 'Backup',
    options: ['none', 'daily', 'hourly', 'continuous'],
    about: 'How often a copy is put elsewhere.',
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
  authn: { type: 'text', title: 'Authentication', about: 'How a caller proves who it is.' },
  rateLimit: {
    type: 'number',
    title: 'Rate limit',
    unit: 'requests/min per user',
    min: 0,
    max: 1e9,
    about: 'Requests a minute that one caller may send.',
  },
  delivery: {
    type: 'choice',
    title: 'Delivery',
    options: ['at-most-once', 'at-least-once', 'exactly-once'],
    about: 'How often a message arrives.',
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
  team: { type: 'text', title: 'Team', about: 'Who owns it.' },
  note: { type: 'text', title: 'Note', about: 'Anything a reader needs to know.' },
} as const satisfies Record<string, NodeProperty>

export type NodePropertyId = keyof typeof nodeProperties

export function isNodePropertyId(id: string): id is NodePropertyId {
  return Object.hasOwn(nodeProperties, id)
}
