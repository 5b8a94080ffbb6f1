import type { EntityClass } from '#shared/design/answers.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { keepsData, nameOf, namesOf, sentence } from '../parts.ts'

export default defineRule({
  id: 'anti-golden-hammer',
  title: 'One store for everything, or a store for every thing',
  category: 'anti-patterns',
  why: 'One tool for all needs fits most of them badly, and more tools than people can look after fail unnoticed.',
  fix: 'Choose stores by how data is read and written, and as few of them as the needs allow.',
  question:
    'Which of these data would you look for in another kind of store, and what would that cost?',
  examples: {
    bad: [
      exampleDocument({
        facts: { peakQps: '4000' },
        'data-model': `- Photo (media) in PostgreSQL: key id; fields id, bytes; 9M rows of 2 MB
- Reading (timeseries) in PostgreSQL: key device and time; fields device, time, value; 4G rows of 40 B
- Friendship (graph) in PostgreSQL: key a and b; fields a, b; 90M rows of 30 B
- Order (money) in PostgreSQL: key id; fields id, total; 2M rows of 400 B`,
      }),
      `---
peakQps: 60
---
flowchart LR
  web[Browser] --> api[Shop service] --> pg[(PostgreSQL)]
  api --> mongo[(MongoDB)] & redis[Redis cache] & es[Elasticsearch] & neo[(Neo4j)]
  mongo -->|CDC| es`,
    ],
    good: [
      exampleDocument({}),
      `---
peakQps: 60
---
flowchart LR
  web[Browser] --> api[Shop service] --> pg[(PostgreSQL)]
  api --> redis[Redis sessions] & s3[(S3)]`,
      `---
peakQps: 60k
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shop service x90] --> pg[(Aurora)]
  api --> mongo[(MongoDB x3)] & redis[Redis cluster] & s3[(S3)]
  mongo -->|CDC| es[Elasticsearch x3]`,
    ],
  },
  check: (context) => [...crowdedStores(context), ...crowdOfStores(context)],
})

/** Classes that want the same of a store; what is gone in an hour anyway makes no difference. */
const families: Readonly<Partial<Record<EntityClass, string>>> = {
  media: 'media',
  search: 'search',
  timeseries: 'time series',
  event: 'events',
  graph: 'relations',
  money: 'records',
  inventory: 'records',
  booking: 'records',
  message: 'records',
  pii: 'records',
  health: 'records',
  content: 'records',
  config: 'records',
}

function crowdedStores(context: CheckContext): readonly Observation[] {
  if (context.band === 'XS') return []
  const held = new Map<string, Set<string>>()
  for (const entity of context.design.answers.entities) {
    const family = entity.class === undefined ? undefined : families[entity.class]
    // What lies in two stores has a second one that suits it.
    const [only, ...others] = entity.storeIds
    if (family === undefined || only === undefined || others.length > 0) continue
    held.set(only, (held.get(only) ?? new Set()).add(family))
  }
  return [...held].flatMap(([id, kinds]) => {
    if (kinds.size < 3) return []
    const list = [...kinds].toSorted()
    return [
      {
        subject: [id],
        severity: 'suggestion' as const,
        message: sentence(`${nameOf(context, id)} is asked to be good at ${list.join(', ')}.`),
        evidence: { families: list },
      },
    ]
  })
}

/** What keeps data only for the sake of watching is no store of the product. */
const unlike: ReadonlySet<string> = new Set([
  'read-replica',
  'local-cache',
  'archive-store',
  'block-store',
  'backup',
])

function crowdOfStores(context: CheckContext): readonly Observation[] {
  if (context.band !== 'XS' && context.band !== 'S') return []
  const byKind = new Map<string, string>()
  for (const { id } of context.design.graph.nodes) {
    const kind = context.kindOf(id).id
    if (keepsData(context, id) && !unlike.has(kind) && !byKind.has(kind)) byKind.set(kind, id)
  }
  if (byKind.size < 5) return []
  const nodes = [...byKind.values()]
  return [
    {
      subject: nodes,
      severity: 'suggestion',
      message: sentence(
        `${namesOf(context, nodes)} are ${byKind.size} kinds of store for this load.`,
      ),
      evidence: { kinds: [...byKind.keys()].toSorted(), band: context.band },
    },
  ]
}
