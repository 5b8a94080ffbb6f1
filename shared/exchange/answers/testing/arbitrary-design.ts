/** Designs of any shape for property tests: every field of `Answers` and `Scale`, with words that try a format. */
import * as fc from 'fast-check'
import {
  consistencies,
  entityClasses,
  priorities,
  sectionIds,
  type Answers,
  type Dimension,
  type Requirement,
} from '#shared/design/answers.ts'
import type { Design, Graph, Scale } from '#shared/design/design.ts'
import { filledSections, functionalFirst } from '../read-answers.ts'

// prettier-ignore
const awkward = [
  ': ', '; ', ', ', ' because ', ' over ', ' → ', '->', '|', '`', '**', '<!--', '-->', '# ', '```', '---',
  '\n', '\r\n', '(must)', '(out): ', 'FR1', 'covers FR1', 'GET /x', '5M', '3.65 TB a year', 'p99', '99.9%',
  'Redis', 'API', 'key id', 'fields a, b', 'in PostgreSQL', 'RTO: 5 min', 'DAU', 'peak', '“', 'é', '𝄞', '\u2028',
  '[ ] ', '[a](b)', '\\', '{', '}', '<br>', '&lt;', '%%', ' . ', 'Mitigation: ', 'exactly ',
]
const word = fc.constantFrom(
  'orders',
  'a link',
  'two replicas',
  'fails',
  'is late',
  'PostgreSQL',
  'the cache',
)
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: word },
      fc.constantFrom(...awkward),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(' '))
const texts = fc.array(text, { maxLength: 3 })

