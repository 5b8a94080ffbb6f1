import { admissionsOf } from '../admissions.ts'
import { undecidedConflict } from '../admitted-words.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { sharpClassHeld } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, nodesWith, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { says } from '../says.ts'
import { possibleWritersOf } from '../store-ends.ts'
import { nodesOf, recordStores } from '../stores.ts'
import { answerSubject } from '../subject.ts'
import { toldAbout } from '../told.ts'

export default defineRule({
  id: 'con-conflict-undefined',
  title: 'Two places write one record, and nobody decided who wins',
  category: 'consistency',
  why: 'Concurrent changes silently overwrite each other where several copies accept writes.',
  fix: 'Choose for each kind of record: a home region, last write wins, a merge, or a CRDT.',
  question: 'Two people change the same record on two continents in one second: what is stored?',
  examples: {
    bad: [
      `flowchart LR
  eu[EU service] --> a[("PostgreSQL EU, multi-primary")]
  us[US service] --> b[("PostgreSQL US, multi-primary")]
  a <-->|replication| b`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Note service] --> db[(MongoDB)]
\`\`\`
## Functional requirements
- FR1 (must): People edit notes offline, and the app syncs them later.
## Data model
- Note (content) in MongoDB: key id; fields id, text`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> dns[Geo DNS] --> e[Shop service EU] & u[Shop service US]
  e --> edb[(MySQL EU)]
  u --> udb[(MySQL US)]
\`\`\`
## Decisions
- Regions: active-active writes in both MySQL regions over one primary because both answer fast; consequence: twice the cost`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> eu[EU service] --> a[("PostgreSQL EU, multi-primary, last write wins")]
  web --> us[US service] --> b[("PostgreSQL US, multi-primary")]
  a <-->|replication| b`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Note service] --> db[(MongoDB)]
\`\`\`
## Functional requirements
- FR1 (must): People edit notes offline, and the app syncs them later.
## Decisions
- Sync: CRDT text over last write wins because both edits have to survive; consequence: larger documents`,
      `flowchart LR
  web[Browser] --> lb[Load balancer pair, active-active] --> api[Shop service x4] --> db[(PostgreSQL + standby)]`,
      `flowchart LR
  web[Browser] --> api[Account service] --> p[(PostgreSQL primary)]
  p <-->|replication| s[(PostgreSQL standby)]`,
      `flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x6] --> db[(Spanner, active-active in 3 regions)]`,
    ],
  },
  check(context) {
    const stores = nodesOf(context, recordStores).filter((node) =>
      acceptsWritesTwice(context, node),
    )
    const named = namedInAnswers(context, stores)
    const all = [...stores, ...named]
    const isChosen = isRuleChosen(context)
    if (all.length > 0 && !isChosen) return [several(context, all)]
    const found = all.length > 0 ? lostMoney(context, all) : isChosen ? [] : offline(context)
    return found.length > 0 ? found : undecided(context)
  },
})

/** "Nobody has decided which version survives", where two stores of one kind take writes. */
function undecided(context: CheckContext): readonly Observation[] {
  const admitted = admissionsOf(context, undecidedConflict)
  const stores = storesMeant(
    context,
    admitted.flatMap(({ saying }) => saying.nodeIds),
  )
  return admitted.length === 0 || stores.length < 2 ? [] : [several(context, stores)]
}

const manyPrimaries =
  /\bmulti[-\s]?(?:primary|master|leader|writer)\b|\bactive[-/\s]active\b|\bbi-?directional replication\b|\bbdr\b|\bmaster[-\s]master\b|\bwrites? (?:are )?(?:accepted )?in (?:both|all|every|each|any|several) (?:regions?|data ?cent(?:er|re)s?)\b|\b(?:both|either|each|all|the two|every)\b[^.;]{0,20}\b(?:regions?|sides?|data ?cent(?:er|re)s?|databases?|primar(?:y|ies)|sites?|continents?|clusters?)\b[^.;]{0,12}\b(?:accepts?|takes? (?:the )?writes|writes? locally|(?:is|are) (?:both )?writable)\b|\bare both writable\b|\breplicates? to (?:each other|one another)\b|\b(?:changes|rows|writes|replication)\b[^.;]{0,20}\b(?:in both directions|both ways)\b|\bwrites? to the (?:nearest|closest) (?:database|region|copy|primary)\b/i
const decided =
  /\blast[-\s]writ\w+[-\s]wins?\b|\blww\b|\bcrdts?\b|\b(?:version|vector) (?:vectors?|clocks?)\b|\bmerg(?:e[sd]?|ing)\b|\bconflict\w*\b|\boperational transform\w*|\bhome region\b|\b(?:pinned|homed|routed|owned) (?:to|by|in) (?:a|one|its|their|the)\b|\bgeo[-\s]?partition\w*|\b(?:single|one) (?:writer|home|owner)\b|\bowner region\b|\bconsensus\b|\bpaxos\b|\braft\b|\bquorum\b|\bgalera\b|\bcertification\b|\btrue ?time\b|\bsynchronous(?:ly)? replic\w*|\boptimistic (?:lock|concurren)\w*|\bversion (?:numbers?|check\w*|column)\b|\bif-match\b|\betags?\b|\bappend[-\s]only\b|\bimmutable\b|\bfirst[-\s]writ\w+[-\s]wins\b|\bserver wins\b|\bread[-\s]only (?:offline|copy)\b/i
const agreeing =
  /\b(?:spanner|cockroach\w*|yugabyte\w*|tidb|fauna\w*|foundationdb|cosmos ?db|global tables?|cassandra|scylla\w*|riak|couchdb|couchbase|firestore|firebase|realm)\b/i

