import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, sentence } from '../parts.ts'
import { isSaidNear, isSaidOn, sayingsAbout, type Saying } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { hasAnswers, holdsAny, isPromised, truthStoresOf } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-backup-missing',
  title: 'A store has no backup',
  category: 'reliability',
  why: 'Copies repeat every mistake and every deletion at once; only a backup brings back what was there before.',
  fix: 'Schedule backups, keep them in another place than the store, and rehearse a restore.',
  question:
    'Somebody deletes a table by mistake at noon. What do you restore, from where, and how long does it take?',
  examples: {
    bad: [
      `---
peakQps: 800
availabilityTarget: 99.9%
---
## Data model
- Order (money) in PostgreSQL: key id; fields id, customer, total

## Operations
- Dashboards per service, alerts on error rate.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
peakQps: 3,000
---
## Functional requirements
- FR1 (must): Members keep notes.

## Data model
- Note (content) in MongoDB: key id; fields id, text

## Operations
- No backups yet.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> notes[Note service x3] --> store[(MongoDB x3)]
\`\`\``,
      `flowchart LR
  web[Browser] --> api[Ledger service] --> db[(MySQL)]
  %% set db backup none`,
    ],
    good: [
      `---
peakQps: 800
availabilityTarget: 99.9%
---
## Data model
- Order (money) in PostgreSQL: key id; fields id, customer, total

## Operations
- Nightly dumps of PostgreSQL to another account; restores are rehearsed every quarter.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
peakQps: 40
---
## Functional requirements
- FR1 (must): The team books desks.

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Desk service] --> db[(SQLite, nightly copy to S3 as backup)]
\`\`\``,
      `---
peakQps: 20,000
---
## Data model
- Session (session) in Redis: key token

\`\`\`mermaid
flowchart LR
  web[Browser] --> gw[API gateway x3] --> auth[Auth service x40] --> r[(Redis cluster)]
\`\`\``,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) =>
    truthStoresOf(context).length > 0 &&
    (hasAnswers(context) || storesToKeep(context).some(isRefused)),
  check(context) {
    const stores = storesToKeep(context)
    const judged = hasAnswers(context) ? stores : stores.filter(isRefused)
    return judged
      .filter((node) => !isBackedUp(context, node, stores))
      .map((node) => ({
        subject: [node.id],
        severity: severityOf(context, node),
        message: sentence(
          `${nameOf(context, node.id)} has no backup: a deleted record cannot be brought back.`,
        ),
        evidence: { backup: node.properties['backup'] ?? null, target: isPromised(context) },
      }))
  },
})

const backup =
  /\b(?:back(?:ed|s|ing)?[-\s]?ups?|snapshots?|dump(?:s|ed)?|pitr|point[-\s]in[-\s]time|wal|binlogs?|log shipping|rman|pg_?dump|mysqldump|archived? (?:log|continuously|nightly|daily)|(?:off[-\s]?site|off[-\s]?region|nightly|daily|hourly|weekly|second|cold) cop(?:y|ies)|copied (?:nightly|daily|hourly|off|to)|restor\w*|time travel|versioned|versioning|barman|velero|pgbackrest|disaster recovery|recovery drills?)\b/i
/** Files in an object store are copied by its provider and rarely overwritten in place. */
const keptElsewhere: ReadonlySet<string> = new Set([
  'object-store',
  'archive-store',
  'data-lake',
  'dfs',
  'realtime-db',
])
const dear: ReadonlySet<EntityClass | undefined> = new Set(['money', 'pii', 'health', 'booking'])

function storesToKeep(context: CheckContext): readonly DesignNode[] {
  return truthStoresOf(context).filter((node) => !keptElsewhere.has(context.kindOf(node.id).id))
}

function isRefused({ properties }: DesignNode): boolean {
  return properties['backup'] === 'none'
}

function isBackedUp(
  context: CheckContext,
  node: DesignNode,
  stores: readonly DesignNode[],
): boolean {
  const stated = node.properties['backup']
  if (stated !== undefined) return stated !== 'none'
  if (isSaidNear(context, node.id, backup)) return true
  return (
    hasPlace(context) ||
    sayingsAbout(context, backup).some((saying) => concerns(saying, node, stores))
  )
}

/** A place for backups is drawn, whatever leads to it. */
const hasPlace = oncePerCheck((context) =>
  context.design.graph.nodes.some(
    ({ id }) => context.kindOf(id).id === 'backup' || isSaidOn(context, id, backup),
  ),
)

/** "Nightly backups to S3" speaks of every store, "backups of PostgreSQL" of that one. */
function concerns({ nodeIds }: Saying, node: DesignNode, stores: readonly DesignNode[]): boolean {
  return nodeIds.includes(node.id) || !stores.some(({ id }) => nodeIds.includes(id))
}

/** A small design without a promise is not called broken for it. */
function severityOf(context: CheckContext, { id }: DesignNode): Severity {
  if (isPromised(context)) return 'error'
  const isDear = holdsAny(context, id, dear)
  if (!isAtLeast(context.band, 'S')) return isDear ? 'warning' : 'suggestion'
  return isDear ? 'error' : 'warning'
}