/** Twelve significant digits, which every unit keeps. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
  fc.constantFrom(1e12, 3.65e15, 86_400, 1 / 8, 2.5e-3),
)
const dimensions: readonly Dimension[] = [
  'rate',
  'data',
  'dataRate',
  'duration',
  'share',
  'money',
  'count',
]

const graph: Graph = {
  nodes: [
    { id: 'web', kind: 'web-client', label: 'Browser', technology: '', properties: {} },
    { id: 'api', kind: 'service', label: 'API', technology: '', replicas: 4, properties: {} },
    {
      id: 'db',
      kind: 'sql-db',
      label: 'Orders',
      technology: 'PostgreSQL',
      properties: { shards: 2 },
    },
    { id: 'shape:x1', kind: 'cache', label: 'Cache', technology: 'Redis', properties: {} },
  ],
  edges: [
    {
      id: 'e1',
      from: 'web',
      to: 'api',
      type: 'sync',
      label: '',
      protocol: 'HTTPS',
      properties: {},
    },
    { id: 'e2', from: 'api', to: 'db', type: 'sync', label: 'SQL', protocol: '', properties: {} },
    {
      id: 'e3',
      from: 'api',
      to: 'shape:x1',
      type: 'cache',
      label: '',
      protocol: '',
      properties: {},
    },
  ],
  groups: [],
}
const nodeIds = fc.subarray(graph.nodes.map(({ id }) => id))

const optional = { requiredKeys: [] as [] }

const requirement: fc.Arbitrary<Requirement> = fc.record({
  id: fc.oneof(
    fc.constantFrom('FR1', 'NFR2', 'functional-9', 'R 1'),
    text.filter((id) => id !== ''),
  ),
  text,
  priority: fc.constantFrom(...priorities),
  kind: fc.constantFrom('functional' as const, 'quality' as const, 'constraint' as const),
})

const flags = fc.record(
  {
    auth: fc.boolean(),
    idempotent: fc.boolean(),
    paginated: fc.boolean(),
    isAsync: fc.boolean(),
    hasErrors: fc.boolean(),
  },
  optional,
)

const endpoint = fc
  .tuple(
    fc.record({
      method: fc.oneof(fc.constantFrom('GET', 'POST', 'WS', ''), text),
      path: fc.oneof(fc.constantFrom('/links', '/links?cursor='), text),
      text,
      covers: fc.oneof(fc.subarray(['FR1', 'FR2']), texts),
    }),
    flags,
  )
  .map(([required, more]) => ({ ...required, ...more }))

const entity = fc
  .tuple(
    fc.record({ name: text, storeIds: nodeIds, ephemeral: fc.boolean() }),
    fc.record(
      {
        class: fc.constantFrom(...entityClasses),
        fields: texts,
        primaryKey: text,
        indexes: texts,
        shardKey: text,
        consistency: fc.constantFrom(...consistencies),
        rows: amount,
        meanBytes: amount,
        retentionDays: amount,
        text,
      },
      optional,
    ),
  )
  .map(([required, more]) => ({ ...required, ...more }))

const estimate = fc
  .tuple(
    fc.record({ name: text, value: amount, dimension: fc.constantFrom(...dimensions), text }),
    fc.record({ perSeconds: fc.constantFrom(1, 60, 86_400, 31_536_000, 7) }, optional),
  )
  .map(([required, more]) => ({ ...required, ...more }))

const statement = fc.record({ text, nodeIds })
const lists = fc.record({
  requirements: fc.array(requirement, { maxLength: 3 }).map(functionalFirst),
  estimates: fc.array(estimate, { maxLength: 3 }),
  endpoints: fc.array(endpoint, { maxLength: 3 }),
  entities: fc.array(entity, { maxLength: 3 }),
  flows: fc.array(fc.record({ name: text, steps: texts, nodeIds, covers: texts }), {
    maxLength: 2,
  }),
  decisions: fc.array(
    fc.record({
      topic: text,
      chosen: text,
      options: texts,
      why: text,
      consequence: text,
      nodeIds,
      text,
    }),
    { maxLength: 2 },
  ),
  tradeOffs: fc.array(statement, { maxLength: 2 }),
  failures: fc.array(
    fc.record({ what: text, effect: text, detection: text, mitigation: text, nodeIds, text }),
    { maxLength: 2 },
  ),
  security: fc.array(statement, { maxLength: 2 }),
  operations: fc.array(statement, { maxLength: 2 }),
  notes: fc
    .array(fc.record({ section: fc.constantFrom(...sectionIds), text, nodeIds }), { maxLength: 2 })
    .map((notes) =>
      notes.toSorted((a, b) => sectionIds.indexOf(a.section) - sectionIds.indexOf(b.section)),
    ),
})

const answers: fc.Arbitrary<Answers> = fc
  .tuple(lists, fc.subarray([...sectionIds]))
  .map(([read, empty]) => {
    const filled = filledSections(read)
    const sections = sectionIds
      .filter((id) => filled.has(id) || empty.includes(id))
      .map((id) => ({ id, isEmpty: !filled.has(id) }))
    return { ...read, sections }
  })

const scale: fc.Arbitrary<Scale> = fc
  .record(
    {
      dailyActiveUsers: amount,
      actionsPerUser: amount,
      averageQps: amount,
      peakQps: amount,
      readsPerWrite: amount.filter((n) => n > 0),
      latencyMs: fc
        .record({ p50: amount, p95: amount, p99: amount }, optional)
        .filter((one) => Object.keys(one).length > 0),
      availabilityTarget: fc.constantFrom(99, 99.9, 99.95, 99.999, 90.5, 100),
      rtoMinutes: amount,
      rpoMinutes: amount,
      dataBytes: amount,
      dataBytesPerYear: amount,
      retentionDays: amount,
      regions: fc.integer({ min: 1, max: 9 }),
      budgetPerMonth: amount,
      teamSize: fc.integer({ min: 1, max: 900 }),
      compliance: fc.array(
        fc.constantFrom('GDPR', 'PCI DSS', 'none', 'yes', 'a: b', '#1', 'ISO 27001'),
        { maxLength: 3 },
      ),
      publicFacing: fc.boolean(),
      // The peak is at least the average: what is known of one is known of the other.
    },
    optional,
  )
  .map((one) =>
    one.averageQps === undefined ? one : { ...one, peakQps: one.peakQps ?? one.averageQps },
  )

export const arbitraryDesign: fc.Arbitrary<Design> = fc.record({
  graph: fc.constant(graph),
  answers,
  scale,
})
