import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { reachableFrom } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import {
  isInBackground,
  nameOf,
  namesOf,
  plays,
  sentence,
  waits,
  wordsOf,
  wordsOn,
} from '../parts.ts'
import { isSaidInDrawing, isSaidNear, sayingsAbout, sayingsOf } from '../said.ts'
import { says } from '../says.ts'
import { oncePerCheck } from '../once-per-check.ts'

export default defineRule({
  id: 'rel-retry-unsafe',
  title: 'Trying again may do harm',
  category: 'reliability',
  why: 'A retry repeats what the first try did after all, and retries of many callers add up to a storm on a system that is barely up.',
  fix: 'Send an idempotency key, wait longer before each try with some jitter, cap the tries, and retry in one layer.',
  question: 'The charge went through and only the answer was lost. What does the retry do?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Order service] -->|charge card, 3 retries| pay[Payment service]`,
      `---
peakQps: 2,000
---
## Operations
- API gateway and Payment service both retry failed calls three times.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> pay[Payment service x4] --> psp[Card acquirer]:::external-service
  pay --> db[(PostgreSQL + standby)]
\`\`\``,
      `flowchart LR
  web[Browser] --> api[Search service] -->|retries immediately until it answers| rank[Ranking service]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Order service] -->|"charge, 3 retries with backoff, idempotency key"| pay[Payment service]`,
      `flowchart LR
  web[Browser] --> api[Catalog service] -->|read prices, 1 retry| price[Price service]`,
      `---
peakQps: 2,000
---
## API
- \`POST /payments\` charges a card (auth, idempotent)

## Operations
- Payment service retries the acquirer with exponential backoff and jitter, three times at most.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> pay[Payment service x4] -->|timeout 2 s| psp[Card acquirer]:::external-service
  pay --> db[(PostgreSQL + standby)]
\`\`\``,
      `flowchart LR
  web[Browser] --> api[Order service] --> q["Queue, 3 retries, then DLQ"] --> w[Mail worker]`,
    ],
  },
  appliesTo: (context) => sitesOf(context).length > 0,
  check(context) {
    const sites = sitesOf(context)
    const layers = layersOf(context, sites)
    const found = sites.flatMap((site) => observe(context, site) ?? [])
    const isSeen = found.some(
      ({ severity, subject }) => severity === 'error' && subject.some((id) => layers.includes(id)),
    )
    return layers.length > 1 && !isSeen ? [...found, twoLayers(context, layers)] : found
  },
})

const again =
  /\b(?:auto-?)?retr(?:y|ies|ied|ying)\b|\b(?:tr(?:y|ies|ied)|sen(?:d|ds|t)|calls?|called|posts?|posted|submit(?:s|ted)?|charges?|charged) (?:(?!later\b)[\w-]+ ){0,4}again\b|\btried (?:up to )?(?:two|three|four|five|ten|\d+) times|\brepeats? (?:the |a |each |every )?(?:call|request|charge|payment|transfer|order|booking)/i
const oneTry =
  /\b(?:retr(?:y|ies) (?:only )?once|(?:1|one|a|single|one quick) (?:quick |single )?retry|retry x ?1|no retr\w+)\b/i
const idempotent =
  /\b(?:idempoten\w*|dedup\w*|unique (?:constraint|key|index|request)|request[-\s]?ids?|exactly[-\s]once|upserts?|conditional (?:put|write|update)|compare[-\s]and[-\s]set|natural key)\b/i
const paced =
  /\b(?:back[-\s]?off|jitter\w*|exponential\w*|capped|cap of|budget|increasing|growing|every \d+|after \d+|later|delayed|next (?:night|run|day)|at most|up to|max(?:imum)?)\b/i
const hasty =
  /\b(?:immediate(?:ly)?|at once|right away|until|for ?ever|unlimited|endless(?:ly)?|tight loop|in a loop|without (?:a )?(?:back[-\s]?off|delay|wait\w*)|no back[-\s]?off|aggressive(?:ly)?)\b/i
