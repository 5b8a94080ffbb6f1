import type { SectionId } from '#shared/design/answers.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import { quoted } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { isInBackground, nameOf, plays, sentence, waits, wordsOf } from '../parts.ts'
import { asksPerItem } from '../per-item.ts'
import { sayingsOf } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'perf-n-plus-one',
  title: 'One question for each item of a list',
  category: 'performance',
  why: 'A page with fifty items makes fifty round trips, and their time adds up.',
  fix: 'Ask once for all of them: a join, a query with a list of ids, a batch endpoint, or a loader that collects.',
  question: 'How many calls does a page with a hundred items make?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Order service] -->|one query per item| db[(MySQL)]`,
      `---
peakQps: 300
---
# Feed
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> feed[Feed service x2] --> users[Profile service x2] --> db[(PostgreSQL)]
\`\`\`
## Flows
- Read the feed (FR1): Feed service loads 50 posts → for each post fetch the author from Profile service`,
      `flowchart LR
  web[Browser] --> cart[Cart service] -->|calls it for each line| price[Price service]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> trips[Trip service] --> db[(PostgreSQL)]
\`\`\`
## API
- \`GET /trips\` lists trips: the handler runs a separate query for every trip to get its stops (auth, paginated)`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Order service] -->|one query for all items, IN list| db[(MySQL)]`,
      `---
peakQps: 300
---
# Feed
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> feed[Feed service x2] --> users[Profile service x2] --> db[(PostgreSQL)]
\`\`\`
## Flows
- Read the feed (FR1): Feed service loads 50 posts → the authors of each post are fetched in one batch from Profile service`,
      `flowchart LR
  api[Post service] --> k[Kafka with DLQ] --> w[Fan-out worker] -->|one write for each follower| c[(Cassandra)]`,
      `flowchart LR
  web[Browser] --> api[Photo service] -->|one row per upload| db[(MySQL)]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> book[Booking service, 60 requests per user and minute] --> pay[Stripe]
  book --> db[(PostgreSQL)]
\`\`\`
## Flows
- Book: Booking service makes one call per booking to Stripe
## Estimates
- 3 reads per booking, 20 requests per person a day`,
    ],
  },
  appliesTo: ({ design }) => design.graph.edges.length > 0 || design.answers.sections.length > 0,
  check(context) {
    return [...drawn(context), ...written(context)]
  },
})

function drawn(context: CheckContext): Observation[] {
  return context.index.graph.edges.flatMap((edge) => {
    if (!asksPerItem(wordsOf(edge).trim()) || !edgeTypes[edge.type].waits) return []
    if (!waits(context, edge) || !answersPeople(context, edge.from)) return []
    return [
      {
        subject: [edge.id],
        severity: 'warning' as const,
        message: sentence(
          `${nameOf(context, edge.from)} asks ${nameOf(context, edge.to)} once for every item of a list.`,
        ),
        evidence: { from: edge.from, to: edge.to },
        nodes: [edge.from, edge.to],
        edges: [edge.id],
      },
    ]
  })
}

/** Nobody waits for what is done in the background, and a client's own calls are no loop of the design. */
function answersPeople(context: CheckContext, id: string): boolean {
  return !plays(context, id, 'client') && !isInBackground(context, id)
}

/** Where a design is told: its flows, its endpoints, and remarks about how it works. */
const told: ReadonlySet<SectionId> = new Set([
  'api',
  'flows',
  'decisions',
  'trade-offs',
  'failures',
  'operations',
])

function written(context: CheckContext): Observation[] {
  const { flows } = context.design.answers
  const found = flows.flatMap((flow) => {
    const step = [flow.name, ...flow.steps, ...withRests(flow.steps)].find(asksPerItem)
    return step === undefined ? [] : [observed(context, flow.name, step, flow.nodeIds)]
  })
  if (found.length > 0) return found
  const seen = new Set(flows.map(({ name }) => name))
  const remark = sayingsOf(context).find(
    ({ section, text, nodeIds }) =>
      told.has(section) &&
      !seen.has(text) &&
      asksPerItem(text) &&
      nodeIds.every((id) => answersPeople(context, id)),
  )
  return remark === undefined ? [] : [observed(context, '', remark.text, remark.nodeIds)]
}

/** "200 calls to the directory, one for each member" is read as two steps. */
function withRests(steps: readonly string[]): readonly string[] {
  return steps.flatMap((step, i) =>
    /^(?:one|once|each|for each|per)\b/i.test(step) ? [`${steps[i - 1] ?? ''}, ${step}`] : [],
  )
}

function observed(
  { design }: CheckContext,
  name: string,
  text: string,
  nodeIds: readonly string[],
): Observation {
  const last = design.graph.nodes.find(({ id }) => id === nodeIds.at(-1))
  const end = last === undefined ? '' : ` It ends at “${last.label}”.`
  const who = name === '' || name === text ? 'One question is asked' : `“${name}” asks once`
  return {
    subject: [answerSubject('flows', name)],
    severity: 'warning',
    message: `${who} for every item: ${quoted(text)}.${end}`,
    evidence: { step: text },
    nodes: [...new Set(nodeIds)],
  }
}
