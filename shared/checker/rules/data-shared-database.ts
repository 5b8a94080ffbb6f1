import { withAdmitted } from '../admissions.ts'
import { sharedTables } from '../admitted-places.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { nameOf, namesOf, sentence, wordsOf } from '../parts.ts'
import { isAtLeast } from '../scale.ts'
import { usesOf } from '../store-ends.ts'
import { isSeparated, ownersWriting } from '../store-owners.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-shared-database',
  title: 'Several services write one database',
  category: 'data',
  why: 'Services that share tables cannot change, scale or fail on their own.',
  fix: 'Give each service its own data behind an API or events, or merge the services.',
  question: 'Who has to be asked before a column of this database is renamed?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> o[Order service x2] & p[Payment service x2] & s[Shipping service x2] --> db[(PostgreSQL + standby)]`,
      `flowchart LR
  app[Mobile app] --> gw[API gateway] --> u[User service] & t[Trip service]
  u -->|writes accounts| db[(MySQL)]
  t -->|writes trips and accounts| db`,
    ],
    good: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> o[Order service x2] --> odb[(PostgreSQL orders + standby)]
  gw --> p[Payment service x2] --> pdb[(PostgreSQL payments + standby)]`,
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> o[Order service x2] & p[Payment service x2] & s[Shipping service x2] --> db[("PostgreSQL + standby, a schema per service")]`,
      `flowchart LR
  web[Browser] --> w[Write service] --> db[(PostgreSQL)]
  web --> r[Read service] -->|reads| db
  web --> s[Search service] --> db`,
      `flowchart LR
  web[Browser] --> gw[API gateway]
  subgraph mono[Modular monolith]
    gw --> o[Order service] & p[Payment service] & s[Shipping service]
  end
  o & p & s --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => nodesOf(context, recordStores).length > 0,
  check(context) {
    return withAdmitted(context, fromDrawing(context), {
      ...sharedTables,
      candidates: nodesOf(context, recordStores).filter(
        ({ id }) => new Set(usesOf(context, id).map(({ by }) => by)).size > 1,
      ),
      severity: isAtLeast(context.band, 'M') ? 'warning' : 'suggestion',
      tells: 'is said to hold tables that several services write',
    })
  },
})

function fromDrawing(context: CheckContext): readonly Observation[] {
  return nodesOf(context, recordStores).flatMap((store) => {
    const writers = ownersWriting(context, store)
    if (writers.length < 2 || isSeparated(context, store)) return []
    return [
      {
        subject: [store.id],
        severity: severityOf(context, store, writers),
        message: sentence(
          `${namesOf(context, writers)} ${writers.length === 2 ? 'both' : 'all'} write ${nameOf(context, store.id)}.`,
        ),
        evidence: { writers: writers.toSorted() },
        nodes: [store.id, ...writers],
      },
    ]
  })
}

/** Plain arrows of two services may be one that writes and one that reads; said writes and crowds are sure. */
function severityOf(
  context: CheckContext,
  store: DesignNode,
  writers: readonly string[],
): Severity {
  const { band } = context
  if (band === 'XS' || band === 'S') return 'suggestion'
  const said = usesOf(context, store.id).filter(
    ({ by, use }) => writers.includes(by) && (use === 'writes' || use === 'both'),
  )
  // A cluster of such a store is bought once and holds tables that nobody shares.
  const isCluster = isOf(context, store.id, clusters)
  if (writeTheSame(said.map(({ edge }) => wordsOf(edge)))) return 'error'
  const isSure = !isCluster && (said.length >= 2 || writers.length >= 3)
  return isSure && (isAtLeast(band, 'M') || said.length >= 2 || writers.length >= 4)
    ? 'warning'
    : 'suggestion'
}

const clusters: ReadonlySet<string> = new Set(['wide-column-db', 'key-value-db', 'newsql-db'])
const plainWords =
  /\b(?:writes?|reads?|and|or|the|to|in|into|data|sql|jdbc|tcp|https?|r\/w|rw|crud|updates?|inserts?|saves?|stores?|queries|query|db|async|sync)\b/gi

/** Whether two arrows say that they write one thing: "writes orders" and "updates orders". */
function writeTheSame(labels: readonly string[]): boolean {
  const seen = new Set<string>()
  for (const label of labels) {
    const words = new Set(
      label
        .toLowerCase()
        .replace(plainWords, ' ')
        .match(/[a-z]{3,}/g) ?? [],
    )
    for (const word of words) {
      if (seen.has(word)) return true
      seen.add(word)
    }
  }
  return false
}
