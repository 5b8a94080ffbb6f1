import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { lacks, lacksByLabel, namedIn, sentencesIn, type Lack } from '../lacks.ts'
import { entitiesIn } from '../data-class.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, plays, sentence } from '../parts.ts'
import { isSaidNear, isSaidOn, sayingsAbout, sayingsOf, type Saying } from '../said.ts'
import { denies, says } from '../says.ts'
import { isDue } from '../exposure.ts'
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
      `---
peakQps: 600
---
## Functional requirements
- FR1 (must): Members read their mail.

## Data model
- Mail (pii) in PostgreSQL: key id; fields id, mailbox, text

## Decisions
- Dumps or a standby? The standby, which has everything within a second: we make no dumps, base backups or snapshots; consequence: a second machine.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> app[Mail application x3] --> db[(PostgreSQL primary + hot standby)]
  app --> files[(Object storage, versioned)]
\`\`\``,
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
  /\b(?:back(?:ed|s|ing)?[-\s]?ups?|snapshots?|dump(?:s|ed)?|pitr|point[-\s]in[-\s]time|wal|binlogs?|log shipping|rman|pg_?dump|mysqldump|archived? (?:log|continuously|nightly|daily)|(?:off[-\s]?site|off[-\s]?region|nightly|daily|hourly|weekly|full|cold) cop(?:y|ies)|to tapes?|copied (?:nightly|daily|hourly|off|to)|restor\w*|time travel|versioned|versioning|barman|velero|pgbackrest|xtrabackup|mysqldump|mongodump|wal-[ge]|walg|litestream|(?:brought|bring|go|goes|wind|roll(?:ed)?) back to (?:any|the)|any (?:second|minute|point) (?:of|in)|disaster recovery|recovery drills?)\b/i
/** Without the words that also speak of a standby, or of what is done when something failed. */
const surely =
  /\b(?:back(?:ed|s|ing)?[-\s]?ups?|snapshots?|dump(?:s|ed)?|pitr|point[-\s]in[-\s]time|wal archiv\w*|log shipping|pgbackrest|barman|litestream|wal-[ge])\b/i
const noBackup: Lack = {
  thing:
    /\b(?:back(?:ed)?[-\s]?ups?|snapshots?|dump(?:s|ed)?|pitr|point[-\s]in[-\s]time|older cop(?:y|ies))\b/i,
  outright:
    /\bback-?ups?\s*[:=]\s*(?:the |our |a )?(?:hot )?(?:stand-?by|replica|follower|second (?:node|copy|machine)|none)\b|\b(?:stand-?by|replicas?|replication|mirror|copies) (?:is|are|serves? as|replaces?) (?:the |our |a |any )?(?:only )?back-?ups?\b/i,
}
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
  if (isSaidNear(context, node.id, backup) || isRebuilt(context, node)) return true
  const isWithout = lacks(context, node, noBackup, stores)
  const words = isWithout ? surely : backup
  const isSaid = sayingsAbout(context, words).some((saying) =>
    sentencesIn(saying.text).some(
      (text) => says(text, words) && concerns(context, { text, saying }, node, stores),
    ),
  )
  return isSaid || (hasPlace(context) && !lacksByLabel(context, node, noBackup))
}

/** A place for backups is drawn, whatever leads to it. What another store says of itself is none. */
const hasPlace = oncePerCheck((context) =>
  context.design.graph.nodes.some(
    ({ id }) =>
      context.kindOf(id).id === 'backup' ||
      (!plays(context, id, 'store') && isSaidOn(context, id, backup)) ||
      (keptElsewhere.has(context.kindOf(id).id) && isSaidOn(context, id, place)),
  ),
)

const place = /\b(?:back(?:ed|s)?[-\s]?ups?|dumps?|snapshots?|wal|archived? logs?)\b/i

/** "Nightly backups to S3" speaks of every store, "backups of PostgreSQL" of that one. */
function concerns(
  context: CheckContext,
  { text, saying }: { readonly text: string; readonly saying: Saying },
  { id }: DesignNode,
  stores: readonly DesignNode[],
): boolean {
  const named = namedIn(context, text).filter((other) => stores.some((store) => store.id === other))
  if (named.length > 0) return named.includes(id)
  const { nodeIds } = saying
  return nodeIds.includes(id) || !stores.some((store) => nodeIds.includes(store.id))
}

const rebuilt =
  /\b(?:re-?built|re-?build\w*|re-?created?|re-?computed?|re-?import\w*|re-?loaded|loaded again|derived from|(?:a |only )?cop(?:y|ies) of|mirrors? of|can be fetched again|nothing (?:here |in it )?is original)\b/i

/** Whether all that lies there is a copy of what lies elsewhere. */
function isRebuilt(context: CheckContext, { id }: DesignNode): boolean {
  const held = entitiesIn(context, id)
  if (held.length > 0 && held.every(({ text = '' }) => says(text, rebuilt))) return true
  if (isSaidOn(context, id, rebuilt)) return true
  return sayingsOf(context).some(
    ({ text, nodeIds }) =>
      nodeIds.length === 0 && /\bnothing (?:here |in it )?is original\b/i.test(text),
  )
}

/** Providers of these keep backups unasked, and a document that is just begun may still come to them. */
function severityOf(context: CheckContext, node: DesignNode): Severity {
  const isRefusal = isRefused(node) || sayingsOf(context).some(({ text }) => denies(text, backup))
  if (!isRefusal && isSaidOn(context, node.id, alwaysBackedUp)) return 'suggestion'
  const severity = ownSeverityOf(context, node)
  if (isRefusal || isDue(context, 'operations') || severity === 'suggestion') return severity
  return severity === 'error' ? 'warning' : 'suggestion'
}

const alwaysBackedUp =
  /\b(?:aurora|azure sql|azure database|cosmos ?db|neon|planetscale|heroku postgres|atlas|crunchy bridge|supabase)\b/i

/** A small design without a promise is not called broken for it. */
function ownSeverityOf(context: CheckContext, { id }: DesignNode): Severity {
  if (isPromised(context)) return 'error'
  const isDear = holdsAny(context, id, dear)
  if (!isAtLeast(context.band, 'S')) return isDear ? 'warning' : 'suggestion'
  return isDear ? 'error' : 'warning'
}
