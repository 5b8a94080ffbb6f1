import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { keepsData, nameOf, nodesWith, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidInAnswers } from '../said.ts'
import { possibleWritersOf, usesOf } from '../store-ends.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-derived-not-fed',
  title: 'A copy that nothing keeps up to date',
  category: 'data',
  why: 'A search index, a warehouse or a replica that nobody updates is stale from the first write on.',
  fix: 'Draw what feeds it (events, change capture, a nightly load, replication), and state how far it may lag.',
  question: 'How does a new record get in there, and after how long?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Product service] --> db[(PostgreSQL)]
  web --> search[Search service] -->|query| es[Elasticsearch]`,
      `flowchart LR
  app[Mobile app] --> api[Order service] --> db[(MySQL)]
  bi[Tableau] --> dw[(Snowflake)]`,
      `flowchart LR
  chat[Web client] --> api[Assistant API] --> db[(PostgreSQL)]
  api -->|nearest neighbours| rag[Retrieval reader]
  rag -->|similarity search| vec[Pinecone]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Product service] --> db[(PostgreSQL)]
  db -->|CDC| es[Elasticsearch]
  web --> search[Search service] -->|query| es`,
      `flowchart LR
  web[Browser] --> api[Product service] --> db[(PostgreSQL)]
  api -->|index on save| es[Elasticsearch]`,
      `flowchart LR
  app[Mobile app] --> api[Order service] --> db[(MySQL)]
  db -->|nightly| etl[Airflow ETL] --> dw[(Snowflake)] --> bi[Tableau]`,
      `flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL primary)]
  api -->|reads| rr[(Read replica)]
  db --> rr`,
      `flowchart LR
  web[Browser] --> api[Post service] --> db[(PostgreSQL)]
  api -->|search| es[Elasticsearch]
  %% set es note fed by change capture, a second late`,
    ],
  },
  appliesTo: (context) => nodesOf(context, fedKinds).length > 0,
  check(context) {
    if (nodesWith(context, 'store').length === 0) return []
    return nodesOf(context, fedKinds)
      .filter((node) => !isFed(context, node) && hasNeighbours(context, node.id))
      .map((node) => ({
        subject: [node.id],
        severity: severityOf(context, node),
        message: sentence(`Nothing is drawn that puts data into ${nameOf(context, node.id)}.`),
        evidence: {
          readers: usesOf(context, node.id)
            .map(({ by }) => by)
            .toSorted(),
        },
      }))
  },
})

const fedKinds: ReadonlySet<string> = new Set([
  'search-index',
  'vector-db',
  'olap-db',
  'data-warehouse',
  'lakehouse',
  'read-replica',
  'feature-store',
])
/** Words of whoever fills it, on an arrow or on the box itself. */
const feeding =
  /\b(?:index(?:es|ing)?|re-?index\w*|writes?|ingest\w*|sync(?:s|ed|hroni\w*)?|updates?|feeds?|fed|publish\w*|loads?|embed\w*|upserts?|push\w*|populat\w*|import\w*|stor(?:es?|ing)|sav(?:es?|ing)|copies|copied|replicat\w*|cdc|change (?:data )?(?:capture|stream)s?|etl|elt|export\w*|materiali\w*|sinks?|streams?|adds?|creates?|events?|pipeline|crawl\w*)\b/i
/** Logs and metrics flow into it from everywhere, and nobody draws each arrow. */
const watching =
  /\b(?:prometheus|grafana|kibana|logstash|filebeat|elk|efk|logs?|logging|monitoring|metrics|observability|telemetry|apm|traces?|tracing|jaeger|loki|siem)\b/i
/** Somebody else's index, filled over an interface that nobody draws. */
const hosted = /\balgolia|\bcoveo|\bthird[-\s]party|\bgoogle\b/i
const feedingInProse =
  /\b(?:cdc|change (?:data )?(?:capture|stream)s?|debezium|outbox|re-?index\w*|index(?:er|ing)\b|etl|elt|replicat\w+|(?:fed|filled|loaded|populated|updated|synced|refreshed) (?:by|from|through|via|nightly|hourly|daily|every|async\w*|within)|logstash|kafka connect|dual[-\s]writ\w+)\b/i

function isFed(context: CheckContext, node: DesignNode): boolean {
  const incoming = edgesTo(context.index, node.id)
  const outgoing = edgesFrom(context.index, node.id)
  if (incoming.some((edge) => feeds(context, edge, edge.from))) return true
  if (outgoing.some((edge) => pullsFrom(context, edge))) return true
  if (feeding.test(wordsOn(node)) || hosted.test(wordsOn(node))) return true
  if (watching.test(wordsOn(node))) return true
  if (isPartOfPrimary(context, node)) return true
  const sections = [
    'decisions',
    'trade-offs',
    'failures',
    'operations',
    'data-model',
    'flows',
  ] as const
  return isSaidInAnswers(context, feedingInProse, sections)
}

/** Whether an arrow brings data: it comes from a store, a stream or a pipeline, or from one who writes. */
function feeds(context: CheckContext, edge: DesignEdge, from: string): boolean {
  if (['cdc', 'batch', 'replication', 'async'].includes(edge.type)) return true
  if (keepsData(context, from) || plays(context, from, 'messaging')) return true
  if (isOf(context, from, pipelines) || plays(context, from, 'external')) return true
  if (feeding.test(wordsOf(edge))) return true
  if (plays(context, from, 'client') || plays(context, from, 'watches')) return false
  return !plays(context, from, 'compute') || possibleWritersOf(context, edge.to).includes(from)
}

const pipelines: ReadonlySet<string> = new Set([
  'worker',
  'etl-pipeline',
  'batch-processor',
  'stream-processor',
  'scheduler',
  'cdc',
  'ml-training',
  'logging',
])

/** Arrows of people who draw who fetches from whom: a warehouse that loads from a store. */
function pullsFrom(context: CheckContext, edge: DesignEdge): boolean {
  const { to } = edge
  if (keepsData(context, to) || plays(context, to, 'messaging')) return true
  return isOf(context, to, pipelines) && !plays(context, to, 'watches')
}

/** A replica inside the frame of its primary, or a label that names both, is fed by what it is. */
function isPartOfPrimary(context: CheckContext, node: DesignNode): boolean {
  if (context.kindOf(node.id).id !== 'read-replica') return false
  if (/\b(?:primary|master|leader|aurora|rds)\b/i.test(node.label)) return true
  if (nodesOf(context, recordStores).length === 0) return true
  const { groupId } = node
  if (groupId === undefined) return false
  return nodesWith(context, 'store').some((store) => store.groupId === groupId)
}

/** What nothing touches at all is another rule's finding. */
function hasNeighbours(context: CheckContext, id: string): boolean {
  return edgesTo(context.index, id).length + edgesFrom(context.index, id).length > 0
}

/** A replica says by its name whose copy it is; that its arrow is missing weighs little. */
function severityOf(context: CheckContext, node: DesignNode): Severity {
  return context.kindOf(node.id).id === 'read-replica' ? 'suggestion' : 'warning'
}
