import { withAdmitted } from '../admissions.ts'
import { reportsOnLive } from '../admitted-places.ts'
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAbout, sayingsAbout } from '../said.ts'
import { saysOutright } from '../says.ts'
import { isAtLeast } from '../scale.ts'
import { usesOf } from '../store-ends.ts'
import { isOf, nodesOf } from '../stores.ts'

export default defineRule({
  id: 'data-analytics-on-oltp',
  title: 'Reports read the transactional store',
  category: 'data',
  why: 'A report scans months of rows and holds up the short transactions of users beside it.',
  fix: 'Use a read replica for reports, or load the data into a warehouse.',
  question: 'What do users notice while the monthly report runs?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL orders)]
  bi[Tableau] --> db`,
      `---
peakQps: 3,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ride service x4] --> db[(MySQL + standby)]
  spark[Spark jobs] -->|scans trips| db`,
      `---
peakQps: 2,200
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shop service x3] --> db[(MongoDB x3)]
  db --> rep[Reporting service]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL orders)]
  db -->|nightly| etl[Airflow ETL] --> dw[(Snowflake)] --> bi[Tableau]`,
      `---
peakQps: 3,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ride service x4] --> db[(MySQL primary)]
  db -->|replication| ro[(MySQL replica for reports)]
  bi[Looker] --> ro`,
      `---
peakQps: 30
---
flowchart LR
  web[Browser] --> api[Club site] --> db[(PostgreSQL)]
  bi[Metabase] --> db`,
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Shop service x6] --> db[(PostgreSQL, primary + 2 replicas)]
  bi[Power BI] -->|reads a replica| db`,
    ],
  },
  appliesTo: (context) => context.band !== 'XS' && nodesOf(context, transactional).length > 0,
  check(context) {
    return withAdmitted(context, fromDrawing(context), {
      ...reportsOnLive,
      candidates: nodesOf(context, transactional).filter((node) => servesUsers(context, node)),
      severity: isAtLeast(context.band, 'M') ? 'warning' : 'suggestion',
      tells: 'is said to answer reports beside its users',
    })
  },
})

function fromDrawing(context: CheckContext): readonly Observation[] {
  return nodesOf(context, transactional)
    .filter((node) => servesUsers(context, node))
    .flatMap((store) => {
      const scans = scansOf(context, store)
      const scanners = scans.map(({ by }) => by)
      if (scanners.length === 0) return saidOf(context, store)
      return [
        {
          subject: [store.id, ...new Set(scanners)],
          severity: severityOf(context, scanners),
          message: sentence(
            `${nameOf(context, scanners[0] ?? '')} reads ${nameOf(context, store.id)}, which serves users as well.`,
          ),
          evidence: { store: store.id, scanners: scanners.toSorted() },
          edges: scans.map(({ edge }) => edge.id),
        },
      ]
    })
}

const onPrimary =
  /\b(?:reports?|reporting|analytics|analysts?|dashboards?|bi)\b.{0,60}\b(?:primary|production|transactional|main|live|same|operational) (?:db\b|database|store|postgres\w*|mysql|instance)|\b(?:reports?|analytics|analysts?|bi)\b.{0,30}\b(?:quer(?:y|ies)|reads?|runs? (?:on|against)|scans?)\b.{0,20}\b(?:the )?(?:primary|production)\b/i

/** What nobody drew and somebody wrote: "the monthly report runs on the production database". */
function saidOf(context: CheckContext, store: DesignNode): readonly Observation[] {
  const said = sayingsAbout(context, onPrimary).filter(
    ({ section, text, nodeIds }) =>
      section !== 'functional-requirements' &&
      saysOutright(text, onPrimary) &&
      !fromCopy.test(text) &&
      (nodeIds.includes(store.id) || nodesOf(context, transactional).length === 1),
  )
  if (said.length === 0) return []
  return [
    {
      subject: [store.id],
      severity: isAtLeast(context.band, 'M') ? 'warning' : 'suggestion',
      message: sentence(`Reports read ${nameOf(context, store.id)}, which serves users as well.`),
      evidence: { said: said.map(({ text }) => text) },
      answers: [...new Set(said.map(({ section }) => section))],
    },
  ]
}