/** What happens twice when it is sent twice. */
const effects =
  /\b(?:pay\w*|stripe|adyen|charg\w*|refund\w*|order\w*|book(?:s|ing|ings)?|reserv\w*|transfer\w*|purchas\w*|checkout|debit\w*|credits?|withdraw\w*|payouts?|acquirer|card|invoic\w*|deduct\w*|decrement\w*|post)\b/i
const reads = /\b(?:read\w*|get|gets|fetch\w*|quer\w*|look\w* ?up|search\w*|list\w*|idempotent)\b/i
/** Queues bring a message again by design; their consumers are judged elsewhere. */
const queued =
  /\b(?:queues?|workers?|consumers?|messages?|jobs?|dlqs?|dead[-\s]letter\w*|webhooks?|events?|uploads? resume|client reconnects?)\b/i

interface Site {
  /** Where the retries are made, callers before callees; empty where nobody said. */
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly text: string
  readonly tries: number
  readonly isPaced: boolean
}

const sitesOf = oncePerCheck((context): readonly Site[] => {
  const { nodes, edges } = context.design.graph
  return [
    ...edges.flatMap((edge) => edgeSite(context, edge) ?? []),
    ...nodes.flatMap((node) => nodeSite(context, node) ?? []),
    ...saidSites(context),
  ]
})

function edgeSite(context: CheckContext, edge: DesignEdge): Site | undefined {
  const words = wordsOf(edge)
  const tries = triesOf(edge, words)
  if (tries === undefined) return undefined
  if (!waits(context, edge) || isInBackground(context, edge.from)) return undefined
  const target = context.index.nodes.get(edge.to)?.label ?? ''
  return {
    nodes: [edge.from, edge.to],
    edges: [edge.id],
    text: `${words}. ${target}`,
    tries,
    isPaced: paced.test(words) || isGrowing(edge),
  }
}

/** `undefined` where nothing is tried again. */
function triesOf({ properties }: DesignEdge | DesignNode, words: string): number | undefined {
  const { retries } = properties
  if (typeof retries === 'number') return retries > 0 ? retries : undefined
  return says(words, again) ? triesIn(words) : undefined
}

function isGrowing({ properties }: DesignEdge): boolean {
  const { retryMultiplier, retryJitter, retryCapMs } = properties
  const isLonger = typeof retryMultiplier === 'number' && retryMultiplier > 1
  return isLonger || retryJitter === true || retryCapMs !== undefined
}

function nodeSite(context: CheckContext, node: DesignNode): Site | undefined {
  const words = wordsOn(node)
  const tries = retriesThere(context, node.id) ? triesOf(node, words) : undefined
  if (tries === undefined) return undefined
  return { nodes: [node.id], edges: [], text: words, tries, isPaced: paced.test(words) }
}

/** Failures are told loosely ("and is retried"); only what is plainly hasty there is a policy. */
function saidSites(context: CheckContext): readonly Site[] {
  return sayingsOf(context)
    .filter(({ section }) =>
      ['operations', 'decisions', 'trade-offs', 'failures', 'security'].includes(section),
    )
    .filter(
      ({ section, text }) => says(text, again) && (section !== 'failures' || hasty.test(text)),
    )
    .filter(({ text }) => !queued.test(text))
    .map(({ text, nodeIds }) => ({
      nodes: retriersIn(context, text, nodeIds),
      edges: [],
      text,
      tries: triesIn(text),
      isPaced: paced.test(text) && !hasty.test(text),
    }))
    .filter(({ nodes }) => nodes.length > 0)
}

/** "A calls B with two retries" speaks of one place that tries again, "both A and B retry" of two. */
function retriersIn(
  context: CheckContext,
  text: string,
  nodeIds: readonly string[],
): readonly string[] {
  const able = nodeIds.filter((id) => retriesThere(context, id))
  return together.test(text) ? able : able.slice(0, 1)
}

