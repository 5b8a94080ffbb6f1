/**
 * The closed word lists of a typed drawing: what an arrow can mean and what a boundary can be.
 * Ids are stored in boards and files, so one is never renamed.
 */
interface EdgeTypeInfo {
  readonly title: string
  /** One sentence for the inspector. */
  readonly about: string
  /** Whether the caller waits for an answer; `hl-sync-cycle`, latency and availability follow these. */
  readonly waits: boolean
  /** How the arrow is drawn. */
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double' | 'wave'
}

/** Types of connection (knowledge D.7). */
export const edgeTypes = {
  sync: {
    title: 'Synchronous',
    about: 'The caller waits for the answer (REST, gRPC, GraphQL, a query).',
    waits: true,
    line: 'solid',
  },
  async: {
    title: 'Asynchronous',
    about: 'A message is handed over and handled later (produce, consume, notify).',
    waits: false,
    line: 'dashed',
  },
  stream: {
    title: 'Stream',
    about: 'A long-lived connection that pushes (WebSocket, server-sent events).',
    waits: false,
    line: 'wave',
  },
  replication: {
    title: 'Replication',
    about: 'A store copies its data to another one.',
    waits: false,
    line: 'double',
  },
  cdc: {
    title: 'Change capture',
    about: 'Changes of a store are read from its log and passed on.',
    waits: false,
    line: 'wave',
  },
  batch: {
    title: 'Batch',
    about: 'Data is moved in bulk at intervals.',
    waits: false,
    line: 'dashed',
  },
  cache: {
    title: 'Cache lookup',
    about: 'A cache is asked first and filled on a miss.',
    waits: true,
    line: 'solid',
  },
  'pull-through': {
    title: 'Pull-through',
    about: 'An edge fetches from its origin when it does not hold the content.',
    waits: true,
    line: 'solid',
  },
  failover: {
    title: 'Failover',
    about: 'Traffic takes this way only when the usual one is down.',
    waits: false,
    line: 'dotted',
  },
  observability: {
    title: 'Observability',
    about: 'Metrics, logs or traces; never part of a request.',
    waits: false,
    line: 'dotted',
  },
} as const satisfies Record<string, EdgeTypeInfo>

export type EdgeType = keyof typeof edgeTypes

interface BoundaryTypeInfo {
  readonly title: string
  readonly about: string
}

/** Types of boundary, outermost first. */
export const boundaryTypes = {
  region: { title: 'Region', about: 'A geographic region of a cloud or a company.' },
  zone: { title: 'Availability zone', about: 'A data centre that fails on its own.' },
  network: { title: 'Private network', about: 'Reachable only from inside.' },
  'trust-zone': { title: 'Trust zone', about: 'Everything inside trusts each other equally.' },
} as const satisfies Record<string, BoundaryTypeInfo>

export type BoundaryType = keyof typeof boundaryTypes

export function isEdgeType(value: unknown): value is EdgeType {
  return typeof value === 'string' && Object.hasOwn(edgeTypes, value)
}

export function isBoundaryType(value: unknown): value is BoundaryType {
  return typeof value === 'string' && Object.hasOwn(boundaryTypes, value)
}
