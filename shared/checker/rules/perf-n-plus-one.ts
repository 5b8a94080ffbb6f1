import { edgeTypes } from '#shared/design/vocabulary.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, plays, sentence, waits, wordsOf } from '../parts.ts'
import { says } from '../says.ts'
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
    ],
  },
  appliesTo: ({ design }) => design.graph.edges.length > 0 || design.answers.flows.length > 0,
  check(context) {
    return [...drawn(context), ...written(context)]
  },
})

const items =
  '(?:item|row|line|product|post|order|record|result|comment|friend|follower|author|entry|element|message|photo|listing|member|user|one)s?'
const verbs =
  '(?:quer(?:y|ies)|calls?|requests?|fetch(?:es|ed)?|loads?|looks? ?ups?|reads?|gets?|asks?|selects?|round trips?)'
const each = `(?:per|for (?:each|every)|once (?:per|for each)|one by one for)`
const loops = new RegExp(
  `\\b${verbs}\\b[^.;→]{0,40}\\b${each} (?:\\w+ )?${items}\\b|\\b${each} (?:\\w+ )?${items}\\b[^.;→]{0,30}\\b${verbs}\\b|\\bn ?\\+ ?1\\b|\\b${verbs}\\b[^.;→]{0,30}\\b(?:in a loop|one by one|one at a time)\\b`,
  'i',
)
const gathered =
  /\bbatch\w*|\bjoin\w*|\bin[-\s]list\b|\bin \(|\bbulk\b|\bpre-?fetch\w*|\bdata ?loader\b|\bmulti-?get\b|\bmget\b|\bin one\b|\bat once\b|\bone (?:query|call|request) for all\b|\ball at|\bcach\w*|\bparallel\b|\bcontrol|\bsolved\b|\bavoid\w*|\bwrites?\b|\binserts?\b|\brate|\blimit|\bquota/i

function drawn(context: CheckContext): Observation[] {
  return context.index.graph.edges.flatMap((edge) => {
    const words = wordsOf(edge)
    if (!isPerItem(words) || !edgeTypes[edge.type].waits) return []
    if (!waits(context, edge) || plays(context, edge.from, 'client')) return []
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

function written({ design }: CheckContext): Observation[] {
  return design.answers.flows.flatMap((flow) => {
    const step = flow.steps.find(isPerItem)
    if (step === undefined) return []
    return [
      {
        subject: [answerSubject('flows', flow.name)],
        severity: 'warning' as const,
        message: `“${flow.name}” asks once for every item: “${step}”.${labelsOf(design, flow.nodeIds)}`,
        evidence: { step },
        nodes: [...new Set(flow.nodeIds)],
      },
    ]
  })
}

function isPerItem(text: string): boolean {
  return text !== '' && says(text, loops) && !gathered.test(text)
}

function labelsOf({ graph }: CheckContext['design'], nodeIds: readonly string[]): string {
  const last = graph.nodes.find(({ id }) => id === nodeIds.at(-1))
  return last === undefined ? '' : ` It ends at “${last.label}”.`
}