const together =
  /\b(?:both|each|every|all)\b|^(?:(?!\b(?:calls?|asks?|reads?)\b)[^.;])*\band\b[^.;]{0,40}\bretr(?:y|ies)\b/i

function retriesThere(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'messaging') || isInBackground(context, id)) return false
  return ['compute', 'entry', 'client', 'external'].some((part) =>
    context.kindOf(id).traits.some((t) => t === part),
  )
}

function triesIn(text: string): number {
  if (oneTry.test(text)) return 1
  const [, before, after] =
    /\b(\d+)\s*(?:x\s+)?retr|\bretr\w*\D{0,20}?(\d+)\s*(?:x|times|tries)?\b/i.exec(text) ?? []
  return Number(before ?? after ?? 2)
}

function observe(context: CheckContext, site: Site): Observation | undefined {
  const { nodes, edges, text, tries, isPaced } = site
  const isUnsafe = effects.test(text) && !reads.test(text) && !isIdempotent(context, site)
  if (!isUnsafe && (tries <= 1 || isPaced || isPacedAnywhere(context))) return undefined
  const names = namesOf(context, edges.length > 0 ? nodes.slice(-1) : nodes)
  const what = isUnsafe
    ? `Calls to ${names} are tried again, and nothing keeps their effect from happening twice.`
    : `Calls at ${names} are tried again without a growing pause between them.`
  return {
    subject: nodes,
    severity: isUnsafe ? 'error' : severityOf(site),
    message: sentence(what),
    evidence: { tries, isUnsafe, isPaced },
    nodes,
    edges,
  }
}

/** Two or three tries are a small storm; many, or tries without any pause, are a big one. */
function severityOf({ text, tries }: Site): 'warning' | 'suggestion' {
  return hasty.test(text) || tries > 3 ? 'warning' : 'suggestion'
}

/** A key is often told once, beside the drawing: "every write carries a request id". */
function isIdempotent(context: CheckContext, { nodes, text, edges }: Site): boolean {
  if (says(text, idempotent)) return true
  const ends = nodes.map((id) => context.index.nodes.get(id))
  const drawn = context.design.graph.edges.filter(({ id }) => edges.includes(id))
  if (drawn.some(({ properties }) => properties['idempotent'] === true)) return true
  if (ends.some((node) => node?.properties['idempotentConsumer'] === true)) return true
  if (nodes.some((id) => isSaidNear(context, id, idempotent))) return true
  if (isSaidInDrawing(context, idempotent) || sayingsAbout(context, idempotent).length > 0)
    return true
  return context.design.answers.endpoints.some((endpoint) => endpoint.idempotent === true)
}

function isPacedAnywhere(context: CheckContext): boolean {
  return sayingsAbout(context, backoff).length > 0 || isSaidInDrawing(context, backoff)
}

const backoff = /\b(?:back[-\s]?off|jitter\w*|retry budget)\b/i

/** Places that retry and lie behind each other: three tries in each of two layers are nine. */
function layersOf(context: CheckContext, sites: readonly Site[]): readonly string[] {
  const callers = [
    ...new Set(sites.flatMap(({ nodes, edges }) => (edges.length > 0 ? nodes.slice(0, 1) : nodes))),
  ]
  const follow = (edge: DesignEdge) => waits(context, edge)
  const upper = callers.find((id) => {
    const behind = reachableFrom(context.index, [id], { follow })
    return callers.some(
      (other) => other !== id && behind.has(other) && !plays(context, other, 'external'),
    )
  })
  if (upper === undefined) return []
  const behind = reachableFrom(context.index, [upper], { follow })
  return callers.filter((id) => behind.has(id) && !plays(context, id, 'external'))
}

function twoLayers(context: CheckContext, layers: readonly string[]): Observation {
  const [first = ''] = layers
  return {
    subject: layers.toSorted(),
    severity: 'warning',
    message: sentence(
      `${nameOf(context, first)} tries again, and so does what it calls: ${namesOf(context, layers.slice(1))}.`,
    ),
    evidence: { layers: layers.toSorted() },
    nodes: layers,
  }
}