const transactional: ReadonlySet<string> = new Set(['sql-db', 'document-db', 'newsql-db'])
const copies =
  /\b(?:replicas?|read[-\s]?only|stand-?by|secondar(?:y|ies)|followers?|report(?:ing|s)?|analytics|warehouse|marts?|snapshots?|back-?ups?|olap|columnar|dump|export)\b/i
/** The primary, with its copies in the same box. */
const withCopies = /\b(?:primary|master|leader|replica set|ha)\b|[+&]|\b(?:with|and)\b/i
const tools =
  /\b(?:bi(?: tool| dashboard| platform)?|business intelligence|tableau|looker|power ?bi|metabase|superset|redash|qlik\w*|quicksight|data studio)\b/i
const reports =
  /^(?:[\w']+\s+){0,2}(?:report(?:s|ing)?|analytics|data science)(?:\s+(?:service|jobs?|worker|generator|engine|module|api|server|batch))?\s*(?:$|[(,:x×])/i
const background: ReadonlySet<string> = new Set(['batch-processor', 'scheduler', 'ml-training'])
const scanning =
  /\b(?:scan\w*|reads?|quer\w*|extract\w*|full|reports?|aggregat\w*|train\w*|analy\w+)\b/i

/** Somebody else has to use it: a store of reports alone is what the rule asks for. */
function servesUsers(context: CheckContext, store: DesignNode): boolean {
  const words = wordsOn(store)
  if (copies.test(words) && !withCopies.test(words)) return false
  return usesOf(context, store.id).some(
    ({ by }) => !isScanner(context, by) && !isPipeline(context, by),
  )
}

function scansOf(context: CheckContext, store: DesignNode) {
  const incoming = edgesTo(context.index, store.id).map((edge) => ({ by: edge.from, edge }))
  const outgoing = edgesFrom(context.index, store.id).map((edge) => ({ by: edge.to, edge }))
  const isScan = ({ by, edge }: { readonly by: string; readonly edge: DesignEdge }) =>
    isScanner(context, by) || (isOf(context, by, background) && scanning.test(wordsOf(edge)))
  return [...incoming, ...outgoing].filter(
    (scan) =>
      isScan(scan) &&
      !copies.test(wordsOf(scan.edge)) &&
      !isLoader(context, scan.by) &&
      !isSaidAbout(context, scan.by, fromCopy),
  )
}

const fromCopy =
  /\b(?:replicas?|read[-\s]?only (?:copy|endpoint|node)|warehouse|off[-\s]peak|snapshots?)\b/i

function isScanner(context: CheckContext, id: string): boolean {
  if (context.kindOf(id).id === 'bi-tool') return true
  const node = context.index.nodes.get(id)
  if (node === undefined || context.kindOf(id).traits.includes('client')) return false
  if (tools.test(node.label)) return true
  return context.kindOf(id).traits.includes('compute') && reports.test(node.label)
}

function isPipeline(context: CheckContext, id: string): boolean {
  return isOf(context, id, new Set([...background, 'etl-pipeline', 'cdc']))
}

/** What carries data on into a copy is the way round that the rule asks for. */
function isLoader(context: CheckContext, id: string): boolean {
  const isCopy = (to: string) =>
    isOf(
      context,
      to,
      new Set(['data-warehouse', 'olap-db', 'data-lake', 'lakehouse', 'object-store']),
    )
  return edgesFrom(context.index, id).some((edge) => isCopy(edge.to))
}

/** Where nobody said how much there is to do, a report of the product's own is a thought. */
function severityOf(context: CheckContext, scanners: readonly string[]): Severity {
  if (isAtLeast(context.band, 'M')) return 'warning'
  const isTool = scanners.some((id) => context.kindOf(id).id === 'bi-tool')
  return context.band === 'unknown' && isTool ? 'warning' : 'suggestion'
}
