import type { DesignNode } from '#shared/design/design.ts'
import { isWhole } from '../answered.ts'
import { entitiesIn } from '../data-class.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { keepsData, nameOf, wordsOn } from '../parts.ts'
import { sayingsOf } from '../said.ts'
import { truthStoresOf } from '../truth-stores.ts'
import { weighedDecisions } from '../weighed-decisions.ts'

const large = { peakQps: '4,000', averageQps: '1,000', dailyActiveUsers: '7M' }

export default defineRule({
  id: 'tro-store-unjustified',
  title: 'Nothing says why this store',
  category: 'trade-offs',
  why: 'Popularity is no reason: the data, its queries and its growth are what a store is chosen by.',
  fix: 'Say which query, consistency or growth makes it the right store.',
  question: 'Why this store for this data, and which query would hurt it most?',
  examples: {
    bad: [
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]

## Requirements
- People follow each other.
## Data model
- Post (content) in Cassandra: key author and time
## Decisions
- Service: Go over Java because the team knows it; consequence: fewer libraries
- Storage: Cassandra because everyone uses it
- Deployment: Kubernetes over VMs because of bin packing; consequence: a platform to run
${closingSections}`,
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> api[Shop] --> db[(PostgreSQL + standby)]
  api --> docs[(MongoDB)]

## Requirements
- Customers order.
## Data model
- Order (money) in PostgreSQL: key id; consistency strong
- Product in MongoDB: key sku
## Decisions
- Storage: PostgreSQL over MySQL for orders because of transactions; consequence: one primary
- Shop: one service over many because the team is small; consequence: one release for all
${closingSections}`,
    ],
    good: [
      exampleDocument({
        facts: large,
        decisions: `- Storage: PostgreSQL over DynamoDB because reservations need transactions; consequence: one primary takes all writes
- Service: one over many because one team owns it; consequence: everything is released together`,
      }),
      exampleDocument({
        decisions: `- Service: one over many because one team owns it; consequence: everything is released together
- Payments: a provider over our own because cards stay there; consequence: fees`,
      }),
      exampleDocument({
        facts: large,
        decisions: `- Database: relational instead of wide-column, since reservations are read by court and range of hours; the price is one primary
- Service: one over many because one team owns it; consequence: everything is released together`,
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && context.design.answers.decisions.length > 0,
  check(context) {
    const stores = truthStoresOf(context).filter((node) => needsReason(context, node))
    // Where nothing was weighed, that is what tro-decisions-too-few says.
    if (isDefault(context, stores) || weighedDecisions(context) === 0) return []
    const open = stores.filter((node) => !isJustified(context, node))
    // Where most stores have their reason, the rest is a thought.
    const isRest = stores.length > 2 && open.length <= stores.length / 2
    return open.map((node) => ({
      subject: [node.id],
      answers: ['decisions' as const],
      severity:
        isRest || isSpokenOf(context, node) || isDescribed(context, node)
          ? ('suggestion' as const)
          : ('warning' as const),
      message: `No decision says why ${nameOf(context, node.id)} keeps what it keeps: by which query, consistency or growth.`,
      evidence: { kind: node.kind },
    }))
  },
})

/** Files in an object store, measurements in a store of time series and what a provider holds explain themselves. */
const plain: ReadonlySet<string> = new Set([
  'object-store', 'file-store', 'block-store', 'dfs', 'archive-store', 'timeseries-db', 'external-service', 'logging', 'metrics', 'audit-log', 'backup', 'secret-store',
]) // prettier-ignore

function needsReason(context: CheckContext, { id }: DesignNode): boolean {
  const { id: kind, traits } = context.kindOf(id)
  return !plain.has(kind) && !traits.includes('external') && !traits.includes('watches')
}

/** One relational store of a small system is what one begins with. */
function isDefault(context: CheckContext, [first, ...others]: readonly DesignNode[]): boolean {
  if (first === undefined) return true
  const isSmall = ['XS', 'S', 'unknown'].includes(context.band)
  return (
    isSmall && others.length === 0 && ['sql-db', 'newsql-db'].includes(context.kindOf(first.id).id)
  )
}

const anyStore =
  /\b(?:databases?|db|dbs|storage|stores?|persistence|data ?stores?|data layer|data model|primary store)\b/i
const reason =
  /\b(?:because|since|as (?:it|they|we|the|its)|for (?:its|the|their)|so that|due to|needs?|over|instead of|rather than|by (?:key|id|time|author|user|conversation|range)|quer(?:y|ies)|transactions?|acid|join\w*|consisten\w*|writes?|reads?|scal\w*|growth|grows|schema|flexible|ttl|range|lookups?|append|geo\w*|spatial|relational|relations|documents?|nested|graph|traversal\w*|full[- ]text|fits?)\b/i

/** That many use it says nothing of this data; what follows it may. */
const popularity =
  /\b(?:popular\w*|every(?:one|body|thing)|trend\w*|hype\w*|modern|industry standard|cool|web ?scale|favou?rite|best database|well[- ]known|(?:people|others|companies|they all) (?:all )?(?:use|like)|(?:we|lead|team|boss|cto) likes?|(?:wanted|want|fun) to (?:try|learn)|came with|template|fashion\w*|netflix|google uses|the default)\b/i
const technical =
  /\b(?:quer(?:y|ies)|transaction\w*|acid|join\w*|consisten\w*|writes?|reads?|scal\w*|grow\w*|keys?|range|lookups?|append\w*|relational|relations|nested|graph|index\w*|terabytes?|rows|records|throughput|latency|schema\w*)\b/i

function isReasoned(text: string): boolean {
  return reason.test(text) && (!popularity.test(text) || technical.test(text))
}

/** What was weighed and not taken. */
const losers = /\b(?:over|instead of|rather than|against|versus|vs\.?)\s+[^;:,.]{0,40}/gi

/** Said by a decision or elsewhere, of the store itself, of its kind, or of storage as a whole. */
function isJustified(context: CheckContext, node: DesignNode): boolean {
  const words = kindWords[context.kindOf(node.id).id] ?? /^$a/
  const held = entitiesIn(context, node.id)
  if (held.some(({ text = '' }) => /\b(?:because|since)\b/i.test(text))) return true
  const isNamed = (text: string) => {
    const chosen = text.replace(losers, '')
    return words.test(chosen) || namesNode(chosen, node)
  }
  return sayingsOf(context).some(({ section, text, nodeIds }) => {
    if (section === 'functional-requirements' || section === 'estimates') return false
    const isDecided = section === 'decisions' || section === 'trade-offs'
    if (!isDecided) return (isNamed(text) || isAlone(nodeIds, node)) && isReasonGiven(text)
    const others = nodeIds.filter((id) => id !== node.id && keepsData(context, id))
    const isMeant = nodeIds.includes(node.id) && others.length === 0
    if (isMeant || isNamed(text)) return isReasoned(text)
    return nodeIds.every((id) => !keepsData(context, id)) && anyStore.test(text) && isReasoned(text)
  })
}

/** Whether a decision names it with no word of popularity: then its reason may be there and was not understood. */
function isSpokenOf(context: CheckContext, node: DesignNode): boolean {
  const named = context.design.answers.decisions.filter(
    ({ nodeIds, text }) =>
      nodeIds.includes(node.id) &&
      (text.length > manyLines || namesNode(text.replace(losers, ''), node)),
  )
  return named.length > 0 && !named.some(({ text }) => popularity.test(text))
}

/** Longer than one decision is; several were taken for one. */
const manyLines = 180

/** Outside of a decision it takes a word that gives a reason, and one that gives it for the data. */
function isReasonGiven(text: string): boolean {
  return /\b(?:because|since|chosen|so that)\b/i.test(text) && isReasoned(text)
}

function isAlone(nodeIds: readonly string[], { id }: DesignNode): boolean {
  return nodeIds.length === 1 && nodeIds[0] === id
}

const access =
  /\b(?:partition(?:ed)?(?: keys?)?|clustering|clustered|cluster|keyed|sorted|sharded|looked up|read|append\w*|quer(?:y|ied))\b[^.;]{0,20}\b(?:by|key|per)\b|\b(?:append[- ](?:only|heavy)|write[- ]heavy|no joins|ttl|time[- ]ordered|nested documents?|full[- ]text|traversals?|geo ?(?:search|index|queries))\b/i

/** Whether its label or its records say how the data is asked for: the reason is between the lines. */
function isDescribed(context: CheckContext, node: DesignNode): boolean {
  if (access.test(wordsOn(node))) return true
  return sayingsOf(context).some(
    ({ section, text, nodeIds }) =>
      section === 'data-model' && nodeIds.includes(node.id) && access.test(text),
  )
}

const vendors = /^(?:amazon|aws|google|azure|apache|cloud|managed|the|our)\s+/

/** "Shared", "main" and the like name nothing. */
function namesNode(text: string, { label, technology }: DesignNode): boolean {
  const lower = text.toLowerCase()
  const names = [technology, label.split(/[,(+]| x\d/)[0] ?? ''].map((name) =>
    name.trim().toLowerCase().replace(vendors, ''),
  )
  return names.some((name) => name.length > 2 && lower.includes(name))
}

const kindWords: Readonly<Record<string, RegExp>> = {
  'sql-db': /\b(?:relational|sql|rdbms|postgres\w*|mysql|mariadb|oracle|sqlite)\b/i,
  'newsql-db': /\b(?:newsql|distributed sql|spanner|cockroach\w*|tidb|yugabyte\w*)\b/i,
  'document-db':
    /\b(?:documents? (?:db|database|store)|document|mongo\w*|couch\w*|firestore|nosql)\b/i,
  'key-value-db': /\b(?:key[-\s]value|dynamo\w*|kv|redis|riak|nosql)\b/i,
  'wide-column-db':
    /\b(?:wide[-\s]column|cassandra|scylla\w*|hbase|bigtable|keyspaces|astra|nosql|lsm)\b/i,
  'graph-db': /\b(?:graph|neo4j|neptune)\b/i,
  'search-index': /\b(?:search|elastic\w*|opensearch|solr|lucene)\b/i,
  'event-store': /\b(?:event[-\s](?:store|sourc\w*)|append[-\s]only|kafka)\b/i,
}