function isRuleChosen(context: CheckContext): boolean {
  const sections = [
    'data-model',
    'flows',
    'api',
    'non-functional-requirements',
    'functional-requirements',
  ] as const
  return isSaidAnywhere(context, decided) || isSaidInAnswers(context, decided, sections)
}

/** Said on it or on an arrow between two stores, or drawn as copies that follow each other and are both written. */
function acceptsWritesTwice(context: CheckContext, node: DesignNode): boolean {
  if (context.kindOf(node.id).id === 'newsql-db' || agreeing.test(wordsOn(node))) return false
  if (says(wordsOn(node), manyPrimaries)) return true
  const peers = edgesFrom(context.index, node.id).filter((edge) =>
    recordStores.has(context.kindOf(edge.to).id),
  )
  const incoming = edgesTo(context.index, node.id).filter((edge) =>
    recordStores.has(context.kindOf(edge.from).id),
  )
  if ([...peers, ...incoming].some((edge) => says(wordsOf(edge), manyPrimaries))) return true
  const isMutual =
    peers.some(
      (edge) =>
        edge.properties['bothWays'] === true || incoming.some(({ from }) => from === edge.to),
    ) || incoming.some((edge) => edge.properties['bothWays'] === true)
  if (!isMutual || isFollower(node)) return false
  const others = [...peers.map(({ to }) => to), ...incoming.map(({ from }) => from)]
  return (
    isWritten(context, node.id) &&
    others.every((id) => {
      const other = context.index.nodes.get(id)
      return other !== undefined && !isFollower(other) && isWritten(context, id)
    })
  )
}

function isFollower({ label }: DesignNode): boolean {
  return /\b(?:replicas?|stand-?by|secondar\w+|slaves?|followers?|back-?ups?|read|passive|dr|failover)\b/i.test(
    label,
  )
}

function isWritten(context: CheckContext, id: string): boolean {
  return possibleWritersOf(context, id).length > 0
}

/** Decisions for many primaries that name a store, or that name none where there is one kind of store to mean. */
function namedInAnswers(
  context: CheckContext,
  known: readonly DesignNode[],
): readonly DesignNode[] {
  if (known.length > 0) return []
  const said = toldAbout(context, manyPrimaries).filter(({ text }) => aboutData.test(text))
  return said.length === 0
    ? []
    : storesMeant(
        context,
        said.flatMap(({ nodeIds }) => nodeIds),
      )
}

/** The stores of some that are named, else all where there is one kind of them. */
function storesMeant(context: CheckContext, ids: readonly string[]): readonly DesignNode[] {
  const stores = nodesOf(context, recordStores).filter(
    (node) => !agreeing.test(wordsOn(node)) && context.kindOf(node.id).id !== 'newsql-db',
  )
  const named = stores.filter(({ id }) => ids.includes(id))
  if (named.length > 0) return named
  const isOneKind = new Set(stores.map(({ id }) => context.kindOf(id).id)).size === 1
  return isOneKind ? stores : []
}

/** "Active-active" is said of balancers as well. */
const aboutData =
  /\bwrit|\bdata\b|\bdatabase|\bdb\b|\bstores?\b|\bprimar(?:y|ies)\b|\bmasters?\b|\bleaders?\b/i

function several(context: CheckContext, nodes: readonly DesignNode[]): Observation {
  const ids = nodes.map(({ id }) => id)
  return {
    subject: ids,
    severity: 'error',
    message: sentence(
      `${namesOf(context, ids)} ${ids.length === 1 ? 'accepts' : 'accept'} writes in more than one place, and nothing says whose change stays.`,
    ),
    evidence: { stores: ids.toSorted(), rule: null },
  }
}

/** The last write wins, and the one before it was money. */
function lostMoney(context: CheckContext, nodes: readonly DesignNode[]): readonly Observation[] {
  if (!isSaidAnywhere(context, lastWins)) return []
  return nodes
    .filter((node) => ['money', 'inventory'].includes(sharpClassHeld(context, node) ?? ''))
    .map((node) => ({
      subject: [node.id],
      severity: 'warning' as const,
      message: sentence(
        `In ${nameOf(context, node.id)} the last write wins, and an earlier one is lost.`,
      ),
      evidence: { rule: 'last write wins' },
    }))
}

const lastWins = /\blast[-\s]writ\w+[-\s]wins?\b|\blww\b/i
const offlineEdits =
  /\b(?:edit|chang|writ|creat|updat|work|draw|record|annotat|fill|complet|captur|enter|count|collect|book)\w*\b.{0,60}\b(?:offline|without (?:a )?(?:connection|network|internet))\b|\boffline\b.{0,40}\b(?:edit|chang|write|sync|merge)\w*/i

/** People who change records while they are away. */
function offline(context: CheckContext): readonly Observation[] {
  const { requirements } = context.design.answers
  const asked = requirements.filter(
    ({ text, priority }) => priority !== 'out' && says(text, offlineEdits),
  )
  const clients = nodesWith(context, 'client').map(({ id }) => id)
  const [first] = asked
  const [client] = clients
  if (first === undefined || client === undefined || nodesWith(context, 'store').length === 0)
    return []
  return [
    {
      subject: [answerSubject('functional-requirements', first.id)],
      severity: 'error',
      message: sentence(
        `${nameOf(context, client)} changes records while it is offline, and nothing says what happens when they changed elsewhere too.`,
      ),
      evidence: { asked: asked.map(({ text }) => text), rule: null },
      nodes: [client],
    },
  ]
}
